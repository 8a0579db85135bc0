#pragma once

// Header fields in the order they came. Names compare without case; a name that came twice stays
// twice, so that a reader can refuse it. All text lies in one block: two allocations a message.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antre::http {

class Headers {
public:
    struct Field {
        std::string_view name;
        std::string_view value;
    };

    Headers() = default;
    Headers(std::initializer_list<std::pair<std::string_view, std::string_view>> fields);

    void add(std::string_view name, std::string_view value);
    // Replaces every field of that name.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);

    [[nodiscard]] std::size_t size() const { return spans_.size(); }
    [[nodiscard]] bool empty() const { return spans_.empty(); }
    // The views hold until the next change. REQUIRES: index < size().
    [[nodiscard]] Field at(std::size_t index) const;
    // The first value of that name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }

private:
    struct Span {
        std::uint32_t begin = 0;
        std::uint32_t name_size = 0;
        std::uint32_t value_size = 0;  // the value follows its name
    };
    std::string text_;
    std::vector<Span> spans_;
};

// Compares ASCII without case, as header names and tokens are.
bool equals_ignoring_case(std::string_view a, std::string_view b);
// True if the comma-separated list `value` has the token ("close" in "keep-alive, Close").
bool has_token(std::string_view value, std::string_view token);

}  // namespace antre::http
