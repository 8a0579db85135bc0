// The third set of sentences is kept apart: whoever wrote it had seen neither the tables nor the
// other mouths, and no table may be changed by looking at its rows. So its floors are what was
// measured, rounded down, not the goals; they may be raised, never lowered. The sixth was kept
// apart too until its faults were learnt from; since then it is a regression test.

#include <boost/json.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "channels/understand_lines.h"

namespace antre::channels {

namespace {

namespace json = boost::json;

constexpr std::string_view not_fields[] = {
    "id", "text", "lang", "now", "ctx", "intent", "open", "mouth", "tag"};

struct Count {
    int right = 0;
    int all = 0;

    void add(bool is_right) {
        ++all;
        right += is_right ? 1 : 0;
    }
    [[nodiscard]] int permille() const { return all == 0 ? 1000 : right * 1000 / all; }
};

struct Figures {
    Count intents;
    Count lures;  // rows that only sound like cancel or stop
    Count dates;
    Count times;
    int found = 0;
    int faults = 0;     // fields missing or wrongly there
    int destroyed = 0;  // another wish read as cancel or opt_out
    int booked = 0;     // cancel or opt_out read as book

    [[nodiscard]] int f1_permille() const { return 2000 * found / (2 * found + faults); }
};

std::vector<json::object> rows_in(const std::string& name) {
    std::ifstream file(std::string(ANTRE_SOURCE_DIR) + "/tests/language/" + name);
    std::vector<json::object> made;
    std::string line;
    while (std::getline(file, line)) {
        if (!line.empty()) made.push_back(json::parse(line).as_object());
    }
    return made;
}

json::object heard(const json::object& row) {
    static const language::Tables tables = language::built_in_tables();
    json::object request;
    for (const char* name : {"text", "lang", "now", "ctx"}) {
        if (row.contains(name)) request[name] = row.at(name);
    }
    return json::parse(understand_line(json::serialize(request), Explain::no, tables)).as_object();
}

// A field as text for comparison, names without regard to case; "" if absent.
std::string field(const json::object& row, const std::string& name) {
    const json::value* value = row.if_contains(name);
    if (value == nullptr) return {};
    std::string text = json::serialize(*value);
    if (name != "name" && name != "names") return text;
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool destroys(std::string_view intent) {
    return intent == "cancel" || intent == "opt_out";
}

// The names of all that either side says, without what no rule decides.
std::set<std::string> field_names(const json::object& row, const json::object& got) {
    std::set<std::string> names;
    for (const json::object* one : {&row, &got}) {
        for (const auto& [key, value] : *one) {
            names.emplace(key);
        }
    }
    for (const std::string_view name : not_fields) {
        names.erase(std::string(name));
    }
    if (const json::value* open = row.if_contains("open")) {
        for (const json::value& name : open->as_array()) {
            names.erase(std::string(name.as_string()));
        }
    }
    return names;
}

void judge(const json::object& row, Figures& figures) {
    const json::object got = heard(row);
    const std::string wanted(row.at("intent").as_string());
    const std::string found(got.at("intent").as_string());
    figures.intents.add(wanted == found);
    if (row.at("tag").as_string() == "not_cancel") figures.lures.add(wanted == found);
    figures.destroyed += wanted != found && destroys(found) ? 1 : 0;
    figures.booked += destroys(wanted) && found == "book" ? 1 : 0;
    for (const std::string& name : field_names(row, got)) {
        const std::string expected = field(row, name);
        const std::string given = field(got, name);
        if (name == "date" || name == "time") {
            (name == "date" ? figures.dates : figures.times).add(expected == given);
        } else if (expected == given) {
            ++figures.found;
        } else {
            figures.faults += (expected.empty() ? 0 : 1) + (given.empty() ? 0 : 1);
        }
    }
}

Figures judged(const std::string& name, std::size_t sentences, std::size_t mouths_expected) {
    Figures figures;
    std::set<std::string> mouths;
    const std::vector<json::object> all = rows_in(name);
    for (const json::object& row : all) {
        mouths.emplace(row.at("mouth").as_string());
        judge(row, figures);
    }
    EXPECT_EQ(all.size(), sentences);
    EXPECT_EQ(mouths.size(), mouths_expected);
    std::cout << name << ": intents " << figures.intents.right << "/" << figures.intents.all
              << ", of them lures " << figures.lures.right << "/" << figures.lures.all << ", dates "
              << figures.dates.right << "/" << figures.dates.all << ", times "
              << figures.times.right << "/" << figures.times.all << ", other fields F1 "
              << figures.f1_permille() << " permille, false cancels or stops " << figures.destroyed
              << "\n";
    return figures;
}

}  // namespace

TEST(ThirdMouths, people_nobody_listened_to_are_understood_no_worse_than_at_first) {
    const Figures figures = judged("third_mouths.jsonl", 478, 23);
    EXPECT_GE(figures.intents.permille(), 953);
    EXPECT_GE(figures.lures.permille(), 880);
    EXPECT_GE(figures.dates.permille(), 976);
    EXPECT_GE(figures.times.permille(), 969);
    EXPECT_GE(figures.f1_permille(), 955);
    EXPECT_LE(figures.destroyed, 1);  // the goal is none
    EXPECT_EQ(figures.booked, 0);
}

TEST(SixthMouths, the_sixth_set_from_which_tables_were_learnt_stays_understood) {
    const Figures figures = judged("sixth_mouths.jsonl", 320, 39);
    EXPECT_GE(figures.intents.permille(), 990);
    EXPECT_GE(figures.lures.permille(), 960);
    EXPECT_GE(figures.dates.permille(), 990);
    EXPECT_GE(figures.times.permille(), 980);
    EXPECT_GE(figures.f1_permille(), 980);
    EXPECT_EQ(figures.destroyed, 0);
    EXPECT_EQ(figures.booked, 0);
}

TEST(LaterMouths, the_sets_from_which_tables_were_learnt_last_stay_understood) {
    struct Floors {
        const char* set;
        std::size_t rows;
        std::size_t mouths;
        int intents;
        int dates;
        int times;
        int f1;
    };
    for (const Floors& floors :
         {Floors{"seventh_mouths.jsonl", 340, 17, 985, 990, 1000, 985},
          Floors{"eighth_mouths.jsonl", 220, 12, 980, 1000, 1000, 975},
          Floors{"ninth_mouths.jsonl", 220, 12, 985, 980, 1000, 975},
          Floors{"tenth_mouths.jsonl", 240, 38, 995, 1000, 1000, 995},
          Floors{"eleventh_mouths.jsonl", 240, 234, 995, 1000, 1000, 990},
          Floors{"twelfth_mouths.jsonl", 240, 237, 995, 1000, 1000, 995},
          Floors{"thirteenth_mouths.jsonl", 200, 199, 990, 985, 1000, 980}}) {
        const Figures figures = judged(floors.set, floors.rows, floors.mouths);
        EXPECT_GE(figures.intents.permille(), floors.intents) << floors.set;
        EXPECT_GE(figures.dates.permille(), floors.dates) << floors.set;
        EXPECT_GE(figures.times.permille(), floors.times) << floors.set;
        EXPECT_GE(figures.f1_permille(), floors.f1) << floors.set;
        EXPECT_EQ(figures.destroyed, 0) << floors.set;
    }
}

}  // namespace antre::channels
