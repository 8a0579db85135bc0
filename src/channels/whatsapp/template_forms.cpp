#include "channels/whatsapp/template_forms.h"

#include <boost/json.hpp>

#include "conversation/announcing.h"
#include "foundation/language.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

// The reviewers see the sentence filled with these.
json::array examples(const std::vector<std::string>& names) {
    json::array filled;
    for (const std::string& name : names)
        filled.emplace_back(name);
    return {std::move(filled)};
}

json::object request(
    const conversation::Wording& wording, Language language, const conversation::TemplateForm& form
) {
    json::object body{
        {"type", "BODY"}, {"text", conversation::template_body(wording, language, form)}};
    body["example"] = json::object{
        {"body_text", examples(conversation::template_parameters(wording, language, form))}};
    json::array components{std::move(body)};
    json::array buttons;
    for (const std::string_view key : form.buttons) {
        buttons.push_back(json::object{
            {"type", "QUICK_REPLY"}, {"text", wording.say(language, key)}});
    }
    if (!buttons.empty()) {
        components.push_back(json::object{{"type", "BUTTONS"}, {"buttons", std::move(buttons)}});
    }
    return {
        {"name", form.name},
        {"language", code_of(language)},
        {"category", "UTILITY"},
        {"components", std::move(components)}};
}

}  // namespace

std::string template_requests(const conversation::Wording& wording) {
    json::array all;
    for (const conversation::TemplateForm& form : conversation::template_forms()) {
        for (const Language language : {Language::id, Language::en})
            all.push_back(request(wording, language, form));
    }
    return json::serialize(all);
}

}  // namespace antre::channels::whatsapp
