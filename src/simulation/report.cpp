#include "simulation/report.h"

#include <boost/json.hpp>

namespace antre::simulation {

namespace json = boost::json;

std::uint64_t Figures::faults() const {
    std::uint64_t sum = crashes() + restarts + disks_full + outages + tokens_expired +
                        store.unavailable + store.unknown + store.conflict;
    for (const auto& [name, count] : chaos)
        sum += count;
    return sum;
}

namespace {

json::object people_json(const Outcome& outcome) {
    const Figures& figures = outcome.figures;
    return {
        {"people", figures.people},
        {"messages_written", figures.written},
        {"api_requests", figures.requests},
        {"webhooks", figures.webhooks},
        {"webhooks_refused", figures.webhooks_refused},
        {"webhooks_turned_away", figures.webhooks_turned_away},
        {"webhooks_unanswered", figures.webhooks_unanswered},
        {"webhooks_unreadable", figures.unreadable},
        {"repeats", outcome.repeats},
    };
}

json::object work_json(const Outcome& outcome) {
    return {
        {"commits", outcome.commits},
        {"held", outcome.bookings.held},
        {"booked", outcome.bookings.booked},
        {"moved", outcome.bookings.moved},
        {"cancelled", outcome.bookings.cancelled},
        {"holds_expired", outcome.bookings.expired},
        {"holds_released", outcome.bookings.released},
        {"corrected", outcome.bookings.corrected},
        {"erasures_asked", outcome.bookings.erasures_asked},
        {"erased", outcome.bookings.erased},
        {"places_held", outcome.places_held},
        {"messages_queued", outcome.messages_queued},
        {"messages_sent", outcome.messages_sent},
        {"messages_sent_again", outcome.messages_sent_again},
        {"messages_dropped", outcome.messages_dropped},
        {"messages_failed", outcome.messages_failed},
        {"places_offered", outcome.places_offered},
    };
}

json::object faults_json(const Figures& figures) {
    json::object chaos;
    for (const auto& [name, count] : figures.chaos)
        chaos[name] = count;
    return {
        {"kills", figures.kills},
        {"power_losses", figures.power_losses},
        {"disk_errors", figures.disk_errors},
        {"disks_full", figures.disks_full},
        {"restarts", figures.restarts},
        {"starts_failed", figures.starts_failed},
        {"outages", figures.outages},
        {"tokens_expired", figures.tokens_expired},
        {"store_unavailable", figures.store.unavailable},
        {"store_unknown", figures.store.unknown},
        {"store_conflict", figures.store.conflict},
        {"whatsapp", std::move(chaos)},
        {"sum", figures.faults()},
    };
}

json::array days_json(const Figures& figures) {
    json::array days;
    for (const auto& [date, day] : figures.by_day) {
        days.push_back(json::object{
            {"day", iso_date(date)},
            {"written", day.written},
            {"booked", day.booked},
            {"moved", day.moved},
            {"cancelled", day.cancelled},
            {"sent", day.sent},
            {"crashes", day.crashes},
        });
    }
    return days;
}

json::object counted(const std::map<std::string, std::uint64_t>& counts) {
    json::object object;
    for (const auto& [name, count] : counts)
        object[name] = count;
    return object;
}

std::string cell(std::uint64_t number) {
    std::string text = std::to_string(number);
    text.insert(0, text.size() < 10 ? 10 - text.size() : 0, ' ');
    return text;
}

}  // namespace

std::string report_json(const Outcome& outcome) {
    json::array violations;
    for (const Violation& violation : outcome.verdict.violations()) {
        violations.push_back(json::object{
            {"invariant", violation.invariant},
            {"at", iso_instant(violation.at)},
            {"what", violation.what},
        });
    }
    const json::object report{
        {"seed", outcome.options.seed},
        {"days", outcome.options.days},
        {"offices", outcome.options.offices},
        {"faults", std::string(name_of(outcome.options.faults))},
        {"ok", outcome.verdict.is_clean()},
        {"violations", std::move(violations)},
        {"violated", counted(outcome.verdict.counts())},
        {"looks", counted(outcome.verdict.looks())},
        {"outside", people_json(outcome)},
        {"work", work_json(outcome)},
        {"faults_met", faults_json(outcome.figures)},
        {"by_day", days_json(outcome.figures)},
        {"ended_at", iso_instant(outcome.ended_at)},
        {"tape_sha256", outcome.tape},
    };
    return json::serialize(report);
}

std::string report_text(const Outcome& outcome) {
    const Figures& figures = outcome.figures;
    std::string text = "day            written    booked     moved cancelled      sent   crashes\n";
    for (const auto& [date, day] : figures.by_day) {
        text += iso_date(date) + "  " + cell(day.written) + cell(day.booked) + cell(day.moved) +
                cell(day.cancelled) + cell(day.sent) + cell(day.crashes) + "\n";
    }
    text += "\n" + std::to_string(figures.people) + " people, " + std::to_string(outcome.commits) +
            " commits, " + std::to_string(figures.faults()) + " faults (" +
            std::to_string(figures.kills) + " kills, " + std::to_string(figures.power_losses) +
            " power losses, " + std::to_string(figures.disk_errors) + " disk errors)\n";
    text += "looked at:";
    for (const auto& [name, count] : outcome.verdict.looks())
        text += " " + name + " " + std::to_string(count) + "x";
    text += "\ntape sha256 " + outcome.tape + "\n";
    for (const Violation& violation : outcome.verdict.violations()) {
        text += "broken: " + violation.invariant + " at " + iso_instant(violation.at) + ": " +
                violation.what + "\n";
    }
    text += outcome.verdict.is_clean() ? "every invariant held\n" : "invariants were broken\n";
    return text;
}

}  // namespace antre::simulation
