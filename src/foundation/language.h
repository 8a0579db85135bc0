#pragma once

// The two languages we answer in.

#include <cstdint>
#include <optional>
#include <string_view>

namespace antre {

enum class Language : std::uint8_t {
    id,  // Indonesian
    en,  // English
};

constexpr std::string_view code_of(Language language) {
    return language == Language::id ? "id" : "en";
}
constexpr std::optional<Language> language_coded(std::string_view code) {
    if (code == "id") return Language::id;
    if (code == "en") return Language::en;
    return std::nullopt;
}

}  // namespace antre
