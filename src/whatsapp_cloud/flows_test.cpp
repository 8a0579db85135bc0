// Flows through the Graph API, their states, and steps that phones send to the endpoint.

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "foundation/text.h"
#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

namespace {

template <auto free>
struct Free {
    template <class T>
    void operator()(T* what) const {
        free(what);
    }
};

// An office's key pair: the public half as it is registered, and whether something was sealed for
// it.
class Pair {
public:
    Pair()
        : key_(EVP_RSA_gen(2048)) {
        const std::unique_ptr<BIO, Free<BIO_free_all>> memory(BIO_new(BIO_s_mem()));
        EXPECT_EQ(PEM_write_bio_PUBKEY(memory.get(), key_.get()), 1);
        char* text = nullptr;
        const long size = BIO_get_mem_data(memory.get(), &text);
        pem.assign(text, static_cast<std::size_t>(size));
    }
    [[nodiscard]] bool opens(const Delivery& delivery) const {
        const auto wrapped = from_base64(as_text(at(parsed(delivery.body), "/encrypted_aes_key")));
        if (!wrapped) return false;
        const std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>> context(
            EVP_PKEY_CTX_new(key_.get(), nullptr)
        );
        EVP_PKEY_decrypt_init(context.get());
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING);
        EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256());
        EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256());
        unsigned char out[512];
        std::size_t size = sizeof(out);
        const auto* in = reinterpret_cast<const unsigned char*>(wrapped->data());
        return EVP_PKEY_decrypt(context.get(), out, &size, in, wrapped->size()) == 1 && size == 16;
    }
    std::string pem;

private:
    std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>> key_;
};

constexpr const char* definition =
    R"({"version":"7.3","data_api_version":"4.0","routing_model":{"ASK":[]},"screens":[)"
    R"({"id":"ASK","title":"Tanya","terminal":true,"data":{},"layout":{"type":"SingleColumnLayout",)"
    R"("children":[{"type":"Footer","label":"Kirim","on-click-action":{"name":"data_exchange",)"
    R"("payload":{}}}]}}]})";

// A stage whose account may have Flows.
class FlowStage : public Stage {
public:
    FlowStage() { registers(first); }

    void registers(const Pair& pair) {
        const json::object body{{"business_public_key", pair.pem}};
        const Answer taken =
            call("POST", office + "/whatsapp_business_encryption", json::serialize(body));
        EXPECT_EQ(taken.status, 200) << taken.body;
    }
    Answer draft(const std::string& name = "antre") {
        return call(
            "POST",
            account + "/flows",
            R"({"name":")" + name +
                R"(","categories":["APPOINTMENT_BOOKING"],"endpoint_uri":"http://127.0.0.1:9000/form"})"
        );
    }
    Answer upload(const std::string& id, const std::string& flow_json) {
        const std::string body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; "
            "filename=\"flow.json\"\r\nContent-Type: application/json\r\n\r\n" +
            flow_json + "\r\n--b--\r\n";
        Call made{
            "POST", "/v26.0/" + id + "/assets", "", {}, "multipart/form-data; boundary=b", body};
        made.headers = {{"Authorization", "Bearer token"}};
        return cloud.handle(made, now);
    }
    std::string published() {
        const std::string id = as_text(at(parsed(draft().body), "/id"));
        EXPECT_EQ(upload(id, definition).status, 200);
        const Answer done = call("POST", id + "/publish");
        EXPECT_EQ(done.status, 200) << done.body;
        return id;
    }
    // A message with the form, sent to Amina's open chat.
    Answer send_form(const std::string& id) {
        const json::object parameters{
            {"flow_message_version", "3"},
            {"flow_id", id},
            {"flow_token", "pass"},
            {"flow_cta", "Isi"},
            {"flow_action", "data_exchange"}};
        return send(
            {{"messaging_product", "whatsapp"},
             {"to", "+" + amina},
             {"type", "interactive"},
             {"interactive",
              {{"type", "flow"},
               {"body", {{"text", "Isi formulir"}}},
               {"action", {{"name", "flow"}, {"parameters", parameters}}}}}}
        );
    }
    std::string status_of(const std::string& id) {
        return as_text(at(parsed(call("GET", id).body), "/status"));
    }
    std::vector<Delivery> steps() const {
        std::vector<Delivery> found;
        for (const Delivery& one : deliveries) {
            if (one.summary.starts_with("flow INIT")) found.push_back(one);
        }
        return found;
    }

    Pair first;
};

}  // namespace

