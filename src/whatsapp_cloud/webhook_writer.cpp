#include "whatsapp_cloud/webhook_writer.h"

#include <charconv>
#include <cstdint>
#include <string_view>

namespace antre::whatsapp_cloud {

namespace {

void write_unit(std::string& out, std::uint32_t unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out.push_back(digits[(unit >> shift) & 15]);
}

void write_code_point(std::string& out, std::uint32_t point) {
    if (point < 0x10000) {
        write_unit(out, point);
        return;
    }
    point -= 0x10000;
    write_unit(out, 0xD800 + (point >> 10));
    write_unit(out, 0xDC00 + (point & 0x3FF));
}

// Reads one code point of valid UTF-8 (Boost.JSON refuses other text) and moves `at` behind it.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    std::uint32_t point = lead & (0x3Fu >> more);
    for (int i = 0; i < more && at < text.size(); ++i) {
        point = (point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
    }
    return point;
}

void write_text(std::string& out, std::string_view text) {
    out.push_back('"');
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x80) {
            write_code_point(out, next_code_point(text, at));
            continue;
        }
        ++at;
        switch (byte) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '/': out += "\\/"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        default:
            if (byte < 0x20) {
                write_unit(out, byte);
            } else {
                out.push_back(static_cast<char>(byte));
            }
        }
    }
    out.push_back('"');
}

template <class Number>
void write_number(std::string& out, Number number) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void write_value(std::string& out, const json::value& value);

void write_array(std::string& out, const json::array& array) {
    out.push_back('[');
    bool is_first = true;
    for (const json::value& element : array) {
        if (!is_first) out.push_back(',');
        is_first = false;
        write_value(out, element);
    }
    out.push_back(']');
}

void write_object(std::string& out, const json::object& object) {
    out.push_back('{');
    bool is_first = true;
    for (const auto& member : object) {
        if (!is_first) out.push_back(',');
        is_first = false;
        write_text(out, {member.key().data(), member.key().size()});
        out.push_back(':');
        write_value(out, member.value());
    }
    out.push_back('}');
}

void write_value(std::string& out, const json::value& value) {
    switch (value.kind()) {
    case json::kind::null: out += "null"; break;
    case json::kind::bool_: out += value.get_bool() ? "true" : "false"; break;
    case json::kind::int64: write_number(out, value.get_int64()); break;
    case json::kind::uint64: write_number(out, value.get_uint64()); break;
    case json::kind::double_: write_number(out, value.get_double()); break;
    case json::kind::string:
        write_text(out, {value.get_string().data(), value.get_string().size()});
        break;
    case json::kind::array: write_array(out, value.get_array()); break;
    case json::kind::object: write_object(out, value.get_object()); break;
    }
}

}  // namespace

std::string write_wire(const json::value& value) {
    std::string out;
    write_value(out, value);
    return out;
}

}  // namespace antre::whatsapp_cloud
