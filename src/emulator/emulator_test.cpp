#include <atomic>
#include <gtest/gtest.h>

#include "emulator/emulator.h"
#include "http/client.h"
#include "http/server.h"

namespace antre::emulator {

namespace {

namespace json = whatsapp_cloud::json;

http::ServerOptions any_port() {
    http::ServerOptions options;
    options.listen = "127.0.0.1:0";
    return options;
}

// An emulator on a free port with a receiver that counts and takes webhooks.
class Running {
public:
    explicit Running(EmulatorOptions options = {})
        : receiver_(any_port(), [this](http::Request&&, http::Responder responder) {
            ++webhooks;
            responder.answer(http::text_response(200, "ok"));
        }) {
        const auto port = receiver_.start();
        EXPECT_TRUE(port.has_value());
        options.listen = "127.0.0.1:0";
        options.cloud.public_url.clear();
        whatsapp_cloud::AppOptions app;
        app.secret = "s";
        app.callback_url = "http://127.0.0.1:" + std::to_string(port.value_or(0)) + "/";
        options.cloud.apps = {app};
        emulator_.emplace(options);
        const auto own = emulator_->start();
        EXPECT_TRUE(own.has_value());
        url_ = "http://127.0.0.1:" + std::to_string(own.value_or(0));
    }

    http::Response
    call(http::Method method, const std::string& path, const std::string& body = {}) {
        http::ClientRequest request;
        request.method = method;
        request.url = url_ + path;
        request.headers.add("Authorization", "Bearer t");
        request.headers.add("Content-Type", "application/json");
        request.body = body;
        const auto outcome = client_.send_and_wait(request);
        EXPECT_TRUE(outcome.has_value()) << path;
        return outcome.value_or(http::Response{});
    }
    json::object
    object(http::Method method, const std::string& path, const std::string& body = {}) {
        const http::Response response = call(method, path, body);
        const std::string text(response.bytes());
        return json::parse(text).as_object();
    }

