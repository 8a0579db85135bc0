#pragma once

// Understanding turns the text of one message into a Meaning, by tables of words and rules of
// grammar: Indonesian, English and the regional words that people mix in. It knows no office and no
// booking; it never guesses an act that destroys something (cancel, opt_out, reschedule).

#include <string_view>

#include "foundation/time.h"
#include "language/meaning.h"
#include "language/tables.h"

namespace antre::language {

// `reply_language` is what the contact used so far; a clear message in the other language wins.
// `now` is the office's wall clock, `asked` what we last asked. Any bytes are allowed; what lies
// beyond limits.h is not read.
// ENSURES: cancel, opt_out and reschedule come only with confidence_percent >= sure_percent_min;
// the same arguments give the same meaning.
[[nodiscard]] Meaning understand(
    std::string_view text, Language reply_language, LocalTime now, Asked asked, const Tables& tables
);

}  // namespace antre::language
