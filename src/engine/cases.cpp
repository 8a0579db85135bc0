#include "engine/cases.h"

#include <algorithm>
#include <set>
#include <utility>

#include "conversation/announcing.h"
#include "engine/announcing.h"
#include "engine/bookings.h"
#include "engine/collecting.h"
#include "engine/limits.h"
#include "engine/proofs.h"
#include "foundation/assert.h"
#include "notices/quiet_hours.h"

namespace antre::engine {

using scheduling::Booking;
using scheduling::CaseId;
using scheduling::CaseState;
using scheduling::PassportCase;

namespace {

// A booking of this office and whose it is.
struct Owned {
    Booking booking;
    ContactState* owner = nullptr;
};

std::optional<Owned> owned(Desk& desk, BookingId id) {
    auto kept = desk.memory().store.booking(id);
    if (!kept) {
        desk.fail_with(kept.error());
        return std::nullopt;
    }
    if (!kept->has_value() || (*kept)->office != desk.office()) return std::nullopt;
    auto owner = desk.memory().contacts.find((*kept)->contact);
    if (!owner) {
        desk.fail_with(owner.error());
        return std::nullopt;
    }
    if (*owner == nullptr) return std::nullopt;
    // The contact in memory may be ahead of the store within this batch.
    if (const Booking* live = booking_of(**owner, desk.office(), id)) return Owned{*live, *owner};
    const auto ended = desk.memory().ended.find(id);
    if (ended != desk.memory().ended.end()) return Owned{ended->second, *owner};
    return Owned{std::move(**kept), *owner};
}

CasesAnswer shown(Desk& desk, std::vector<PassportCase> cases) {
    CasesAnswer answer;
    for (const PassportCase& passport : cases) {
        if (passport.state != CaseState::ready) continue;
        answer.last_days[passport.id] =
            scheduling::last_day_to_collect(desk.book().office(), passport);
    }
    answer.cases = std::move(cases);
    return answer;
}

CasesAnswer cases_of(Desk& desk, const ContactState& contact, BookingId booking) {
    std::vector<PassportCase> cases;
    for (const PassportCase& passport : contact.cases) {
        if (scheduling::booking_of(passport.id) == booking) cases.push_back(passport);
    }
    return shown(desk, std::move(cases));
}

// Lost and damaged passports are examined first: nobody can say how long.
std::optional<LocalDate> usually_ready(Desk& desk, const PassportCase& passport) {
    if (passport.service == Service::lost || passport.service == Service::damaged) {
        return std::nullopt;
    }
    return scheduling::working_day_after(
        desk.book().office(), desk.local_now().date, scheduling::production_days
    );
}

conversation::Voice voice_for(Desk& desk, const Speech& speech, const ContactState& contact) {
    return {speech.wording, contact.contact.language, desk.book().office()};
}

conversation::PassportTold
told_of(Desk& desk, const ContactState& contact, const PassportCase& passport) {
    return {passport, name_to_tell(desk, contact, passport)};
}

// The month for collecting it begins with the day on which its owner is told.
void become_ready(Desk& desk, const Speech& speech, ContactState& contact, PassportCase& passport) {
    const LocalDate today = desk.local_now().date;
    passport.state = CaseState::ready;
    passport.ready_on = today;
    keep_moved(desk, passport);
    tell_about(
        desk,
        contact,
        passport,
        conversation::ready_note(
            voice_for(desk, speech, contact), told_of(desk, contact, passport), today
        ),
        ready_moot_after
    );
}

// Asked once for all passports of a booking.
void ask_rating(Desk& desk, const Speech& speech, ContactState& contact, PassportCase& passport) {
    for (const PassportCase& other : contact.cases) {
        const bool is_same_booking =
            scheduling::booking_of(other.id) == scheduling::booking_of(passport.id);
        if (is_same_booking && other.is_rating_asked) return;
    }
    passport.is_rating_asked = true;
    keep(desk, passport);
    const BookingId booking = scheduling::booking_of(passport.id);
    tell_about(
        desk,
        contact,
        passport,
        conversation::rating_note(voice_for(desk, speech, contact), booking),
        question_moot_after
    );
}

void enter(
    Desk& desk,
    const Speech& speech,
    ContactState& contact,
    PassportCase& passport,
    const MoveCase& act
) {
    const LocalDate today = desk.local_now().date;
    switch (act.to) {
    case CaseState::ready: return become_ready(desk, speech, contact, passport);
    case CaseState::in_production:
        passport.state = act.to;
        passport.paid_on = today;
        passport.expected_on = act.expected_on ? act.expected_on : usually_ready(desk, passport);
        keep_moved(desk, passport);
        if (!passport.expected_on) return;
        return tell_about(
            desk,
            contact,
            passport,
            conversation::production_note(
                voice_for(desk, speech, contact), told_of(desk, contact, passport)
            ),
            days(1)
        );
    case CaseState::collected:
        passport.state = act.to;
        keep_moved(desk, passport);
        end_needless_visit(desk, contact);
        return ask_rating(desk, speech, contact, passport);
    case CaseState::accepted:
    case CaseState::deferred:
    case CaseState::refused:
    case CaseState::cancelled:
        passport.state = act.to;
        keep_moved(desk, passport);
        return end_needless_visit(desk, contact);
    }
}

}  // namespace

PassportCase* case_of(ContactState& contact, OfficeId office, CaseId id) {
    for (PassportCase& passport : contact.cases) {
        if (passport.id == id && passport.office == office) return &passport;
    }
    return nullptr;
}

void keep(Desk& desk, PassportCase& passport) {
    ++passport.version;
    desk.book().set_case(passport, desk.now());
    desk.change(PutCase{passport});
}

void keep_moved(Desk& desk, PassportCase& passport) {
    keep(desk, passport);
    Event event;
    event.kind = EventKind::case_moved;
    event.booking = scheduling::booking_of(passport.id);
    event.contact = passport.contact;
    event.service = passport.service;
    event.detail = std::to_string(scheduling::person_of(passport.id)) + " " +
                   std::string(scheduling::name_of(passport.state));
    desk.event(std::move(event));
}

const scheduling::Person* person_of(const ContactState& contact, const PassportCase& passport) {
    for (const Booking& booking : contact.bookings) {
        for (const scheduling::Person& person : booking.people) {
            if (person.id == passport.person) return &person;
        }
    }
    return nullptr;
}

PersonName name_of_person(const ContactState& contact, const PassportCase& passport) {
    const scheduling::Person* person = person_of(contact, passport);
    return person == nullptr ? PersonName{} : person->name;
}

PersonName name_to_tell(Desk& desk, const ContactState& contact, const PassportCase& passport) {
    if (is_doubtful(contact, desk.now())) return {};
    return name_of_person(contact, passport);
}

void tell_about(
    Desk& desk,
    ContactState& contact,
    const PassportCase& passport,
    notices::Note note,
    Milliseconds moot_after
) {
    const Contact& who = contact.contact;
    const bool is_reachable = !who.identity.user.empty() || !who.identity.phone.empty();
    if (!is_reachable || who.is_opted_out) return;
    const Instant due = notices::awake_at(desk.now(), desk.book().office().zone);
    announce(
        desk,
        contact,
        {notices::MessageKind::notice,
         notices::About{
             scheduling::booking_of(passport.id),
             passport.version,
             scheduling::person_of(passport.id)},
         std::move(note),
         due,
         due + moot_after}
    );
}

StaffAnswer open_cases(Desk& desk, const OpenCases& act) {
    const auto found = owned(desk, act.booking);
    if (!found || found->booking.status != scheduling::BookingStatus::booked) {
        return StaffRefusal::booking_not_here;
    }
    if (found->booking.service == Service::pickup) return StaffRefusal::booking_to_collect;
    if (found->booking.placement.day > desk.local_now().date) return StaffRefusal::visit_to_come;
    ContactState& owner = *found->owner;
    std::uint8_t person = 0;
    for (const scheduling::Person& each : found->booking.people) {
        const CaseId id = scheduling::case_of(act.booking, ++person);
        if (case_of(owner, desk.office(), id) != nullptr) continue;
        PassportCase passport;
        passport.id = id;
        passport.office = desk.office();
        passport.contact = owner.contact.id;
        passport.person = each.id;
        passport.service = found->booking.service;
        passport.version = 0;
        passport.opened_on = desk.local_now().date;
        owner.cases.push_back(passport);
        keep_moved(desk, owner.cases.back());
    }
    return cases_of(desk, owner, act.booking);
}

StaffAnswer show_cases(Desk& desk, const ShowCases& act) {
    const auto found = owned(desk, act.booking);
    if (!found) return StaffRefusal::booking_not_here;
    if (found->booking.service == Service::pickup) {
        return shown(desk, cases_collected_at(*found->owner, found->booking));
    }
    return cases_of(desk, *found->owner, act.booking);
}

StaffAnswer move_case(Desk& desk, const Speech& speech, const MoveCase& act) {
    const auto found = owned(desk, scheduling::booking_of(act.passport));
    if (!found) return StaffRefusal::case_unknown;
    PassportCase* passport = case_of(*found->owner, desk.office(), act.passport);
    if (passport == nullptr) return StaffRefusal::case_unknown;
    if (passport->state != act.to) {
        if (!scheduling::may_become(passport->state, act.to)) return StaffRefusal::move_not_legal;
        enter(desk, speech, *found->owner, *passport, act);
    }
    return shown(desk, {*passport});
}

namespace {

std::optional<RowFault> fault_of(const PassportCase* passport) {
    if (passport == nullptr) return RowFault::case_unknown;
    if (passport->state == CaseState::ready || passport->state == CaseState::collected) {
        return RowFault::ready_before;
    }
    if (passport->state != CaseState::in_production) return RowFault::not_in_production;
    return std::nullopt;
}

}  // namespace

StaffAnswer import_ready(Desk& desk, const Speech& speech, const ImportReady& act) {
    ImportAnswer answer{act.resolve, {}};
    std::set<CaseId> named;
    for (const ReadyRow& row : act.rows) {
        const auto found = owned(desk, scheduling::booking_of(row.passport));
        if (desk.failure()) return answer;
        PassportCase* passport =
            found ? case_of(*found->owner, desk.office(), row.passport) : nullptr;
        std::optional<RowFault> fault = RowFault::named_twice;
        if (named.insert(row.passport).second) fault = fault_of(passport);
        answer.rows.push_back({row.line, row.passport, fault});
        if (fault || act.resolve == Resolve::preview) continue;
        become_ready(desk, speech, *found->owner, *passport);
    }
    return answer;
}

bool has_case(const ContactState& contact, BookingId booking) {
    return std::any_of(
        contact.cases.begin(),
        contact.cases.end(),
        [&](const scheduling::PassportCase& passport) {
            return scheduling::booking_of(passport.id) == booking;
        }
    );
}

conversation::Decision
rate(Desk& desk, ContactState& contact, const conversation::ProposeRating& proposal) {
    for (PassportCase& passport : contact.cases) {
        const bool is_meant = scheduling::booking_of(passport.id) == proposal.booking &&
                              passport.office == desk.office() && passport.is_rating_asked;
        if (!is_meant) continue;
        passport.score = proposal.score;
        keep(desk, passport);
        Event event;
        event.kind = EventKind::rated;
        event.booking = proposal.booking;
        event.contact = contact.contact.id;
        event.service = passport.service;
        event.detail = std::to_string(proposal.score);
        desk.event(std::move(event));
        return conversation::Rated{proposal.score};
    }
    return conversation::Refused{scheduling::Refusal::booking_unknown};
}

}  // namespace antre::engine
