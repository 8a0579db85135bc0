#include "channels/console/closing.h"

#include <boost/json.hpp>
#include <tuple>

#include "channels/console/answered.h"
#include "conversation/limits.h"
#include "foundation/text.h"
#include "scheduling/booking.h"

namespace antre::channels::console {

namespace json = boost::json;

using engine::ClosureAnswer;
using engine::ClosureMove;
using engine::ClosureStage;

namespace {

// An old hour, and the day and hour where people of it go.
using Flow = std::tuple<int, LocalDate, int>;

std::map<Flow, std::size_t> people_by_hour(const engine::Closure& closure) {
    std::map<Flow, std::size_t> counts;
    for (const ClosureMove& move : closure.moves) {
        const Flow flow{move.from.window.value / 60, move.to.day, move.to.window.value / 60};
        counts[flow] += move.to.numbers.size();
    }
    return counts;
}

std::size_t people_of(const engine::Closure& closure) {
    std::size_t people = 0;
    for (const ClosureMove& move : closure.moves)
        people += move.to.numbers.size();
    return people;
}

std::string hour_text(int hour) {
    return iso_time(clock_time(hour, 0)) + "-" + iso_time(clock_time(hour + 1, 0));
}

std::string place_text(const scheduling::Placement& placement) {
    std::string text = scheduling::label_of(placement.numbers.front());
    if (placement.numbers.size() > 1) text += "-" + scheduling::label_of(placement.numbers.back());
    return text + " " + iso_date(placement.day) + " " + iso_time(placement.window);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string headline(const ClosureAnswer& answer, const OfficeFound& office) {
    const engine::Closure& closure = answer.closure;
    const std::string who = counted(closure.moves.size(), "booking", "bookings") + " (" +
                            counted(people_of(closure), "person", "people") + ")";
    const std::string where = office.slug + ", " + iso_date(closure.day) + ": ";
    switch (answer.stage) {
    case ClosureStage::proposed: return where + who + " would move";
    case ClosureStage::done: return where + "closed, " + who + " moved";
    case ClosureStage::done_before: return where + "closed before, " + who + " moved then";
    }
    return where;
}

std::string for_people(const ClosureAnswer& answer, const OfficeFound& office) {
    std::string text = headline(answer, office) + "\n";
    for (const auto& [flow, people] : people_by_hour(answer.closure)) {
        const auto& [from, day, to] = flow;
        text += "  " + hour_text(from) + " -> " + iso_date(day) + " " + hour_text(to) + "  " +
                counted(people, "person", "people") + "\n";
    }
    for (const ClosureMove& move : answer.closure.moves) {
        text += scheduling::code_of(move.booking) + "  " + place_text(move.from) + " -> " +
                place_text(move.to);
        if (move.reach == engine::Reach::opted_out) text += "  NOT TOLD: said STOP";
        if (move.reach == engine::Reach::without_phone) text += "  NOT TOLD: gave no number";
        text += "\n";
    }
    if (answer.stage == ClosureStage::proposed) {
        text += "Nothing is changed yet; the same with --confirm moves and tells them.\n";
    }
    return text;
}

json::object place_json(const scheduling::Placement& placement, Zone zone) {
    json::array numbers;
    for (const scheduling::PlaceNumber number : placement.numbers)
        numbers.emplace_back(scheduling::label_of(number));
    return {
        {"starts_at", iso_local({placement.day, placement.window}, zone)}, {"numbers", numbers}};
}

std::string_view word_of(ClosureStage stage) {
    switch (stage) {
    case ClosureStage::proposed: return "proposed";
    case ClosureStage::done: return "done";
    case ClosureStage::done_before: return "done_before";
    }
    return "";
}

std::string for_programs(const ClosureAnswer& answer, const OfficeFound& office) {
    json::array hours;
    for (const auto& [flow, people] : people_by_hour(answer.closure)) {
        const auto& [from, day, to] = flow;
        hours.push_back(
            {{"hour", iso_time(clock_time(from, 0))},
             {"to_day", iso_date(day)},
             {"to_hour", iso_time(clock_time(to, 0))},
             {"people", people}}
        );
    }
    json::array moves;
    for (const ClosureMove& move : answer.closure.moves) {
        moves.push_back(
            {{"code", scheduling::code_of(move.booking)},
             {"from", place_json(move.from, office.zone)},
             {"to", place_json(move.to, office.zone)},
             {"reach", engine::name_of(move.reach)}}
        );
    }
    const json::object out{
        {"office", office.slug},
        {"day", iso_date(answer.closure.day)},
        {"stage", word_of(answer.stage)},
        {"hours", hours},
        {"moves", moves}};
    return json::serialize(out) + "\n";
}

bool is_sayable(std::string_view reason) {
    return is_valid_utf8(reason) && utf16_units(reason) <= conversation::name_units_max &&
           reason.find('\n') == std::string_view::npos;
}

}  // namespace

Output close_day(const Act& act, const OfficeFound& office, const Engine& engine) {
    const auto day = parse_iso_date(act.word("day"));
    if (!day) return refusal("the day is written like 2026-12-24");
    for (const std::string_view name : {"reason", "reason_en"}) {
        if (is_sayable(act.word(name))) continue;
        return refusal(
            "the reason is one line of at most " + std::to_string(conversation::name_units_max) +
            " characters: people read it"
        );
    }
    engine::CloseDay closing;
    closing.day = *day;
    closing.reason_id = act.word("reason");
    closing.reason_en = act.word("reason_en");
    closing.resolve = resolve_of(act);
    const auto answer = answered<ClosureAnswer>(engine, office, closing);
    if (!answer) return answer.error();
    return {
        0,
        act.word("json").empty() ? for_people(*answer, office) : for_programs(*answer, office),
        ""};
}

Output open_day(const Act& act, const OfficeFound& office, const Engine& engine) {
    const auto day = parse_iso_date(act.word("day"));
    if (!day) return refusal("the day is written like 2026-12-24");
    const auto answer = answered<engine::StaffDone>(engine, office, engine::ReopenDay{*day});
    if (!answer) return answer.error();
    if (!act.word("json").empty()) {
        const json::object out{{"office", office.slug}, {"day", iso_date(*day)}, {"stage", "open"}};
        return {0, json::serialize(out) + "\n", ""};
    }
    return {0, office.slug + ", " + iso_date(*day) + ": takes bookings again\n", ""};
}

}  // namespace antre::channels::console
