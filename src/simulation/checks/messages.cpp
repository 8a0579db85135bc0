#include "simulation/checks/messages.h"

#include <algorithm>
#include <iterator>
#include <variant>

#include "channels/whatsapp/send.h"
#include "notices/limits.h"

namespace antre::simulation {

using notices::MessageState;

namespace {

bool is_pending(MessageState state) {
    return state == MessageState::queued || state == MessageState::sending ||
           state == MessageState::unknown;
}

// Every step a message may take, written down once more.
bool is_legal(MessageState from, MessageState to) {
    using S = MessageState;
    const bool is_echo = to == S::sent || to == S::delivered || to == S::read || to == S::failed;
    switch (from) {
    case S::queued: return to == S::sending || to == S::dropped || is_echo;
    case S::sending:
        return to == S::accepted || to == S::unknown || to == S::queued || to == S::dropped ||
               is_echo;
    case S::unknown: return to == S::queued || to == S::dropped || is_echo;
    case S::accepted: return is_echo;
    case S::sent: return to == S::delivered || to == S::read || to == S::failed;
    case S::delivered: return to == S::read;
    case S::read:
    case S::failed:
    case S::dropped: return false;
    }
    return false;
}

// WhatsApp's codes that only ask to wait: one of them alone must not end a message.
bool asks_to_wait(std::int32_t error) {
    constexpr std::int32_t codes[] = {4, 80007, 130429, 131000, 131016, 131056, 133016};
    return std::find(std::begin(codes), std::end(codes), error) != std::end(codes);
}

std::string numbers_of(const scheduling::Placement& placement) {
    std::string numbers;
    for (const scheduling::PlaceNumber number : placement.numbers)
        numbers += (numbers.empty() ? "" : " ") + scheduling::label_of(number);
    return numbers;
}

}  // namespace

void MessagesCheck::queue(const notices::OutMessage& message) {
    Line line;
    line.contact = message.contact;
    line.kind = message.kind;
    line.about = message.about;
    line.moot_at = message.moot_at;
    if (const auto* note = std::get_if<notices::Note>(&message.content); note && note->picture) {
        line.code = note->picture->code;
        line.number = note->picture->number;
    }
    if (!messages_.emplace(message.id, std::move(line)).second) {
        verdict_.broken("I6", "message " + std::to_string(message.id.value) + " was queued twice");
        return;
    }
    ++pending_;
}

void MessagesCheck::look_at_claim(
    const engine::Commit& commit, const std::string& name, const Line& line
) {
    verdict_.looked("I7");
    if (line.moot_at < commit.at) verdict_.broken("I7", name + " was claimed when it was moot");
    if (!line.about) return;
    const auto found = bookings_.find(line.about->booking);
    const bool is_true = found != bookings_.end() && found->second.version == line.about->version &&
                         scheduling::is_active(found->second.status);
    if (!is_true) {
        verdict_.broken("I7", name + " speaks of a booking that has changed since");
        return;
    }
    if (line.code.empty()) return;
    const std::string first = scheduling::label_of(found->second.placement.numbers.front());
    if (line.code != scheduling::code_of(found->first) || !line.number.starts_with(first)) {
        verdict_.broken(
            "I7", name + " shows another ticket than " + numbers_of(found->second.placement)
        );
    }
}

void MessagesCheck::update(const engine::Commit& commit, const notices::MessageProgress& progress) {
    const std::string name = "message " + std::to_string(progress.id.value);
    const auto found = messages_.find(progress.id);
    if (found == messages_.end()) return verdict_.broken("I5", name + " was never queued");
    Line& line = found->second;
    if (line.state == progress.state) return;
    verdict_.looked("I11");
    if (!is_legal(line.state, progress.state)) {
        verdict_.broken(
            "I11",
            name + " went from " + std::string(notices::name_of(line.state)) + " to " +
                std::string(notices::name_of(progress.state))
        );
    }
    if (progress.state == MessageState::sending) look_at_claim(commit, name, line);
    if (is_pending(line.state) && !is_pending(progress.state)) --pending_;
    if (progress.state == MessageState::dropped) ++dropped_;
    if (progress.state == MessageState::failed) {
        ++failed_;
        if (asks_to_wait(progress.error) && progress.attempts < 3) {
            verdict_.broken("I17", name + " was given up though WhatsApp only asked to wait");
        }
    }
    line.state = progress.state;
}

void MessagesCheck::accepted(std::string_view opaque, std::size_t citizen, Instant now) {
    const MessageId id = channels::whatsapp::id_in_echo(opaque);
    const std::string name = "message " + std::to_string(id.value);
    verdict_.looked("I6");
    const auto found = messages_.find(id);
    if (found == messages_.end()) {
        return verdict_.broken("I1", name + " was sent, but the store does not have it");
    }
    Line& line = found->second;
    ++sent_;
    if (++line.accepted > 1) {
        ++again_;
        const bool is_early = now - line.accepted_at < notices::echo_wait;
        if (line.kind == notices::MessageKind::notice || is_early || line.accepted > 2 ||
            echoed_.contains(id)) {
            verdict_.broken("I6", name + " reached its reader twice");
        }
    }
    line.accepted_at = now;
    verdict_.looked("I8");
    if (phones_.emplace(line.contact, citizen).first->second != citizen) {
        verdict_.broken("I8", name + " reached somebody else's phone");
    }
    if (line.about) {
        std::uint32_t& version = told_[line.about->booking];
        version = std::max(version, line.about->version);
    }
}

// What is written for a contact, if the change writes something that is theirs.
std::optional<ContactId> MessagesCheck::reader_of(const engine::Change& change) {
    if (const auto* put = std::get_if<engine::PutContact>(&change)) return put->contact.id;
    if (const auto* put = std::get_if<engine::PutTalk>(&change)) return put->contact;
    if (const auto* put = std::get_if<engine::PutInquiry>(&change)) return put->inquiry.contact;
    if (const auto* put = std::get_if<engine::QueueMessage>(&change)) return put->message.contact;
    if (const auto* put = std::get_if<engine::PutBooking>(&change)) return put->booking.contact;
    return std::nullopt;
}

void MessagesCheck::look_at_erasure(const engine::Change& change) {
    if (const auto reader = reader_of(change); reader && erased_.contains(*reader)) {
        verdict_.looked("I18");
        verdict_.broken(
            "I18", "something is kept of contact " + std::to_string(reader->value) + ", erased"
        );
    }
    const auto* erasure = std::get_if<engine::EraseContact>(&change);
    if (erasure == nullptr) return;
    verdict_.looked("I18");
    erased_.insert(erasure->contact);
    for (const auto& [id, line] : messages_) {
        if (line.contact != erasure->contact || !is_pending(line.state)) continue;
        verdict_.broken(
            "I18", "message " + std::to_string(id.value) + " still waits for who was erased"
        );
    }
}

void MessagesCheck::look(const engine::Commit& commit) {
    for (const engine::Event& event : commit.events) {
        if (event.detail != "nobody_to_send_to") continue;
        verdict_.broken(
            "I17", "message " + std::to_string(event.message.value) + " was dropped for no reason"
        );
    }
    for (const engine::Change& change : commit.changes) {
        look_at_erasure(change);
        if (const auto* queued = std::get_if<engine::QueueMessage>(&change)) queue(queued->message);
        if (const auto* updated = std::get_if<engine::UpdateMessage>(&change)) {
            update(commit, updated->progress);
        }
    }
}

}  // namespace antre::simulation
