// The endpoint of the forms in a whole server, asked with the published vectors.

#include <gtest/gtest.h>

#include "http/client.h"
#include "server/flow_route.h"
#include "server/serve.h"
#include "server/test_forms.h"

namespace antre::server {

namespace {

using Json = boost::json::object;

class FlowRouteTest : public testing::Test {
protected:
    FlowRouteTest() {
        config_.server.listen = "127.0.0.1:0";
        config_.whatsapp.app_secrets = {
            Token(std::string(vectors_.at("app_secret").as_string().c_str()))};
        config_.whatsapp.is_sending = false;
        config_.whatsapp.flows["batam"].private_key_file = key_.path();
        auto started =
            RunningServer::start(config_, offices_.store, offices_.speech, {[] { return false; }});
        EXPECT_TRUE(started) << started.error().reason;
        server_ = std::move(*started);
    }
    http::Response ask(http::Method method, const std::string& path, const Json& vector) {
        http::ClientRequest request;
        request.method = method;
        request.url = "http://127.0.0.1:" + std::to_string(server_->port()) + path;
        if (vector.contains("signature")) {
            request.headers.add("X-Hub-Signature-256", vector.at("signature").as_string().c_str());
        }
        if (method == http::Method::post) {
            request.body = vector.at("request_body").as_string().c_str();
        }
        auto answer = client_.send_and_wait(std::move(request));
        EXPECT_TRUE(answer);
        return std::move(*answer);
    }
    int status_of(const std::string& path, const Json& vector) {
        return ask(http::Method::post, path, vector).status;
    }
    Json vector_named(std::string_view list, std::string_view name) {
        for (const auto& vector : vectors_.at(list).as_array()) {
            const auto& one = vector.as_object();
            if (std::string_view(one.at("name").as_string().c_str()) == name) return one;
        }
        ADD_FAILURE() << name;
        return {};
    }
    // The value of one line of /metrics.
    std::string metric(const std::string& name) {
        const auto answer = ask(http::Method::get, "/metrics", {});
        const std::string text = "\n" + std::string(answer.bytes());
        const std::size_t at = text.find("\n" + name + " ");
        if (at == std::string::npos) return "none";
        const std::size_t begin = at + name.size() + 2;
        return text.substr(begin, text.find('\n', begin) - begin);
    }

    const Json vectors_ = flow_vectors();
    KeyFile key_;
    TwoOffices offices_;
    Config config_;
    std::unique_ptr<RunningServer> server_;
    http::Client client_;
};

constexpr const char* batam = "/whatsapp/flows/batam";

}  // namespace

TEST_F(FlowRouteTest, each_published_vector_has_its_status) {
    const struct {
        const char* name;
        int status;
    } rows[] = {
        {"ping", 200},
        {"error_notification", 200},
        {"init", 427},  // its token is no pass of ours
        {"back", 427},
        {"data_exchange", 427},
        {"success", 427},
    };
    for (const auto& row : rows)
        EXPECT_EQ(status_of(batam, vector_named("vectors", row.name)), row.status) << row.name;
    for (const auto& vector : vectors_.at("negative").as_array())
        EXPECT_EQ(status_of(batam, vector.as_object()), 421);
    const auto pong = ask(http::Method::post, batam, vector_named("vectors", "ping"));
    EXPECT_EQ(
        std::string(pong.bytes()),
        vector_named("vectors", "ping").at("response_body").as_string().c_str()
    );
}

TEST_F(FlowRouteTest, who_signs_wrongly_or_asks_elsewhere_is_refused) {
    Json forged = vector_named("vectors", "ping");
    forged["signature"] = "sha256=00";
    EXPECT_EQ(status_of(batam, forged), 432);
    forged.erase("signature");
    EXPECT_EQ(status_of(batam, forged), 432);
    const Json good = vector_named("vectors", "ping");
    EXPECT_EQ(status_of("/whatsapp/flows/jakarta-selatan", good), 404) << "has no form";
    EXPECT_EQ(status_of("/whatsapp/flows/nowhere", good), 404);
    EXPECT_EQ(ask(http::Method::get, batam, {}).status, 405);
}

TEST_F(FlowRouteTest, requests_are_counted_by_what_became_of_them) {
    const Json ping = vector_named("vectors", "ping");
    Json forged = ping;
    forged["signature"] = "sha256=00";
    status_of(batam, ping);
    status_of(batam, ping);
    status_of(batam, vector_named("vectors", "init"));
    status_of(batam, vector_named("negative", "wrong_public_key"));
    status_of(batam, forged);
    status_of("/whatsapp/flows/nowhere", ping);
    const struct {
        const char* result;
        const char* count;
    } rows[] = {
        {"answered", "2"},
        {"of_no_use", "1"},
        {"other_key", "1"},
        {"bad_signature", "1"},
        {"turned_away", "0"},
        {"unreadable", "1"},
    };
    for (const auto& row : rows) {
        const std::string name =
            "antre_form_requests_total{result=\"" + std::string(row.result) + "\"}";
        EXPECT_EQ(metric(name), row.count) << row.result;
    }
    EXPECT_EQ(metric("antre_form_seconds_count"), "6");
}

}  // namespace antre::server
