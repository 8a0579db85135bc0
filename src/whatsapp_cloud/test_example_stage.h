#pragma once

// The example bodies of testdata/, on a stage where they make sense.

#include <string>

#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

// A stage on which the example sends make sense: an open window, media, the templates they name.
class ExampleStage : public Stage {
public:
    ExampleStage() {
        first_inbound = hears("Bonjour");
        Call upload{
            "POST",
            "/v26.0/" + office + "/media",
            {},
            {{"authorization", "Bearer token"}},
            "multipart/form-data; boundary=xx",
            {}};
        upload.body = "--xx\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\n"
                      "whatsapp\r\n--xx\r\nContent-Disposition: form-data; name=\"file\"; "
                      "filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n--xx--\r\n";
        media_id = as_text(at(parsed(cloud.handle(upload, now).body), "/id"));
        create(testdata("sends/manage_template_create.json"));
        create(R"({"name":"reopen_conversation","language":"fr","category":"UTILITY",
            "components":[{"type":"BODY","text":"Bonjour"}]})");
        create(R"({"name":"appt_confirmed","language":"en_US","category":"UTILITY",
            "parameter_format":"named","components":[{"type":"BODY",
            "text":"See you on {{day}} at {{hour}}, please come.",
            "example":{"body_text_named_params":[{"param_name":"day","example":"Friday"}]}},
            {"type":"BUTTONS","buttons":[{"type":"URL","text":"Ticket",
            "url":"https://x.example/{{1}}"}]}]})");
        create(R"({"name":"receipt","language":"fr","category":"UTILITY","components":[
            {"type":"HEADER","format":"DOCUMENT"},{"type":"BODY","text":"Votre reçu"}]})");
        create(R"({"name":"book_by_flow","language":"fr","category":"UTILITY","components":[
            {"type":"BODY","text":"Réservez"},
            {"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Réserver"}]}]})");
        flow_id = flow("antre_booking");
        pass(minutes(1));
    }
    // A published form of this name; its id.
    std::string flow(const std::string& name) {
        const Answer made = call(
            "POST",
            account + "/flows",
            R"({"name":")" + name +
                R"(","categories":["APPOINTMENT_BOOKING"],"endpoint_uri":"https://x.example/f"})"
        );
        const std::string id = as_text(at(parsed(made.body), "/id"));
        EXPECT_TRUE(cloud.set_flow(id, "PUBLISHED", now).has_value());
        return id;
    }
    void create(const std::string& body) {
        const Answer made = call("POST", account + "/message_templates", body);
        ASSERT_EQ(made.status, 200) << made.body;
    }
    // An example body with its references pointed at this stage's media and messages.
    json::object example(const std::string& name) const {
        std::string text = testdata("sends/" + name + ".json");
        replace(text, "1037543291543636", media_id);
        replace(text, "6627390910605886", flow_id);
        replace(
            text, "wamid.HBgLMTU1NTAxMDAwNDIVAgASGBQzQTAwMDAwMDAwQzBGRkVFMDAwMQA=", first_inbound
        );
        replace(text, "US.40000000000000000042", user_id());
        return parsed(text);
    }
    std::string user_id() const { return as_text(at(cloud.state(now), "/phones/0/user_id")); }

    std::string first_inbound;
    std::string media_id;
    std::string flow_id;

private:
    static void replace(std::string& text, const std::string& from, const std::string& to) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
            text.replace(at, from.size(), to);
            at += to.size();
        }
    }
};

}  // namespace antre::whatsapp_cloud
