#include <filesystem>
#include <map>
#include <set>

#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/test_stage.h"
#include "whatsapp_cloud/webhook_writer.h"

namespace antre::whatsapp_cloud {

namespace {

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
        pass(minutes(1));
    }
    void create(const std::string& body) {
        const Answer made = call("POST", account + "/message_templates", body);
        ASSERT_EQ(made.status, 200) << made.body;
    }
    // An example body with its references pointed at this stage's media and messages.
    json::object example(const std::string& name) const {
        std::string text = testdata("sends/" + name + ".json");
        replace(text, "1037543291543636", media_id);
        replace(
            text, "wamid.HBgLMTU1NTAxMDAwNDIVAgASGBQzQTAwMDAwMDAwQzBGRkVFMDAwMQA=", first_inbound
        );
        replace(text, "US.40000000000000000042", user_id());
        return parsed(text);
    }
    std::string user_id() const { return as_text(at(cloud.state(now), "/phones/0/user_id")); }

    std::string first_inbound;
    std::string media_id;

private:
    static void replace(std::string& text, const std::string& from, const std::string& to) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
            text.replace(at, from.size(), to);
            at += to.size();
        }
    }
};

std::vector<std::string> names_in(const std::string& folder) {
    std::set<std::string> names;
    const std::string path =
        std::string(ANTRE_SOURCE_DIR) + "/src/whatsapp_cloud/testdata/" + folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        names.insert(entry.path().stem().string());
    }
    return {names.begin(), names.end()};
}

json::value times(std::size_t count, const std::string& unit) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += unit;
    return json::value(text);
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

// One example with one member changed ("" removes it), and the refusal it must meet.
struct Mutation {
    const char* example;
    const char* pointer;
    json::value value;
    int code;
    const char* named_in_details;
};

const json::value removed = nullptr;

json::array buttons(std::size_t count) {
    json::array made;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        made.push_back({{"type", "reply"}, {"reply", {{"id", n}, {"title", "T" + n}}}});
    }
    return made;
}

json::array rows(std::size_t count) {
    json::array made;
    for (std::size_t i = 0; i < count; ++i) {
        made.push_back({{"id", std::to_string(i)}, {"title", "Row"}});
    }
    return made;
}

json::array twice(const char* member) {
    json::array made = buttons(2);
    made[1].at("reply").at(member) = made[0].at("reply").at(member);
    return made;
}

const std::string button = "/interactive/action/buttons/0/reply";

