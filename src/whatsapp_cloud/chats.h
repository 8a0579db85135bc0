#pragma once

// A chat is everything between one business number and one person, with the facts that rules ask
// for: when the person last wrote, and when the phone number was last part of an exchange.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "foundation/time.h"
#include "whatsapp_cloud/graph_error.h"
#include "whatsapp_cloud/json.h"
#include "whatsapp_cloud/meter.h"
#include "whatsapp_cloud/people.h"
#include "whatsapp_cloud/wamid.h"

namespace antre::whatsapp_cloud {

// The ladder of an outbound message. It only climbs; failed and expired end it.
enum class Status {
    accepted,
    sent,
    delivered,
    read,
    failed,
    expired,  // never arrived within its time to live
};

std::string_view name_of(Status status);

struct Message {
    std::string wamid;
    Direction direction = Direction::out;
    Instant at;
    std::string type;
    json::object body;  // the object under the type's name, as sent or delivered
    Status status = Status::accepted;
    bool is_marked_read = false;  // inbound: the business has marked it
    std::optional<json::object> error;
    std::string context;   // wamid quoted
    std::string media_id;  // of media the model holds
    std::string opaque;
    std::optional<Price> price;
    std::string category = "service";
    Window window = Window::open;   // at acceptance
    std::optional<Code> doomed_by;  // it will fail with this
    std::string doom_details;
    Instant expires_at;
    std::string addressed_user_id;  // set when sent to a BSUID
    json::object rendered;          // templates: the text with its parameters filled in
};

struct ChatKey {
    std::string number_id;
    PersonIndex person = 0;
    friend auto operator<=>(const ChatKey&, const ChatKey&) = default;
};

struct Chat {
    std::deque<Message> messages;
    std::uint64_t first_serial = 0;  // of messages.front()
    std::optional<Instant> last_inbound;
    std::optional<Instant> last_phone_exchange;

    [[nodiscard]] Window window(Instant now) const;
};

struct Located {
    ChatKey key;
    Message* message = nullptr;
};

class Chats {
public:
    Chat& open(const ChatKey& key) { return chats_[key]; }
    [[nodiscard]] const Chat* find_chat(const ChatKey& key) const;
    Message& append(const ChatKey& key, Message message);
    // The message pointer holds until the next append.
    std::optional<Located> find_message(const std::string& wamid);
    void clear();

private:
    struct Seat {
        ChatKey key;
        std::uint64_t serial = 0;
    };

    std::map<ChatKey, Chat> chats_;
    std::unordered_map<std::string, Seat> seats_;
};

// The Message object of the control API.
json::object message_json(const Message& message);

}  // namespace antre::whatsapp_cloud
