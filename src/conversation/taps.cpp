#include "conversation/taps.h"

#include <algorithm>

#include "conversation/amending.h"
#include "conversation/asking.h"
#include "conversation/booking.h"
#include "conversation/changing.h"
#include "conversation/collecting.h"
#include "conversation/erasing.h"
#include "conversation/greeting.h"
#include "conversation/hearing.h"
#include "conversation/information.h"
#include "conversation/nearby.h"
#include "conversation/officer.h"
#include "conversation/own_data.h"
#include "conversation/rating.h"
#include "conversation/recovery.h"
#include "conversation/room.h"
#include "conversation/ticket.h"
#include "conversation/told.h"
#include "conversation/visit_day.h"
#include "conversation/waiting.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr std::int16_t minutes_an_hour = 60;
constexpr std::int16_t day_minutes = 1440;

MinuteOfDay an_hour_after(MinuteOfDay minute) {
    return MinuteOfDay{
        static_cast<std::int16_t>(std::min(minute.value + minutes_an_hour, int{day_minutes}))};
}

std::optional<Service> service_numbered(std::optional<std::uint8_t> number) {
    if (!number || *number >= all_services.size()) return std::nullopt;
    return all_services[*number];
}

void take(Scene& scene, const Payload& payload) {
    if (!payload.day || !payload.minute) return recover(scene);
    if (people_left(scene.view, service_in_hand(scene)) == 0) {
        return tell_refusal(scene, scheduling::Refusal::party_too_large);
    }
    Draft draft;
    draft.service = scene.talk.draft.service;
    draft.count = scene.talk.draft.count;
    draft.wish.audience = scene.talk.draft.wish.audience;
    scene.talk.draft = draft;
    const int until = std::min(payload.minute->value + 1, int{day_minutes});
    hold_at(scene, *payload.day, *payload.minute, MinuteOfDay{static_cast<std::int16_t>(until)});
}

void choose_service(Scene& scene, const Payload& payload) {
    const auto service = service_numbered(payload.number);
    if (!service) return recover(scene);
    scene.talk.draft.service = service;
    proceed(scene);
}

void choose_count(Scene& scene, const Payload& payload) {
    const int most = people_left(scene.view, service_in_hand(scene));
    if (!payload.number || *payload.number < 1) return recover(scene);
    if (*payload.number > most) return ask_count(scene);
    scene.talk.draft.count = payload.number;
    proceed(scene);
}

void choose_hour(Scene& scene, const Payload& payload) {
    if (!payload.day || !payload.minute) return recover(scene);
    // Of an hour of today that is running, what is left.
    const LocalTime first = first_moment(scene.view);
    const bool is_running = *payload.day == first.date && *payload.minute < first.minute;
    const MinuteOfDay until = an_hour_after(*payload.minute);
    const MinuteOfDay from = is_running ? std::min(first.minute, until) : *payload.minute;
    hold_at(scene, *payload.day, from, until);
}

void list_hours(Scene& scene) {
    const auto day = scene.talk.draft.wish.date;
    if (day) return ask_hour(scene, *day);
    ask_day(scene);
}

void fix_people(Scene& scene) {
    Draft& draft = scene.talk.draft;
    draft.people.clear();
    if (draft.hold) draft.count = draft.wish.party;
    ask_people(scene);
}

void fix_service(Scene& scene) {
    ask_service(scene);
}

void accept(Scene& scene) {
    if (!scene.talk.draft.hold) return repeat(scene);
    people_given(scene);
}

