// Each example body, changed past each limit, and the refusal it must meet.

#include "whatsapp_cloud/test_example_stage.h"

namespace antre::whatsapp_cloud {

namespace {

json::value times(std::size_t count, const std::string& unit) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += unit;
    return json::value(text);
}

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

json::value long_text(std::size_t units) {
    return times(units, "x");
}

std::vector<Mutation> plain_mutations() {
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
    };
}

std::vector<Mutation> button_mutations() {
    return {
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
    };
}

std::vector<Mutation> list_mutations() {
    return {
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
    };
}

std::vector<Mutation> request_mutations() {
    return {
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
    };
}

std::vector<Mutation> template_mutations() {
    return {
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

std::vector<Mutation> mutations() {
    std::vector<Mutation> all;
    for (const auto& part :
         {plain_mutations(),
          button_mutations(),
          list_mutations(),
          request_mutations(),
          template_mutations()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
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

TEST(Limits, each_example_past_a_limit_is_refused_with_its_code_and_field) {
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

TEST(Limits, lengths_exactly_at_the_limit_are_accepted) {
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

}  // namespace antre::whatsapp_cloud
