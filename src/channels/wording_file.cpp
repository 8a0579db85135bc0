#include "channels/wording_file.h"

#include <array>
#include <boost/json.hpp>
#include <set>

#include "conversation/limits.h"
#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::channels {

namespace json = boost::json;

namespace {

using conversation::Wording;

struct PrefixLimit {
    std::string_view prefix;
    std::size_t units_max;
};
constexpr std::array limits{
    PrefixLimit{"button.", conversation::button_units_max},
    PrefixLimit{"row.", conversation::row_title_units_max},
    PrefixLimit{"row_desc.", conversation::row_description_units_max},
    PrefixLimit{"header.", conversation::header_units_max},
    PrefixLimit{"footer.", conversation::footer_units_max},
};

std::size_t units_max_of(std::string_view key) {
    for (const PrefixLimit& limit : limits) {
        if (key.starts_with(limit.prefix)) return limit.units_max;
    }
    return conversation::body_units_max;
}

// A name between braces is a placeholder: lower case letters and '_'.
bool is_placeholder(std::string_view name) {
    for (const char c : name) {
        if (!(c >= 'a' && c <= 'z') && c != '_') return false;
    }
    return !name.empty();
}

// The placeholders of a sentence; nothing when braces do not pair up.
std::optional<std::set<std::string, std::less<>>> placeholders_of(std::string_view text) {
    std::set<std::string, std::less<>> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '}') return std::nullopt;
        if (text[at] != '{') continue;
        const std::size_t close = text.find('}', at);
        if (close == std::string_view::npos) return std::nullopt;
        const std::string_view name = text.substr(at + 1, close - at - 1);
        if (!is_placeholder(name)) return std::nullopt;
        found.emplace(name);
        at = close;
    }
    return found;
}

// The sentence's own units: what fills its placeholders is cut to fit where it is made.
std::size_t own_units(std::string_view text) {
    std::size_t units = utf16_units(text);
    for (std::size_t open = 0; (open = text.find('{', open)) != std::string_view::npos;) {
        const std::size_t close = text.find('}', open);
        units -= close + 1 - open;
        open = close;
    }
    return units;
}

Result<Wording::Table, WordingFault> table_in(std::string language, std::string_view text) {
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error) return fail(WordingFault{language, "", "is not valid JSON"});
    if (!value.is_object()) return fail(WordingFault{language, "", "is not an object"});
    Wording::Table table;
    for (const json::key_value_pair& entry : value.get_object()) {
        const std::string key(entry.key());
        const auto fault = [&](std::string reason) {
            return fail(WordingFault{language, key, std::move(reason)});
        };
        if (!entry.value().is_string()) return fault("is not a text");
        std::string sentence(entry.value().get_string());
        if (trim(sentence).empty()) return fault("is empty");
        if (!placeholders_of(sentence)) return fault("has a brace that is no {placeholder}");
        const std::size_t most = units_max_of(key);
        if (own_units(sentence) > most) {
            return fault("is longer than " + std::to_string(most) + " units");
        }
        table.emplace(key, std::move(sentence));
    }
    return table;
}

std::optional<WordingFault>
difference(const std::string& language, const Wording::Table& table, const Wording::Table& other) {
    for (const auto& [key, sentence] : other) {
        const auto found = table.find(key);
        if (found == table.end()) return WordingFault{language, key, "is missing"};
        if (placeholders_of(found->second) != placeholders_of(sentence)) {
            return WordingFault{language, key, "has other placeholders than the other language"};
        }
    }
    return std::nullopt;
}

}  // namespace

Result<Wording, WordingFault> parse_wording(std::string_view id_json, std::string_view en_json) {
    auto id = table_in("id", id_json);
    if (!id) return fail(id.error());
    auto en = table_in("en", en_json);
    if (!en) return fail(en.error());
    if (const auto fault = difference("en", *en, *id)) return fail(*fault);
    if (const auto fault = difference("id", *id, *en)) return fail(*fault);
    return Wording(std::move(*id), std::move(*en));
}

Wording built_in_wording() {
    const WordingTexts texts = built_in_wording_texts();
    auto wording = parse_wording(texts.id, texts.en);
    ASSERT(wording.has_value());
    return std::move(*wording);
}

}  // namespace antre::channels
