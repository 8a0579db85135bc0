#include "channels/whatsapp/webhook.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <openssl/evp.h>
#include <simdjson.h>
#include <utility>

#include "channels/limits.h"
#include "channels/whatsapp/inbound_message.h"
#include "channels/whatsapp/json_value.h"
#include "channels/whatsapp/platform.h"
#include "channels/whatsapp/send.h"
#include "channels/whatsapp/surrogates.h"
#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::optional<notices::MessageState> state_of(std::string_view status) {
    using notices::MessageState;
    if (status == "sent") return MessageState::sent;
    if (status == "delivered") return MessageState::delivered;
    if (status == "read" || status == "played") return MessageState::read;
    if (status == "failed") return MessageState::failed;
    return std::nullopt;
}

Inbound kept(element part, std::string reason, const std::string& phone_number_id) {
    Inbound inbound;
    inbound.phone_number_id = phone_number_id;
    std::string raw = raw_of(part);
    inbound.key = key_of_text("raw:" + raw);
    inbound.what = Unknown{std::move(reason), std::move(raw)};
    return inbound;
}

std::int32_t first_error_code(object body) {
    array errors;
    if (body["errors"].get(errors) != 0) return 0;
    for (const element error : errors) {
        object first;
        if (error.get(first) != 0) continue;
        const std::int64_t code = number_at(first, "code").value_or(0);
        return std::in_range<std::int32_t>(code) ? static_cast<std::int32_t>(code) : 0;
    }
    return 0;
}

Inbound status_of(element whole, const std::string& phone_number_id) {
    object status;
    if (whole.get(status) != 0) return kept(whole, "status is not an object", phone_number_id);
    Inbound inbound;
    inbound.phone_number_id = phone_number_id;
    const std::string_view word = text_at(status, "status");
    const std::string_view id = text_at(status, "id");
    inbound.key = key_of_text("st:" + std::string(id) + ":" + std::string(word));
    inbound.sent_at = time_at(status, "timestamp");
    const auto state = state_of(word);
    if (!state) return kept(whole, "status " + std::string(word.substr(0, 40)), phone_number_id);
    engine::HearStatus heard;
    heard.wamid = std::string(id);
    heard.state = *state;
    heard.message = id_in_echo(text_at(status, "biz_opaque_callback_data"));
    heard.recipient =
        identity_of(text_at(status, "recipient_user_id"), text_at(status, "recipient_id"));
    if (*state == notices::MessageState::failed) heard.error = first_error_code(status);
    if (heard.wamid.empty() && !heard.message.is_set()) {
        return kept(whole, "status of no message", phone_number_id);
    }
    inbound.what = std::move(heard);
    return inbound;
}

void read_messages(
    object value, const std::string& phone_number_id, std::vector<Inbound>& inbound
) {
    array messages;
    if (value["messages"].get(messages) == 0) {
        for (const element message : messages) {
            inbound.push_back(read_message(message, value, phone_number_id));
        }
    }
    array statuses;
    if (value["statuses"].get(statuses) == 0) {
        for (const element status : statuses) {
            inbound.push_back(status_of(status, phone_number_id));
        }
    }
    array errors;
    if (value["errors"].get(errors) == 0) {
        for (const element error : errors) {
            object body;
            if (error.get(body) != 0) continue;
            Inbound news;
            news.phone_number_id = phone_number_id;
            news.key = key_of_text("raw:" + raw_of(error));
            news.what = PlatformNotice{
                "errors",
                std::to_string(number_at(body, "code").value_or(0)),
                phone_number_id,
                std::string(text_at(body, "title")),
                ""};
            inbound.push_back(std::move(news));
        }
    }
}

// An account and when WhatsApp says that its news came about.
struct Entry {
    std::string_view account;
    Instant at;
};

