#include <array>
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "channels/limits.h"
#include "channels/settings_json.h"

namespace antre::channels {
namespace {

TEST(SettingsJson, what_is_not_strict_json_is_refused_with_its_place) {
    struct Row {
        std::string_view json;
        std::string_view path;
        std::string_view reason;
    };
    constexpr std::array rows{
        Row{"", "line 1", "ends before the JSON is complete"},
        Row{"{\n\"a\": 1", "line 2", "ends before the JSON is complete"},
        Row{"{\n\"a\": 1,\n}", "line 3", "is not valid JSON here"},
        Row{"{\n// why\n\"a\": 1}", "line 2", "is not valid JSON here"},
        Row{"{\"a\": \"\xff\"}", "line 1", "is not valid JSON here"},
        Row{"{}\n{}", "line 2", "has text after the end of the JSON"},
        Row{R"({"a": 1, "b": 2, "a": 3})", "a", "is given twice"},
        Row{R"({"list": [{"a": 1}, {"a": 1, "a": 2}]})", "list[1].a", "is given twice"},
        Row{R"([1, [2, {"x": {"y": 1, "y": 1}}]])", "[1][1].x.y", "is given twice"},
    };
    for (const Row& row : rows) {
        const auto parsed = parse_settings(row.json);
        ASSERT_FALSE(parsed) << row.json;
        EXPECT_EQ(parsed.error().path, row.path) << row.json;
        EXPECT_EQ(parsed.error().reason, row.reason) << row.json;
    }
}

TEST(SettingsJson, the_same_key_in_two_objects_is_no_repetition) {
    EXPECT_TRUE(parse_settings(R"([{"a": {"a": 1}}, {"a": 2}])"));
}

TEST(SettingsJson, a_file_of_another_size_than_settings_have_is_not_parsed) {
    const std::string blanks(settings_file_bytes_max, ' ');
    EXPECT_EQ(parse_settings(blanks + "{}").error().reason, "is larger than 512 KiB");
    EXPECT_TRUE(parse_settings("{}" + blanks.substr(2)));
}

TEST(SettingsJson, only_the_first_fault_is_kept) {
    const auto value = parse_settings(R"({"text": 1, "number": "one"})");
    ASSERT_TRUE(value);
    std::optional<FileFault> fault;
    const SettingsNode node(*value, "", fault);
    EXPECT_EQ(node.at("text").text(), "");
    EXPECT_EQ(node.at("number").whole(0, 9), 0);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->path, "text");
    EXPECT_EQ(fault->reason, "must be text, not a whole number");
}

TEST(SettingsJson, a_list_has_at_most_the_entries_it_may_have) {
    boost::json::array list(settings_list_items_max + 1);
    std::optional<FileFault> fault;
    EXPECT_TRUE(SettingsNode(list, "list", fault).items().empty());
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->path, "list");
    EXPECT_EQ(fault->reason, "must have at most 1000 entries");
}

TEST(SettingsJson, short_lists_stay_on_their_line_and_long_ones_are_broken) {
    const boost::json::value value{
        {"days", {"08:00-12:00", "13:00-16:00"}},
        {"none", boost::json::array{}},
        {"empty", boost::json::object{}},
        {"lines", {std::string(60, 'a'), std::string(60, 'b')}},
    };
    EXPECT_EQ(
        pretty(value),
        "{\n"
        "  \"days\": [\"08:00-12:00\", \"13:00-16:00\"],\n"
        "  \"none\": [],\n"
        "  \"empty\": {},\n"
        "  \"lines\": [\n"
        "    \"" +
            std::string(60, 'a') +
            "\",\n"
            "    \"" +
            std::string(60, 'b') +
            "\"\n"
            "  ]\n"
            "}\n"
    );
}

}  // namespace
}  // namespace antre::channels
