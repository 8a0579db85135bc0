#include "engine/hearing.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "conversation/limits.h"
#include "engine/bookings.h"
#include "engine/cases.h"
#include "engine/limits.h"
#include "engine/proofs.h"
#include "engine/proposals.h"
#include "language/understand.h"

namespace antre::engine {

using conversation::Talk;

namespace {

// A draft left alone for a day is forgotten; its hold ran out long before.
void forget_old_draft(Talk& talk, Instant now) {
    if (talk.step == conversation::Step::resting) return;
    if (now - talk.heard_at < conversation::talk_forgets_after) return;
    const std::uint32_t menu = talk.menu;
    const Instant heard_at = talk.heard_at;
    const Instant media_told_at = talk.media_told_at;
    std::vector<conversation::Told> told = std::move(talk.told);
    talk = {};
    talk.told = std::move(told);
    talk.menu = menu;
    talk.heard_at = heard_at;
    talk.media_told_at = media_told_at;
}

struct ToHeard {
    Desk& desk;
    const Speech& speech;
    const ContactState& contact;
    const Talk& talk;

    conversation::Heard operator()(const TextHeard& text) const {
        return conversation::Said{
            text.text,
            language::understand(
                text.text,
                contact.contact.language,
                desk.local_now(),
                conversation::asked_by(talk, desk.now()),
                speech.tables
            )};
    }
    conversation::Heard operator()(const TapHeard& tap) const {
        return conversation::Tapped{tap.payload, tap.title};
    }
    conversation::Heard operator()(const MediaHeard& media) const {
        return conversation::Received{media.what};
    }
    conversation::Heard operator()(const LocationHeard& place) const {
        return conversation::SharedLocation{place.latitude_e6, place.longitude_e6};
    }
    conversation::Heard operator()(const ReactionHeard&) const {
        return conversation::Received{conversation::Unreadable::other};
    }
    conversation::Heard operator()(const FormHeard&) const {
        return conversation::Received{conversation::Unreadable::other};
    }
};

// The contact's booked places that are still to come, soonest first.
std::vector<conversation::BookingSeen> bookings_seen(Desk& desk, const ContactState& contact) {
    std::vector<conversation::BookingSeen> seen;
    for (const scheduling::Booking& booking : contact.bookings) {
        if (booking.status != scheduling::BookingStatus::booked) continue;
        const OfficeBook* book = desk.memory().offices.find(booking.office);
        if (book == nullptr) continue;
        const LocalTime now = local_time(desk.now(), book->office().zone);
        if (booking.placement.day < now.date) continue;
        seen.push_back({&booking, &book->office()});
    }
    std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) {
        return std::pair{a.booking->placement.day, a.booking->placement.window} <
               std::pair{b.booking->placement.day, b.booking->placement.window};
    });
    return seen;
}

// The passports they have applied for, the latest last.
std::vector<conversation::CaseSeen> cases_seen(Desk& desk, const ContactState& contact) {
    std::vector<conversation::CaseSeen> seen;
    for (const scheduling::PassportCase& passport : contact.cases) {
        const OfficeBook* book = desk.memory().offices.find(passport.office);
        if (book == nullptr) continue;
        seen.push_back({&passport, &book->office(), name_of_person(contact, passport)});
    }
    std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) {
        return a.passport->opened_on < b.passport->opened_on;
    });
    return seen;
}

// The other offices that take bookings, with what they have free.
std::vector<conversation::OfficeSeen> others_seen(Desk& desk) {
    std::vector<conversation::OfficeSeen> seen;
    for (const auto& [id, book] : desk.memory().offices.all()) {
        if (id != desk.office()) seen.push_back({&book.office(), book.calendars()});
    }
    return seen;
}

// Those of the contact's bookings that are on this office's waiting list.
std::vector<conversation::WaitSeen> waits_seen(Desk& desk, ContactState& contact) {
    std::vector<conversation::WaitSeen> seen;
    if (desk.book().waits().empty()) return seen;
    for (const scheduling::Booking& booking : contact.bookings) {
        const scheduling::Wait* wait = desk.book().wait_of(booking.id);
        if (wait == nullptr) continue;
        const scheduling::Booking* offer =
            wait->offer ? booking_of(contact, desk.office(), *wait->offer) : nullptr;
        seen.push_back({wait, desk.book().position_of(*wait), offer});
    }
    return seen;
}

