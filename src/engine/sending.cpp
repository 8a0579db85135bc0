#include "engine/sending.h"

#include <optional>
#include <string>
#include <utility>

#include "engine/hearing.h"
#include "engine/proofs.h"
#include "foundation/sabotage.h"
#include "notices/limits.h"
#include "notices/pacing.h"
#include "notices/send_policy.h"

namespace antre::engine {

using notices::MessageKind;
using notices::MessageProgress;
using notices::MessageState;

namespace {

// A message that came to a bad end is told in its office's journal.
void end(
    Desk& desk, PendingMessage message, MessageState state, std::int32_t error, std::string why
) {
    desk.memory().outbox.done(message.id);
    message.progress.state = state;
    message.progress.error = error;
    desk.memory().progressed.insert_or_assign(message.id, message.progress);
    Event event;
    event.kind =
        state == MessageState::failed ? EventKind::message_failed : EventKind::message_dropped;
    event.contact = message.contact;
    event.message = message.id;
    event.detail = std::move(why);
    OfficeBook* book = desk.memory().offices.find(message.office);
    if (book == nullptr) {
        desk.change(UpdateMessage{message.progress});
    } else {
        desk.aside(*book, std::move(event), UpdateMessage{message.progress});
    }
}

// Whether the booking that a message speaks of is still as it says.
bool is_true_still(const ContactState& contact, const notices::About& about) {
    if (is_sabotaged(Sabotage::stale_ticket_sent)) return true;
    if (about.person != 0) {
        const scheduling::CaseId id = scheduling::case_of(about.booking, about.person);
        for (const scheduling::PassportCase& passport : contact.cases) {
            if (passport.id == id) return passport.version == about.version;
        }
        return false;
    }
    for (const scheduling::Booking& booking : contact.bookings) {
        if (booking.id == about.booking) return booking.version == about.version;
    }
    return false;
}

bool is_window_open(const ContactState& contact, OfficeId office, Instant now) {
    for (const OfficeTalk& talk : contact.talks) {
        if (talk.office == office) return notices::is_window_open(talk.talk.heard_at, now);
    }
    return false;
}

// Why a message must not be sent any more; empty when it may.
std::string
reason_to_drop(Desk& desk, const notices::OutMessage& message, const ContactState& contact) {
    if (message.moot_at < desk.now()) return "moot";
    if (message.about && !is_true_still(contact, *message.about)) return "superseded";
    const bool is_notice = message.kind == MessageKind::notice;
    if (is_notice && contact.contact.is_opted_out) return "opted_out";
    if (std::holds_alternative<notices::Template>(message.content)) return {};
    return is_window_open(contact, message.office, desk.now()) ? "" : "window_closed";
}

// Outside the 24-hour window a note gives way to its template. WhatsApp's own clock decides: when
// it refused the note although we thought the window open, the template goes too.
void choose_form(
    notices::OutMessage& message, const PendingMessage& pending, bool is_window_open_now
) {
    const auto* note = std::get_if<notices::Note>(&message.content);
    if (note == nullptr || !note->instead) return;
    if (is_window_open_now && pending.progress.error != notices::window_closed_error) return;
    notices::Template form = *note->instead;
    message.content = std::move(form);
}

bool has_template(Desk& desk, MessageId id) {
    auto kept = desk.memory().store.message(id);
    if (!kept) {
        desk.fail_with(kept.error());
        return false;
    }
    if (!kept->has_value()) return false;
    const auto* note = std::get_if<notices::Note>(&(*kept)->message.content);
    return note != nullptr && note->instead;
}

// Hands one claimed message out, or drops it; nothing when it was dropped.
std::optional<Claimed> hand_out(Desk& desk, const PendingMessage& pending) {
    auto kept = desk.memory().store.message(pending.id);
    if (!kept) {
        desk.fail_with(kept.error());
        return std::nullopt;
    }
    auto contact = desk.memory().contacts.find(pending.contact);
    if (!contact) {
        desk.fail_with(contact.error());
        return std::nullopt;
    }
    const OfficeBook* book = desk.memory().offices.find(pending.office);
    if (!kept->has_value() || *contact == nullptr || book == nullptr) {
        end(desk, pending, MessageState::dropped, 0, "nobody_to_send_to");
        return std::nullopt;
    }
    notices::OutMessage message = std::move((*kept)->message);
    choose_form(message, pending, is_window_open(**contact, message.office, desk.now()));
    std::string reason = reason_to_drop(desk, message, **contact);
    if (!reason.empty()) {
        end(desk, pending, MessageState::dropped, 0, std::move(reason));
        return std::nullopt;
    }
    // An echo may have come while it waited to be sent once more.
    const auto reached = desk.progress_of(pending.id);
    if (!reached || reached->state != MessageState::queued) {
        desk.memory().outbox.done(pending.id);
        return std::nullopt;
    }
    MessageProgress progress = pending.progress;
    progress.state = MessageState::sending;
    ++progress.attempts;
    desk.update(progress);
    desk.memory().outbox.mark_sending(progress);
    return Claimed{
        std::move(message),
        (*contact)->contact.identity,
        book->office().phone_number_id,
        book->office().business_account_id,
        progress.attempts};
}

void retry_later(Desk& desk, PendingMessage message, Milliseconds wait) {
    message.progress.state = MessageState::queued;
    message.progress.next_try_at = desk.now() + notices::with_jitter(wait, desk.command().chance);
    desk.update(message.progress);
    desk.memory().outbox.put_back(std::move(message));
}

void react(
    Desk& desk, PendingMessage message, const notices::Reaction& reaction, std::int32_t error
) {
    using notices::Act;
    Outbox& outbox = desk.memory().outbox;
    // A note that meets a closed window because its template is shut: neither can go yet, both may.
    const bool was_shut = notices::is_template_shut(message.progress.error);
    message.progress.error = error;
    const bool is_last = message.progress.attempts >= reaction.attempts_max ||
                         is_sabotaged(Sabotage::refusal_is_final);
    const Instant until = desk.now() + reaction.wait;
    switch (reaction.act) {
    case Act::pause_pair: outbox.pause_pair(message.office, message.contact, until); break;
    case Act::pause_number: outbox.pause_number(message.office, until); break;
    case Act::pause_all: outbox.pause_all(until); break;
    case Act::retry:
    case Act::drop:
    case Act::use_template:
    case Act::give_up: break;
    }
    const bool may_retry = reaction.act == Act::retry || reaction.act == Act::pause_pair ||
                           reaction.act == Act::pause_number || reaction.act == Act::pause_all;
    const bool goes_as_template =
        reaction.act == Act::use_template && error == notices::window_closed_error &&
        (was_shut || message.progress.attempts <= notices::templates_tried_max) &&
        has_template(desk, message.id);
    if (goes_as_template || (may_retry && !is_last)) {
        retry_later(desk, std::move(message), reaction.wait);
    } else {
        end(desk, std::move(message), MessageState::failed, error, std::to_string(error));
    }
}

// Nobody knows whether it was sent: only its echo can tell.
void await_echo(Desk& desk, PendingMessage message) {
    message.progress.state = MessageState::unknown;
    message.progress.next_try_at = desk.now() + notices::echo_wait;
    desk.update(message.progress);
    const Instant until = message.progress.next_try_at;
    desk.memory().outbox.await_echo(std::move(message), until);
}

void learn_from(Desk& desk, ContactId id, const Identity& learned) {
    if (learned.user.empty() && learned.phone.empty()) return;
    auto contact = desk.memory().contacts.find(id);
    if (!contact) return desk.fail_with(contact.error());
    // Whoever has the number now: while that is in doubt, their id must not become the contact's.
    if (*contact != nullptr && !is_doubtful(**contact, desk.now())) learn(desk, **contact, learned);
}

}  // namespace

Answer claim(Desk& desk, const ClaimMessages& request) {
    ClaimAnswer answer;
    while (answer.messages.size() < request.max) {
        const auto pending = desk.memory().outbox.claim(desk.now());
        if (!pending) break;
        auto claimed = hand_out(desk, *pending);
        if (desk.failure()) break;
        if (claimed) answer.messages.push_back(std::move(*claimed));
    }
    return answer;
}

void record(Desk& desk, const RecordSend& report) {
    const auto handed_out = desk.memory().outbox.handed_out(report.message);
    if (!handed_out) return;  // reported before, or ended by a status that was quicker
    PendingMessage message = *handed_out;
    desk.memory().outbox.stop_waiting(message.id);
    const bool is_lost = report.outcome == SendOutcome::unknown;
    const bool is_resent = is_lost && is_sabotaged(Sabotage::lost_answer_resent);
    switch (is_resent ? SendOutcome::not_sent : report.outcome) {
    case SendOutcome::accepted:
        desk.memory().outbox.done(message.id);
        message.progress.state = MessageState::accepted;
        message.progress.wamid = report.wamid;
        desk.update(message.progress);
        learn_from(desk, message.contact, report.learned);
        break;
    case SendOutcome::unknown: await_echo(desk, std::move(message)); break;
    case SendOutcome::not_sent:
        react(desk, message, notices::reaction_to_not_sent(message.progress.attempts), 0);
        break;
    case SendOutcome::refused: {
        notices::Reaction reaction = notices::reaction_to(report.error, message.progress.attempts);
        if (report.wait) reaction.wait = *report.wait;
        react(desk, message, reaction, report.error);
        break;
    }
    }
}

void hear_status(Desk& desk, const HearStatus& status) {
    Store& store = desk.memory().store;
    MessageId id = status.message;
    if (!id.is_set()) {
        auto found = store.message_by_wamid(status.wamid);
        if (!found) return desk.fail_with(found.error());
        if (!found->has_value()) return;  // not ours, or erased
        id = **found;
    }
    auto progress = desk.progress_of(id);
    if (!progress || !notices::climbs(progress->state, status.state)) return;
    // The echo settles an unknown send, and may be quicker than the answer to the send itself.
    desk.memory().outbox.stop_waiting(id);
    desk.memory().outbox.done(id);
    progress->state = status.state;
    progress->error = status.error;
    if (progress->wamid.empty()) progress->wamid = status.wamid;
    desk.update(*progress);
    if (status.state == MessageState::failed) {
        Event event;
        event.kind = EventKind::message_failed;
        event.message = id;
        event.detail = std::to_string(status.error);
        desk.event(std::move(event));
    }
}

void drop_all_of(Desk& desk, ContactId contact) {
    for (PendingMessage& message : desk.memory().outbox.forget(contact))
        end(desk, std::move(message), MessageState::dropped, 0, "erased");
}

void give_up_waiting(Desk& desk) {
    for (PendingMessage& message : desk.memory().outbox.without_report(desk.now()))
        await_echo(desk, std::move(message));
    for (PendingMessage& message : desk.memory().outbox.without_echo(desk.now())) {
        const bool may_go_again = message.kind != MessageKind::notice &&
                                  message.progress.attempts <= notices::resends_max;
        if (may_go_again) {
            message.progress.state = MessageState::queued;
            message.progress.next_try_at = desk.now();
            desk.update(message.progress);
            desk.memory().outbox.put_back(std::move(message));
        } else {
            end(desk, std::move(message), MessageState::dropped, 0, "no_echo");
        }
    }
}

}  // namespace antre::engine