void act_on_question(Scene& scene, const Payload& payload) {
    switch (payload.act) {
    case Act::take: return take(scene, payload);
    case Act::accept: return accept(scene);
    case Act::service: return choose_service(scene, payload);
    case Act::count: return choose_count(scene, payload);
    case Act::day: return payload.day ? ask_hour(scene, *payload.day) : ask_day(scene);
    case Act::hour: return choose_hour(scene, payload);
    case Act::days: return ask_day(scene, payload.day);
    case Act::fix_time: return ask_day(scene);
    case Act::hours: return list_hours(scene);
    case Act::options: return ask_options(scene);
    case Act::confirm: return people_given(scene);
    case Act::wrong: return ask_correction(scene);
    case Act::fix_people: return fix_people(scene);
    case Act::fix_service: return fix_service(scene);
    case Act::abandon: return abandon(scene);
    case Act::move: return move_held(scene);
    case Act::cancel_now:
        return payload.booking ? cancel_named(scene, *payload.booking) : recover(scene);
    case Act::keep: return keep_booking(scene);
    case Act::wait: return wait_for_missed(scene);
    case Act::amend_person: return amend_person(scene, payload);
    case Act::fix_name: return ask_fix(scene, Fix::name);
    case Act::fix_birth: return ask_fix(scene, Fix::birth);
    case Act::amend_now: return amend_now(scene);
    case Act::erase_now: return erase_now(scene);
    case Act::keep_data: return keep_data(scene);
    case Act::remind:
    case Act::change:
    case Act::cancel:
    case Act::show:
    case Act::come:
    case Act::start:
    case Act::proceed:
    case Act::menu:
    case Act::mine:
    case Act::change_any:
    case Act::cancel_any:
    case Act::status:
    case Act::passport:
    case Act::documents:
    case Act::documents_child:
    case Act::address:
    case Act::fee:
    case Act::human:
    case Act::write:
    case Act::language:
    case Act::rate:
    case Act::take_offer:
    case Act::pass_offer:
    case Act::leave_wait:
    case Act::other_office:
    case Act::own_data:
    case Act::amend:
    case Act::erase:
    case Act::helped:
    case Act::not_helped:
    case Act::collect:
    case Act::undo_erase:
    case Act::not_mine: break;
    }
    recover(scene);
}

void act_on_booking(Scene& scene, const Payload& payload) {
    const BookingSeen* seen =
        payload.booking ? booking_seen(scene.view, *payload.booking) : nullptr;
    // The same answer for one that ended and one that never was theirs.
    if (seen == nullptr) return tell_refusal(scene, scheduling::Refusal::booking_ended);
    if (payload.act == Act::remind) {
        if (scene.view.is_opted_out) scene.opted_out = false;
        scene.proposal = ProposeReminder{seen->booking->id, true};
        return;
    }
    if (payload.act == Act::show) return show_booking(scene, *seen);
    if (payload.act == Act::come) return tell_expected(scene, *seen);
    if (payload.act == Act::cancel) return ask_cancel(scene, *seen);
    // Which booking to move was asked after a new time was said: that time is kept.
    if (scene.talk.step != Step::choosing_booking) scene.talk.draft = {};
    begin_move(scene, *seen);
}