// Those of all offices, as they are told to their owner.
std::vector<conversation::WaitSeen> all_waits_seen(Desk& desk, const ContactState& contact) {
    std::vector<conversation::WaitSeen> seen;
    for (const scheduling::Booking& booking : contact.bookings) {
        const OfficeBook* book = desk.memory().offices.find(booking.office);
        const scheduling::Wait* wait = book == nullptr ? nullptr : book->wait_of(booking.id);
        if (wait != nullptr) seen.push_back({wait, book->position_of(*wait), nullptr});
    }
    return seen;
}

}  // namespace

Seen seen_by(Desk& desk, ContactState& contact) {
    // What is not proven to be theirs cannot be told or offered by mistake: it is not there.
    if (contact.contact.doubt) return {{}, {}, {}, {}, others_seen(desk)};
    return {
        bookings_seen(desk, contact),
        cases_seen(desk, contact),
        waits_seen(desk, contact),
        all_waits_seen(desk, contact),
        others_seen(desk)};
}

namespace {

constexpr std::size_t phone_digits_shown = 4;

conversation::OwnData own_data_of(const Contact& contact, const Seen& seen) {
    conversation::OwnData own;
    const std::string& phone = contact.identity.phone.reveal();
    own.phone_end = phone.substr(phone.size() - std::min(phone.size(), phone_digits_shown));
    own.since = contact.created_at;
    own.waits = seen.all_waits;
    if (contact.erasure) own.erased_at = contact.erasure->at;
    if (contact.doubt) {
        const std::uint8_t misses = std::min(contact.doubt->misses, proofs_max);
        own.tries_left = static_cast<std::uint8_t>(proofs_max - misses);
    }
    return own;
}

}  // namespace

conversation::View
view_of(Desk& desk, const Speech& speech, const ContactState& contact, const Seen& seen) {
    const scheduling::Office& office = desk.book().office();
    return {
        office,
        desk.book().calendars(),
        seen.bookings,
        speech.wording,
        contact.contact.language,
        contact.contact.is_opted_out,
        desk.now(),
        desk.local_now(),
        seen.cases,
        seen.waits,
        seen.others,
        desk.memory().forms.contains(office.slug) ? conversation::FormOffer::open
                                                  : conversation::FormOffer::none,
        own_data_of(contact.contact, seen)};
}

void keep_turn(
    Desk& desk, ContactState& contact, Talk talk, std::vector<conversation::Reply> replies
) {
    talk_with(contact, desk.office()) = talk;
    desk.change(PutTalk{desk.office(), contact.contact.id, std::move(talk)});
    for (conversation::Reply& reply : replies) {
        desk.queue(
            contact.contact.id,
            reply.kind,
            reply.about,
            std::move(reply.content),
            desk.now() + reply_moot_after
        );
    }
}

namespace {

conversation::Turn step(
    Desk& desk,
    const Speech& speech,
    ContactState& contact,
    const Talk& talk,
    const conversation::Heard& heard
) {
    const Seen seen = seen_by(desk, contact);
    return conversation::advance(talk, heard, view_of(desk, speech, contact, seen));
}

// Takes over what a turn says about the contact itself. True when its row changed.
bool apply(Desk& desk, ContactState& contact, const conversation::Turn& turn) {
    bool has_changed = false;
    if (turn.language && *turn.language != contact.contact.language) {
        contact.contact.language = *turn.language;
        has_changed = true;
    }
    if (turn.opted_out && *turn.opted_out != contact.contact.is_opted_out) {
        contact.contact.is_opted_out = *turn.opted_out;
        has_changed = true;
        const EventKind kind = *turn.opted_out ? EventKind::opted_out : EventKind::opted_in;
        desk.event(kind, contact.contact.id);
    }
    return has_changed;
}

// Who speaks as somebody new since this command. Nothing when the store failed (the desk knows).
ContactState* newcomer(Desk& desk) {
    auto found = desk.memory().contacts.find(std::get<Hear>(desk.command().body).who);
    if (found) return *found;
    desk.fail_with(found.error());
    return nullptr;
}

void talk_through(
    Desk& desk, const Speech& speech, ContactState* contact, conversation::Heard heard
) {
    Talk talk = talk_with(*contact, desk.office());
    std::vector<conversation::Reply> replies;
    bool has_contact_changed = false;
    for (std::uint8_t proposals = 0;; ++proposals) {
        conversation::Turn turn = step(desk, speech, *contact, talk, heard);
        talk = std::move(turn.talk);
        std::move(turn.replies.begin(), turn.replies.end(), std::back_inserter(replies));
        has_contact_changed = apply(desk, *contact, turn) || has_contact_changed;
        if (!turn.proposal || proposals == proposals_max) break;
        conversation::Decision decision = decide(desk, *contact, *turn.proposal);
        if (std::holds_alternative<conversation::StartedAnew>(decision)) {
            if (has_contact_changed) desk.change(PutContact{contact->contact});
            contact = newcomer(desk);
            if (contact == nullptr) return;
        }
        heard = std::move(decision);
    }
    talk.heard_at = desk.now();
    if (has_contact_changed) desk.change(PutContact{contact->contact});
    keep_turn(desk, *contact, std::move(talk), std::move(replies));
}

}  // namespace

