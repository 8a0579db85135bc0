#include "channels/console/passports.h"

#include <algorithm>
#include <boost/json.hpp>

#include "channels/console/answered.h"
#include "channels/console/separated.h"
#include "scheduling/booking.h"

namespace antre::channels::console {

namespace json = boost::json;

using scheduling::CaseState;
using scheduling::PassportCase;

namespace {

std::string day_text(const std::optional<LocalDate>& day) {
    return day ? iso_date(*day) : "-";
}

std::optional<LocalDate> last_day(const engine::CasesAnswer& answer, const PassportCase& passport) {
    const auto found = answer.last_days.find(passport.id);
    if (found == answer.last_days.end()) return std::nullopt;
    return found->second;
}

std::string for_people(const engine::CasesAnswer& answer) {
    std::string text;
    for (const PassportCase& each : answer.cases) {
        text += scheduling::code_of(each.id) + "  " + std::string(name_of(each.state)) +
                "  opened " + iso_date(each.opened_on) + "  paid " + day_text(each.paid_on) +
                "  expected " + day_text(each.expected_on) + "  ready " + day_text(each.ready_on);
        const auto last = last_day(answer, each);
        if (last) text += "  until " + iso_date(*last);
        if (each.score != 0) text += "  mark " + std::to_string(each.score);
        text += "\n";
    }
    return text.empty() ? "no case was opened for this booking\n" : text;
}

std::string for_programs(const engine::CasesAnswer& answer) {
    json::array out;
    const auto day = [](const std::optional<LocalDate>& at) {
        return at ? json::value(iso_date(*at)) : json::value(nullptr);
    };
    for (const PassportCase& each : answer.cases) {
        out.push_back(
            {{"code", scheduling::code_of(each.id)},
             {"state", scheduling::name_of(each.state)},
             {"opened_on", iso_date(each.opened_on)},
             {"paid_on", day(each.paid_on)},
             {"expected_on", day(each.expected_on)},
             {"ready_on", day(each.ready_on)},
             {"collect_until", day(last_day(answer, each))},
             {"score", each.score == 0 ? json::value(nullptr) : json::value(each.score)}}
        );
    }
    return json::serialize(out) + "\n";
}

Output printed(const Act& act, const Result<engine::CasesAnswer, Output>& answer) {
    if (!answer) return answer.error();
    return {0, act.word("json").empty() ? for_people(*answer) : for_programs(*answer), ""};
}

Output bad_code() {
    return refusal("a booking is named like 7F3K9Q, a case like 7F3K9Q-2");
}

// ---- the list ----------------------------------------------------------------------------------

std::string_view reason_of(engine::RowFault fault) {
    switch (fault) {
    case engine::RowFault::case_unknown: return "no such case in this office";
    case engine::RowFault::not_in_production: return "not in production: not paid, or ended";
    case engine::RowFault::ready_before: return "ready or collected already";
    case engine::RowFault::named_twice: return "named before in this list";
    }
    return "";
}

struct BadRow {
    std::uint32_t line = 0;
    std::string reason;
};
struct ReadyList {
    engine::ImportReady import;
    std::vector<BadRow> bad;
};

Result<ReadyList, std::string> ready_list(std::string_view text) {
    const auto table = parse_separated(text);
    if (!table) return fail(table.error());
    const auto& names = table->header;
    const auto column = std::find(names.begin(), names.end(), "code");
    if (column == names.end()) return fail(std::string("line 1: there is no column \"code\""));
    const auto at = static_cast<std::size_t>(column - names.begin());
    ReadyList list;
    for (const SeparatedRow& row : table->rows) {
        if (row.cells.size() != names.size()) {
            list.bad.push_back(
                {row.line,
                 std::to_string(row.cells.size()) + " columns instead of " +
                     std::to_string(names.size())}
            );
            continue;
        }
        const auto passport = scheduling::case_coded(row.cells[at]);
        if (passport) {
            list.import.rows.push_back({row.line, *passport});
        } else {
            list.bad.push_back({row.line, "not a code like 7F3K9Q-2"});
        }
    }
    return list;
}

std::string report(const engine::ImportAnswer& answer, std::vector<BadRow> bad) {
    std::size_t usable = 0;
    for (const engine::RowVerdict& row : answer.rows) {
        if (!row.fault) {
            ++usable;
            continue;
        }
        bad.push_back(
            {row.line,
             scheduling::code_of(row.passport) + ": " + std::string(reason_of(*row.fault))}
        );
    }
    std::sort(bad.begin(), bad.end(), [](const BadRow& a, const BadRow& b) {
        return a.line < b.line;
    });
    std::string text;
    for (const BadRow& row : bad)
        text += "line " + std::to_string(row.line) + ": " + row.reason + "\n";
    const bool is_preview = answer.resolve == engine::Resolve::preview;
    text += std::to_string(usable) + (is_preview ? " would become ready, " : " became ready, ") +
            std::to_string(bad.size()) + " rows cannot be used\n";
    if (is_preview) text += "Nothing is changed yet; the same with --confirm applies the rest.\n";
    return text;
}

}  // namespace

Output open_cases(const Act& act, const OfficeFound& office, const Engine& engine) {
    const auto booking = scheduling::booking_coded(act.word("code"));
    if (!booking) return bad_code();
    return printed(act, answered<engine::CasesAnswer>(engine, office, engine::OpenCases{*booking}));
}

Output show_cases(const Act& act, const OfficeFound& office, const Engine& engine) {
    const auto passport = scheduling::case_coded(act.word("code"));
    if (!passport) return bad_code();
    const engine::ShowCases shows{scheduling::booking_of(*passport)};
    return printed(act, answered<engine::CasesAnswer>(engine, office, shows));
}

Output move_case(const Act& act, const OfficeFound& office, const Engine& engine) {
    const auto passport = scheduling::case_coded(act.word("code"));
    if (!passport) return bad_code();
    const auto to = scheduling::case_state_named(act.word("state"));
    if (!to) {
        return refusal(
            "the states are accepted, deferred, refused, in_production, ready, collected, cancelled"
        );
    }
    engine::MoveCase moves{*passport, *to};
    if (!act.word("expected_on").empty()) {
        moves.expected_on = parse_iso_date(act.word("expected_on"));
        if (!moves.expected_on) return refusal("the day is written like 2026-12-24");
        if (*moves.expected_on < local_time(engine.now(), office.zone).date) {
            return refusal("the day has gone by");
        }
    }
    return printed(act, answered<engine::CasesAnswer>(engine, office, moves));
}

Output import_ready(const Act& act, const OfficeFound& office, const Engine& engine) {
    auto list = ready_list(act.body);
    if (!list) return refusal(list.error());
    list->import.resolve = resolve_of(act);
    const auto answer = answered<engine::ImportAnswer>(engine, office, std::move(list->import));
    if (!answer) return answer.error();
    return {0, report(*answer, std::move(list->bad)), ""};
}

}  // namespace antre::channels::console
