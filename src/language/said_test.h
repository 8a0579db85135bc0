#pragma once

// What the tables of the tests say: a text, what was asked, and what must be understood, written as
// "intent key=value ..." in the words of the exchange format.

#include <algorithm>
#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <string_view>

#include "language/understand.h"

namespace antre::language {

inline const Tables& test_tables() {
    static const Tables tables = built_in_tables();
    return tables;
}

// Tuesday 24 November 2026, 09:10.
inline const LocalTime test_now{*date_of({2026, 11, 24}), clock_time(9, 10)};

inline Meaning
heard(std::string_view text, Asked asked = Asked::nothing, LocalTime now = test_now) {
    return understand(text, Language::id, now, asked, test_tables());
}

inline void put(std::string& out, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out += " ";
    out += key;
    out += "=";
    out += value;
}

// All that is said, for comparison with what a test expects.
inline std::string said(const Meaning& meaning) {
    std::string out(word_of(meaning.intent));
    const auto date = [&](std::string_view key, std::optional<LocalDate> value) {
        if (value) put(out, key, iso_date(*value));
    };
    const auto time = [&](std::string_view key, std::optional<MinuteOfDay> value) {
        if (value) put(out, key, iso_time(*value));
    };
    const auto number = [&](std::string_view key, std::optional<int> value) {
        if (value) put(out, key, std::to_string(*value));
    };
    date("old_date", meaning.old_date);
    date("date", meaning.date);
    date("date_to", meaning.date_to);
    if (meaning.date_rel) put(out, "date_rel", word_of(*meaning.date_rel));
    time("old_time", meaning.old_time);
    time("time", meaning.time);
    time("time_to", meaning.time_to);
    if (meaning.time_rel) put(out, "time_rel", word_of(*meaning.time_rel));
    if (meaning.daypart) put(out, "daypart", word_of(*meaning.daypart));
    if (meaning.wants_earliest) put(out, "earliest", "yes");
    number("delay_min", meaning.delay_min);
    number("count", meaning.count);
    for (const PersonMeant& person : meaning.people) {
        put(out, "name", person.name.reveal());
        date("birth", person.birth_date);
    }
    if (meaning.nik) put(out, "nik", meaning.nik->reveal());
    if (meaning.priority) put(out, "priority", word_of(*meaning.priority));
    if (meaning.is_for_child) put(out, "child", "yes");
    if (meaning.service) put(out, "service", word_of(*meaning.service));
    if (meaning.passport_type) put(out, "passport_type", word_of(*meaning.passport_type));
    if (meaning.topic) put(out, "topic", word_of(*meaning.topic));
    if (meaning.lang_to) put(out, "lang_to", code_of(*meaning.lang_to));
    if (meaning.data_wish) put(out, "data_wish", word_of(*meaning.data_wish));
    put(out, "code", meaning.code);
    put(out, "queue_no", meaning.queue_no);
    number("choice", meaning.choice);
    put(out, "bad_date", meaning.bad_date_text);
    put(out, "bad_birth", meaning.bad_birth_text);
    return out;
}

// What day is read where one was asked for: an ISO date, "from..to", "... before"; "-" for none.
inline std::string date_said(std::string_view text, LocalTime now = test_now) {
    const Meaning meaning = heard(text, Asked::ask_date, now);
    if (!meaning.date) return "-";
    std::string out = iso_date(*meaning.date);
    if (meaning.date_to) out += ".." + iso_date(*meaning.date_to);
    if (meaning.date_rel) out += " " + std::string(word_of(*meaning.date_rel));
    return out;
}

// What hour is read beside a day that nobody asked for.
inline std::string time_said(std::string_view text) {
    const Meaning meaning = heard("besok " + std::string(text), Asked::nothing);
    std::string out = meaning.time ? iso_time(*meaning.time) : "-";
    if (meaning.time_to) out += ".." + iso_time(*meaning.time_to);
    if (meaning.time_rel) out += " " + std::string(word_of(*meaning.time_rel));
    return out;
}

struct SaidRow {
    std::string_view text;
    std::string_view value;
};

inline void expect_dates(std::initializer_list<SaidRow> rows) {
    for (const SaidRow& row : rows) {
        EXPECT_EQ(date_said(row.text), row.value) << row.text;
    }
}

inline void expect_times(std::initializer_list<SaidRow> rows) {
    for (const SaidRow& row : rows) {
        EXPECT_EQ(time_said(row.text), row.value) << row.text;
    }
}

inline void expect_said(
    std::string_view text,
    std::string_view expected,
    Asked asked = Asked::nothing,
    LocalTime now = test_now
) {
    const Meaning meaning = heard(text, asked, now);
    EXPECT_EQ(said(meaning), expected) << text << "\n  because " << meaning.reason;
}

inline void expect_intent(Intent intent, std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        const Meaning meaning = heard(text);
        EXPECT_EQ(meaning.intent, intent) << text << " is heard as " << word_of(meaning.intent)
                                          << "\n  because " << meaning.reason;
    }
}

// Nothing that destroys is understood.
inline void expect_unwished(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        const Meaning meaning = heard(text);
        EXPECT_NE(meaning.intent, Intent::cancel) << text << "\n  because " << meaning.reason;
        EXPECT_NE(meaning.intent, Intent::opt_out) << text << "\n  because " << meaning.reason;
    }
}

// A text and what must be among that which is said of it, with spaces between; "old_date=-" means
// that there is none.
struct AmongRow {
    std::string_view text;
    std::string_view parts;
};

// "name=Dewi_Lestari" has its spaces as underscores.
inline bool holds_part(const std::string& said, std::string_view part) {
    const bool is_absent = part.ends_with("=-");
    if (is_absent) part.remove_suffix(1);
    const std::string end = is_absent ? "" : " ";
    std::string all = " " + said + " ";
    std::string wanted = " " + std::string(part) + end;
    std::replace(all.begin(), all.end(), '_', ' ');
    std::replace(wanted.begin(), wanted.end(), '_', ' ');
    return (all.find(wanted) == std::string::npos) == is_absent;
}

inline void expect_among(Asked asked, std::initializer_list<AmongRow> rows) {
    for (const AmongRow& row : rows) {
        const Meaning meaning = heard(row.text, asked);
        const std::string all = said(meaning);
        for (std::size_t begin = 0; begin < row.parts.size();) {
            const std::size_t end = std::min(row.parts.find(' ', begin), row.parts.size());
            const std::string_view part = row.parts.substr(begin, end - begin);
            EXPECT_TRUE(holds_part(all, part))
                << row.text << "\n  " << part << " in " << all << "\n  because " << meaning.reason;
            begin = end + 1;
        }
    }
}

}  // namespace antre::language
