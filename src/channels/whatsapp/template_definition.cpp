#include "channels/whatsapp/template_definition.h"

#include <boost/json.hpp>
#include <utility>

#include "conversation/announcing.h"
#include "foundation/language.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

const json::object& object_at(const json::object& object, std::string_view field) {
    static const json::object none;
    const json::value* value = object.if_contains(field);
    const json::object* found = value != nullptr ? value->if_object() : nullptr;
    return found != nullptr ? *found : none;
}

std::string text_at(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string(text->data(), text->size()) : std::string();
}

TemplateDefinition definition_of(
    const conversation::Wording& wording,
    Language language,
    const conversation::TemplateForm& form,
    const json::object& settings
) {
    TemplateDefinition made;
    made.name = form.name;
    made.language = code_of(language);
    made.category = text_at(settings, "category");
    made.body = conversation::template_body(wording, language, form);
    for (const std::string_view key : form.buttons)
        made.buttons.push_back(wording.say(language, key));
    const json::object& samples = object_at(object_at(settings, "samples"), made.language);
    for (const std::string& name : conversation::template_parameters(wording, language, form))
        made.samples.push_back(text_at(samples, name));
    const json::value* seconds = settings.if_contains("ttl_seconds");
    if (seconds != nullptr && seconds->is_int64()) made.ttl_seconds = seconds->get_int64();
    return made;
}

json::array components_of(const TemplateDefinition& definition) {
    json::array components;
    if (!definition.header.empty()) {
        components.push_back(json::object{
            {"type", "HEADER"}, {"format", "TEXT"}, {"text", definition.header}});
    }
    json::object body{{"type", "BODY"}, {"text", definition.body}};
    if (!definition.samples.empty()) {
        json::array samples(definition.samples.begin(), definition.samples.end());
        json::array rows;
        rows.emplace_back(std::move(samples));
        body["example"] = json::object{{"body_text", std::move(rows)}};
    }
    components.push_back(std::move(body));
    if (!definition.footer.empty()) {
        components.push_back(json::object{{"type", "FOOTER"}, {"text", definition.footer}});
    }
    if (!definition.buttons.empty()) {
        json::array buttons;
        for (const std::string& text : definition.buttons)
            buttons.push_back(json::object{{"type", "QUICK_REPLY"}, {"text", text}});
        components.push_back(json::object{{"type", "BUTTONS"}, {"buttons", std::move(buttons)}});
    }
    return components;
}

json::object edit_of(const TemplateDefinition& definition) {
    json::object body{{"components", components_of(definition)}};
    if (definition.ttl_seconds) body["message_send_ttl_seconds"] = *definition.ttl_seconds;
    return body;
}

json::object request_of(const TemplateDefinition& definition) {
    json::object body{
        {"name", definition.name},
        {"language", definition.language},
        {"category", definition.category}};
    for (const auto& member : edit_of(definition))
        body[member.key()] = member.value();
    return body;
}

}  // namespace

std::vector<TemplateDefinition>
template_definitions(const conversation::Wording& wording, std::string_view settings_json) {
    json::error_code error;
    const json::value read = json::parse(settings_json, error);
    const json::object none;
    const json::object& settings = !error && read.is_object() ? read.get_object() : none;
    std::vector<TemplateDefinition> all;
    for (const conversation::TemplateForm& form : conversation::template_forms()) {
        for (const Language language : {Language::id, Language::en})
            all.push_back(definition_of(wording, language, form, object_at(settings, form.name)));
    }
    return all;
}

std::vector<TemplateDefinition> template_definitions(const conversation::Wording& wording) {
    return template_definitions(wording, template_settings());
}

std::string render_template(const TemplateDefinition& definition) {
    return json::serialize(request_of(definition));
}

std::string render_template_edit(const TemplateDefinition& definition) {
    return json::serialize(edit_of(definition));
}

std::string template_requests(const conversation::Wording& wording) {
    json::array all;
    for (const TemplateDefinition& definition : template_definitions(wording))
        all.push_back(request_of(definition));
    return json::serialize(all);
}

}  // namespace antre::channels::whatsapp
