#include <boost/json.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "channels/base64.h"
#include "channels/whatsapp/flow_pass.h"
#include "channels/whatsapp/flow_request.h"
#include "channels/whatsapp/flow_seal.h"
#include "channels/whatsapp/signature.h"

namespace antre::channels::whatsapp {

namespace {

namespace json = boost::json;

json::value published() {
    std::ifstream file(
        std::string(ANTRE_SOURCE_DIR) + "/src/channels/whatsapp/testdata/flow_endpoint.json"
    );
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::string text_of(const json::value& object, std::string_view field) {
    return json::value_to<std::string>(object.at(field));
}

FlowKey key_of(const json::value& all) {
    const std::string der = text_of(all, "test_private_key_pkcs8_der_base64");
    auto key = FlowKey::load(
        "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n", Token()
    );
    EXPECT_TRUE(key.has_value());
    return std::move(*key);
}

template <class Bytes>
std::string hex_of(const Bytes& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

// Our own answer to what a vector asks, where the answer is the protocol's and not the office's.
std::string answer_to(const FlowRequest& request, const std::string& published_answer) {
    switch (request.action) {
    case FlowAction::ping: return flow_pong();
    case FlowAction::notify_of_error: return flow_acknowledgement();
    case FlowAction::open:
    case FlowAction::back:
    case FlowAction::exchange: break;
    }
    if (request.screen == "SUMMARY" && request.fields.contains("time")) {
        return flow_success(request.token, {{"appointment_id", "apt_8Q2"}});
    }
    return published_answer;
}

}  // namespace

TEST(FlowSeal, agrees_with_every_published_request_and_answer) {
    const json::value all = published();
    const FlowKey key = key_of(all);
    const Token secret(text_of(all, "app_secret"));
    SignatureCheck check({secret});
    const FlowPasses passes({secret});
    ASSERT_EQ(all.at("vectors").as_array().size(), 6U);
    for (const json::value& vector : all.at("vectors").as_array()) {
        const std::string name = text_of(vector, "name");
        const std::string body = text_of(vector, "request_body");
        EXPECT_TRUE(check.verify(text_of(vector, "signature"), body)) << name;
        const auto opened = key.open(body);
        ASSERT_TRUE(opened.has_value()) << name;
        EXPECT_EQ(opened->text, text_of(vector, "request_plaintext")) << name;
        EXPECT_EQ(hex_of(opened->session.key), text_of(vector, "aes_key_hex")) << name;
        EXPECT_EQ(hex_of(opened->session.vector), text_of(vector, "iv_hex")) << name;
        const auto request = parse_flow_request(opened->text);
        ASSERT_TRUE(request.has_value()) << name;
        if (request->token_signature) {
            EXPECT_TRUE(passes.is_signed(request->token, *request->token_signature)) << name;
        }
        const std::string answer = answer_to(*request, text_of(vector, "response_plaintext"));
        EXPECT_EQ(answer, text_of(vector, "response_plaintext")) << name;
        EXPECT_EQ(seal_flow_answer(opened->session, answer), text_of(vector, "response_body"))
            << name;
    }
}

TEST(FlowSeal, refuses_every_published_forgery) {
    const json::value all = published();
    const FlowKey key = key_of(all);
    SignatureCheck check({Token(text_of(all, "app_secret"))});
    ASSERT_EQ(all.at("negative").as_array().size(), 5U);
    for (const json::value& vector : all.at("negative").as_array()) {
        const std::string name = text_of(vector, "name");
        EXPECT_TRUE(check.verify(text_of(vector, "signature"), text_of(vector, "request_body")));
        EXPECT_FALSE(key.open(text_of(vector, "request_body")).has_value()) << name;
    }
}

TEST(FlowSeal, refuses_what_is_no_envelope) {
    const FlowKey key = key_of(published());
    for (const std::string_view body : {"", "[]", "{}", "{\"encrypted_flow_data\":1}", "ping"}) {
        EXPECT_FALSE(key.open(body).has_value()) << body;
    }
}

TEST(FlowSeal, a_new_key_is_loaded_with_its_passphrase_only) {
    const auto made = make_flow_key(Token("a quiet word"));
    ASSERT_TRUE(made.has_value());
    const auto loaded = FlowKey::load(made->private_pem.reveal(), Token("a quiet word"));
    ASSERT_TRUE(loaded.has_value());
    EXPECT_EQ(loaded->public_pem(), made->public_pem);
    EXPECT_FALSE(FlowKey::load(made->private_pem.reveal(), Token("another")).has_value());
    EXPECT_FALSE(FlowKey::load(made->private_pem.reveal(), Token()).has_value());
    EXPECT_FALSE(FlowKey::load("no key at all", Token()).has_value());
}

TEST(FlowPass, is_read_back_as_it_was_written) {
    const FlowPasses passes({Token("first-secret")});
    const FlowPass pass{{7}, {123'456'789'012}, {99}, {1'795'500'000'000}, Language::en};
    const std::string token = passes.token_of(pass);
    EXPECT_EQ(passes.read(token), pass);
    // Still good while the secret is being changed, not after.
    EXPECT_EQ(FlowPasses({Token("second"), Token("first-secret")}).read(token), pass);
    EXPECT_FALSE(FlowPasses({Token("second")}).read(token).has_value());
}

TEST(FlowPass, cannot_be_made_up) {
    const FlowPasses passes({Token("first-secret")});
    const FlowPass pass{{7}, {1}, {99}, {1'795'500'000'000}, Language::id};
    const std::string token = passes.token_of(pass);
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string other = token;
        other[i] = other[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(passes.read(other).has_value()) << i;
    }
    for (const std::string_view text : {"", "f1.", "unused", "ft_01JD8"}) {
        EXPECT_FALSE(passes.read(text).has_value()) << text;
    }
}

TEST(FlowPass, a_signature_is_of_one_token_and_one_secret) {
    const json::value all = published();
    const json::value& exchange = all.at("vectors").at(2);
    const auto request = parse_flow_request(text_of(exchange, "request_plaintext"));
    ASSERT_TRUE(request && request->token_signature);
    const std::string& signature = *request->token_signature;
    const FlowPasses passes({Token(text_of(all, "app_secret"))});
    EXPECT_TRUE(passes.is_signed("ft_01JD8", signature));
    EXPECT_FALSE(passes.is_signed("ft_01JD9", signature));
    EXPECT_FALSE(FlowPasses({Token("another")}).is_signed("ft_01JD8", signature));
    EXPECT_FALSE(passes.is_signed("ft_01JD8", "a.b.c"));
    // "alg":"none" with nothing behind the second dot.
    const std::string none = to_base64url(R"({"alg":"none"})") + "." +
                             to_base64url(R"({"flow_token":"ft_01JD8"})") + ".";
    EXPECT_FALSE(passes.is_signed("ft_01JD8", none));
}

TEST(Base64, reads_only_what_it_would_have_written) {
    for (const std::string_view bytes : {"a", "ab", "abc", "abcd"}) {
        EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
        EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
    }
    for (const std::string_view text : {"", "YQ", "YR==", "Y Q=", "YQ=\n", "***=", "YWJj="}) {
        EXPECT_FALSE(from_base64(text).has_value()) << text;
    }
}

}  // namespace antre::channels::whatsapp
