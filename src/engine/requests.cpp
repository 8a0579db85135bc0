#include "engine/requests.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "engine/bookings.h"
#include "engine/hearing.h"
#include "engine/limits.h"
#include "scheduling/allocation.h"

namespace antre::engine {

using conversation::Decision;
using scheduling::Booking;
using scheduling::Refusal;

namespace {

Answer refuse(Desk& desk, Refusal refusal) {
    desk.answer_with({{}, refusal});
    return RefusedAnswer{refusal};
}

Answer tell(Desk& desk, const Booking& booking, scheduling::Match match) {
    desk.answer_with({booking.id, std::nullopt});
    return BookingAnswer{booking, match};
}

struct Teller {
    Desk& desk;

    Answer operator()(const conversation::Held& d) const { return tell(desk, d.booking, d.match); }
    Answer operator()(const conversation::Booked& d) const {
        return tell(desk, d.booking, d.match);
    }
    Answer operator()(const conversation::Moved& d) const {
        return tell(desk, d.booking, scheduling::Match::as_wished);
    }
    Answer operator()(const conversation::Cancelled& d) const {
        return tell(desk, d.booking, scheduling::Match::as_wished);
    }
    Answer operator()(const conversation::Released&) const { return Done{}; }
    Answer operator()(const conversation::ReminderSet& d) const {
        return tell(desk, d.booking, scheduling::Match::as_wished);
    }
    Answer operator()(const conversation::Rated&) const { return Done{}; }
    Answer operator()(const conversation::AnswerJudged&) const { return Done{}; }
    Answer operator()(const conversation::InquiryHeard&) const { return Done{}; }
    Answer operator()(const conversation::WaitJoined&) const { return Done{}; }
    Answer operator()(const conversation::WaitLeft&) const { return Done{}; }
    Answer operator()(const conversation::OfferPassed&) const { return Done{}; }
    Answer operator()(const conversation::Corrected& d) const {
        return tell(desk, d.booking, scheduling::Match::as_wished);
    }
    Answer operator()(const conversation::NotCorrected&) const { return Done{}; }
    Answer operator()(const conversation::ErasureBegun&) const { return Done{}; }
    Answer operator()(const conversation::NotErased&) const { return Done{}; }
    Answer operator()(const conversation::ErasureUndone&) const { return Done{}; }
    Answer operator()(const conversation::Proven&) const { return Done{}; }
    Answer operator()(const conversation::NotProven&) const { return Done{}; }
    Answer operator()(const conversation::StartedAnew&) const { return Done{}; }
    Answer operator()(const conversation::Refused& d) const { return refuse(desk, d.refusal); }
};

Answer told(Desk& desk, const Decision& decision) {
    return std::visit(Teller{desk}, decision);
}

// The booking with this code, if the birth date is one of its people's. A wrong code and a wrong
// date get the same answer, so that codes cannot be searched for.
std::optional<Booking> proven(Desk& desk, const Proof& proof) {
    auto read = desk.memory().store.booking(proof.booking);
    if (!read) {
        desk.fail_with(read.error());
        return std::nullopt;
    }
    if (!read->has_value()) return std::nullopt;
    Booking booking = std::move(**read);
    // The contact in memory may be ahead of the store within this batch.
    auto contact = desk.memory().contacts.find(booking.contact);
    if (!contact) {
        desk.fail_with(contact.error());
        return std::nullopt;
    }
    if (*contact != nullptr) {
        if (const Booking* live = booking_of(**contact, booking.office, booking.id)) {
            booking = *live;
        }
    }
    const auto ended = desk.memory().ended.find(booking.id);
    if (ended != desk.memory().ended.end()) booking = ended->second;
    const bool is_proven = std::any_of(
        booking.people.begin(),
        booking.people.end(),
        [&](const scheduling::Person& person) { return person.born == proof.born; }
    );
    if (!is_proven || booking.office != desk.office()) return std::nullopt;
    return booking;
}

// A booking that is proven to be the asker's, and whose it is.
struct Changing {
    BookingId booking;
    ContactState* owner = nullptr;
};

Result<Changing, Refusal> to_change(Desk& desk, const Proof& proof) {
    const auto booking = proven(desk, proof);
    if (!booking) return fail(Refusal::booking_unknown);
    if (booking->status != scheduling::BookingStatus::booked) return fail(Refusal::booking_ended);
    auto owner = desk.memory().contacts.find(booking->contact);
    if (!owner) desk.fail_with(owner.error());
    if (!owner || *owner == nullptr) return fail(Refusal::booking_unknown);
    return Changing{booking->id, *owner};
}

// Loading settings again must not open a day whose people were moved away.
void keep_closures(scheduling::Office& next, const scheduling::Office& before, LocalDate today) {
    for (const scheduling::DayException& exception : before.exceptions) {
        if (exception.is_sudden && exception.date >= today) {
            scheduling::set_exception(next, exception);
        }
    }
}

}  // namespace

Answer book_for(Desk& desk, const Book& request) {
    ContactState* contact = nullptr;
    if (request.phone.empty()) {
        contact = &desk.add_contact({});
    } else {
        contact = find_or_add(desk, {UserKey{}, request.phone});
    }
    if (contact == nullptr) return TryAgain{};
    return told(
        desk, book(desk, *contact, {request.service, request.wish, request.people, {}, {}})
    );
}

Answer move_for(Desk& desk, const MoveBooking& request) {
    const auto changing = to_change(desk, request.proof);
    if (!changing) return refuse(desk, changing.error());
    return told(desk, move_to_wish(desk, *changing->owner, changing->booking, request.wish));
}

Answer cancel_for(Desk& desk, const CancelBooking& request) {
    const auto changing = to_change(desk, request.proof);
    if (!changing) return refuse(desk, changing.error());
    return told(desk, cancel(desk, *changing->owner, changing->booking));
}

Answer look_up(Desk& desk, const LookUp& request) {
    auto booking = proven(desk, request.proof);
    if (!booking) return RefusedAnswer{Refusal::booking_unknown};
    return BookingAnswer{std::move(*booking), scheduling::Match::as_wished};
}

Answer availability(Desk& desk, const AskAvailability& question) {
    const scheduling::Office& office = desk.book().office();
    const scheduling::Pool* pool = scheduling::pool_for(office, question.service);
    if (pool == nullptr) return RefusedAnswer{Refusal::service_not_offered};
    if (question.party < 1 || question.party > scheduling::party_people_max) {
        return RefusedAnswer{Refusal::party_too_large};
    }
    const scheduling::PoolCalendar& calendar = desk.book().calendar(pool->id);
    AvailabilityAnswer answer;
    const auto days = std::min<std::int32_t>(question.days, availability_days_max);
    for (std::int32_t i = 0; i < days; ++i) {
        const LocalDate day = question.from + i;
        answer.days.push_back(
            {day,
             calendar.free_on(day, scheduling::Audience::everyone),
             calendar.capacity_on(day),
             calendar.hours_on(day, scheduling::Audience::everyone)}
        );
    }
    scheduling::Wish wish;
    wish.party = question.party;
    if (auto offer = scheduling::find_place(calendar, wish, not_before(desk))) {
        answer.earliest = *offer;
    }
    return answer;
}

Answer put_office(Desk& desk, const PutOffice& request) {
    scheduling::Office office = request.office;
    const OfficeBook* known = desk.memory().offices.find_slug(office.slug);
    if (known != nullptr) {
        office.id = known->office().id;
        keep_closures(office, known->office(), local_time(desk.now(), office.zone).date);
    } else {
        office.id = {1};
        for (const auto& [id, book] : desk.memory().offices.all()) {
            office.id = {std::max(office.id.value, id.value + 1)};
        }
    }
    const LocalDate today = local_time(desk.now(), office.zone).date;
    if (known != nullptr) {
        desk.memory().offices.find(office.id)->set_office(office, today);
        desk.note_freed();
    } else {
        desk.memory().offices.add({office, 0, {}, {}, {}, {}, {}}, today).plan_times(desk.now());
    }
    const OfficeId id = office.id;
    desk.serve(*desk.memory().offices.find(id));
    desk.change(PutOfficeRow{std::move(office)});
    Event event;
    event.kind = EventKind::office_set;
    desk.event(std::move(event));
    return OfficeAnswer{id};
}

Answer repeated(Desk& desk, const KeptAnswer& kept) {
    if (kept.refusal) return RefusedAnswer{*kept.refusal};
    if (!kept.booking.is_set()) return Done{};
    auto booking = desk.memory().store.booking(kept.booking);
    if (!booking) {
        desk.fail_with(booking.error());
        return TryAgain{};
    }
    if (!booking->has_value()) return Done{};
    return BookingAnswer{std::move(**booking), scheduling::Match::as_wished};
}

}  // namespace antre::engine