    std::atomic<int> webhooks = 0;

private:
    http::Server receiver_;
    http::Client client_;
    std::optional<Emulator> emulator_;
    std::string url_;
};

EmulatorOptions manual() {
    EmulatorOptions options;
    options.manual_start = parse_iso_instant("2026-11-24T02:00:00Z");
    return options;
}

}  // namespace

TEST(Emulator, carries_a_message_from_phone_to_webhook_and_an_answer_back) {
    Running running(manual());
    const json::object phone = running.object(
        http::Method::post,
        "/_emulator/phones",
        R"({"name":"A","wa_id":"6281110001","text_only":true})"
    );
    EXPECT_EQ(phone.at("text_only"), json::value(true));
    running.call(
        http::Method::post,
        "/_emulator/phones/6281110001/send",
        R"({"number":"301000000000001","type":"text","text":{"body":"halo"},"times":2})"
    );
    const json::object clock =
        running.object(http::Method::post, "/_emulator/clock", R"({"advance_ms":1000})");
    EXPECT_EQ(clock.at("now"), json::value("2026-11-24T02:00:01.000Z"));
    EXPECT_EQ(running.webhooks, 2);
    const http::Response sent = running.call(
        http::Method::post,
        "/v26.0/301000000000001/messages",
        R"({"messaging_product":"whatsapp","to":"+6281110001","text":{"body":"hi"}})"
    );
    EXPECT_EQ(sent.status, 200);
    const json::object chat =
        running.object(http::Method::get, "/_emulator/phones/6281110001/chats/301000000000001");
    EXPECT_EQ(chat.at("messages").as_array().size(), 2u);
}

TEST(Emulator, says_what_is_wrong_with_a_control_call) {
    Running running;
    const struct {
        http::Method method;
        const char* path;
        const char* body;
        int status;
    } cases[] = {
        {http::Method::get, "/_emulator/nothing", "", 404},
        {http::Method::post, "/_emulator/phones", "{", 400},
        {http::Method::post, "/_emulator/phones", "[]", 400},
        {http::Method::post, "/_emulator/phones", "{}", 400},
        {http::Method::patch, "/_emulator/phones/1", "{}", 404},
        {http::Method::get, "/_emulator/phones/1/send", "", 405},
        {http::Method::get, "/_emulator/media/1", "", 404},
        {http::Method::post, "/_emulator/deliveries/9/replay", "{}", 404},
        {http::Method::post, "/_emulator/templates/1", R"({"status":"APPROVED"})", 404},
        {http::Method::post, "/_emulator/clock", R"({"advance_ms":-5})", 400},
        {http::Method::post, "/_emulator/clock", R"({"mode":"real","speed":0})", 400},
        {http::Method::put, "/_emulator/chaos", R"({"drop_percent":500})", 400},
        {http::Method::remove, "/_emulator/chaos", "", 405},
    };
    for (const auto& one : cases) {
        const http::Response response = running.call(one.method, one.path, one.body);
        EXPECT_EQ(response.status, one.status) << one.path;
        const std::string text(response.bytes());
        EXPECT_TRUE(json::parse(text).as_object().contains("error")) << text;
    }
}

TEST(Emulator, a_put_of_chaos_begins_from_all_switches_off) {
    Running running;
    running.call(http::Method::patch, "/_emulator/chaos", R"({"big_body":true})");
    running.call(http::Method::patch, "/_emulator/chaos", R"({"drop_percent":5})");
    EXPECT_EQ(
        running.object(http::Method::get, "/_emulator/chaos").at("big_body"), json::value(true)
    );
    running.call(http::Method::put, "/_emulator/chaos", R"({"batch_max":7})");
    const json::object chaos = running.object(http::Method::get, "/_emulator/chaos");
    EXPECT_EQ(chaos.at("big_body"), json::value(false));
    EXPECT_EQ(chaos.at("drop_percent"), json::value(0));
    EXPECT_EQ(chaos.at("batch_max"), json::value(7));
}

TEST(Emulator, a_faster_clock_brings_statuses_sooner) {
    Running running;
    running.call(http::Method::patch, "/_emulator/chaos", R"({"pace":{"delivered_ms":60000}})");
    running.call(http::Method::post, "/_emulator/clock", R"({"mode":"real","speed":10000})");
    running.call(http::Method::post, "/_emulator/phones", R"({"name":"A","wa_id":"6281110001"})");
    running.call(
        http::Method::post,
        "/_emulator/phones/6281110001/send",
        R"({"number":"301000000000001","type":"text","text":{"body":"halo"}})"
    );
    running.call(
        http::Method::post,
        "/v26.0/301000000000001/messages",
        R"({"messaging_product":"whatsapp","to":"+6281110001","text":{"body":"hi"}})"
    );
    for (int i = 0; i < 500 && running.webhooks < 3; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(running.webhooks, 3) << "the message, sent, delivered";
}

TEST(EmulatorOptions, a_numbers_file_is_read_or_refused_with_the_element_at_fault) {
    const auto numbers = read_numbers(
        R"([{"phone_number_id":"1","phone":"+62 21","name":"A"},{"phone_number_id":2}])"
    );
    ASSERT_TRUE(numbers.has_value());
    EXPECT_EQ(numbers->at(0).verified_name, "A");
    EXPECT_EQ(numbers->at(1).phone_number_id, "2");
    EXPECT_FALSE(read_numbers("{}").has_value());
    EXPECT_FALSE(read_numbers("[]").has_value());
    EXPECT_EQ(
        read_numbers(R"([{"phone_number_id":"1"},{}])").error(), "number 2 has no phone_number_id"
    );
    EXPECT_EQ(
        read_numbers(R"([{"phone_number_id":"1"},{"phone_number_id":"1"}])").error(),
        "number 2 repeats the phone_number_id 1"
    );
}

}  // namespace antre::emulator
