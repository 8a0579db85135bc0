#pragma once

// Meaning is what one message says: an intent, the entities it carries, and why we think so. It is
// a value; every field that the message does not speak of is empty. The words of the enums are the
// words of the exchange format (`word_of`), the C++ values are spelt the same but for keywords.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/language.h"
#include "foundation/secret.h"
#include "foundation/service.h"
#include "foundation/time.h"

namespace antre::language {

using antre::Language;

enum class Intent : std::uint8_t {
    menu,             // greeting, help, "how does it work"
    thanks,           // closing words
    book,             // wants a place
    availability,     // asks whether or when there are places
    my_booking,       // show my number, time, code
    queue_status,     // how many before me, which number is called
    reschedule,       // other day or hour
    cancel,           // no longer coming
    late,             // will arrive late
    arrived,          // is at the office
    passport_status,  // is my passport ready
    info,             // facts; see Meaning::topic
    human,            // wants a person, complaint
    language,         // switch language; see Meaning::lang_to
    opt_out,          // stop messages
    opt_in,           // resume messages
    affirm,           // yes to what was asked
    deny,             // no to what was asked
    inform,           // bare answer to what was asked
    other,            // out of scope, spam, noise
};

// What we last asked this contact.
enum class Asked : std::uint8_t {
    nothing,
    ask_service,
    ask_count,
    ask_name,
    ask_nik,
    ask_birth,
    ask_date,
    ask_time,
    ask_office,
    confirm,
    offer_slot,
    offer_list,
    reminder,
};

using antre::Service;

enum class PassportType : std::uint8_t {
    electronic,
    regular,
};

enum class Priority : std::uint8_t {
    elderly,
    toddler,
    disability,
    pregnant,
};

enum class Topic : std::uint8_t {
    address,
    hours,
    contact,
    documents,
    fee,
    facilities,
    rules,
};

enum class Daypart : std::uint8_t {
    pagi,   // to 11
    siang,  // 11-15
    sore,   // 15-18
    malam,
};

enum class Relation : std::uint8_t {
    before,
    after,
};

// A right over one's own data, asked for in words ("DATA SAYA", "KOREKSI DATA", "HAPUS DATA").
enum class DataWish : std::uint8_t {
    show,
    correct,
    erase,
};

using NationalId = Personal<struct NationalIdTag>;  // NIK: 16 ASCII digits as typed, unchecked

struct PersonMeant {
    PersonName name;  // words with capitals where all were small or all were large; may be empty
    std::optional<LocalDate> birth_date;
};

struct Meaning {
    Intent intent = Intent::other;
    std::uint8_t confidence_percent = 0;
    std::string reason;  // English, for a person who asks why; names cues, never people
    Language language = Language::id;  // to reply in

    // When. `date_to` and `time_to` are set for a range and include their end.
    std::optional<LocalDate> date;
    std::optional<LocalDate> date_to;
    std::optional<LocalDate> old_date;  // the day to move away from
    std::optional<Relation> date_rel;   // before or after `date` rather than on it
    std::optional<MinuteOfDay> time;
    std::optional<MinuteOfDay> time_to;
    std::optional<MinuteOfDay> old_time;
    std::optional<Relation> time_rel;
    std::optional<Daypart> daypart;  // only where no exact time is said
    bool wants_earliest = false;
    bool is_date_inferred = false;  // month, year or week was guessed: echo before committing
    std::optional<int> delay_min;   // minutes late

    // Who.
    std::optional<int> count;         // people, the speaker included
    std::vector<PersonMeant> people;  // in the order of the message
    std::optional<int>
        person_index;           // "nama kedua ...": which person `people[0]` corrects, 1-based
    bool tells_person = false;  // nothing but "nama kedua Budi Susanto", "lahir 14-05-1990"
    std::optional<NationalId> nik;
    std::optional<Priority> priority;
    bool is_for_child = false;
    bool is_addition = false;  // "one more for my sister": beside what there is

    // What.
    std::optional<Service> service;
    std::optional<PassportType> passport_type;
    std::optional<Topic> topic;
    std::optional<Language> lang_to;
    std::optional<DataWish> data_wish;  // whatever the intent is
    std::string office;                 // words that name an office, lower case; "" if none
    // Where a city would stand ("kantor imigrasi depok"): each way to read it, lower case.
    std::vector<std::string> office_cities;
    std::string code;              // booking code, upper case; "" if none
    std::string queue_no;          // "A-017"; "" if none
    std::optional<int> choice;     // a bare number in a numbered list or a rating
    bool wants_waitlist = false;   // "tell me if a place frees"
    bool leaves_waitlist = false;  // and no longer

    // What looked like a date but is on no calendar, as typed, so that the reply can name it.
    std::string bad_date_text;
    std::string bad_birth_text;
    bool is_birth_to_come = false;    // that day is on the calendar but has not come
    bool is_legacy_form = false;      // came as #NAME#BIRTH#VISIT, in whatever shape
    bool is_legacy_template = false;  // the form was sent back unfilled
    bool is_about_somebody_else = false;

    // Several wishes in one message, each as it is by itself: facts that are asked for, then an act
    // and perhaps a second. Empty where there is one wish.
    std::vector<Meaning> wishes;
};

// The words of the exchange format: "new", "my_booking", ...
std::string_view word_of(Language language);
std::string_view word_of(Intent intent);
std::string_view word_of(Asked asked);
std::string_view word_of(PassportType type);
std::string_view word_of(Priority priority);
std::string_view word_of(Topic topic);
std::string_view word_of(Daypart daypart);
std::string_view word_of(Relation relation);
std::string_view word_of(DataWish wish);

std::optional<Language> language_named(std::string_view word);
std::optional<Intent> intent_named(std::string_view word);
std::optional<Asked> asked_named(std::string_view word);
std::optional<PassportType> passport_type_named(std::string_view word);
std::optional<Priority> priority_named(std::string_view word);
std::optional<Topic> topic_named(std::string_view word);
std::optional<Daypart> daypart_named(std::string_view word);

}  // namespace antre::language