TEST(Flows, go_from_draft_to_published_and_the_endpoint_is_pinged) {
    FlowStage stage;
    const std::string id = as_text(at(parsed(stage.draft().body), "/id"));
    EXPECT_EQ(stage.status_of(id), "DRAFT");
    EXPECT_EQ(Stage::code_of(stage.call("POST", id + "/publish")), 100) << "nothing is in it yet";
    EXPECT_EQ(stage.upload(id, definition).status, 200);
    EXPECT_EQ(stage.call("POST", id + "/publish").status, 200);
    EXPECT_EQ(stage.status_of(id), "PUBLISHED");
    stage.pass(seconds(1));
    ASSERT_FALSE(stage.deliveries.empty());
    EXPECT_EQ(stage.deliveries.front().summary, "flow ping antre");
    EXPECT_TRUE(stage.first.opens(stage.deliveries.front()));
    const json::object told = stage.values("flows").at(0);
    EXPECT_EQ(text_of(told, "event"), "FLOW_STATUS_CHANGE");
    EXPECT_EQ(text_of(told, "flow_id"), id);
    EXPECT_EQ(Stage::code_of(stage.upload(id, definition)), 100) << "published is published";
    EXPECT_EQ(Stage::code_of(stage.call("DELETE", id)), 100);
    EXPECT_EQ(stage.call("POST", id + "/deprecate").status, 200);
    EXPECT_EQ(stage.status_of(id), "DEPRECATED");
}

TEST(Flows, a_name_is_used_once_in_an_account) {
    FlowStage stage;
    EXPECT_EQ(stage.draft().status, 200);
    EXPECT_EQ(at(parsed(stage.draft().body), "/error/error_subcode"), json::value(4016019));
    EXPECT_EQ(stage.draft("another").status, 200);
    EXPECT_EQ(
        at(parsed(stage.call("GET", account + "/flows").body), "/data").as_array().size(), 2u
    );
}

TEST(Flows, the_definition_can_be_fetched_as_it_was_uploaded) {
    FlowStage stage;
    const std::string id = stage.published();
    const json::object assets = parsed(stage.call("GET", id + "/assets").body);
    EXPECT_EQ(at(assets, "/data/0/asset_type"), json::value("FLOW_JSON"));
    const std::string url = as_text(at(assets, "/data/0/download_url"));
    EXPECT_NE(url.find("/flows/" + id + "/flow.json"), std::string::npos) << url;
    const auto kept = stage.cloud.flow_definition(id);
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, parsed(definition));
    EXPECT_FALSE(stage.cloud.flow_definition("7"));
}

TEST(Flows, what_is_not_open_cannot_be_sent) {
    FlowStage stage;
    stage.hears();
    const std::string id = stage.published();
    const struct {
        const char* status;
        int code;
    } rows[] = {
        {"PUBLISHED", 0},
        {"BLOCKED", 132068},
        {"DEPRECATED", 132068},
        {"DRAFT", 131009},
    };
    for (const auto& row : rows) {
        ASSERT_TRUE(stage.cloud.set_flow(id, row.status, stage.now));
        EXPECT_EQ(Stage::code_of(stage.send_form(id)), row.code) << row.status;
        stage.pass(seconds(7));
    }
    EXPECT_EQ(Stage::code_of(stage.send_form("77")), 131009);
}

TEST(Flows, a_throttled_one_goes_ten_times_an_hour) {
    FlowStage stage;
    stage.hears();
    const std::string id = stage.published();
    ASSERT_TRUE(stage.cloud.set_flow(id, "THROTTLED", stage.now));
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(Stage::code_of(stage.send_form(id)), 0) << i;
        stage.pass(seconds(7));
    }
    EXPECT_EQ(Stage::code_of(stage.send_form(id)), 132069);
    stage.pass(hours(1));
    EXPECT_EQ(Stage::code_of(stage.send_form(id)), 0);
}

TEST(Flows, a_phone_fetches_the_public_key_anew_on_421_and_asks_once_more) {
    FlowStage stage;
    stage.hears();
    const std::string id = stage.published();
    const std::string wamid = Stage::wamid_of(stage.send_form(id));
    const json::object step{{"message", wamid}, {"action", "INIT"}};
    int status = 200;
    stage.receiver = [&](const Delivery& delivery) {
        return Outcome{delivery.field == "flow" ? status : 200, "sealed", {}};
    };
    ASSERT_TRUE(stage.cloud.fills_form(amina, step, stage.now));
    stage.pass(seconds(1));
    ASSERT_EQ(stage.steps().size(), 1u);
    const Pair second;
    stage.registers(second);
    status = 421;
    ASSERT_TRUE(stage.cloud.fills_form(amina, step, stage.now));
    stage.pass(seconds(1));
    const auto steps = stage.steps();
    ASSERT_EQ(steps.size(), 3u) << "twice, and not for ever";
    EXPECT_TRUE(stage.first.opens(steps[1])) << "the phone still held the old key";
    EXPECT_TRUE(second.opens(steps[2]));
    ASSERT_TRUE(stage.held);
    EXPECT_EQ(at(parsed(stage.held->body), "/status"), json::value(421));
}

}  // namespace antre::whatsapp_cloud
