#pragma once

// Tables are the words we know, read from the text of data/language/*.tsv (the format stands at the
// head of each file). Adding a word needs no C++; the program carries the text in itself.

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "foundation/result.h"

namespace antre::language {

struct TableText {
    std::string_view name;  // "cues.tsv"
    std::string_view text;
};

// Which line is wrong and why, for whoever edits the tables.
struct BadTable {
    std::string table;
    int line = 0;
    std::string reason;
};

struct Lexicon;  // the read form, known to the room only

// Immutable once made; copies are cheap and may be used from any thread.
class Tables {
public:
    explicit Tables(std::shared_ptr<const Lexicon> lexicon)
        : lexicon_(std::move(lexicon)) {}
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

private:
    std::shared_ptr<const Lexicon> lexicon_;
};

// REQUIRES: all texts stay alive only for the call.
Result<Tables, BadTable> parse_tables(std::span<const TableText> texts);

// The texts of data/language/ as they were when the program was built.
std::span<const TableText> built_in_texts();
// Those texts, read. They are tested, so this cannot fail; takes some milliseconds: make it once.
Tables built_in_tables();

}  // namespace antre::language
