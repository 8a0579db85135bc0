#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <openssl/evp.h>

#include "channels/whatsapp/handshake.h"
#include "channels/whatsapp/signature.h"

namespace antre::channels::whatsapp {

namespace {

namespace json = boost::json;

std::string from_base64(const std::string& text) {
    std::string bytes(text.size(), '\0');
    const int size = EVP_DecodeBlock(
        reinterpret_cast<unsigned char*>(bytes.data()),
        reinterpret_cast<const unsigned char*>(text.data()),
        static_cast<int>(text.size())
    );
    const auto padding = static_cast<std::size_t>(std::count(text.begin(), text.end(), '='));
    bytes.resize(static_cast<std::size_t>(std::max(size, 0)) - padding);
    return bytes;
}

json::value vectors() {
    std::ifstream file(
        std::string(ANTRE_SOURCE_DIR) + "/src/channels/whatsapp/testdata/signatures.json"
    );
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    });
    return text;
}

const Token secret("antre-test-app-secret-0123456789");
const std::string body = R"({"object":"whatsapp_business_account","entry":[]})";
const std::string hex = "56a9eaf0b7df86c27b79591b693a13888b6eac27efc5c7c40faafbc95d6bc014";

}  // namespace

TEST(Signature, agrees_with_every_published_vector) {
    const json::value all = vectors();
    SignatureCheck check({Token(json::value_to<std::string>(all.at("secret")))});
    std::map<std::string, std::string> bodies;
    for (const json::value& vector : all.at("vectors").as_array()) {
        const auto name = json::value_to<std::string>(vector.at("name"));
        const auto header = json::value_to<std::string>(vector.at("header"));
        bodies[name] = from_base64(json::value_to<std::string>(vector.at("body_base64")));
        ASSERT_EQ(bodies[name].size(), vector.at("body_length").to_number<std::size_t>()) << name;
        EXPECT_TRUE(check.verify(header, bodies[name])) << name;
        EXPECT_EQ(sign(secret, bodies[name]), header) << name;
    }
    EXPECT_EQ(bodies.size(), 7U);
    for (const json::value& vector : all.at("negative").as_array()) {
        const auto name = json::value_to<std::string>(vector.at("name"));
        const auto header = json::value_to<std::string>(vector.at("header"));
        const auto of = json::value_to<std::string>(vector.at("of"));
        EXPECT_FALSE(check.verify(header, bodies.at(of))) << name;
    }
}

TEST(Signature, is_refused_in_every_other_form) {
    SignatureCheck check({secret});
    ASSERT_TRUE(check.verify("sha256=" + hex, body));
    std::string flipped = hex;
    flipped.back() = '5';
    const std::string refused[] = {
        "",
        "sha256=",
        "sha256",
        "=" + hex,
        hex,
        "sha1=" + hex,
        "sha1=58bfffa90f4580501389c883bc0f6f1b2b7a71ed",
        "sha512=" + hex + hex,
        "SHA256=" + hex,
        "sha256=" + upper(hex),
        "sha256:" + hex,
        " sha256=" + hex,
        "sha256= " + hex,
        "sha256=" + hex + " ",
        "sha256=" + hex + "\n",
        "sha256=" + hex.substr(1),
        "sha256=" + hex.substr(0, 62),
        "sha256=" + hex + "00",
        "sha256=" + flipped,
        "sha256=" + std::string(64, '0'),
        "sha256=" + std::string(64, '\0'),
        "sha256=g" + hex.substr(1),
        "sha256=" + hex + ",sha256=" + hex,
        "sha256=sha256=" + hex,
        "\"sha256=" + hex + "\"",
        "sha256=0x" + hex.substr(2),
        std::string(100'000, 'a'),
    };
    for (const std::string& header : refused)
        EXPECT_FALSE(check.verify(header, body)) << header.substr(0, 90);
}

TEST(Signature, speaks_of_the_bytes_and_of_nothing_else) {
    SignatureCheck check({secret});
    EXPECT_FALSE(check.verify("sha256=" + hex, body + " "));
    EXPECT_FALSE(check.verify("sha256=" + hex, body.substr(1)));
    EXPECT_FALSE(check.verify("sha256=" + hex, ""));
    EXPECT_FALSE(SignatureCheck({Token("another secret")}).verify("sha256=" + hex, body));
    EXPECT_FALSE(SignatureCheck({}).verify("sha256=" + hex, body));
    EXPECT_TRUE(check.verify("sha256=" + hex, body));
}

TEST(Signature, of_either_secret_is_good_while_the_secret_is_changed) {
    const Token next("the next secret");
    SignatureCheck check({secret, next});
    EXPECT_TRUE(check.verify(sign(secret, body), body));
    EXPECT_TRUE(check.verify(sign(next, body), body));
    EXPECT_FALSE(check.verify(sign(Token("a third"), body), body));
}

TEST(Handshake, echoes_the_challenge_byte_for_byte_and_only_to_whoever_has_the_token) {
    const Token token("our verify token");
    struct Asked {
        std::string mode;
        std::string token;
        std::string challenge;
        bool is_accepted;
    };
    const Asked asked[] = {
        {"subscribe", "our verify token", "1158201444", true},
        {"subscribe", "our verify token", " <b>&\xC3\xA9\r\n\t", true},
        {"subscribe", "our verify token", std::string(1024, '9'), true},
        {"subscribe", "our verify token", std::string(1025, '9'), false},
        {"subscribe", "our verify token", std::string(10'240, '9'), false},
        {"subscribe", "our verify token", "", false},
        {"subscribe", "our verify tokem", "1", false},
        {"subscribe", "our verify token ", "1", false},
        {"subscribe", "our verify toke", "1", false},
        {"subscribe", "", "1", false},
        {"Subscribe", "our verify token", "1", false},
        {"unsubscribe", "our verify token", "1", false},
        {"", "our verify token", "1", false},
    };
    for (const Asked& ask : asked) {
        const auto echo = accept_handshake(token, ask.mode, ask.token, ask.challenge);
        EXPECT_EQ(echo.has_value(), ask.is_accepted) << ask.mode << "|" << ask.token;
        if (echo) {
            EXPECT_EQ(*echo, ask.challenge);
        }
    }
    EXPECT_FALSE(accept_handshake(Token(), "subscribe", "", "1"));
}

}  // namespace antre::channels::whatsapp