void act_always(Scene& scene, const Payload& payload) {
    switch (payload.act) {
    case Act::start: return start_booking(scene);
    case Act::proceed: return repeat(scene);
    case Act::menu: return show_menu(scene);
    case Act::mine: return show_bookings(scene);
    case Act::change_any: return hear_reschedule(scene, {});
    case Act::cancel_any: return hear_cancel(scene, {});
    case Act::status: return tell_queue_status(scene);
    case Act::passport: return tell_passport_status(scene);
    case Act::documents:
        return tell_documents(
            scene, service_numbered(payload.number).value_or(Service::new_passport)
        );
    case Act::documents_child: return tell_child_documents(scene);
    case Act::address: return tell_address(scene);
    case Act::fee: return tell_fee(scene);
    case Act::human: return tell_human(scene);
    case Act::write: return ask_message(scene);
    case Act::rate: return hear_rating(scene, payload);
    case Act::take_offer: return take_offer(scene, payload);
    case Act::pass_offer: return pass_offer(scene, payload);
    case Act::leave_wait: return leave_wait(scene, payload);
    case Act::other_office: return tell_other_office(scene, payload);
    case Act::own_data: return tell_own_data(scene);
    case Act::amend: return begin_amending(scene, {});
    case Act::erase: return ask_erasure(scene);
    case Act::helped:
    case Act::not_helped: return hear_verdict(scene, payload);
    case Act::collect: return begin_collecting(scene, {});
    // Offered only while there is something to undo or to prove: elsewhere it is over.
    case Act::undo_erase:
    case Act::not_mine: return greet(scene);
    case Act::language: {
        const bool is_english = payload.number == static_cast<std::uint8_t>(Language::en);
        return switch_language(scene, is_english ? Language::en : Language::id);
    }
    case Act::take:
    case Act::accept:
    case Act::service:
    case Act::count:
    case Act::day:
    case Act::hour:
    case Act::days:
    case Act::hours:
    case Act::options:
    case Act::confirm:
    case Act::wrong:
    case Act::fix_people:
    case Act::fix_time:
    case Act::fix_service:
    case Act::abandon:
    case Act::move:
    case Act::cancel_now:
    case Act::keep:
    case Act::wait:
    case Act::amend_person:
    case Act::fix_name:
    case Act::fix_birth:
    case Act::amend_now:
    case Act::erase_now:
    case Act::keep_data:
    case Act::remind:
    case Act::change:
    case Act::cancel:
    case Act::show:
    case Act::come: break;
    }
    recover(scene);
}

// Letters and digits of a title or a typed answer, in lower case, words apart by one space.
std::string plain(std::string_view text) {
    std::string out;
    bool wants_space = false;
    for (const char c : to_lower_ascii(text)) {
        const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!is_word) {
            wants_space = !out.empty();
            continue;
        }
        if (wants_space) out += ' ';
        wants_space = false;
        out += c;
    }
    return out;
}

std::optional<std::size_t> number_typed(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.back() == '.' || text.back() == ')'))
        text.remove_suffix(1);
    if (!is_all_digits(text) || text.size() > 2) return std::nullopt;
    std::size_t number = 0;
    for (const char c : text)
        number = number * 10 + static_cast<std::size_t>(c - '0');
    return number;
}

bool ends_in_words(std::string_view title, std::string_view words) {
    return title.size() > words.size() + 1 && title.ends_with(words) &&
           title[title.size() - words.size() - 1] == ' ';
}

}  // namespace

void hear_tap(Scene& scene, std::string_view text) {
    const auto payload = decode_payload(text);
    if (!payload || payload->menu > scene.talk.menu) return recover(scene);
    answer_told(scene.talk, text);
    const auto& shown = scene.talk.shown;
    const bool is_shown = std::find(shown.begin(), shown.end(), text) != shown.end();
    switch (reach_of(payload->act)) {
    case Reach::question:
        if (!is_shown && payload->menu == scene.talk.menu) return recover(scene);
        if (!is_shown) return tell_stale(scene);
        scene.talk.misses = 0;
        return act_on_question(scene, *payload);
    case Reach::booking: scene.talk.misses = 0; return act_on_booking(scene, *payload);
    case Reach::always: scene.talk.misses = 0; return act_always(scene, *payload);
    }
}

std::string payload_typed(const Talk& talk, std::string_view text) {
    return choice_typed(talk.shown, talk.shown_titles, text);
}

std::string choice_typed(
    const std::vector<std::string>& payloads,
    const std::vector<std::string>& titles,
    std::string_view text
) {
    const auto number = number_typed(text);
    if (number) {
        const bool is_choice = *number >= 1 && *number <= payloads.size();
        return is_choice ? payloads[*number - 1] : "";
    }
    const std::string typed = plain(text);
    if (typed.size() < 2) return "";
    std::string chosen;
    int ends = 0;
    for (std::size_t i = 0; i < payloads.size() && i < titles.size(); ++i) {
        const std::string title = plain(titles[i]);
        if (title == typed) return payloads[i];
        if (!ends_in_words(title, typed)) continue;
        ++ends;
        chosen = payloads[i];
    }
    return ends == 1 ? chosen : "";
}

}  // namespace antre::conversation
