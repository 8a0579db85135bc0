#pragma once

// A strict reader of settings files in JSON: each value knows its path, so that a fault names the
// field in the words of the file ("pools[0].week.monday[1]"). The first fault found is kept; after
// it every value reads as empty, so that a reader states what it wants and asks once at the end.

#include <boost/json/value.hpp>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace antre::channels {

// What is wrong with a file, for the person who wrote it.
struct FileFault {
    std::string path;  // "pools[0].week.monday[1]"; "line 12" when it is no JSON; "" for all of it
    std::string reason;  // English
};

class SettingsNode {
public:
    SettingsNode(const boost::json::value& value, std::string path, std::optional<FileFault>& fault)
        : value_(value)
        , path_(std::move(path))
        , fault_(fault) {}

    void refuse(std::string reason) const;

    // Refuses all other keys, with a suggestion.
    void allow_only(std::initializer_list<std::string_view> keys) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] SettingsNode at(std::string_view key) const;  // refused when missing
    [[nodiscard]] std::vector<SettingsNode> items() const;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::int64_t whole(std::int64_t low, std::int64_t high) const;
    [[nodiscard]] bool truth() const;

    // The index of the word among `words`; 0 when it is none of them, which is refused.
    [[nodiscard]] std::size_t choice(std::span<const std::string_view> words) const;

private:
    [[nodiscard]] std::string path_of(std::string_view key) const;

    const boost::json::value& value_;
    std::string path_;
    std::optional<FileFault>& fault_;
};

// Strict JSON: no comments, no trailing commas, valid UTF-8, no key given twice.
Result<boost::json::value, FileFault> parse_settings(std::string_view json);

// With two blanks a level, for people to edit; a list of plain values that fits stays on its line.
// Ends in a newline.
std::string pretty(const boost::json::value& value);

}  // namespace antre::channels
