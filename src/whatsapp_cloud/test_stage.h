#pragma once

// A Cloud with one business number, one person and a receiver of webhooks that takes everything
// unless a test says otherwise. Time passes only when a test says so.

#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

#include "whatsapp_cloud/cloud.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

inline const std::string office = "301000000000001";
inline const std::string account = "201000000000001";
inline const std::string amina = "15550100042";
inline const std::string app_secret = "antre-test-app-secret-0123456789";
inline const std::string callback = "http://127.0.0.1:9000/webhook";

inline CloudOptions stage_options() {
    CloudOptions options;
    AppOptions app;
    app.secret = app_secret;
    app.callback_url = callback;
    app.verify_token = "verify";
    options.apps = {app};
    options.numbers = {{office, "15550100001", account, "Immigration office"}};
    options.access_tokens = {"token"};
    return options;
}

inline json::object parsed(std::string_view text) {
    return json::parse(json::string_view(text.data(), text.size())).as_object();
}

inline std::string testdata(const std::string& name) {
    std::ifstream file(std::string(ANTRE_SOURCE_DIR) + "/src/whatsapp_cloud/testdata/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_FALSE(text.str().empty()) << name;
    return text.str();
}

// "status" of "statuses[0]" and so on: walks by keys and indexes, null where the path ends.
inline json::value at(const json::value& value, std::string_view path) {
    boost::system::error_code error;
    const json::value* found = value.find_pointer({path.data(), path.size()}, error);
    return found == nullptr ? json::value(nullptr) : *found;
}

class Stage {
public:
    explicit Stage(CloudOptions options = stage_options())
        : cloud(std::move(options)) {
        EXPECT_TRUE(cloud.add_phone("Amina Diallo", amina, now));
        receiver = [](const Delivery&) { return Outcome{200, {}, {}}; };
    }

    Answer call(
        const std::string& method,
        const std::string& path,
        const std::string& body = {},
        const std::string& query = {}
    ) {
        Call made{method, "/v26.0/" + path, query, {}, "application/json", body};
        made.headers = {{"Authorization", "Bearer token"}};
        return cloud.handle(made, now);
    }
    Answer send(const json::object& body) {
        return call("POST", office + "/messages", json::serialize(body));
    }
    Answer say(const std::string& text, const std::string& to = "+" + amina) {
        return send(
            {{"messaging_product", "whatsapp"},
             {"to", to},
             {"type", "text"},
             {"text", {{"body", text}}}}
        );
    }
    // The person writes, which opens the window.
    std::string hears(const std::string& text = "Halo") {
        const auto wamid = cloud.says(amina, office, text, now);
        EXPECT_TRUE(wamid);
        return wamid.value_or("");
    }
    std::string send_template(const std::string& name, const std::string& to = "+" + amina) {
        const Answer sent = send(
            {{"messaging_product", "whatsapp"},
             {"to", to},
             {"type", "template"},
             {"template", {{"name", name}, {"language", {{"code", "id"}}}}}}
        );
        return sent.status == 200 ? wamid_of(sent) : std::to_string(code_of(sent));
    }
    // An approved template without parameters.
    void make_template(
        const std::string& name, const std::string& category = "UTILITY", json::object extra = {}
    ) {
        json::object body{
            {"name", name},
            {"language", "id"},
            {"category", category},
            {"components", {{{"type", "BODY"}, {"text", "Paspor Anda siap diambil."}}}},
        };
        for (const auto& member : extra)
            body[member.key()] = member.value();
        EXPECT_EQ(call("POST", account + "/message_templates", json::serialize(body)).status, 200);
        pass(minutes(1));
        bodies.clear();
    }

    // Lets time pass, sends what falls due in between and books what the receiver says.
    void pass(Milliseconds length) {
        const Instant until = now + length;
        while (true) {
            const auto next = cloud.next_due();
            if (!next || *next > until) break;
            if (*next > now) now = *next;
            for (const Delivery& delivery : cloud.due(now)) {
                deliveries.push_back(delivery);
                const Outcome outcome = receiver(delivery);
                if (outcome.status == 200 && delivery.method == "POST") note(delivery);
                if (auto answer = cloud.delivered(delivery.id, outcome, now)) held = *answer;
            }
        }
        now = until;
    }

    static int code_of(const Answer& answer) {
        const json::value code = at(parsed(answer.body), "/error/code");
        return code.is_int64() ? static_cast<int>(code.get_int64()) : 0;
    }
    static std::string details_of(const Answer& answer) {
        return as_text(at(parsed(answer.body), "/error/error_data/details"));
    }
    static std::string wamid_of(const Answer& answer) {
        return as_text(at(parsed(answer.body), "/messages/0/id"));
    }
    // "sent delivered" and so on, of one message, in the order of arrival.
    std::string ladder(const std::string& wamid) const {
        std::string words;
        for (const json::object& status : statuses(wamid)) {
            words += (words.empty() ? "" : " ") + std::string(text_of(status, "status"));
        }
        return words;
    }
    std::vector<json::object> statuses(const std::string& wamid) const {
        std::vector<json::object> found;
        for (const json::object& one : listed("statuses")) {
            if (text_of(one, "id") == wamid) found.push_back(one);
        }
        return found;
    }
    // Everything under this list name in all webhooks taken so far.
    std::vector<json::object> listed(std::string_view list) const {
        std::vector<json::object> found;
        for (const json::object& value : values()) {
            for (const json::value& one : array_of(value, list))
                found.push_back(one.as_object());
        }
        return found;
    }
    std::vector<json::object> values(std::string_view field = "") const {
        std::vector<json::object> found;
        for (const json::object& body : bodies) {
            for (const json::value& entry : array_of(body, "entry")) {
                for (const json::value& change : array_of(entry.as_object(), "changes")) {
                    if (!field.empty() && text_of(change.as_object(), "field") != field) continue;
                    found.push_back(object_of(change.as_object(), "value"));
                }
            }
        }
        return found;
    }

    Cloud cloud;
    Instant now = *parse_iso_instant("2026-11-24T02:00:00Z");
    std::function<Outcome(const Delivery&)> receiver;
    std::vector<Delivery> deliveries;  // as sent, every attempt
    std::vector<json::object> bodies;  // of POSTs that were taken
    std::optional<Answer> held;        // the last answer that waited for a handshake

private:
    void note(const Delivery& delivery) {
        boost::system::error_code error;
        const json::value body = json::parse(delivery.body, error);
        if (!error) bodies.push_back(body.as_object());
    }
};

}  // namespace antre::whatsapp_cloud
