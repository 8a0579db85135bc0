#include "channels/console/act.h"

#include <boost/json.hpp>

namespace antre::channels::console {

namespace json = boost::json;

namespace {

std::optional<std::string> text_in(const json::object& object, std::string_view name) {
    const json::value* found = object.if_contains(name);
    if (found == nullptr || !found->is_string()) return std::nullopt;
    return std::string(found->get_string());
}

Result<json::object, std::string> object_in(std::string_view text) {
    boost::system::error_code error;
    json::value value = json::parse(text, error);
    if (error || !value.is_object()) return fail(std::string("not a JSON object"));
    return std::move(value.get_object());
}

}  // namespace

std::string_view Act::word(std::string_view name) const {
    const auto found = words.find(name);
    return found == words.end() ? std::string_view() : std::string_view(found->second);
}

Output refusal(std::string line) {
    return {1, "", std::move(line)};
}

std::string encode(const Act& act) {
    json::object words;
    for (const auto& [name, value] : act.words)
        words[name] = value;
    return json::serialize(json::object{{"verb", act.verb}, {"words", words}, {"body", act.body}});
}

std::string encode(const Output& output) {
    return json::serialize(json::object{
        {"exit", output.exit_code}, {"out", output.out}, {"err", output.err}});
}

Result<Act, std::string> decode_act(std::string_view text) {
    const auto object = object_in(text);
    if (!object) return fail(object.error());
    const auto verb = text_in(*object, "verb");
    const auto body = text_in(*object, "body");
    const json::value* words = object->if_contains("words");
    if (!verb || !body || words == nullptr || !words->is_object()) {
        return fail(std::string("an act needs verb, words and body"));
    }
    Act act{*verb, {}, *body};
    for (const auto& [name, value] : words->get_object()) {
        if (!value.is_string()) return fail(std::string("a word is not a text"));
        act.words.emplace(std::string(name), std::string(value.get_string()));
    }
    return act;
}

Result<Output, std::string> decode_output(std::string_view text) {
    const auto object = object_in(text);
    if (!object) return fail(object.error());
    const auto out = text_in(*object, "out");
    const auto err = text_in(*object, "err");
    const json::value* exit_code = object->if_contains("exit");
    if (!out || !err || exit_code == nullptr || !exit_code->is_int64()) {
        return fail(std::string("an output needs exit, out and err"));
    }
    return Output{static_cast<int>(exit_code->get_int64()), *out, *err};
}

}  // namespace antre::channels::console
