// Every sentence with the longest values that can stand in it, in both languages: nothing that a
// person must know is cut, and WhatsApp takes it. What is put together from several sentences is
// judged in totality_test.cpp.

#include <gtest/gtest.h>
#include <map>
#include <set>

#include "conversation/announcing.h"
#include "conversation/dates.h"
#include "conversation/limits.h"
#include "conversation/sendable.h"
#include "conversation/small_office.h"
#include "conversation/ticket.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr std::size_t template_button_units_max = 25;
constexpr std::size_t template_spaces_max = 4;  // in a row, in one parameter
constexpr std::size_t template_payload_units_max = 128;

constexpr Language both[] = {Language::id, Language::en};
constexpr MinuteOfDay late = clock_time(23, 50);

std::string of_units(std::string_view piece, std::size_t units) {
    std::string text;
    while (utf16_units(text) < units)
        text += piece;
    return std::string(trim(prefix_utf16(text, units)));
}

// The longest of what `text` gives for the days of a year.
template <class Text>
std::string longest_of_a_year(Text text) {
    std::string longest;
    for (std::int32_t i = 0; i < 366; ++i) {
        const std::string each = text(*date_of({2026, 1, 1}) + i);
        if (utf16_units(each) > utf16_units(longest)) longest = each;
    }
    return longest;
}

std::string longest_service(Language language) {
    std::string longest;
    for (const Service service : all_services) {
        const std::string key = "service." + std::string(word_of(service));
        const std::string each = wording_of_tree().say(language, key);
        if (utf16_units(each) > utf16_units(longest)) longest = each;
    }
    return longest;
}

using Values = std::map<std::string, std::string>;

// Of placeholders that mean something else in one sentence, as "key placeholder".
Values special_values(Language language) {
    const std::string day =
        longest_of_a_year([&](LocalDate each) { return short_date(each, language); });
    const std::string weekday =
        longest_of_a_year([&](LocalDate each) { return weekday_text(each, language); });
    const std::string clock = clock_text(late, language);
    return {
        {"button.accept day", weekday},
        {"row.day day", day},
        {"row.exact day", day},
        {"row.booking day", day},
        {"row.booking number", "A-999"},
        {"row.hour from", clock},
        {"people.ask_more number", "5"},
        {"people.numbered number", "5"},
        {"summary.person_of_many number", "5"},
        {"ticket.head_moved day", day},
        {"ticket.head_moved before", "A-998 - A-999"},
        {"taken.reason before", clock},
        {"mine.days_left days", "365"},
        {"info.hours_line hours", "08.00-11.30, 13.00-15.00"},
        {"info.hours_line_with_break hours", "08.00-15.00"},
        {"notice.closure before", "A-998 - A-999, " + clock},
        {"notice.ready hours", "08.00-15.00"},
        {"notice.recall days", "30"},
        {"other.closed weekday", weekday},
        {"status.before count", "999"},
    };
}

// Seven days, each with hours of its own.
std::string longest_week() {
    std::string week;
    for (int day = 0; day < 7; ++day)
        week += "\n" + of_units("Senin 08.00-15.00 (istirahat 12.00-13.00)", name_units_max);
    return week;
}

