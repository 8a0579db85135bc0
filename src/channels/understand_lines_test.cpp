#include <array>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "channels/understand_lines.h"

namespace antre::channels {

namespace {

namespace json = boost::json;

const language::Tables& tables() {
    static const language::Tables made = language::built_in_tables();
    return made;
}

std::string answer(std::string_view line) {
    return understand_line(line, Explain::no, tables());
}

std::vector<json::object> rows_of(const std::string& name) {
    std::ifstream file(std::string(ANTRE_SOURCE_DIR) + "/tests/language/" + name);
    std::vector<json::object> rows;
    std::string line;
    while (std::getline(file, line)) {
        if (!line.empty()) rows.push_back(json::parse(line).as_object());
    }
    return rows;
}

constexpr std::array entity_names{
    "date",    "date_to",   "old_date", "date_rel", "time",       "time_to",       "time_rel",
    "daypart", "count",     "name",     "names",    "birth_date", "nik",           "service",
    "code",    "queue_no",  "topic",    "child",    "priority",   "passport_type", "earliest",
    "lang_to", "delay_min", "choice",   "old_time"};

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

// A field as text for comparison, names without regard to case; "" if absent.
std::string field(const json::object& row, const char* name) {
    const json::value* value = row.if_contains(name);
    if (value == nullptr) return {};
    const std::string text = json::serialize(*value);
    const std::string_view which = name;
    return which == "name" || which == "names" ? lower(text) : text;
}

struct Count {
    int right = 0;
    int all = 0;

    [[nodiscard]] int permille() const { return all == 0 ? 1000 : right * 1000 / all; }
};

struct Figures {
    Count intents;
    Count dates;
    Count times;
    int true_positives = 0;
    int false_ones = 0;  // missing or wrongly there
    int destroyed = 0;   // another row read as cancel or opt_out
    int booked = 0;      // cancel or opt_out read as book
    std::map<std::string, Count> by_tag;