// The number went to somebody else (operators sell numbers again): what is meant for this contact
// must not reach them.
void lose_phone(Desk& desk, ContactState& state) {
    Identity without_phone = state.contact.identity;
    without_phone.phone = PhoneNumber{};
    desk.memory().contacts.relink(state, std::move(without_phone));
    desk.change(PutContact{state.contact});
}

namespace {

// Takes a phone that `owner` turned out to have away from who had it before. A contact that is
// known by the phone alone keeps it: whoever holds the phone is who it is.
void take_from_others(Desk& desk, const PhoneNumber& phone, ContactId owner) {
    auto found = desk.memory().contacts.find({UserKey{}, phone});
    if (!found) return desk.fail_with(found.error());
    ContactState* other = *found;
    if (other == nullptr || other->contact.id == owner) return;
    if (!other->contact.identity.user.empty()) lose_phone(desk, *other);
}

}  // namespace

bool learn(Desk& desk, ContactState& state, const Identity& who) {
    Identity known = state.contact.identity;
    const bool is_user_new = !who.user.empty() && who.user != known.user;
    const bool is_phone_new = !who.phone.empty() && who.phone != known.phone;
    if (!is_user_new && !is_phone_new) return false;
    if (is_user_new) known.user = who.user;
    if (is_phone_new) {
        take_from_others(desk, who.phone, state.contact.id);
        known.phone = who.phone;
    }
    desk.memory().contacts.relink(state, std::move(known));
    desk.change(PutContact{state.contact});
    return true;
}

ContactState* find_or_add(Desk& desk, const Identity& who) {
    auto found = desk.memory().contacts.find(who);
    if (!found) {
        desk.fail_with(found.error());
        return nullptr;
    }
    if (*found == nullptr) return &desk.add_contact(who);
    ContactState& state = **found;
    // Found by the phone number alone, but another user id is known for it: who writes now must not
    // see the earlier owner's bookings.
    const Identity& known = state.contact.identity;
    if (!who.user.empty() && !known.user.empty() && who.user != known.user) {
        lose_phone(desk, state);
        return &desk.add_contact(who);
    }
    if (!is_doubtful(state, desk.now())) learn(desk, state, who);
    return &state;
}

void hear(Desk& desk, const Speech& speech, const Hear& heard) {
    ContactState* contact = find_or_add(desk, heard.who);
    if (contact == nullptr) return;
    doubt_if_silent(desk, *contact);
    desk.memory().outbox.heard(desk.office(), desk.now());
    Talk& talk = talk_with(*contact, desk.office());
    // What is not answered opens the window all the same.
    const bool is_silent = std::holds_alternative<ReactionHeard>(heard.what) ||
                           std::holds_alternative<FormHeard>(heard.what);
    if (is_silent) {
        talk.heard_at = desk.now();
        desk.change(PutTalk{desk.office(), contact->contact.id, talk});
        return;
    }
    forget_old_draft(talk, desk.now());
    conversation::Heard what = std::visit(ToHeard{desk, speech, *contact, talk}, heard.what);
    talk_through(desk, speech, contact, std::move(what));
}

void change_identity(Desk& desk, const ChangeIdentity& change) {
    auto found = desk.memory().contacts.find(change.before);
    if (!found) {
        desk.fail_with(found.error());
        return;
    }
    if (*found == nullptr) return;
    Identity now = change.now;
    // A new owner's id must not prove that the number is still the old one's.
    if (is_doubtful(**found, desk.now())) now.user = UserKey{};
    if (!learn(desk, **found, now)) return;
    desk.event(EventKind::contact_linked, (*found)->contact.id);
}

void prefer(Desk& desk, const Prefer& preference) {
    ContactState* contact = find_or_add(desk, preference.who);
    if (contact == nullptr) return;
    if (contact->contact.is_opted_out == !preference.wants_messages) return;
    contact->contact.is_opted_out = !preference.wants_messages;
    desk.change(PutContact{contact->contact});
    const bool is_in = preference.wants_messages;
    desk.event(is_in ? EventKind::opted_in : EventKind::opted_out, contact->contact.id);
}

}  // namespace antre::engine
