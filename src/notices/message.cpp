#include "notices/message.h"

#include <array>
#include <utility>

#include "foundation/sabotage.h"

namespace antre::notices {

namespace {

constexpr std::array<std::pair<MessageState, std::string_view>, 9> state_names{{
    {MessageState::queued, "queued"},
    {MessageState::sending, "sending"},
    {MessageState::unknown, "unknown"},
    {MessageState::accepted, "accepted"},
    {MessageState::sent, "sent"},
    {MessageState::delivered, "delivered"},
    {MessageState::read, "read"},
    {MessageState::failed, "failed"},
    {MessageState::dropped, "dropped"},
}};

constexpr std::array<std::pair<MessageKind, std::string_view>, 3> kind_names{{
    {MessageKind::reply, "reply"},
    {MessageKind::ticket, "ticket"},
    {MessageKind::notice, "notice"},
}};

// How far up the ladder a state stands; what WhatsApp reports is on the ladder.
int rung_of(MessageState state) {
    switch (state) {
    case MessageState::queued:
    case MessageState::sending:
    case MessageState::unknown: return 0;
    case MessageState::accepted: return 1;
    case MessageState::sent: return 2;
    case MessageState::delivered: return 3;
    case MessageState::read: return 4;
    case MessageState::failed:
    case MessageState::dropped: return 5;
    }
    return 5;
}

}  // namespace

std::string_view name_of(MessageState state) {
    return state_names[static_cast<std::size_t>(state)].second;
}

std::optional<MessageState> state_named(std::string_view name) {
    for (const auto& [state, its_name] : state_names) {
        if (its_name == name) return state;
    }
    return std::nullopt;
}

std::string_view name_of(MessageKind kind) {
    return kind_names[static_cast<std::size_t>(kind)].second;
}

std::optional<MessageKind> kind_named(std::string_view name) {
    for (const auto& [kind, its_name] : kind_names) {
        if (its_name == name) return kind;
    }
    return std::nullopt;
}

bool climbs(MessageState from, MessageState to) {
    if (is_sabotaged(Sabotage::status_falls)) return from != to;
    if (from == MessageState::failed || from == MessageState::dropped) return false;
    // A message that was delivered has not failed, whatever comes later.
    if (to == MessageState::failed) return rung_of(from) < rung_of(MessageState::delivered);
    return rung_of(to) > rung_of(from);
}

}  // namespace antre::notices
