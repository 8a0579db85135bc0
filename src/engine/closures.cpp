#include "engine/closures.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "conversation/announcing.h"
#include "conversation/names.h"
#include "engine/announcing.h"
#include "engine/bookings.h"
#include "engine/proofs.h"
#include "engine/visitors.h"
#include "notices/quiet_hours.h"
#include "scheduling/allocation.h"

namespace antre::engine {

using scheduling::Booking;
using scheduling::BookingStatus;

namespace {

const Booking& booking_of(const Visitor& visitor, OfficeId office) {
    return *booking_of(*visitor.contact, office, visitor.booking);
}

// Those who must move, in the order of their places.
std::vector<Visitor> to_move(Desk& desk, const std::vector<Visitor>& everybody) {
    const LocalTime now = desk.local_now();
    std::vector<Visitor> moving;
    for (const Visitor& visitor : everybody) {
        const Booking& booking = booking_of(visitor, desk.office());
        const bool is_to_come = LocalTime{booking.placement.day, booking.placement.window} > now;
        if (booking.status == BookingStatus::booked && is_to_come) moving.push_back(visitor);
    }
    const auto place = [&](const Visitor& visitor) {
        const scheduling::Placement& at = booking_of(visitor, desk.office()).placement;
        return std::tuple{at.window, at.pool, at.numbers.front(), visitor.booking};
    };
    std::sort(moving.begin(), moving.end(), [&](const Visitor& a, const Visitor& b) {
        return place(a) < place(b);
    });
    return moving;
}

// The earliest places after the day, whatever the hour: so nobody overtakes anybody.
std::optional<scheduling::Placement>
place_after(Desk& desk, const OfficeBook& after, const Booking& booking) {
    const scheduling::Pool* pool = scheduling::pool_for(after.office(), booking.service);
    if (pool == nullptr) return std::nullopt;
    const scheduling::PoolCalendar& calendar = after.calendar(pool->id);
    scheduling::Wish wish;
    wish.date = booking.placement.day + 1;
    wish.date_to = std::max(calendar.last_day(), *wish.date);
    wish.party = static_cast<std::uint8_t>(booking.placement.numbers.size());
    wish.audience = desk.book().audience_of(booking.placement);
    const auto offer = scheduling::find_place(calendar, wish, not_before(desk));
    // Nobody is asked to come earlier than they had planned.
    if (!offer || offer->placement.day <= booking.placement.day) return std::nullopt;
    return offer->placement;
}

Reach reach_of(const Contact& contact) {
    if (contact.identity.user.empty() && contact.identity.phone.empty()) {
        return Reach::without_phone;
    }
    return contact.is_opted_out ? Reach::opted_out : Reach::told;
}

// Who would go where; nothing when somebody would be left without a place. `after` is the office
// as it is with the day closed.
std::optional<std::vector<ClosureMove>>
planned_moves(Desk& desk, OfficeBook after, const std::vector<Visitor>& moving) {
    std::vector<ClosureMove> moves;
    moves.reserve(moving.size());
    for (const Visitor& visitor : moving) {
        const Booking& booking = booking_of(visitor, desk.office());
        auto place = place_after(desk, after, booking);
        if (!place) return std::nullopt;
        after.take(*place);
        moves.push_back(
            {booking.id, booking.placement, std::move(*place), reach_of(visitor.contact->contact)}
        );
    }
    return moves;
}

scheduling::Office with_closed(Desk& desk, const Speech& speech, const CloseDay& act) {
    // Without words of their own, those who read English are told the others rather than nothing.
    const auto reason = [&](Language language, const std::string& given) {
        std::string said = conversation::clean_line(given);
        if (said.empty()) said = conversation::clean_line(act.reason_id);
        return said.empty() ? speech.wording.say(language, "closure.reason") : said;
    };
    scheduling::Office office = desk.book().office();
    scheduling::DayException exception;
    exception.date = act.day;
    exception.reason_id = reason(Language::id, act.reason_id);
    exception.reason_en = reason(Language::en, act.reason_en);
    exception.is_sudden = true;
    scheduling::set_exception(office, std::move(exception));
    return office;
}

bool is_closed_suddenly(const scheduling::Office& office, LocalDate day) {
    const scheduling::DayException* exception = scheduling::exception_on(office, day);
    return exception != nullptr && exception->is_sudden;
}

// The closure of that day, if there was one.
std::optional<Closure> closure_before(Desk& desk, LocalDate day) {
    const auto lately = desk.memory().closed.find({desk.office(), day});
    if (lately != desk.memory().closed.end()) return lately->second;
    auto kept = desk.memory().store.closure(desk.office(), day);
    if (!kept) {
        desk.fail_with(kept.error());
        return std::nullopt;
    }
    return std::move(*kept);
}

void tell(
    Desk& desk,
    const Speech& speech,
    ContactState& owner,
    const ClosureMove& move,
    const Booking& booking
) {
    const Contact& contact = owner.contact;
    const scheduling::Office& office = desk.book().office();
    // Who was to come today or tomorrow is told at any hour; others are let sleep.
    const bool is_urgent = move.from.day <= desk.local_now().date + 1;
    const Instant due = is_urgent ? desk.now() : notices::awake_at(desk.now(), office.zone);
    notices::Note note =
        conversation::closure_note({speech.wording, contact.language, office}, booking, move.from);
    // A ticket shows the code, and with it a new owner of the number would be half a proof.
    if (is_doubtful(owner, desk.now())) note.picture.reset();
    announce(
        desk,
        owner,
        {notices::MessageKind::notice,
         notices::About{booking.id, booking.version},
         std::move(note),
         due,
         instant_of({move.to.day, move.to.window}, office.zone)}
    );
}

void office_event(Desk& desk, EventKind kind, LocalDate day) {
    Event event;
    event.kind = kind;
    event.detail = iso_date(day);
    desk.event(std::move(event));
}

void give_up_holds(Desk& desk, const std::vector<Visitor>& everybody) {
    for (const Visitor& visitor : everybody) {
        const Booking* booking = booking_of(*visitor.contact, desk.office(), visitor.booking);
        if (booking == nullptr || booking->status != BookingStatus::held) continue;
        end_hold(desk, *visitor.contact, visitor.booking, EventKind::released);
    }
}

void carry_out(
    Desk& desk, const Speech& speech, const Closure& closure, const std::vector<Visitor>& moving
) {
    for (std::size_t i = 0; i < moving.size(); ++i) {
        ContactState& contact = *moving[i].contact;
        const ClosureMove& move = closure.moves[i];
        Booking& booking = *booking_of(contact, desk.office(), move.booking);
        displace(desk, booking, move.to);
        if (move.reach == Reach::told) tell(desk, speech, contact, move, booking);
    }
    desk.memory().closed.insert_or_assign({closure.office, closure.day}, closure);
    desk.change(PutClosure{closure});
}

}  // namespace

StaffAnswer close_day(Desk& desk, const Speech& speech, const CloseDay& act) {
    const LocalDate today = desk.local_now().date;
    if (act.day < today) return StaffRefusal::day_gone_by;
    const std::vector<Visitor> everybody = visitors_on(desk, act.day);
    const std::vector<Visitor> moving = to_move(desk, everybody);
    if (moving.empty() && is_closed_suddenly(desk.book().office(), act.day)) {
        if (auto before = closure_before(desk, act.day)) {
            return ClosureAnswer{ClosureStage::done_before, std::move(*before)};
        }
    }
    scheduling::Office closed = with_closed(desk, speech, act);
    OfficeBook after = desk.book();
    after.set_office(closed, today);
    auto moves = planned_moves(desk, std::move(after), moving);
    if (!moves) return StaffRefusal::no_place_left;
    Closure closure{desk.office(), act.day, desk.now(), std::move(*moves)};
    if (act.resolve == Resolve::preview) {
        return ClosureAnswer{ClosureStage::proposed, std::move(closure)};
    }
    give_up_holds(desk, everybody);
    desk.book().set_office(closed, today);
    desk.change(PutOfficeRow{std::move(closed)});
    office_event(desk, EventKind::day_closed, act.day);
    carry_out(desk, speech, closure, moving);
    return ClosureAnswer{ClosureStage::done, std::move(closure)};
}

StaffAnswer reopen_day(Desk& desk, const ReopenDay& act) {
    if (!is_closed_suddenly(desk.book().office(), act.day)) return StaffRefusal::day_not_closed;
    scheduling::Office office = desk.book().office();
    std::erase_if(office.exceptions, [&](const scheduling::DayException& exception) {
        return exception.date == act.day;
    });
    desk.book().set_office(office, desk.local_now().date);
    desk.note_freed();
    desk.change(PutOfficeRow{std::move(office)});
    office_event(desk, EventKind::day_reopened, act.day);
    return StaffDone{};
}

}  // namespace antre::engine
