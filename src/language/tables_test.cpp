#include <algorithm>
#include <array>
#include <vector>

#include "language/forms.h"
#include "language/lexicon.h"
#include "language/said_test.h"
#include "language/scores.h"
#include "language/slips.h"
#include "language/tables.h"

namespace antre::language {

namespace {

// The built-in texts with one table replaced.
Result<Tables, BadTable> with_table(std::string_view name, const std::string& text) {
    std::vector<TableText> texts(built_in_texts().begin(), built_in_texts().end());
    for (TableText& table : texts) {
        if (table.name == name) table.text = text;
    }
    return parse_tables(texts);
}

Result<Tables, BadTable> with_line(std::string_view name, std::string_view line) {
    for (const TableText& table : built_in_texts()) {
        if (table.name == name)
            return with_table(name, std::string(table.text) + std::string(line));
    }
    return with_table(name, std::string(line));
}

}  // namespace

TEST(Tables, the_built_in_tables_are_read) {
    const auto tables = parse_tables(built_in_texts());
    ASSERT_TRUE(tables.has_value())
        << tables.error().table << ":" << tables.error().line << " " << tables.error().reason;
}

TEST(Tables, a_bad_line_is_named_with_its_reason) {
    struct Row {
        std::string_view table;
        std::string_view line;
        std::string_view reason;
    };
    for (const Row row : std::initializer_list<Row>{
             {"words.tsv", "id\tkata\tbesok2 batal\n", "this spelling stands twice: \"batal\""},
             {"words.tsv", "zz\tkata\n", "unknown tongue \"zz\""},
             {"affixes.tsv", "ending\tku\t2\tme\n", "no number of letters from 3 on: \"2\""},
             {"affixes.tsv", "ending\tku\t4\tyou\n", "neither me nor -: \"you\""},
             {"affixes.tsv", "prefix\tdi\t4\t-\n", "this affix stands twice: \"di\""},
             {"affixes.tsv", "infix\tar\t4\t-\n", "unknown kind of affix \"infix\""},
             {"words.tsv", "id\n", "wants: tongue, word, spellings"},
             {"numbers.tsv", "100\tunit\tid\tseratus\n", "no number of 0-99: \"100\""},
             {"calendar.tsv", "feast_day\tnatal\t12-32\n", "no such day: \"12-32\""},
             {"roles.tsv", "nobody\tsaya\n", "unknown role \"nobody\""},
             {"classes.tsv", "paspor\tkucing\n", "words.tsv has no \"kucing\""},
             {"cues.tsv", "book\t3\tmau .. kucing\n", "neither word nor class: \"kucing\""},
             {"cues.tsv", "book\t3\t.. mau\n", "a pattern begins with a word that must be there"},
             {"cues.tsv", "fly\t3\tmau\n", "unknown intent \"fly\""},
             {"cues.tsv", "book\tx\tmau\n", "no weight: \"x\""},
             {"slots.tsv", "service\tfly\t3\tmau\n", "unknown kind or value \"fly\""},
         }) {
        const auto tables = with_line(row.table, row.line);
        ASSERT_FALSE(tables.has_value()) << row.line;
        EXPECT_EQ(tables.error().table, row.table);
        EXPECT_EQ(tables.error().reason, row.reason);
        EXPECT_GT(tables.error().line, 1);
    }
    EXPECT_FALSE(parse_tables({}).has_value());
}

TEST(Tables, a_new_word_needs_a_line_and_no_code) {
    const auto tables = with_line("words.tsv", "id\tbikin\tngerajin\n");
    ASSERT_TRUE(tables.has_value());
    const Meaning meaning =
        understand("mau ngerajin paspor", Language::id, test_now, Asked::nothing, *tables);
    EXPECT_EQ(said(meaning), "book service=new");
}

TEST(Tables, every_role_intent_and_value_has_words) {
    const Lexicon& lexicon = test_tables().lexicon();
    for (std::size_t role = 0; role < role_names.size(); ++role) {
        const bool is_used =
            std::any_of(lexicon.words.begin(), lexicon.words.end(), [&](const WordInfo& info) {
                return info.roles.has(static_cast<Role>(role));
            });
        EXPECT_TRUE(is_used) << role_names[role];
    }
    const auto rules_for = [&](RuleKind kind, std::size_t value) {
        return std::count_if(lexicon.rules.begin(), lexicon.rules.end(), [&](const Rule& rule) {
            return rule.kind == kind && rule.value == value && rule.weight > 0;
        });
    };
    for (std::size_t intent = 0; intent < intents_count; ++intent) {
        EXPECT_GT(rules_for(RuleKind::intent, intent), 0) << word_of(static_cast<Intent>(intent));
    }
    const std::array<std::pair<RuleKind, std::size_t>, 6> kinds{{
        {RuleKind::service, 6},
        {RuleKind::passport_type, 2},
        {RuleKind::priority, 4},
        {RuleKind::topic, 7},
        {RuleKind::language, 2},
        {RuleKind::flag, 7},
    }};
    for (const auto& [kind, values] : kinds) {
        for (std::size_t value = 0; value < values; ++value) {
            EXPECT_GT(rules_for(kind, value), 0) << static_cast<int>(kind) << " value " << value;
        }
    }
}

TEST(Tables, spellings_forgive_length_endings_and_one_slip) {
    const Lexicon& lexicon = test_tables().lexicon();
    const auto word = [&](std::string_view plain) {
        return lexicon.info(look_up(lexicon, plain).word).name;
    };
    EXPECT_EQ(word("iyaaaa"), "ya");
    EXPECT_EQ(word("pasporrr"), "paspor");
    EXPECT_EQ(word("pasporku"), "paspor");
    EXPECT_EQ(word("jadwalnya"), "jadwal");
    EXPECT_EQ(word("antraen"), "antrean");  // swapped
    EXPECT_EQ(word("perpnjang"), "perpanjang");
    EXPECT_EQ(word("dibatalkan"), "batal");
    EXPECT_EQ(word("mbatalno"), "batal");
    EXPECT_EQ(word("natal"), "natal");  // no slip for batal
    EXPECT_EQ(word("batak"), "");
    EXPECT_TRUE(is_within_one_slip("paspor", "pasport"));
    EXPECT_TRUE(is_within_one_slip("paspor", "apspor"));
    EXPECT_FALSE(is_within_one_slip("paspor", "pasar"));
    EXPECT_TRUE(is_within_one_slip("", "a"));
    EXPECT_TRUE(is_within_one_slip("kamis", "kamos"));   // o lies beside i
    EXPECT_FALSE(is_within_one_slip("kamis", "kamil"));  // a name
}

TEST(Tables, affixes_of_many_regions_are_taken_off) {
    const Lexicon& lexicon = test_tables().lexicon();
    const auto word = [&](std::string_view plain) {
        return lexicon.info(look_up(lexicon, plain).word).name;
    };
    EXPECT_EQ(word("adaji"), "ada");           // Makassar
    EXPECT_EQ(word("berapamikah"), "berapa");  // two endings
    EXPECT_EQ(word("pindahmi"), "pindah");
    EXPECT_EQ(word("batalaken"), "batal");   // Javanese
    EXPECT_EQ(word("dibatalang"), "batal");  // Balinese
    EXPECT_EQ(word("jadwalipun"), "jadwal");
    EXPECT_EQ(lexicon.info(look_up(lexicon, "sampema").then).name, "saya");
    EXPECT_EQ(word("jdwl"), "jadwal");  // without vowels
    EXPECT_EQ(word("prpnjng"), "perpanjang");
}

TEST(Tables, names_that_people_bear_are_no_words_of_ours) {
    const Lexicon& lexicon = test_tables().lexicon();
    for (const std::string_view name :
         {"kamila",    "rahayu",  "salim", "manurung", "hasmi",     "sukma",   "kamil",
          "halimah",   "fatima",  "rizki", "rahmi",    "bisma",     "nia",     "wulandari",
          "ramadhani", "natalia", "umar",  "yudha",    "panjaitan", "lestari", "santoso",
          "agustina",  "maulid",  "diana", "kasim",    "benita",    "pandu",   "karina",
          "marina",    "salma",   "anisa", "setiawan"}) {
        EXPECT_EQ(look_up(lexicon, name).word, 0) << name;
    }
}

TEST(Tables, verbs_take_the_forms_of_speech_and_writing) {
    const auto forms = verb_forms("tunda");
    for (const std::string_view form : {"menunda", "nunda", "ditunda", "tundain", "ditundakan"}) {
        EXPECT_NE(std::find(forms.begin(), forms.end(), form), forms.end()) << form;
    }
}

}  // namespace antre::language
