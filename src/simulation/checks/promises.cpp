#include "simulation/checks/promises.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <tuple>
#include <variant>

#include "foundation/time.h"

namespace antre::simulation {

using scheduling::Booking;
using scheduling::BookingStatus;

namespace {

constexpr Milliseconds reminder_worth_it = hours(1);  // before the window begins
constexpr std::size_t iso_date_length = 10;

std::string text_of(BookingId id) {
    return "booking " + std::to_string(id.value);
}

std::optional<LocalDate> day_in(const std::string& detail) {
    return parse_iso_date(std::string_view(detail).substr(0, iso_date_length));
}

// "2026-11-24 17": a day, and how many.
std::size_t count_in(const std::string& detail) {
    std::size_t count = 0;
    if (detail.size() > iso_date_length) {
        const char* begin = detail.data() + iso_date_length + 1;
        std::from_chars(begin, detail.data() + detail.size(), count);
    }
    return count;
}

// The notices of the commit that speak of a booking.
std::vector<const notices::OutMessage*> notices_in(const engine::Commit& commit) {
    std::vector<const notices::OutMessage*> found;
    for (const engine::Change& change : commit.changes) {
        const auto* queued = std::get_if<engine::QueueMessage>(&change);
        if (queued == nullptr || queued->message.kind != notices::MessageKind::notice) continue;
        if (queued->message.about) found.push_back(&queued->message);
    }
    return found;
}

}  // namespace

bool PromisesCheck::is_due(const engine::Commit& commit, const Booking& booking, LocalDate day)
    const {
    if (booking.office != commit.office || booking.placement.day != day) return false;
    if (booking.status != BookingStatus::booked || !booking.wants_reminder) return false;
    if (!people_.can_be_told(booking.contact)) return false;
    const auto office = offices_.find(commit.office);
    if (office == offices_.end()) return false;
    const Instant begins = instant_of({day, booking.placement.window}, office->second.zone);
    return begins - commit.at >= reminder_worth_it;
}

void PromisesCheck::look_at_reminders(const engine::Commit& commit, const Reminders& reminders) {
    verdict_.looked("I13");
    std::size_t sent = 0;
    for (const notices::OutMessage* message : notices_in(commit)) {
        const auto found = bookings_.find(message->about->booking);
        if (found == bookings_.end() || found->second.placement.day != reminders.day) continue;
        const Booking& booking = found->second;
        if (booking.status == BookingStatus::held) continue;  // an offer of the waiting list
        ++sent;
        if (!is_due(commit, booking, reminders.day)) {
            verdict_.broken("I13", text_of(booking.id) + " was reminded though nothing was due");
        }
        if (!reminded_.emplace(booking.id, booking.version).second) {
            verdict_.broken("I13", text_of(booking.id) + " was reminded twice of one visit");
        }
    }
    const auto due = std::count_if(bookings_.begin(), bookings_.end(), [&](const auto& entry) {
        return is_due(commit, entry.second, reminders.day);
    });
    if (sent != reminders.said || sent != static_cast<std::size_t>(due)) {
        verdict_.broken(
            "I13",
            std::to_string(due) + " were due a reminder, " + std::to_string(sent) + " got one, " +
                std::to_string(reminders.said) + " are in the journal"
        );
    }
}

// With places kept for priority, those who may take them can come before others.
bool PromisesCheck::has_lanes(OfficeId office, PoolId pool) const {
    const auto found = offices_.find(office);
    if (found == offices_.end()) return true;
    const scheduling::Pool* known = scheduling::pool_of(found->second, pool);
    return known == nullptr || known->priority_percent > 0;
}

void PromisesCheck::look_at_closure(const engine::Commit& commit, LocalDate day) {
    // Which pool and how many: only those compete. Then where they were, and where they are now.
    using Before = std::tuple<MinuteOfDay, scheduling::PlaceNumber>;
    using After = std::tuple<LocalDate, MinuteOfDay>;
    std::map<std::pair<PoolId, std::size_t>, std::map<Before, After>> lines;
    const auto told = notices_in(commit);
    for (const engine::Change& change : commit.changes) {
        const auto* put = std::get_if<engine::PutBooking>(&change);
        if (put == nullptr || put->booking.status != BookingStatus::booked) continue;
        const Booking& now = put->booking;
        const auto before = bookings_.find(now.id);
        if (before == bookings_.end() || before->second.placement.day != day) continue;
        const scheduling::Placement& had = before->second.placement;
        if (now.placement == had) continue;
        verdict_.looked("I5");
        const bool is_told = std::any_of(told.begin(), told.end(), [&](const auto* message) {
            return message->about->booking == now.id && message->about->version == now.version &&
                   message->contact == now.contact;
        });
        if (is_told != people_.can_be_told(now.contact)) {
            verdict_.broken("I5", text_of(now.id) + " was moved by the office and not told");
        }
        if (now.placement.day <= day) {
            verdict_.broken("I12", text_of(now.id) + " was asked to come before its day");
        }
        lines[{had.pool, had.numbers.size()}][{had.window, had.numbers.front()}] = {
            now.placement.day, now.placement.window};
    }
    for (const auto& [who, line] : lines) {
        if (has_lanes(commit.office, who.first)) continue;
        verdict_.looked("I12");
        const bool is_in_order = std::is_sorted(line.begin(), line.end(), [](auto& a, auto& b) {
            return a.second < b.second;
        });
        if (!is_in_order) verdict_.broken("I12", "who was first on a closed day is so no more");
    }
}

// An office has come as far as `last` with its reminders: each day on the way is looked at, and
// each that the journal names.
void PromisesCheck::look_at_mark(const engine::Commit& commit, std::optional<LocalDate> last) {
    std::map<LocalDate, std::size_t> said;
    for (const engine::Event& event : commit.events) {
        if (event.kind != engine::EventKind::reminders_queued) continue;
        if (const auto day = day_in(event.detail)) said[*day] = count_in(event.detail);
    }
    const auto office = offices_.find(commit.office);
    if (last && office != offices_.end()) {
        LocalDate day = local_time(commit.at, office->second.zone).date;
        const auto before = marks_.find(commit.office);
        if (before != marks_.end()) day = std::max(day, before->second + 1);
        for (; day <= *last; day = day + 1)
            said.emplace(day, 0);
        marks_[commit.office] = *last;
    }
    for (const auto& [day, count] : said)
        look_at_reminders(commit, {day, count});
}

void PromisesCheck::look(const engine::Commit& commit) {
    std::optional<LocalDate> mark;
    for (const engine::Change& change : commit.changes) {
        if (const auto* put = std::get_if<engine::PutOfficeRow>(&change)) {
            offices_.insert_or_assign(put->office.id, put->office);
        }
        if (const auto* marked = std::get_if<engine::MarkReminded>(&change)) mark = marked->day;
    }
    look_at_mark(commit, mark);
    for (const engine::Event& event : commit.events) {
        if (event.kind != engine::EventKind::day_closed) continue;
        if (const auto day = day_in(event.detail)) look_at_closure(commit, *day);
    }
}

}  // namespace antre::simulation
