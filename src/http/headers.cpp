#include "http/headers.h"

#include <algorithm>

#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::http {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return lower(x) == lower(y);
           });
}

bool has_token(std::string_view value, std::string_view token) {
    for (const std::string_view part : split(value, ',')) {
        if (equals_ignoring_case(trim(part), token)) return true;
    }
    return false;
}

Headers::Headers(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
    for (const auto& [name, value] : fields)
        add(name, value);
}

void Headers::add(std::string_view name, std::string_view value) {
    spans_.push_back({
        static_cast<std::uint32_t>(text_.size()),
        static_cast<std::uint32_t>(name.size()),
        static_cast<std::uint32_t>(value.size()),
    });
    text_.append(name);
    text_.append(value);
}

void Headers::set(std::string_view name, std::string_view value) {
    // Copied first: the views may look into the text that is about to move.
    const std::string kept_name(name);
    const std::string kept_value(value);
    remove(kept_name);
    add(kept_name, kept_value);
}

void Headers::remove(std::string_view name) {
    std::erase_if(spans_, [&](const Span& span) {
        const std::string_view own(text_.data() + span.begin, span.name_size);
        return equals_ignoring_case(own, name);
    });
}

Headers::Field Headers::at(std::size_t index) const {
    ASSERT(index < spans_.size());
    const Span& span = spans_[index];
    const std::string_view text = text_;
    return {
        text.substr(span.begin, span.name_size),
        text.substr(span.begin + span.name_size, span.value_size),
    };
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (std::size_t i = 0; i < spans_.size(); ++i) {
        const Field field = at(i);
        if (equals_ignoring_case(field.name, name)) return field.value;
    }
    return std::nullopt;
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (std::size_t i = 0; i < spans_.size(); ++i) {
        const Field field = at(i);
        if (equals_ignoring_case(field.name, name)) values.push_back(field.value);
    }
    return values;
}

}  // namespace antre::http
