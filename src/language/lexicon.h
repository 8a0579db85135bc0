#pragma once

// The lexicon is the read form of the tables: what each spelling stands for, what each word can do,
// and the rules that point from words to meanings. A word is a concept under one canonical name
// ("batal" for cancel, batalin, ora sido); rules speak of words, people write spellings.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/meaning.h"
#include "language/role.h"

namespace antre::language {

using WordId = std::uint16_t;

// Words that no one writes: what the scanners found, and the marks that rules may ask for.
inline constexpr std::array<std::string_view, 19> placeholder_names{
    "",
    "?",
    ",",
    "<date>",
    "<time>",
    "<num>",
    "<count>",
    "<age>",
    "<dur>",
    "<name>",
    "<nik>",
    "<code>",
    "<queue_no>",
    "<past>",
    "<kept>",
    "<fix>",
    "<taken_back>",
    "<greeting>",
    "<elsewhere>"};
enum class Placeholder : WordId {
    unknown,
    question_mark,
    boundary,
    date,
    time,
    number,
    count,
    age,
    duration,
    name,
    nik,
    code,
    queue_no,
    past,
    kept,        // "jangan dibatalkan": an undoing that is not wanted
    fix,         // "eh", "maksud saya": what follows is meant
    taken_back,  // a value that was corrected
    greeting,    // "pagi kak": no wish for the morning
    elsewhere,   // "acaranya batal": an undoing of what is not ours
};

constexpr WordId id_of(Placeholder placeholder) {
    return static_cast<WordId>(placeholder);
}

enum class Speech : std::uint8_t {
    both,
    indonesian,
    english,
};

enum class NumberKind : std::uint8_t {
    none,
    unit,     // satu
    teen,     // belas: ten more than the unit before it
    tens,     // puluh: ten times the unit before it
    whole,    // sebelas, twenty
    weak,     // a number only beside a word that wants one
    ordinal,  // third
};

enum class DayKind : std::uint8_t {
    none,
    weekday,
    weekday_short,  // only beside a number or "depan"
    month,
    month_short,  // only beside a number
    offset,       // besok
    daypart,
    prayer,  // dzuhur: a time of day after "habis"
    feast,   // natal
};

struct WordInfo {
    std::string name;
    Roles roles;
    NumberKind number_kind = NumberKind::none;
    DayKind day_kind = DayKind::none;
    std::int16_t number = 0;
    std::int16_t day_value = 0;  // weekday 0-6, month 1-12, offset, daypart, index of feast
};

struct Spelling {
    WordId word = 0;
    WordId then = 0;  // "pasporku" is paspor, saya
    Speech speech = Speech::both;
};

struct Phrase {
    std::vector<std::string> rest;  // after its first spelling
    Spelling spelling;
};

// What may be stuck to the end of any word, in the towns where that is done: paspor-ku, ada-ji.
struct Affix {
    std::string text;
    std::size_t stem_letters_min = 0;
    bool is_mine = false;  // -ku is the speaker's; the others only point
};

// A feast falls on the same day each year (year 0) or on a given day.
struct FeastDay {
    std::int16_t feast = 0;
    YearMonthDay day;
};

enum class RuleKind : std::uint8_t {
    intent,
    service,
    passport_type,
    priority,
    topic,
    language,
    flag,
};

enum class Flag : std::uint8_t {
    earliest,
    child,
    addition,
    waitlist,
    somebody_else,
    data_show,
    data_erase,
    waitlist_leave,
    data_correct,
};

struct Element {
    std::vector<WordId> words;  // sorted; empty for a gap or an anchor
    std::uint8_t gap_max = 0;
    bool gap_crosses_boundary = false;
    bool is_optional = false;
    bool is_start = false;
    bool is_end = false;
};

// One of 64 bits for each word. A text whose words together lack the bits of an element has none of
// its words; one that has them may have.
using Shade = std::uint64_t;

constexpr Shade shade_of(WordId word) {
    return Shade{1} << (word % 64);
}

inline constexpr std::uint32_t all_asked = ~std::uint32_t{0};

struct Rule {
    RuleKind kind = RuleKind::intent;
    std::uint8_t value = 0;  // the enum's value
    int weight = 0;
    std::uint32_t asked = all_asked;  // bits of Asked: holds only when one of these was asked
    std::string pattern;              // as written, for the reason
    std::vector<Element> elements;
    std::vector<Shade> needs;  // of each element behind the first that must be there
};

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};
template <class T>
using ByText = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

struct Lexicon {
    std::vector<WordInfo> words;
    ByText<WordId> names;  // canonical names
    ByText<Spelling> spellings;
    ByText<std::vector<Phrase>> phrases;  // longest first
    // Spellings that forgive one slip, under each of their forms with one letter left out.
    ByText<std::vector<std::string>> near;
    ByText<Spelling> roots;      // of verbs, for the affixes
    ByText<Spelling> skeletons;  // consonants alone: jdwl; word 0 where two words share them
    std::vector<Affix> endings;  // longest first
    std::vector<std::string> prefixes;
    std::vector<std::string> suffixes;
    std::vector<FeastDay> feasts;
    std::vector<Rule> rules;
    std::vector<std::vector<std::uint16_t>> rules_by_word;  // whose first element has that word

    [[nodiscard]] const WordInfo& info(WordId word) const { return words[word]; }
};

// What a spelling in small base letters stands for; word 0 if we do not know it. Forgives drawn-out
// letters ("iyaaa"), the affixes of affixes.tsv, left-out vowels and one slip in words that allow
// it.
Spelling look_up(const Lexicon& lexicon, std::string_view plain);

}  // namespace antre::language
