#include "simulation/checks/waits.h"

#include <algorithm>
#include <tuple>
#include <variant>

namespace antre::simulation {

using scheduling::Booking;
using scheduling::BookingStatus;
using scheduling::Placement;
using scheduling::Wait;

namespace {

constexpr std::uint8_t lapses_allowed = 1;  // the second unanswered offer ends the waiting

std::string text_of(const Wait& wait) {
    return "the waiting booking " + std::to_string(wait.booking.value);
}

bool is_wished(const Wait& wait, const Placement& place) {
    const bool is_day = wait.from <= place.day && place.day <= wait.to;
    const bool is_late_enough = !wait.time || *wait.time <= place.window;
    const bool is_early_enough = !wait.time_to || place.window < *wait.time_to;
    return is_day && is_late_enough && is_early_enough;
}

bool was_let_go(const Wait& wait, const Placement& place) {
    return wait.passed && wait.passed->date == place.day && wait.passed->minute <= place.window;
}

bool is_an_improvement(const Wait& wait, const Placement& place, const Placement& had) {
    if (!is_wished(wait, had)) return true;
    return std::tuple{place.day, place.window} < std::tuple{had.day, had.window};
}

bool tells_of(const engine::Commit& commit, const Booking& hold) {
    return std::any_of(commit.changes.begin(), commit.changes.end(), [&](const auto& change) {
        const auto* queued = std::get_if<engine::QueueMessage>(&change);
        return queued != nullptr && queued->message.contact == hold.contact &&
               queued->message.about && queued->message.about->booking == hold.id;
    });
}

}  // namespace

const Booking* WaitsCheck::booking(BookingId id) const {
    const auto found = bookings_.find(id);
    return found == bookings_.end() ? nullptr : &found->second;
}

void WaitsCheck::look_for_overtaken(const Wait& served, const Placement& place) {
    for (const auto& [id, other] : waits_) {
        if (id == served.booking || other.office != served.office || other.offer) continue;
        const bool is_rival = other.pool == served.pool && other.audience == served.audience &&
                              other.party <= served.party;
        const bool is_before =
            std::tuple{other.joined_at, id} < std::tuple{served.joined_at, served.booking};
        if (!is_rival || !is_before || !people_.can_be_told(other.contact)) continue;
        if (!is_wished(other, place) || was_let_go(other, place)) continue;
        const Booking* had = booking(id);
        if (had == nullptr || !is_an_improvement(other, place, had->placement)) continue;
        verdict_.broken("I12", text_of(other) + " was overtaken by " + text_of(served));
    }
}

void WaitsCheck::look_at_offer(const engine::Commit& commit, const Wait& wait) {
    verdict_.looked("I12");
    ++offered_;
    const Booking* hold = booking(*wait.offer);
    const Booking* had = booking(wait.booking);
    if (hold == nullptr || had == nullptr || hold->status != BookingStatus::held ||
        hold->replaces != wait.booking || hold->contact != wait.contact) {
        return verdict_.broken("I12", text_of(wait) + " was offered what is not held for it");
    }
    if (hold->placement.numbers.size() != had->placement.numbers.size()) {
        verdict_.broken("I12", text_of(wait) + " was offered places for a part of the party");
    }
    if (!is_wished(wait, hold->placement) || was_let_go(wait, hold->placement) ||
        !is_an_improvement(wait, hold->placement, had->placement)) {
        verdict_.broken("I12", text_of(wait) + " was offered what it does not wait for");
    }
    if (!tells_of(commit, *hold)) {
        verdict_.broken("I12", text_of(wait) + " was not told of its offer");
    }
    look_for_overtaken(wait, hold->placement);
}

// Nothing waits for a booking that ended, and no offer outlives the place held for it.
void WaitsCheck::look_at_ends(const engine::Commit& commit) {
    for (const engine::Change& change : commit.changes) {
        const auto* put = std::get_if<engine::PutBooking>(&change);
        if (put == nullptr) continue;
        const Booking& changed = put->booking;
        const auto own = waits_.find(changed.id);
        if (own != waits_.end() && changed.status != BookingStatus::booked) {
            verdict_.broken("I12", text_of(own->second) + " waits on though it ended");
        }
        if (!changed.replaces || changed.status == BookingStatus::held) continue;
        const auto offered = waits_.find(*changed.replaces);
        if (offered != waits_.end() && offered->second.offer == changed.id) {
            verdict_.broken("I12", text_of(offered->second) + " keeps an offer that is over");
        }
    }
}

void WaitsCheck::look(const engine::Commit& commit) {
    std::vector<BookingId> offers;
    for (const engine::Change& change : commit.changes) {
        if (const auto* dropped = std::get_if<engine::DropWait>(&change)) {
            waits_.erase(dropped->booking);
        }
        const auto* put = std::get_if<engine::PutWait>(&change);
        if (put == nullptr) continue;
        const Wait& now = put->wait;
        const auto before = waits_.find(now.booking);
        const bool is_new_offer =
            now.offer && (before == waits_.end() || before->second.offer != now.offer);
        if (is_new_offer) offers.push_back(now.booking);
        if (before != waits_.end() && before->second.offer && is_new_offer) {
            verdict_.broken("I12", text_of(now) + " was offered a second place beside the first");
        }
        if (now.lapses > lapses_allowed) {
            verdict_.broken("I12", text_of(now) + " waits on though nobody answers");
        }
        waits_[now.booking] = now;
    }
    for (const BookingId id : offers) {
        const auto found = waits_.find(id);
        if (found != waits_.end() && found->second.offer) look_at_offer(commit, found->second);
    }
    look_at_ends(commit);
}

}  // namespace antre::simulation
