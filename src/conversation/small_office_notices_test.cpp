// What the small office begins to say by itself.

#include "conversation/announcing.h"
#include "conversation/small_office.h"
#include "conversation/told.h"
#include "foundation/assert.h"

namespace antre::conversation {

const scheduling::Office& east_jakarta() {
    static const scheduling::Office office = [] {
        scheduling::Office made = south_jakarta();
        made.id = OfficeId{2};
        made.slug = "jakarta-timur";
        made.display_phone = "6281100000002";
        made.profile.name_id = "Kantor Imigrasi Jakarta Timur";
        made.profile.name_en = "East Jakarta Immigration Office";
        made.profile.city = "Jakarta Timur";
        made.profile.latitude_e6 = -6'230'000;
        made.profile.longitude_e6 = 106'895'000;
        return made;
    }();
    return office;
}

const scheduling::Office& depok() {
    static const scheduling::Office office = [] {
        scheduling::Office made = south_jakarta();
        made.id = OfficeId{3};
        made.slug = "depok";
        made.display_phone = "6281100000003";
        made.profile.name_id = "Kantor Imigrasi Depok";
        made.profile.name_en = "Depok Immigration Office";
        made.profile.city = "Depok";
        made.profile.latitude_e6 = -6'395'000;
        made.profile.longitude_e6 = 106'823'000;
        made.pools[0].places_per_hour = 12;
        return made;
    }();
    return office;
}

std::vector<Reply> SmallOffice::close(LocalDate day, const std::string& reason) {
    scheduling::DayException exception;
    exception.date = day;
    exception.reason_id = reason;
    exception.reason_en = reason;
    scheduling::set_exception(office_, exception);
    for (std::size_t i = 0; i < calendars_.size(); ++i) {
        calendars_[i].roll_to(office_, office_.pools[i], local_time(now_, office_.zone).date);
    }
    std::vector<Reply> notices;
    for (scheduling::Booking& each : bookings_) {
        const bool is_moved =
            each.status == scheduling::BookingStatus::booked && each.placement.day == day;
        if (!is_moved) continue;
        const scheduling::Placement before = each.placement;
        scheduling::Wish wish;
        wish.date = day + 1;
        wish.date_to = day + 60;
        wish.party = static_cast<std::uint8_t>(before.numbers.size());
        const auto offer =
            scheduling::find_place(calendar(before.pool), wish, local_time(now_, office_.zone));
        ASSERT(offer.has_value());
        free_all(before);
        each.placement = offer->placement;
        ++each.version;
        take_all(each.placement);
        notices.push_back(
            {notices::MessageKind::notice,
             notices::About{each.id, each.version},
             closure_note({wording_of_tree(), language_, office_}, each, before)}
        );
    }
    announce(notices);
    return notices;
}

void SmallOffice::fill_window(LocalDate day, MinuteOfDay opens) {
    expire_holds();
    scheduling::PoolCalendar& calendar = calendars_.front();
    const scheduling::DayPlan& plan = calendar.plan_on(day);
    for (const scheduling::Window& window : plan.windows) {
        if (window.opens != opens) continue;
        for (std::uint16_t i = 0; i < window.places; ++i) {
            const auto position = static_cast<std::uint16_t>(window.first + i);
            calendar.take(day, scheduling::number_at(plan, position));
        }
    }
}

std::vector<Reply> SmallOffice::remind() {
    std::vector<Reply> notices;
    for (const scheduling::Booking& each : booked()) {
        if (!each.wants_reminder) continue;
        if (each.placement.day != local_time(now_, office_.zone).date + 1) continue;
        notices.push_back(
            {notices::MessageKind::notice,
             notices::About{each.id, each.version},
             reminder_note({wording_of_tree(), language_, office_}, each)}
        );
    }
    announce(notices);
    return notices;
}

std::vector<Reply> SmallOffice::passport(std::string_view what) {
    const scheduling::Booking booking = booked().front();
    const LocalDate today = local_time(now_, office_.zone).date;
    if (!passport_) {
        passport_.emplace();
        passport_->id = scheduling::case_of(booking.id, 1);
        cases_ = {{&*passport_, &office_, booking.people.front().name}};
    }
    scheduling::PassportCase& passport = *passport_;
    const Voice voice{wording_of_tree(), language_, office_};
    const PassportTold told{passport, booking.people.front().name};
    std::vector<Reply> notices(1);
    notices[0].kind = notices::MessageKind::notice;
    if (what == "paid") {
        passport.state = scheduling::CaseState::in_production;
        passport.expected_on =
            scheduling::working_day_after(office_, today, scheduling::production_days);
        notices[0].content = production_note(voice, told);
    } else if (what == "ready") {
        passport.state = scheduling::CaseState::ready;
        passport.ready_on = today;
        notices[0].content = ready_note(voice, told, today);
    } else if (what == "recalled") {
        notices[0].content = recall_note(voice, told, today);
    } else if (what == "lapsed") {
        passport.state = scheduling::CaseState::cancelled;
        notices[0].content = lapsed_note(voice, told);
    } else {
        passport.state = scheduling::CaseState::collected;
        passport.is_rating_asked = true;
        notices[0].content = rating_note(voice, booking.id);
    }
    announce(notices);
    return notices;
}

Decision SmallOffice::collect(const ProposeCollecting& proposal) {
    ProposeBooking visit{Service::pickup, proposal.wish, {}, std::nullopt, std::nullopt};
    for (const CaseSeen& seen : cases_)
        visit.people.push_back({seen.name, date_of({1990, 5, 14})});
    return book(visit);
}

std::vector<Reply> SmallOffice::answer(std::string_view text) {
    std::vector<Reply> replies(1);
    replies[0].content = answer_note({wording_of_tree(), language_, office_}, InquiryId{1}, text);
    announce(replies);
    return replies;
}

Decision SmallOffice::rate(const ProposeRating& proposal) {
    const bool is_asked = passport_ && passport_->is_rating_asked &&
                          scheduling::booking_of(passport_->id) == proposal.booking;
    if (!is_asked) return Refused{scheduling::Refusal::booking_unknown};
    return Rated{proposal.score};
}

void SmallOffice::add_other(const scheduling::Office& office) {
    std::vector<scheduling::PoolCalendar> calendars;
    for (const scheduling::Pool& each : office.pools)
        calendars.emplace_back(office, each, local_time(now_, office.zone).date);
    others_.emplace_back(&office, std::move(calendars));
}

std::vector<Reply> SmallOffice::free(LocalDate day, MinuteOfDay window) {
    scheduling::PoolCalendar& calendar = calendars_.front();
    const scheduling::DayPlan& plan = calendar.plan_on(day);
    for (const scheduling::Window& each : plan.windows) {
        if (each.opens != window) continue;
        ASSERT(calendar.release(day, scheduling::number_at(plan, each.first)));
    }
    if (!wait_) return {};
    const LocalTime now = local_time(now_, office_.zone);
    const auto place = scheduling::place_for(calendar, *wait_, now);
    if (!place) return {};
    const scheduling::Booking* waiting = booking(wait_->booking);
    scheduling::Booking made = *waiting;
    made.people.clear();
    made.id = BookingId{(++next_id_ * 7'919'711) % scheduling::code_space};
    made.status = scheduling::BookingStatus::held;
    made.placement = *place;
    made.replaces = waiting->id;
    const Instant begins = instant_of({place->day, place->window}, office_.zone);
    made.hold_until = now_ + scheduling::offer_time(begins - now_);
    take_all(made.placement);
    wait_->offer = made.id;
    std::vector<Reply> notices(1);
    notices[0].kind = notices::MessageKind::notice;
    notices[0].content = offer_note({wording_of_tree(), language_, office_}, *waiting, made);
    bookings_.push_back(made);
    announce(notices);
    return notices;
}

WaitJoined SmallOffice::enlist(const scheduling::Booking& booking, const scheduling::Wish& wish) {
    const LocalDate today = local_time(now_, office_.zone).date;
    wait_.emplace();
    wait_->booking = booking.id;
    wait_->pool = booking.placement.pool;
    wait_->from = wish.date.value_or(today);
    wait_->to = wish.date ? wish.date_to.value_or(*wish.date) : booking.placement.day;
    wait_->time = wish.time;
    wait_->time_to = wish.time_to;
    wait_->party = static_cast<std::uint8_t>(booking.placement.numbers.size());
    return {booking, *wait_, 1};
}

Decision SmallOffice::join(const ProposeWait& proposal) {
    return enlist(*booking(proposal.booking), proposal.wish);
}

Decision SmallOffice::leave(const ProposeLeavingWait& proposal) {
    if (wait_ && wait_->offer) (void)release(*wait_->offer);
    wait_.reset();
    return WaitLeft{*booking(proposal.booking)};
}

Decision SmallOffice::pass(const ProposePassing& proposal) {
    (void)release(*wait_->offer);
    wait_->offer.reset();
    return OfferPassed{*booking(proposal.booking)};
}

void SmallOffice::announce(const std::vector<Reply>& notices) {
    replied_ += notices.size();
    for (const Reply& each : notices)
        remember_told(talk_, std::get<notices::Note>(each.content), now_);
    remember(notices);
}

}  // namespace antre::conversation
