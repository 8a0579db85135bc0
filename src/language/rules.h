#pragma once

// A rule is a pattern over the words of a message and what it speaks for. The pattern's grammar:
//   word         that word          a|b|@class   any of these       word?   may be absent
//   ..           up to three words within a clause    ...  up to eight words, any clause
//   ^  $         the message begins, ends here        ?    a question mark
//   <date> <time> <num> <count> <age> <dur> <name> <nik> <code> <queue_no> <past>  what was found
//   <greeting>   "pagi kak"       <elsewhere>  "acaranya batal": an undoing of what is not ours
//   <kept>       "jangan dibatalkan": an undoing that is not wanted     <unknown>  any other word
// Behind a correction ("eh", "maksud saya") a message begins anew: ^ stands there too.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "language/lexicon.h"

namespace antre::language {

using WordClasses = std::map<std::string, std::vector<WordId>, std::less<>>;

// The elements of a pattern; on failure the piece that is no word, class or sign.
Result<std::vector<Element>, std::string>
compile(std::string_view pattern, const Lexicon& lexicon, const WordClasses& classes);

// What a message must have for the rule to match: see Rule::needs.
std::vector<Shade> needs_of(std::span<const Element> elements);

// A rule that matched, with its first element at `begin` and all of it before `end`.
struct Match {
    std::uint16_t rule = 0;
    std::uint16_t begin = 0;
    std::uint16_t end = 0;
};

// Each rule at each place where it matches, in the order of the message.
std::vector<Match> matching_rules(const Lexicon& lexicon, std::span<const WordId> sequence);

}  // namespace antre::language
