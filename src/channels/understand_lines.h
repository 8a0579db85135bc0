#pragma once

// One line of JSON in, one line of JSON out: what a text means. This is the exchange format of
// `antre understand`, read by people's tools and by the tests:
//   in   {"text": "...", "now": "2026-11-24T09:10:00+07:00", "lang"?: "id"|"en", "ctx"?:
//   "ask_date"} out  {"intent": "book", "date"?: "2026-11-25", "time"?: "09:00", "count"?: 2, ...}
// A field that does not apply is absent. A line that cannot be read gives {"error": "..."}.

#include <string>
#include <string_view>

#include "language/meaning.h"
#include "language/tables.h"

namespace antre::channels {

enum class Explain {
    no,
    yes,  // adds "confidence", "reason" and what is beyond the exchange format
};

// `line` without its line end; never throws, whatever the bytes.
std::string understand_line(std::string_view line, Explain explain, const language::Tables& tables);

// The meaning as that JSON object, without a line end.
std::string json_of(const language::Meaning& meaning, Explain explain);

}  // namespace antre::channels
