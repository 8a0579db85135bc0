#include "channels/settings_json.h"

#include <algorithm>
#include <boost/json.hpp>

#include "channels/limits.h"
#include "channels/nearest_word.h"
#include "channels/repeated_key.h"

namespace antre::channels {

namespace {

namespace json = boost::json;

const json::value nothing;

std::string quoted(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::string_view kind_of(const json::value& value) {
    switch (value.kind()) {
    case json::kind::null: return "null";
    case json::kind::bool_: return "true or false";
    case json::kind::int64:
    case json::kind::uint64: return "a whole number";
    case json::kind::double_: return "a number with a fraction";
    case json::kind::string: return "text";
    case json::kind::array: return "a list";
    case json::kind::object: return "an object";
    }
    return "";
}

std::string wanted(std::string_view kind, const json::value& value) {
    return "must be " + std::string(kind) + ", not " + std::string(kind_of(value));
}

std::string line_of(std::string_view json, std::size_t offset) {
    const auto end = json.begin() + static_cast<std::ptrdiff_t>(std::min(offset, json.size()));
    return "line " + std::to_string(1 + std::count(json.begin(), end, '\n'));
}

bool is_plain(const json::value& value) {
    return !value.is_array() && !value.is_object();
}

void write(std::string& out, const json::value& value, std::size_t indent, std::size_t column);

void write_list(std::string& out, const json::array& list, std::size_t indent, std::size_t column) {
    if (std::all_of(list.begin(), list.end(), is_plain)) {
        std::string line = "[";
        for (const json::value& item : list) {
            if (line.size() > 1) line += ", ";
            line += json::serialize(item);
        }
        line += "]";
        if (column + line.size() < pretty_columns_max) {
            out += line;
            return;
        }
    }
    const std::string margin(indent + 2, ' ');
    std::string_view before = "[\n";
    for (const json::value& item : list) {
        out += before;
        out += margin;
        write(out, item, indent + 2, indent + 2);
        before = ",\n";
    }
    out += "\n" + std::string(indent, ' ') + "]";
}

void write_object(std::string& out, const json::object& object, std::size_t indent) {
    if (object.empty()) {
        out += "{}";
        return;
    }
    const std::string margin(indent + 2, ' ');
    std::string_view before = "{\n";
    for (const auto& [key, value] : object) {
        out += before;
        const std::string head = margin + json::serialize(json::string(key)) + ": ";
        out += head;
        write(out, value, indent + 2, head.size());
        before = ",\n";
    }
    out += "\n" + std::string(indent, ' ') + "}";
}

void write(std::string& out, const json::value& value, std::size_t indent, std::size_t column) {
    if (value.is_array()) {
        write_list(out, value.get_array(), indent, column);
    } else if (value.is_object()) {
        write_object(out, value.get_object(), indent);
    } else {
        out += json::serialize(value);
    }
}

}  // namespace

void SettingsNode::refuse(std::string reason) const {
    if (!fault_) fault_ = FileFault{path_, std::move(reason)};
}

std::string SettingsNode::path_of(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void SettingsNode::allow_only(std::initializer_list<std::string_view> keys) const {
    if (!value_.is_object()) return refuse(wanted("an object", value_));
    for (const auto& member : value_.get_object()) {
        const std::string_view key(member.key().data(), member.key().size());
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        const std::span<const std::string_view> known(keys.begin(), keys.size());
        SettingsNode(member.value(), path_of(key), fault_)
            .refuse("unknown key; " + suggestion_for(key, known));
    }
}

bool SettingsNode::has(std::string_view key) const {
    return value_.is_object() && value_.get_object().contains(key);
}

SettingsNode SettingsNode::at(std::string_view key) const {
    if (!value_.is_object()) {
        refuse(wanted("an object", value_));
        return {nothing, path_of(key), fault_};
    }
    const json::value* member = value_.get_object().if_contains(key);
    SettingsNode node(member != nullptr ? *member : nothing, path_of(key), fault_);
    if (member == nullptr) node.refuse("is missing");
    return node;
}

std::vector<SettingsNode> SettingsNode::items() const {
    std::vector<SettingsNode> nodes;
    if (!value_.is_array()) {
        refuse(wanted("a list", value_));
        return nodes;
    }
    const json::array& list = value_.get_array();
    if (list.size() > settings_list_items_max) {
        refuse("must have at most " + std::to_string(settings_list_items_max) + " entries");
        return nodes;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        nodes.emplace_back(list[i], path_ + "[" + std::to_string(i) + "]", fault_);
    }
    return nodes;
}

std::string SettingsNode::text() const {
    if (value_.is_string()) return std::string(value_.get_string());
    refuse(wanted("text", value_));
    return {};
}

std::int64_t SettingsNode::whole(std::int64_t low, std::int64_t high) const {
    if (!value_.is_int64() && !value_.is_uint64()) {
        refuse(wanted("a whole number", value_));
        return low;
    }
    if (value_.is_int64() && value_.get_int64() >= low && value_.get_int64() <= high) {
        return value_.get_int64();
    }
    refuse("must be between " + std::to_string(low) + " and " + std::to_string(high));
    return low;
}

bool SettingsNode::truth() const {
    if (value_.is_bool()) return value_.get_bool();
    refuse(wanted("true or false", value_));
    return false;
}

std::size_t SettingsNode::choice(std::span<const std::string_view> words) const {
    const std::string word = text();
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    refuse("unknown word " + quoted(word) + "; " + suggestion_for(word, words));
    return 0;
}

Result<json::value, FileFault> parse_settings(std::string_view json) {
    if (json.size() > settings_file_bytes_max) {
        return fail(FileFault{
            "", "is larger than " + std::to_string(settings_file_bytes_max / 1024) + " KiB"});
    }
    json::stream_parser parser;
    json::error_code error;
    const std::size_t parsed = parser.write_some(json.data(), json.size(), error);
    if (error) return fail(FileFault{line_of(json, parsed), "is not valid JSON here"});
    if (!parser.done()) parser.finish(error);
    if (error) return fail(FileFault{line_of(json, parsed), "ends before the JSON is complete"});
    const auto rest = json.find_first_not_of(" \t\r\n", parsed);
    if (rest != std::string_view::npos) {
        return fail(FileFault{line_of(json, rest), "has text after the end of the JSON"});
    }
    if (const auto path = repeated_key(json)) return fail(FileFault{*path, "is given twice"});
    return parser.release();
}

std::string pretty(const json::value& value) {
    std::string out;
    write(out, value, 0, 0);
    return out + "\n";
}

}  // namespace antre::channels
