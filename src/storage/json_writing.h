#pragma once

// A JsonWriter writes one JSON text from front to back, for rows that are written all the time: no
// tree of values is built. Reading is Boost.JSON's. Members and elements come in the order of the
// calls; the caller opens and closes what belongs together.

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antre::storage {

class JsonWriter {
public:
    // Room for most rows from the start.
    explicit JsonWriter(std::size_t bytes_expected) { text_.reserve(bytes_expected); }

    JsonWriter& object() { return open('{'); }
    JsonWriter& array() { return open('['); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& end_array() { return close(']'); }

    // The next value is this member's. Names are our own words: nothing in them needs escaping.
    JsonWriter& member(std::string_view name);
    JsonWriter& text(std::string_view value);
    JsonWriter& flag(bool value);
    template <std::integral Number>
    JsonWriter& number(Number value) {
        separate();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        text_.append(digits, end);
        return *this;
    }
    JsonWriter& texts(const std::vector<std::string>& values);

    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();

    std::string text_;
    bool is_first_ = true;  // nothing is before the next value that a comma must part
};

}  // namespace antre::storage
