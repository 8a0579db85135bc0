#include "channels/repeated_key.h"

#include <boost/json/basic_parser_impl.hpp>
#include <cstdint>
#include <limits>
#include <set>
#include <vector>

namespace antre::channels {

namespace {

namespace json = boost::json;

// Hears the parser's events and keeps only where it stands. Each `on_…` answers whether to go on.
struct KeyListener {
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    struct Level {
        bool is_list = false;
        std::size_t index = 0;  // of the item at hand, in a list
        std::string key;        // of the member at hand, in an object
        std::set<std::string, std::less<>> keys;
    };
    std::vector<Level> levels;
    std::string key;
    std::optional<std::string> repeated;

    [[nodiscard]] std::string path() const {
        std::string path;
        for (const Level& level : levels) {
            if (level.is_list) {
                path += "[" + std::to_string(level.index) + "]";
            } else {
                path += (path.empty() ? "" : ".") + level.key;
            }
        }
        return path;
    }
    bool value_ended() {
        if (!levels.empty()) ++levels.back().index;
        return true;
    }
    bool level_ended() {
        levels.pop_back();
        return value_ended();
    }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) {
        levels.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, json::error_code&) { return level_ended(); }
    bool on_array_begin(json::error_code&) {
        levels.emplace_back().is_list = true;
        return true;
    }
    bool on_array_end(std::size_t, json::error_code&) { return level_ended(); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
        key.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        key.append(part.data(), part.size());
        Level& level = levels.back();
        level.key = std::move(key);
        key.clear();
        if (!level.keys.insert(level.key).second && !repeated) repeated = path();
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code&) { return value_ended(); }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return value_ended(); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return value_ended(); }
    bool on_double(double, json::string_view, json::error_code&) { return value_ended(); }
    bool on_bool(bool, json::error_code&) { return value_ended(); }
    bool on_null(json::error_code&) { return value_ended(); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

}  // namespace

std::optional<std::string> repeated_key(std::string_view json) {
    json::basic_parser<KeyListener> parser{json::parse_options{}};
    json::error_code error;
    parser.write_some(false, json.data(), json.size(), error);
    return parser.handler().repeated;
}

}  // namespace antre::channels
