#include <filesystem>
#include <map>
#include <set>

#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/test_example_stage.h"
#include "whatsapp_cloud/webhook_writer.h"

namespace antre::whatsapp_cloud {

namespace {

std::vector<std::string> names_in(const std::string& folder) {
    std::set<std::string> names;
    const std::string path =
        std::string(ANTRE_SOURCE_DIR) + "/src/whatsapp_cloud/testdata/" + folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        names.insert(entry.path().stem().string());
    }
    return {names.begin(), names.end()};
}

}  // namespace

TEST(Fidelity, every_example_message_is_accepted) {
    ExampleStage stage;
    for (const std::string& name : names_in("sends")) {
        if (name.substr(0, 7) == "manage_") continue;
        const Answer answer = stage.send(stage.example(name));
        EXPECT_EQ(answer.status, 200) << name << ": " << answer.body;
        stage.pass(seconds(10));
    }
}

TEST(Fidelity, the_example_management_calls_are_accepted) {
    ExampleStage stage;
    stage.receiver = [](const Delivery& delivery) {
        const auto from = delivery.url.find("hub.challenge=") + 14;
        return Outcome{200, delivery.url.substr(from, delivery.url.find('&', from) - from), {}};
    };
    EXPECT_EQ(
        stage.call("POST", office + "/register", testdata("sends/manage_register.json")).status, 200
    );
    const Answer later = stage.call(
        "POST", account + "/subscribed_apps", testdata("sends/manage_subscribed_apps_override.json")
    );
    ASSERT_TRUE(later.awaits);
    stage.pass(seconds(1));
    ASSERT_TRUE(stage.held);
    EXPECT_EQ(stage.held->status, 200) << stage.held->body;
}

namespace {

// "entry[].changes[].value.statuses[].id string" for every leaf.
void note_kinds(const json::value& value, const std::string& path, std::set<std::string>& kinds) {
    if (value.is_object()) {
        for (const auto& member : value.get_object()) {
            note_kinds(member.value(), path + "." + std::string(member.key()), kinds);
        }
    } else if (value.is_array()) {
        for (const json::value& one : value.get_array())
            note_kinds(one, path + "[]", kinds);
    } else {
        const bool is_integer = value.is_int64() || value.is_uint64();
        const char* kind = value.is_string() ? "string"
                           : value.is_bool() ? "bool"
                           : value.is_null() ? "null"
                           : is_integer      ? "integer"
                                             : "number";
        kinds.insert(path + " " + kind);
    }
}

// What the model says beyond the examples, and why.
const std::map<std::string, std::string> beyond_the_examples = {
    {"messages[].audio.url string", "all media carry url since Nov 2025; shown for images only"},
    {"messages[].document.url string", "as above"},
    {"messages[].sticker.url string", "as above"},
    {"messages[].video.url string", "as above"},
    {"statuses[].errors[].href string", "shown with 131047 and value errors; Meta sends it always"},
};

}  // namespace

