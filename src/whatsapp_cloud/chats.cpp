#include "whatsapp_cloud/chats.h"

#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

std::string_view name_of(Status status) {
    switch (status) {
    case Status::accepted: return "accepted";
    case Status::sent: return "sent";
    case Status::delivered: return "delivered";
    case Status::read: return "read";
    case Status::failed:
    case Status::expired: return "failed";
    }
    return {};
}

Window Chat::window(Instant now) const {
    const bool is_open = last_inbound && now - *last_inbound < service_window;
    return is_open ? Window::open : Window::closed;
}

const Chat* Chats::find_chat(const ChatKey& key) const {
    const auto found = chats_.find(key);
    return found == chats_.end() ? nullptr : &found->second;
}

Message& Chats::append(const ChatKey& key, Message message) {
    Chat& chat = chats_[key];
    seats_[message.wamid] = {key, chat.first_serial + chat.messages.size()};
    chat.messages.push_back(std::move(message));
    if (chat.messages.size() > messages_kept_per_chat) {
        seats_.erase(chat.messages.front().wamid);
        chat.messages.pop_front();
        ++chat.first_serial;
    }
    return chat.messages.back();
}

std::optional<Located> Chats::find_message(const std::string& wamid) {
    const auto seat = seats_.find(wamid);
    if (seat == seats_.end()) return std::nullopt;
    Chat& chat = chats_[seat->second.key];
    const std::size_t index = static_cast<std::size_t>(seat->second.serial - chat.first_serial);
    return Located{seat->second.key, &chat.messages[index]};
}

void Chats::clear() {
    chats_.clear();
    seats_.clear();
}

namespace {

json::value status_json(const Message& message) {
    if (message.direction == Direction::in) {
        return message.is_marked_read ? json::value("read") : json::value(nullptr);
    }
    if (message.status == Status::accepted) return nullptr;
    return json::value(name_of(message.status));
}

json::value text_or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

}  // namespace

json::object message_json(const Message& message) {
    json::object object{
        {"id", message.wamid},
        {"direction", message.direction == Direction::in ? "in" : "out"},
        {"at", iso_instant(message.at)},
        {"type", message.type},
        {"body", message.body},
        {"status", status_json(message)},
        {"error", message.error ? json::value(*message.error) : json::value(nullptr)},
        {"context", text_or_null(message.context)},
        {"media_url", nullptr},
        {"opaque", text_or_null(message.opaque)},
        {"price", nullptr},
    };
    if (!message.media_id.empty()) object["media_url"] = "/_emulator/media/" + message.media_id;
    if (message.price) {
        object["price"] = {
            {"billable", message.price->is_billable},
            {"category", message.price->category},
            {"type", message.price->type},
        };
    }
    if (!message.rendered.empty()) object["rendered"] = message.rendered;
    return object;
}

}  // namespace antre::whatsapp_cloud
