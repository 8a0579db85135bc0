// What we begin to say about a passport.

#include <algorithm>

#include "conversation/announced.h"
#include "conversation/announcing.h"
#include "conversation/collecting.h"
#include "conversation/dates.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/rating.h"
#include "conversation/ticket.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

// The first name in full, of the others the letter they begin with: "Siti R.".
std::string masked(const PersonName& name) {
    const std::string line = clean_line(name.reveal());  // the words below are views of it
    std::string out;
    for (const std::string_view word : split(line, ' ')) {
        if (word.empty()) continue;
        if (out.empty()) {
            out = word;
            continue;
        }
        // A letter may be several bytes.
        std::size_t length = 1;
        while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80)
            ++length;
        out += ' ';
        out += word.substr(0, length);
        out += '.';
    }
    return shorten(out, name_units_max);
}

std::string person_of(const Voice& voice, const PassportTold& told) {
    std::string name = masked(told.name);
    return name.empty() ? voice.wording.say(voice.language, "passport.somebody") : name;
}

// From the first opening to the last closing: "08.00-15.00".
std::string hours_on(const Voice& voice, LocalDate day) {
    const std::vector<scheduling::OpenHours> hours = scheduling::open_hours_on(voice.office, day);
    if (hours.empty()) return "-";
    return clock_text(hours.front().opens, voice.language) + "-" +
           clock_text(hours.back().closes, voice.language);
}

std::string last_day(const Voice& voice, const PassportTold& told) {
    return day_text(scheduling::last_day_to_collect(voice.office, told.passport), voice.language);
}

// Under the news of a ready passport. WhatsApp approves a template with its buttons, so that an
// office that gives no hours for collecting has one of its own.
struct Way {
    std::string_view form;
    std::vector<Payload> payloads;
};

Way way_there(const Voice& voice, std::string_view with_hours, std::string_view without) {
    if (!offers_collecting(voice.office)) {
        return {without, {{.act = Act::address}, {.act = Act::human}}};
    }
    return {with_hours, {{.act = Act::collect}, {.act = Act::address}, {.act = Act::human}}};
}

}  // namespace

notices::Note production_note(const Voice& voice, const PassportTold& told) {
    return announced(
        voice,
        form_named("paspor_dicetak"),
        {{"name", person_of(voice, told)},
         {"office", office_name(voice.office, voice.language)},
         {"expected", long_date(told.passport.expected_on.value_or(LocalDate{}), voice.language)}},
        {}
    );
}

notices::Note ready_note(const Voice& voice, const PassportTold& told, LocalDate today) {
    const LocalDate from = scheduling::working_day_after(voice.office, today, 0);
    const Way way = way_there(voice, "paspor_selesai", "paspor_selesai_tanpa_jam");
    return announced(
        voice,
        form_named(way.form),
        {{"name", person_of(voice, told)},
         {"office", office_name(voice.office, voice.language)},
         {"from", long_date(from, voice.language)},
         {"hours", hours_on(voice, from)},
         {"until", last_day(voice, told)}},
        way.payloads
    );
}

notices::Note recall_note(const Voice& voice, const PassportTold& told, LocalDate today) {
    const std::int32_t days = today - told.passport.ready_on.value_or(today);
    const Way way = way_there(voice, "paspor_menunggu", "paspor_menunggu_tanpa_jam");
    return announced(
        voice,
        form_named(way.form),
        {{"name", person_of(voice, told)},
         {"office", office_name(voice.office, voice.language)},
         {"days", std::to_string(days)},
         {"until", last_day(voice, told)}},
        way.payloads
    );
}

notices::Note lapsed_note(const Voice& voice, const PassportTold& told) {
    return announced(
        voice,
        form_named("paspor_dibatalkan"),
        {{"name", person_of(voice, told)},
         {"office", office_name(voice.office, voice.language)},
         {"until", last_day(voice, told)}},
        {{.act = Act::start}, {.act = Act::human}}
    );
}

notices::Note rating_note(const Voice& voice, BookingId booking) {
    notices::Note note = announced(
        voice,
        form_named("penilaian_layanan"),
        {{"office", office_name(voice.office, voice.language)}},
        {}
    );
    notices::Menu menu{voice.wording.say(voice.language, "button.rate"), {}};
    for (const Payload& payload : rating_payloads(booking)) {
        const std::string number = std::to_string(*payload.number);
        menu.rows.push_back(
            {encode(payload), voice.wording.say(voice.language, "row.rate." + number), ""}
        );
    }
    note.menu = std::move(menu);
    return note;
}

}  // namespace antre::conversation