// The longest that may stand for each placeholder.
Values longest_values(Language language) {
    const std::string date =
        longest_of_a_year([&](LocalDate day) { return long_date(day, language); });
    const std::string when = longest_of_a_year([&](LocalDate day) {
        return when_text(day, late, Zone::wita, language);
    });
    const std::string clock = clock_text(late, language);
    const std::string name = of_units("Maria Xantippe ", name_units_max);
    return {
        {"address", of_units("Jalan Warung Buncit Raya ", 300)},
        {"after", when},
        {"ahead", wording_of_tree().say(language, "status.before", {{"count", "999"}})},
        {"arrival", clock},
        {"answer", of_units("Silakan datang ", answer_units_max)},
        {"before", when},
        {"born", date},
        {"breaks", "11.30-13.00"},
        {"capacity", "9999"},
        {"city", "Kabupaten Kepulauan Siau Tagulandang Biaro"},  // no regency's name is longer
        {"code", "7F3K9Q-5"},
        {"count", "5"},
        {"date", date},
        {"day", date},
        {"daypart", language == Language::id ? "malam" : "afternoon"},
        {"days", date + " - " + date + ", 08.00-15.00"},
        {"digits", "9013"},
        {"documents", of_units("surat keterangan, ", 500)},
        {"expected", date},
        {"from", date},
        {"hours", longest_week()},
        {"km", std::to_string(nearby_km_max)},
        {"language", "Bahasa Indonesia"},
        {"left", "9999"},
        {"link", "https://wa.me/" + std::string(15, '9') + "?text=" + std::string(100, 'x')},
        {"most", "5"},
        {"moves_max", "20"},
        {"name", name},
        {"names", name + ", " + name + ", " + name + ", " + name + ", " + name},
        {"number", "A-998 - A-999"},
        {"numbers", "A-901, A-902, A-903, A-904, A-905"},
        {"offered", when},
        {"office", name},
        {"here", name},
        {"party", "5"},
        {"people_max", "5"},
        {"person", name},
        {"phone", "+" + std::string(15, '9')},
        {"position", "9999"},
        {"reason", name},
        {"score", "5"},
        {"service", longest_service(language)},
        {"step", "5"},
        {"steps", "5"},
        {"taken", "9999"},
        {"text", name},
        {"time", clock},
        {"to", clock},
        {"until", when},
        {"value", name},
        {"when", when},
        {"zone", "WITA"},
    };
}

std::string filled(const std::string& key, std::string_view pattern, const Values& values) {
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}', open);
        const std::string name(pattern.substr(open + 1, close - open - 1));
        auto value = values.find(key + " " + name);
        if (value == values.end()) value = values.find(name);
        if (value == values.end()) {
            ADD_FAILURE() << key << ": say above how long {" << name << "} may be";
            break;
        }
        text += value->second;
        pattern.remove_prefix(close + 1);
    }
    return text;
}

std::size_t units_max_of(const std::string& key) {
    if (key.starts_with("header.")) return header_units_max;
    if (key.starts_with("footer.")) return footer_units_max;
    if (key.starts_with("button.")) return button_units_max;
    if (key.starts_with("row.")) return row_title_units_max;
    if (key.starts_with("row_desc.")) return row_description_units_max;
    return body_units_max;
}

// An office and a booking that say everything at length.
scheduling::Office lengthy_office() {
    scheduling::Office office = south_jakarta();
    office.profile.name_id = of_units("Kantor Imigrasi Kelas I Khusus ", name_units_max);
    office.profile.name_en = of_units("Immigration Office Class 1 ", name_units_max);
    for (scheduling::DocumentList& list : office.profile.documents) {
        list.items_id.assign(20, of_units("surat keterangan ", name_units_max));
        list.items_en.assign(20, of_units("a letter that says ", name_units_max));
    }
    office.exceptions.front().date = *date_of({2026, 9, 30});
    office.exceptions.front().reason_id = of_units("pemadaman listrik ", name_units_max);
    office.exceptions.front().reason_en = of_units("a power cut and a flood ", name_units_max);
    office.zone = Zone::wita;
    return office;
}

scheduling::Booking lengthy_booking() {
    scheduling::Booking booking;
    booking.id = BookingId{scheduling::code_space - 1};
    booking.placement = {PoolId{1}, *date_of({2026, 9, 30}), late, {}};
    for (std::uint16_t n = 995; n <= 999; ++n) {
        booking.placement.numbers.push_back({'W', n});
        const std::string name = of_units("Maria Xantippe ", name_units_max);
        booking.people.push_back({PersonId{n}, PersonName(name), LocalDate{9000}});
    }
    booking.hold_until = *parse_iso_instant("2026-09-30T23:50:00+08:00");
    return booking;
}

