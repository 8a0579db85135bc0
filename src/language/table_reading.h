#pragma once

// A table is read line by line into a Lexicon. Each `take_*` reads the fields of one line of the
// table of that name and says what is wrong with it, if anything.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/lexicon.h"
#include "language/rules.h"

namespace antre::language {

using Fields = std::vector<std::string_view>;
using Complaint = std::optional<std::string>;  // why a line is wrong

std::optional<int> number_in(std::string_view text);
std::string quoted(std::string_view what, std::string_view text);

// The tables are taken in the order in which they build on each other: affixes, words, numbers,
// calendar, roles, classes, cues, slots.
class TableReading {
public:
    TableReading() {
        for (const std::string_view name : placeholder_names) {
            name_word(name);
        }
    }

    Complaint take_affixes(const Fields& fields);
    Complaint take_words(const Fields& fields);
    Complaint take_numbers(const Fields& fields);
    Complaint take_calendar(const Fields& fields);
    Complaint take_roles(const Fields& fields);
    Complaint take_classes(const Fields& fields);
    Complaint take_cues(const Fields& fields);
    Complaint take_slots(const Fields& fields);
    Lexicon finish();

private:
    WordId name_word(std::string_view name);
    Complaint spell(std::string_view text, Spelling spelling);
    Complaint known(std::string_view name, std::optional<WordId>& word);
    [[nodiscard]] std::optional<WordId> spelt(std::string_view text) const;
    Complaint add_rule(Rule rule, std::string_view weight, std::string_view pattern);
    void add_forms();
    void allow_slips();
    void allow_skeletons();

    Lexicon lexicon_;
    WordClasses classes_;
    std::vector<std::pair<std::string, Spelling>> roots_;  // verbs whose forms are to be made
    std::vector<std::string> forgiving_;                   // spellings that forgive a slip
};

}  // namespace antre::language