    [[nodiscard]] int f1_permille() const {
        const int all = 2 * true_positives + false_ones;
        return all == 0 ? 1000 : 2000 * true_positives / all;
    }
};

bool destroys(std::string_view intent) {
    return intent == "cancel" || intent == "opt_out";
}

void judge_entities(const json::object& row, const json::object& got, Figures& figures) {
    for (const char* name : entity_names) {
        const std::string wanted = field(row, name);
        const std::string found = field(got, name);
        const std::string_view which = name;
        if (which == "date" || which == "time") {
            Count& count = which == "date" ? figures.dates : figures.times;
            if (wanted.empty() && found.empty()) continue;
            ++count.all;
            count.right += wanted == found ? 1 : 0;
            continue;
        }
        if (!wanted.empty() && wanted == found) {
            ++figures.true_positives;
            continue;
        }
        figures.false_ones += (wanted.empty() ? 0 : 1) + (found.empty() ? 0 : 1);
    }
}

void judge(const json::object& row, Figures& figures) {
    json::object request;
    for (const char* name : {"text", "lang", "now", "ctx"}) {
        if (row.contains(name)) request[name] = row.at(name);
    }
    const json::object got = json::parse(answer(json::serialize(request))).as_object();
    const std::string wanted(row.at("intent").as_string());
    const std::string found(got.at("intent").as_string());
    const bool is_right = wanted == found;
    ++figures.intents.all;
    figures.intents.right += is_right ? 1 : 0;
    figures.destroyed += !is_right && destroys(found) ? 1 : 0;
    figures.booked += destroys(wanted) && found == "book" ? 1 : 0;
    if (!is_right) std::cout << "  " << wanted << " heard as " << found << ": " << request << "\n";
    json::array tags;
    if (const json::value* some = row.if_contains("tags")) tags = some->as_array();
    tags.push_back(row.at("lang"));
    for (const json::value& tag : tags) {
        Count& count = figures.by_tag[std::string(tag.as_string())];
        ++count.all;
        count.right += is_right ? 1 : 0;
    }
    judge_entities(row, got, figures);
}

void print(const std::string& title, const Figures& figures) {
    std::cout << title << ": intents " << figures.intents.right << "/" << figures.intents.all
              << ", dates " << figures.dates.right << "/" << figures.dates.all << ", times "
              << figures.times.right << "/" << figures.times.all << ", other entities F1 "
              << figures.f1_permille() << " permille\n ";
    for (const auto& [tag, count] : figures.by_tag) {
        std::cout << " " << tag << " " << count.right << "/" << count.all;
    }
    std::cout << "\n";
}

Figures judged(const std::vector<json::object>& rows) {
    Figures figures;
    for (const json::object& row : rows) {
        judge(row, figures);
    }
    return figures;
}

}  // namespace

TEST(UnderstandLines, the_known_sentences_are_all_understood) {
    const auto rows = rows_of("utterances.jsonl");
    ASSERT_EQ(rows.size(), 132u);
    const Figures figures = judged(rows);
    print("known", figures);
    EXPECT_EQ(figures.intents.right, figures.intents.all);
    EXPECT_EQ(figures.dates.permille(), 1000);
    EXPECT_EQ(figures.times.permille(), 1000);
    EXPECT_GE(figures.f1_permille(), 980);
}

TEST(UnderstandLines, sentences_of_other_mouths_reach_the_goals) {
    for (const std::string part : {"learnt", "kept", "later"}) {
        std::vector<json::object> rows;
        for (const json::object& row : rows_of("other_mouths.jsonl")) {
            if (row.at("part").as_string() == part) rows.push_back(row);
        }
        ASSERT_GT(rows.size(), 150u);
        const Figures figures = judged(rows);
        print("other mouths, " + part, figures);
        EXPECT_GE(figures.intents.permille(), 960);
        EXPECT_GE(figures.dates.permille(), 960);
        EXPECT_GE(figures.times.permille(), 970);
        EXPECT_GE(figures.f1_permille(), 950);
        EXPECT_EQ(figures.destroyed, 0);
        EXPECT_EQ(figures.booked, 0);
    }
}

TEST(UnderstandLines, the_fourth_set_from_which_tables_were_learnt_stays_understood) {
    const auto rows = rows_of("fourth_mouths.jsonl");
    ASSERT_EQ(rows.size(), 484u);
    const Figures figures = judged(rows);
    print("fourth mouths", figures);
    EXPECT_GE(figures.intents.permille(), 990);
    EXPECT_GE(figures.dates.permille(), 980);
    EXPECT_EQ(figures.times.permille(), 1000);
    EXPECT_EQ(figures.destroyed, 0);
    EXPECT_EQ(figures.booked, 0);
}

TEST(UnderstandLines, the_fifth_set_from_which_tables_were_learnt_stays_understood) {
    const auto rows = rows_of("fifth_mouths.jsonl");
    ASSERT_EQ(rows.size(), 420u);
    const Figures figures = judged(rows);
    print("fifth mouths", figures);
    EXPECT_GE(figures.intents.permille(), 990);
    EXPECT_GE(figures.dates.permille(), 990);
    EXPECT_GE(figures.times.permille(), 990);
    EXPECT_GE(figures.f1_permille(), 980);
    EXPECT_EQ(figures.destroyed, 0);
    EXPECT_EQ(figures.booked, 0);
}

TEST(UnderstandLines, a_line_that_cannot_be_read_says_why) {
    const auto error = [](std::string_view line) {
        return std::string(json::parse(answer(line)).at("error").as_string());
    };
    EXPECT_EQ(error("{"), "this line is not JSON");
    EXPECT_EQ(error(""), "this line is not JSON");
    EXPECT_EQ(error("[1]"), "a line must be a JSON object");
    EXPECT_EQ(error(R"({"now":"2026-11-24T09:10:00+07:00"})"), "\"text\" is missing");
    EXPECT_EQ(error(R"({"text":"halo"})"), "\"now\" is missing");
    EXPECT_EQ(error(R"({"text":1,"now":"x"})"), "\"text\" must be a string");
    EXPECT_EQ(
        error(R"({"text":"halo","now":"yesterday"})"),
        "\"now\" must be like 2026-11-24T09:10:00+07:00"
    );
    EXPECT_EQ(
        error(R"({"text":"halo","now":"2026-11-24T09:10:00+07:00","lang":"fr"})"),
        "\"lang\" must be id or en"
    );
    EXPECT_EQ(
        error(R"({"text":"halo","now":"2026-11-24T09:10:00+07:00","ctx":"ask_colour"})"),
        "\"ctx\" knows no ask_colour"
    );
}

TEST(UnderstandLines, fields_that_do_not_apply_are_absent_and_reasons_are_asked_for) {
    constexpr std::string_view line =
        R"({"text":"mo bikin paspor bsk pagi dong","now":"2026-11-24T09:10:00+07:00"})";
    EXPECT_EQ(
        answer(line), R"({"intent":"book","date":"2026-11-25","daypart":"pagi","service":"new"})"
    );
    const json::value explained = json::parse(understand_line(line, Explain::yes, tables()));
    EXPECT_TRUE(explained.as_object().contains("reason"));
    EXPECT_TRUE(explained.as_object().contains("confidence"));
}

TEST(UnderstandLines, days_are_those_of_the_offset_that_is_given) {
    const auto date = [](std::string_view now) {
        const std::string line =
            R"({"text":"besok","ctx":"ask_date","now":")" + std::string(now) + R"("})";
        return std::string(json::parse(answer(line)).at("date").as_string());
    };
    EXPECT_EQ(date("2026-12-31T23:59:59+09:00"), "2027-01-01");
    EXPECT_EQ(date("2026-12-31T00:00:01+08:00"), "2027-01-01");
    EXPECT_EQ(date("2027-01-01T00:00:01+07:00"), "2027-01-02");
}

TEST(UnderstandLines, one_utterance_takes_microseconds) {
    constexpr int rounds = 20;
    [[maybe_unused]] constexpr std::int64_t budget_us = 200;  // under sanitizers it is not held
    const auto rows = rows_of("utterances.jsonl");
    std::vector<std::string> lines;
    lines.reserve(rows.size());
    for (const json::object& row : rows) {
        lines.push_back(json::serialize(row));
    }
    (void)tables();
    const auto begin = std::chrono::steady_clock::now();
    std::size_t bytes = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const std::string& line : lines) {
            bytes += answer(line).size();
        }
    }
    const auto took = std::chrono::duration_cast<std::chrono::nanoseconds>(
                          std::chrono::steady_clock::now() - begin
    )
                          .count();
    const std::int64_t each_ns = took / (rounds * static_cast<std::int64_t>(lines.size()));
    std::cout << "one utterance, JSON included: " << each_ns << " ns\n";
    EXPECT_GT(bytes, 0u);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_LT(each_ns, budget_us * 1000);
#endif
}

TEST(UnderstandLines, several_wishes_stand_in_the_explanation_only) {
    const std::string line =
        R"({"text":"daftar besok jam 9, alamatnya dimana","now":"2026-11-24T09:10:00+07:00"})";
    const json::value explained = json::parse(understand_line(line, Explain::yes, tables()));
    EXPECT_EQ(json::serialize(explained.at("also")), R"(["address","book"])");
    EXPECT_FALSE(json::parse(answer(line)).as_object().contains("also"));
}

}  // namespace antre::channels
