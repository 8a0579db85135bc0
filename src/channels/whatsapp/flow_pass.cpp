#include "channels/whatsapp/flow_pass.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cstdint>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <utility>

#include "channels/base64.h"
#include "channels/whatsapp/webhook.h"
#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

constexpr std::string_view prefix = "f1.";
constexpr std::string_view purpose = "antre flow pass 1:";
constexpr std::size_t said_bytes = 4 + 8 + 8 + 4 + 1;
constexpr std::size_t mac_bytes = 20;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::size_t jwt_parts = 3;

std::string hmac(const Token& secret, std::string_view text) {
    const std::string& key = secret.reveal();
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    const unsigned char* made = HMAC(
        EVP_sha256(),
        key.data(),
        static_cast<int>(key.size()),
        reinterpret_cast<const unsigned char*>(text.data()),
        text.size(),
        mac.data(),
        &size
    );
    ASSERT(made != nullptr);
    return {reinterpret_cast<const char*>(mac.data()), size};
}

bool is_equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

void put(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = bytes; i > 0; --i)
        out += static_cast<char>(value >> (8 * (i - 1)) & 0xFF);
}

std::uint64_t take(std::string_view& from, std::size_t bytes) {
    std::uint64_t value = 0;
    for (const char c : from.substr(0, bytes))
        value = value << 8 | static_cast<unsigned char>(c);
    from.remove_prefix(bytes);
    return value;
}

std::string said_by(const FlowPass& pass) {
    std::string said;
    put(said, pass.office.value, 4);
    put(said, pass.contact.value, 8);
    put(said, pass.message.value, 8);
    put(said, static_cast<std::uint64_t>(pass.expires_at.ms / minute_ms), 4);
    put(said, static_cast<std::uint64_t>(pass.language), 1);
    return said;
}

std::string mac_of(const Token& secret, std::string_view said) {
    return hmac(secret, std::string(purpose) + std::string(said)).substr(0, mac_bytes);
}

std::string_view text_in(const json::value& root, std::string_view field) {
    const json::object* object = root.if_object();
    const json::value* value = object != nullptr ? object->if_contains(field) : nullptr;
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string_view(text->data(), text->size()) : std::string_view();
}

json::value json_in(std::string_view part) {
    const auto bytes = from_base64url(part);
    json::error_code error;
    json::value root = json::parse(bytes.value_or(""), error);
    return error ? json::value() : root;
}

}  // namespace

engine::CommandKey key_of_form(const FlowPass& pass) {
    return key_of_text(
        "form:" + std::to_string(pass.office.value) + ":" + std::to_string(pass.contact.value) +
        ":" + std::to_string(pass.message.value)
    );
}

FlowPasses::FlowPasses(std::vector<Token> app_secrets)
    : app_secrets_(std::move(app_secrets)) {}

std::string FlowPasses::token_of(const FlowPass& pass) const {
    ASSERT(!app_secrets_.empty());
    const std::string said = said_by(pass);
    return std::string(prefix) + to_base64url(said + mac_of(app_secrets_.front(), said));
}

std::optional<FlowPass> FlowPasses::read(std::string_view token) const {
    if (!token.starts_with(prefix)) return std::nullopt;
    const auto bytes = from_base64url(token.substr(prefix.size()));
    if (!bytes || bytes->size() != said_bytes + mac_bytes) return std::nullopt;
    std::string_view said = std::string_view(*bytes).substr(0, said_bytes);
    const std::string_view mac = std::string_view(*bytes).substr(said_bytes);
    const bool is_ours =
        std::any_of(app_secrets_.begin(), app_secrets_.end(), [&](const Token& secret) {
            return is_equal(mac_of(secret, said), mac);
        });
    if (!is_ours) return std::nullopt;
    FlowPass pass;
    pass.office.value = static_cast<std::uint32_t>(take(said, 4));
    pass.contact.value = take(said, 8);
    pass.message.value = take(said, 8);
    pass.expires_at.ms = static_cast<std::int64_t>(take(said, 4)) * minute_ms;
    pass.language =
        take(said, 1) == static_cast<std::uint64_t>(Language::en) ? Language::en : Language::id;
    return pass;
}

bool FlowPasses::is_signed(std::string_view token, std::string_view signature) const {
    const std::vector<std::string_view> parts = split(signature, '.');
    if (parts.size() != jwt_parts) return false;
    if (text_in(json_in(parts[0]), "alg") != "HS256") return false;
    if (text_in(json_in(parts[1]), "flow_token") != token) return false;
    const auto mac = from_base64url(parts[2]);
    if (!mac) return false;
    const std::string_view said = signature.substr(0, parts[0].size() + 1 + parts[1].size());
    return std::any_of(app_secrets_.begin(), app_secrets_.end(), [&](const Token& secret) {
        return is_equal(hmac(secret, said), *mac);
    });
}

}  // namespace antre::channels::whatsapp