std::vector<Mutation> mutations() {
    const auto long_text = [](std::size_t n) { return times(n, "x"); };
    return {
        {"text", "/messaging_product", removed, 100, "messaging_product"},
        {"text", "/messaging_product", "sms", 100, "messaging_product"},
        {"text", "/to", removed, 100, "to"},
        {"text", "/to", "not a number", 131009, "to"},
        {"text", "/to", "15550100001", 131021, ""},
        {"text", "/type", "hologram", 100, "type"},
        {"text", "/recipient_type", "crowd", 131009, "recipient_type"},
        {"text", "/text", removed, 131008, "text"},
        {"text", "/text/body", removed, 131008, "text.body"},
        {"text", "/text/body", "", 131009, "text.body"},
        {"text", "/text/body", 7, 100, "text.body"},
        {"text", "/text/body", long_text(4097), 131009, "text.body"},
        {"text", "/text/body", times(2049, "😀"), 131009, "text.body"},
        {"text", "/text/preview_url", "yes", 100, "preview_url"},
        {"text", "/biz_opaque_callback_data", long_text(513), 131009, "biz_opaque"},
        {"text_quoting", "/context/message_id", removed, 131008, "context.message_id"},
        {"text_to_bsuid", "/recipient", "40000000042", 131009, "recipient"},
        {"image_id", "/image/id", "999", 131009, "id"},
        {"image_id", "/image/link", "https://x.example/a.png", 131009, "image"},
        {"image_id", "/image/caption", long_text(1025), 131009, "image.caption"},
        {"image_link", "/image/link", removed, 131008, "image"},
        {"image_link", "/image/link", "ftp://x.example/a", 131009, "image.link"},
        {"document_link", "/document/caption", long_text(1025), 131009, "document.caption"},
        {"location", "/location/latitude", removed, 131008, "location.latitude"},
        {"location", "/location/latitude", "91", 131009, "location.latitude"},
        {"location", "/location/longitude", "east", 131009, "location.longitude"},
        {"contacts", "/contacts", json::array{}, 131009, "contacts"},
        {"contacts", "/contacts/0/name", removed, 131008, "contacts[0].name"},
        {"contacts", "/contacts/0/name/formatted_name", removed, 131008, "formatted_name"},
        {"reaction", "/reaction/message_id", "wamid.none", 131009, "reaction.message_id"},
        {"reaction", "/reaction/emoji", removed, 131008, "reaction.emoji"},
        {"mark_read", "/message_id", "wamid.none", 131009, "message_id"},
        {"mark_read", "/status", "delivered", 131009, "status"},
        {"mark_read_typing", "/typing_indicator/type", "voice", 131009, "typing_indicator.type"},
        {"buttons", "/interactive/type", "carousel", 131009, "interactive.type"},
        {"buttons", "/interactive/body", removed, 131008, "interactive.body"},
        {"buttons", "/interactive/body/text", long_text(1025), 131009, "interactive.body.text"},
        {"buttons", "/interactive/header/text", long_text(61), 131009, "header.text"},
        {"buttons", "/interactive/header/type", "sticker", 131009, "header.type"},
        {"buttons", "/interactive/footer/text", long_text(61), 131009, "footer.text"},
        {"buttons", "/interactive/action/buttons", json::array{}, 131009, "action.buttons"},
        {"buttons", "/interactive/action/buttons", buttons(4), 131009, "action.buttons"},
        {"buttons", "/interactive/action/buttons", twice("id"), 131009, "reply.id"},
        {"buttons", "/interactive/action/buttons", twice("title"), 131009, "reply.title"},
        {"buttons", "/interactive/action/buttons/0/reply/title", long_text(21), 131009, "title"},
        {"buttons", "/interactive/action/buttons/0/reply/title", "*Oui*", 131009, "title"},
        {"buttons", "/interactive/action/buttons/0/reply/id", long_text(257), 131009, "reply.id"},
        {"buttons", "/interactive/action/buttons/0/reply/id", " a", 131009, "reply.id"},
        {"list", "/interactive/body/text", long_text(4097), 131009, "body.text"},
        {"list", "/interactive/header/type", "image", 131009, "header.type"},
        {"list", "/interactive/action/button", long_text(21), 131009, "action.button"},
        {"list", "/interactive/action/button", removed, 131008, "action.button"},
        {"list", "/interactive/action/sections", json::array{}, 131009, "sections"},
        {"list", "/interactive/action/sections/0/rows", rows(9), 131009, "sections"},
        {"list", "/interactive/action/sections/0/rows", rows(11), 131009, "rows"},
        {"list", "/interactive/action/sections/0/title", removed, 131008, "title"},
        {"list", "/interactive/action/sections/0/title", long_text(25), 131009, "title"},
        {"list", "/interactive/action/sections/0/rows/0/id", long_text(201), 131009, "id"},
        {"list", "/interactive/action/sections/0/rows/0/id", "v1:more", 131009, "id"},
        {"list", "/interactive/action/sections/0/rows/0/title", long_text(25), 131009, "title"},
        {"list",
         "/interactive/action/sections/0/rows/0/description",
         long_text(73),
         131009,
         "description"},
        {"cta_url", "/interactive/body/text", long_text(1025), 131009, "body.text"},
        {"cta_url",
         "/interactive/action/parameters/display_text",
         long_text(21),
         131009,
         "display_text"},
        {"cta_url", "/interactive/action/parameters/url", "call me", 131009, "url"},
        {"location_request", "/interactive/action/name", "send_money", 131009, "action.name"},
        {"location_request", "/interactive/body/text", long_text(1025), 131009, "body.text"},
        {"request_contact_info", "/interactive/action/name", removed, 131008, "action.name"},
        {"flow_navigate",
         "/interactive/action/parameters/flow_cta",
         long_text(31),
         131009,
         "flow_cta"},
        {"flow_navigate", "/interactive/action/parameters/flow_cta", "Go 😀", 131009, "flow_cta"},
        {"flow_navigate",
         "/interactive/action/parameters/flow_message_version",
         "2",
         131009,
         "flow_message_version"},
        {"flow_navigate", "/interactive/action/parameters/flow_name", "x", 131009, "flow_name"},
        {"flow_navigate", "/interactive/action/parameters/mode", "test", 131009, "mode"},
        {"flow_navigate",
         "/interactive/action/parameters/flow_action_payload/data",
         json::object{},
         131009,
         "data"},
        {"flow_data_exchange",
         "/interactive/action/parameters/flow_action_payload",
         {{"screen", "A"}},
         131009,
         "flow_action_payload"},
        {"template_plain", "/template/name", "unknown", 132001, "unknown"},
        {"template_plain", "/template/language/code", "de", 132001, "de"},
        {"template_plain", "/template/language", removed, 131008, "template.language"},
        {"template_plain",
         "/template/components",
         {{{"type", "body"}, {"parameters", {{{"type", "text"}, {"text", "x"}}}}}},
         132000,
         "body"},
        {"template_positional_with_buttons",
         "/template/components/1/parameters",
         {{{"type", "text"}, {"text", "x"}}},
         132000,
         "body"},
        {"template_positional_with_buttons",
         "/template/components/0/parameters/0/text",
         "a\nb",
         132012,
         "header"},
        {"template_positional_with_buttons",
         "/template/components/1/parameters/0/text",
         times(1020, "x"),
         132005,
         "body"},
        {"template_positional_with_buttons", "/template/components/2/index", "7", 132012, "button"},
        {"template_named_url_button",
         "/template/components/0/parameters/0/parameter_name",
         "date",
         132012,
         "parameter_name"},
        {"template_named_url_button", "/template/components/1", removed, 131008, "Url"},
        {"template_document_header",
         "/template/components/0/parameters/0/type",
         "image",
         132012,
         "header"},
    };
}

