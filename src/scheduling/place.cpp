#include "scheduling/place.h"

#include "foundation/text.h"

namespace antre::scheduling {

std::string label_of(PlaceNumber number) {
    const auto digit = [&](int divisor) {
        return static_cast<char>('0' + number.running / divisor % 10);
    };
    return {number.letter, '-', digit(100), digit(10), digit(1)};
}

std::optional<PlaceNumber> number_labelled(std::string_view label) {
    label = trim(label);
    if (label.empty()) return std::nullopt;
    char letter = label.front();
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter < 'A' || letter > 'Z') return std::nullopt;
    label = trim(label.substr(1));
    if (label.starts_with('-')) label = trim(label.substr(1));
    if (label.size() > 3 || !is_all_digits(label)) return std::nullopt;
    int running = 0;
    for (const char c : label)
        running = running * 10 + (c - '0');
    if (running == 0) return std::nullopt;
    return PlaceNumber{letter, static_cast<std::uint16_t>(running)};
}

}  // namespace antre::scheduling
