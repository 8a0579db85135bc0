#include "engine/proposals.h"

#include <variant>

#include "engine/bookings.h"
#include "engine/cases.h"
#include "engine/collecting.h"
#include "engine/corrections.h"
#include "engine/erasures.h"
#include "engine/inquiries.h"
#include "engine/proofs.h"
#include "engine/waiting.h"

namespace antre::engine {

using conversation::Decision;

namespace {

bool may_propose(const Contact& contact, const conversation::Proposal& proposal) {
    if (contact.doubt) {
        return std::holds_alternative<conversation::ProposeProof>(proposal) ||
               std::holds_alternative<conversation::ProposeStartingAnew>(proposal);
    }
    if (contact.erasure) return std::holds_alternative<conversation::ProposeUndoing>(proposal);
    return true;
}

struct Decider {
    Desk& desk;
    ContactState& contact;

    Decision operator()(const conversation::ProposeHold& p) const { return hold(desk, contact, p); }
    Decision operator()(const conversation::ProposeBooking& p) const {
        return book(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeCollecting& p) const {
        return collect(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeMove& p) const {
        return move_to_hold(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeCancel& p) const {
        return cancel(desk, contact, p.booking);
    }
    Decision operator()(const conversation::ProposeRelease& p) const {
        end_hold(desk, contact, p.hold, EventKind::released);
        return conversation::Released{};
    }
    Decision operator()(const conversation::ProposeWait& p) const {
        return join_list(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeLeavingWait& p) const {
        return leave_list(desk, contact, p);
    }
    Decision operator()(const conversation::ProposePassing& p) const {
        return pass_offer(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeInquiry& p) const {
        return keep_inquiry(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeVerdict& p) const {
        return judge(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeRating& p) const {
        return rate(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeReminder& p) const {
        return remind(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeCorrection& p) const {
        return correct(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeErasure&) const {
        return begin_erasure(desk, contact);
    }
    Decision operator()(const conversation::ProposeUndoing&) const {
        return undo_erasure(desk, contact, "");
    }
    Decision operator()(const conversation::ProposeProof& p) const {
        return prove(desk, contact, p);
    }
    Decision operator()(const conversation::ProposeStartingAnew&) const {
        return start_anew(desk, contact);
    }
};

}  // namespace

Decision decide(Desk& desk, ContactState& contact, const conversation::Proposal& proposal) {
    if (!may_propose(contact.contact, proposal)) {
        return conversation::Refused{scheduling::Refusal::booking_unknown};
    }
    return std::visit(Decider{desk, contact}, proposal);
}

}  // namespace antre::engine