void mutate(json::value& body, const std::string& pointer, const json::value& value) {
    const auto slash = pointer.rfind('/');
    const std::string key = pointer.substr(slash + 1);
    json::value& parent = slash == 0 ? body : body.at_pointer(pointer.substr(0, slash));
    if (parent.is_array()) {
        json::array& array = parent.get_array();
        const std::size_t index = static_cast<std::size_t>(std::stoi(key));
        if (value.is_null()) {
            array.erase(array.begin() + static_cast<std::ptrdiff_t>(index));
        } else {
            array[index] = value;
        }
        return;
    }
    if (value.is_null()) {
        parent.as_object().erase(key);
    } else {
        parent.as_object()[key] = value;
    }
}

}  // namespace

TEST(Fidelity, each_example_past_a_limit_is_refused_with_its_code_and_field) {
    ExampleStage stage;
    for (const Mutation& mutation : mutations()) {
        json::value body = stage.example(mutation.example);
        mutate(body, mutation.pointer, mutation.value);
        const Answer answer = stage.send(body.as_object());
        const std::string label = std::string(mutation.example) + mutation.pointer;
        EXPECT_EQ(Stage::code_of(answer), mutation.code) << label << ": " << answer.body;
        EXPECT_NE(Stage::details_of(answer).find(mutation.named_in_details), std::string::npos)
            << label << ": " << answer.body;
        stage.pass(seconds(10));
    }
}

TEST(Fidelity, lengths_exactly_at_the_limit_are_accepted) {
    ExampleStage stage;
    json::value text = stage.example("text");
    mutate(text, "/text/body", times(4096, "x"));
    EXPECT_EQ(stage.send(text.as_object()).status, 200);
    json::value list = stage.example("list");
    mutate(list, "/interactive/action/sections/0/rows", rows(8));
    EXPECT_EQ(stage.send(list.as_object()).status, 200);
    json::value title = stage.example("buttons");
    mutate(title, button + "/title", times(20, "é"));
    EXPECT_EQ(stage.send(title.as_object()).status, 200);
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
        EXPECT_TRUE(stage.cloud.set_template(id, status, "", stage.now));
    }
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
