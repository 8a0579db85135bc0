#include "conversation/wording.h"

#include "conversation/names.h"
#include "foundation/assert.h"

namespace antre::conversation {

Wording::Wording(Table id, Table en)
    : id_(std::move(id))
    , en_(std::move(en)) {}

std::string Wording::say(
    Language language,
    std::string_view key,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values
) const {
    const Table& sentences = table(language);
    const auto found = sentences.find(key);
    ASSERT(found != sentences.end());
    const std::string_view pattern = found->second;
    std::string out;
    std::size_t bytes = pattern.size();
    for (const auto& [placeholder, value] : values)
        bytes += value.size();
    out.reserve(bytes);
    // One pass: what a value brings in is never looked at again.
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        out += pattern.substr(at, open == std::string_view::npos ? open : open - at);
        if (close == std::string_view::npos) {
            if (open != std::string_view::npos) out += pattern.substr(open);
            break;
        }
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        for (const auto& [placeholder, value] : values) {
            if (placeholder == name) out += literal(value);
        }
        at = close + 1;
    }
    return out;
}

bool Wording::has(std::string_view key) const {
    return id_.find(key) != id_.end() && en_.find(key) != en_.end();
}

const Wording::Table& Wording::table(Language language) const {
    return language == Language::id ? id_ : en_;
}

}  // namespace antre::conversation
