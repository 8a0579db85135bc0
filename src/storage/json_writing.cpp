#include "storage/json_writing.h"

namespace antre::storage {

namespace {

void append_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[byte >> 4];
    out += digits[byte & 15u];
}

bool needs_escape(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

}  // namespace

void JsonWriter::separate() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    text_ += bracket;
    is_first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    text_ += bracket;
    is_first_ = false;
    return *this;
}

JsonWriter& JsonWriter::member(std::string_view name) {
    separate();
    text_ += '"';
    text_ += name;
    text_ += "\":";
    is_first_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    separate();
    text_ += '"';
    std::size_t begin = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (!needs_escape(value[at])) continue;
        text_ += value.substr(begin, at - begin);
        append_escaped(text_, value[at]);
        begin = at + 1;
    }
    text_ += value.substr(begin);
    text_ += '"';
    return *this;
}

JsonWriter& JsonWriter::flag(bool value) {
    separate();
    text_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::texts(const std::vector<std::string>& values) {
    array();
    for (const std::string& value : values)
        text(value);
    return end_array();
}

}  // namespace antre::storage
