// What the small office decides about its one contact's own data.

#include "conversation/small_office.h"

namespace antre::conversation {

namespace {

constexpr Milliseconds erased_after = minutes(10);
constexpr std::uint8_t proof_tries = 3;

}  // namespace

void SmallOffice::add_elsewhere(const scheduling::Office* office, scheduling::Booking booking) {
    elsewhere_.emplace_back(office, std::move(booking));
}

OwnData SmallOffice::own_data(const std::vector<WaitSeen>& waits) const {
    OwnData own;
    own.phone_end = "5678";
    own.since = *parse_iso_instant("2026-11-24T09:10:00+07:00");
    own.waits = waits;
    own.erased_at = erased_at_;
    own.tries_left = tries_left_;
    return own;
}

void SmallOffice::hide_unproven(std::vector<BookingSeen>& seen, std::vector<WaitSeen>& waits)
    const {
    if (!tries_left_) return;
    seen.clear();
    waits.clear();
}

void SmallOffice::fall_silent() {
    tries_left_ = proof_tries;
}

void SmallOffice::pass_erasure() {
    erased_at_.reset();
    bookings_.clear();
    elsewhere_.clear();
    passport_.reset();
    cases_.clear();
    wait_.reset();
    talk_ = {};
    language_ = Language::id;
    is_opted_out_ = false;
}

std::optional<Decision> SmallOffice::decide_own_data(const Proposal& proposal) {
    if (const auto* right = std::get_if<ProposeCorrection>(&proposal)) return correct(*right);
    if (std::holds_alternative<ProposeErasure>(proposal)) return erase();
    if (std::holds_alternative<ProposeUndoing>(proposal)) {
        erased_at_.reset();
        return ErasureUndone{};
    }
    if (const auto* proof = std::get_if<ProposeProof>(&proposal)) return prove(*proof);
    if (std::holds_alternative<ProposeStartingAnew>(proposal)) return start_anew();
    return std::nullopt;
}

Decision SmallOffice::correct(const ProposeCorrection& proposal) {
    scheduling::Booking* found = booking(proposal.booking);
    if (found == nullptr || proposal.person > found->people.size()) return NotCorrected{};
    scheduling::Person& person = found->people[proposal.person - 1u];
    for (const scheduling::Booking& each : booked()) {
        for (const scheduling::Person& other : each.people) {
            const bool is_other = each.id != found->id || other.name != person.name;
            if (is_other && other.name == proposal.right.name &&
                other.born == proposal.right.born) {
                return NotCorrected{CorrectionFault::booked_already, each.id};
            }
        }
    }
    person.name = proposal.right.name;
    person.born = proposal.right.born;
    ++found->version;
    return Corrected{*found};
}

Decision SmallOffice::erase() {
    ErasureBegun begun{now_ + erased_after, booked()};
    for (const scheduling::Booking& each : begun.cancelled)
        (void)cancel(each.id);
    wait_.reset();
    erased_at_ = begun.at;
    return begun;
}

Decision SmallOffice::prove(const ProposeProof& proposal) {
    for (const scheduling::Booking& each : booked()) {
        for (const scheduling::Person& person : each.people) {
            if (each.id != proposal.booking || person.born != proposal.born) continue;
            tries_left_.reset();
            return Proven{};
        }
    }
    if (*tries_left_ > 0) --*tries_left_;
    return NotProven{*tries_left_};
}

Decision SmallOffice::start_anew() {
    tries_left_.reset();
    pass_erasure();
    return StartedAnew{};
}

}  // namespace antre::conversation