// All that we begin to say.
std::vector<notices::Note> announcements(const Voice& voice) {
    const scheduling::Booking booking = lengthy_booking();
    scheduling::PassportCase passport;
    passport.id = scheduling::case_of(booking.id, 5);
    passport.expected_on = passport.ready_on = booking.placement.day;
    const PassportTold told{passport, booking.people.front().name};
    const LocalDate later = booking.placement.day + 30;
    scheduling::Office without_hours = voice.office;  // for collecting
    without_hours.stage = scheduling::OfficeStage::suspended;
    const Voice apart{voice.wording, voice.language, without_hours};
    return {
        closure_note(voice, booking, booking.placement),
        reminder_note(voice, booking),
        production_note(voice, told),
        ready_note(voice, told, later),
        recall_note(voice, told, later),
        ready_note(apart, told, later),
        recall_note(apart, told, later),
        lapsed_note(voice, told),
        rating_note(voice, booking.id),
        answer_note(
            voice,
            InquiryId{~std::uint64_t{0}},
            of_units("Silakan datang ke loket. ", 2 * answer_units_max)
        ),
        offer_note(voice, booking, booking),
    };
}

void expect_fit_for_a_parameter(const std::string& value) {
    EXPECT_FALSE(value.empty());
    EXPECT_EQ(value.find_first_of("\n\r\t"), std::string::npos) << value;
    EXPECT_EQ(value.find(std::string(template_spaces_max + 1, ' ')), std::string::npos) << value;
}

// The template's body as approved, with its parameters.
std::string sent_outside(const notices::Template& message, Language language) {
    for (const TemplateForm& form : template_forms()) {
        if (form.name != message.name) continue;
        std::string body = template_body(wording_of_tree(), language, form);
        for (std::size_t i = 0; i < message.parameters.size(); ++i) {
            const std::string mark = "{{" + std::to_string(i + 1) + "}}";
            const std::size_t at = body.find(mark);
            EXPECT_NE(at, std::string::npos) << form.name << " has no " << mark;
            if (at != std::string::npos) body.replace(at, mark.size(), message.parameters[i]);
        }
        return body;
    }
    ADD_FAILURE() << "no form named " << message.name;
    return "";
}

}  // namespace

TEST(LongestTexts, each_sentence_keeps_within_its_place) {
    for (const Language language : both) {
        Values values = longest_values(language);
        values.merge(special_values(language));
        for (const auto& [key, pattern] : wording_of_tree().table(language)) {
            const std::string text = filled(key, pattern, values);
            EXPECT_LE(utf16_units(text), units_max_of(key)) << key << ": " << text;
        }
    }
}

TEST(LongestTexts, each_announcement_is_sendable_and_loses_nothing) {
    const scheduling::Office office = lengthy_office();
    for (const Language language : both) {
        std::set<std::string> names;
        for (notices::Note& note : announcements({wording_of_tree(), language, office})) {
            ASSERT_TRUE(note.instead);
            names.insert(note.instead->name);
            Reply reply;
            reply.content = note;
            expect_sendable(reply);
            EXPECT_EQ(sent_outside(*note.instead, language), note.body);
        }
        EXPECT_EQ(names.size(), template_forms().size()) << "a template that nothing announces";
    }
}

TEST(LongestTexts, each_template_is_taken_outside_the_window) {
    const scheduling::Office office = lengthy_office();
    for (const Language language : both) {
        for (const notices::Note& note : announcements({wording_of_tree(), language, office})) {
            const notices::Template& message = *note.instead;
            EXPECT_LE(utf16_units(sent_outside(message, language)), body_units_max);
            for (const std::string& value : message.parameters)
                expect_fit_for_a_parameter(value);
            EXPECT_LE(message.payloads.size(), buttons_max);
            for (const std::string& payload : message.payloads)
                EXPECT_LE(utf16_units(payload), template_payload_units_max) << payload;
            for (const notices::Button& button : note.buttons)
                EXPECT_LE(utf16_units(button.title), template_button_units_max) << button.title;
        }
    }
}

}  // namespace antre::conversation