void read_change(element whole, const Entry& entry, std::vector<Inbound>& inbound) {
    object change;
    if (whole.get(change) != 0) {
        inbound.push_back(kept(whole, "change is not an object", {}));
        return;
    }
    const std::string_view field = text_at(change, "field");
    object value;
    if (change["value"].get(value) != 0) {
        inbound.push_back(kept(whole, "change without a value", {}));
        return;
    }
    std::string phone_number_id;
    object metadata;
    if (value["metadata"].get(metadata) == 0) {
        phone_number_id = std::string(text_at(metadata, "phone_number_id"));
    }
    if (field == "messages") {
        const std::size_t before = inbound.size();
        read_messages(value, phone_number_id, inbound);
        if (inbound.size() == before) {
            inbound.push_back(kept(whole, "messages without a message", phone_number_id));
        }
        return;
    }
    for (Inbound& news : read_platform_field(field, value, entry.account, phone_number_id)) {
        news.sent_at = entry.at;
        inbound.push_back(std::move(news));
    }
}

}  // namespace

Result<std::vector<Inbound>, Malformed> parse_webhook(const std::string& raw_body) {
    thread_local simdjson::dom::parser parser;
    const std::size_t capacity = std::max<std::size_t>(raw_body.size(), 4096);
    if (parser.capacity() < capacity || parser.max_depth() != webhook_depth_max) {
        if (parser.allocate(capacity, webhook_depth_max) != 0) {
            return fail(Malformed{"too large"});
        }
    }
    element root;
    auto error = parser.parse(raw_body).get(root);
    if (error == simdjson::STRING_ERROR) {
        // Half an emoji in one message must not cost the others of the body.
        std::string whole = raw_body;
        if (replace_lone_surrogates(whole)) error = parser.parse(whole).get(root);
    }
    if (error != 0) return fail(Malformed{simdjson::error_message(error)});
    object body;
    array entries;
    if (root.get(body) != 0 || body["entry"].get(entries) != 0) {
        return fail(Malformed{"no entry"});
    }
    std::vector<Inbound> inbound;
    for (const element entry : entries) {
        object account;
        array changes;
        if (entry.get(account) != 0 || account["changes"].get(changes) != 0) {
            inbound.push_back(kept(entry, "entry without changes", {}));
            continue;
        }
        const Entry whose{text_at(account, "id"), time_at(account, "time")};
        for (const element change : changes) {
            read_change(change, whose, inbound);
        }
    }
    return inbound;
}

bool is_of_a_number(const Inbound& inbound) {
    return !std::holds_alternative<PlatformNotice>(inbound.what) &&
           !std::holds_alternative<Unknown>(inbound.what);
}

namespace {

struct ToBody {
    std::optional<engine::Body> operator()(engine::Hear& heard) const { return std::move(heard); }
    std::optional<engine::Body> operator()(engine::HearStatus& status) const {
        return std::move(status);
    }
    std::optional<engine::Body> operator()(engine::ChangeIdentity& change) const {
        return std::move(change);
    }
    std::optional<engine::Body> operator()(engine::Prefer& preference) const {
        return std::move(preference);
    }
    std::optional<engine::Body> operator()(PlatformNotice&) const { return std::nullopt; }
    std::optional<engine::Body> operator()(Unknown& unknown) const {
        return engine::KeepAside{std::move(unknown.raw), std::move(unknown.reason)};
    }
};

}  // namespace

std::optional<engine::Command>
command_of(Inbound inbound, OfficeId office, Instant at, const Chance& chance) {
    const bool is_message = std::holds_alternative<engine::Hear>(inbound.what);
    const bool is_status = std::holds_alternative<engine::HearStatus>(inbound.what);
    auto body = std::visit(ToBody{}, inbound.what);
    if (!body) return std::nullopt;
    engine::Command command;
    if (!is_status) command.key = inbound.key;
    command.actor = is_message ? engine::ActorKind::contact : engine::ActorKind::system;
    command.office = office;
    command.at = at;
    command.chance = chance;
    command.body = std::move(*body);
    return command;
}

engine::CommandKey key_of_text(std::string_view text) {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    thread_local const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    ASSERT(EVP_Digest(text.data(), text.size(), digest.data(), &size, sha256, nullptr) == 1);
    engine::CommandKey key{};
    std::memcpy(key.data(), digest.data(), key.size());
    return key;
}

engine::CommandKey key_of_message(std::string_view wamid) {
    return key_of_text("wa:" + std::string(wamid));
}

}  // namespace antre::channels::whatsapp