TEST(Fidelity, every_key_and_kind_it_emits_is_known_from_meta) {
    std::set<std::string> known;
    for (const std::string& name : names_in("webhooks")) {
        note_kinds(json::parse(testdata("webhooks/" + name + ".json")), "", known);
    }
    for (const auto& [path, reason] : beyond_the_examples) {
        known.insert(".entry[].changes[].value." + path);
    }

    ExampleStage stage;
    const std::string user_id = stage.user_id();
    for (const std::string& name : names_in("sends")) {
        if (name.substr(0, 7) != "manage_") stage.send(stage.example(name));
        stage.pass(seconds(10));
    }
    const std::string sent = Stage::wamid_of(stage.send(stage.example("buttons")));
    stage.pass(seconds(1));
    EXPECT_TRUE(stage.cloud.reads(amina, office, stage.now));
    EXPECT_TRUE(stage.cloud.taps(amina, sent, "v1:confirm:apt_8Q2", stage.now));
    const char* acts[] = {
        R"({"type":"list_reply","context":"w","id":"a","title":"b","description":"c"})",
        R"({"type":"template_button","context":"w","payload":"a","text":"b"})",
        R"({"type":"image","image":{"caption":"é"}})",
        R"({"type":"audio"})",
        R"({"type":"voice"})",
        R"({"type":"video"})",
        R"({"type":"document","document":{"caption":"c","filename":"f.pdf"}})",
        R"({"type":"sticker"})",
        R"({"type":"location","location":{"latitude":-6.2,"longitude":106.8,"name":"n",
            "address":"a","url":"u"}})",
        R"({"type":"reaction","reaction":{"message_id":"w","emoji":"👍"}})",
        R"({"type":"unsupported"})",
        R"({"type":"flow_reply","context":"w","response_json":"{}"})",
        R"({"type":"text","text":{"body":"x"},"forwarded":true})",
    };
    for (const char* act : acts) {
        const auto done = stage.cloud.person_sends(amina, office, parsed(act), stage.now);
        EXPECT_TRUE(done) << act;
        stage.pass(seconds(10));
    }
    EXPECT_TRUE(stage.cloud.wishes_marketing(amina, office, MarketingWish::stop, stage.now));
    EXPECT_TRUE(stage.cloud.change_phone(amina, {{"username", "amina"}}, stage.now));
    stage.hears();
    EXPECT_TRUE(stage.cloud.change_number(amina, "15550100099", stage.now));
    EXPECT_TRUE(stage.cloud.change_user_id("15550100099", stage.now));
    const std::string id = as_text(at(stage.cloud.templates(), "/0/id"));
    for (const char* status : {"REJECTED", "PAUSED", "APPROVED"}) {
        EXPECT_TRUE(stage.cloud.set_template(id, {status}, stage.now));
    }
    TemplateChange change;
    change.quality = "RED";
    change.category = "MARKETING";
    EXPECT_TRUE(stage.cloud.set_template(id, change, stage.now));
    EXPECT_TRUE(stage.cloud.change_chaos({{"window_mode", "async"}}, stage.now));
    stage.pass(hours(25));
    stage.say("too late", "+15550100099");
    EXPECT_TRUE(stage.cloud.change_chaos(
        {{"unknown_field_percent", 100}, {"unknown_type_percent", 100}}, stage.now
    ));
    EXPECT_TRUE(stage.cloud.says("15550100099", office, "halo", stage.now));
    stage.pass(minutes(1));

    std::set<std::string> emitted;
    for (const json::object& body : stage.bodies)
        note_kinds(body, "", emitted);
    EXPECT_GT(emitted.size(), 60u);
    for (const std::string& kind : emitted)
        EXPECT_TRUE(known.contains(kind)) << kind;
}

TEST(Fidelity, signatures_equal_the_published_vectors) {
    const json::object file = parsed(testdata("hmac.json"));
    const std::string secret(text_of(file, "secret"));
    std::map<std::string, std::string> bodies;
    for (const json::value& value : array_of(file, "vectors")) {
        const json::object& vector = value.as_object();
        const std::string body = *from_base64(text_of(vector, "body_base64"));
        bodies[std::string(text_of(vector, "name"))] = body;
        EXPECT_EQ(webhook_signature(secret, body), text_of(vector, "header"));
        EXPECT_TRUE(is_signed(secret, body, text_of(vector, "header")));
    }
    EXPECT_EQ(bodies.size(), 7u);
    for (const json::value& value : array_of(file, "negative")) {
        const json::object& vector = value.as_object();
        EXPECT_FALSE(
            is_signed(secret, bodies[std::string(text_of(vector, "of"))], text_of(vector, "header"))
        ) << text_of(vector, "name");
    }
}

TEST(Fidelity, bytes_on_the_wire_are_escaped_as_meta_does) {
    EXPECT_EQ(
        write_wire(json::object{{"a", "é 😀 image/jpeg \"q\" \\ \n\x01"}, {"n", 14.6937}}),
        R"({"a":"\u00e9 \ud83d\ude00 image\/jpeg \"q\" \\ \n\u0001","n":14.6937})"
    );
    const json::object file = parsed(testdata("hmac.json"));
    const std::string wire =
        *from_base64(text_of(file.at("vectors").at(3).as_object(), "body_base64"));
    EXPECT_EQ(write_wire(json::parse(wire)), wire);
}

}  // namespace antre::whatsapp_cloud
