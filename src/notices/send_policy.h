#pragma once

// What to do when WhatsApp refuses a message: one table of its error codes (Cloud API error
// reference, 2026) and the act each calls for. Only the code decides, never the HTTP status.

#include <cstdint>

#include "foundation/ids.h"
#include "foundation/time.h"

namespace antre::notices {

enum class Act : std::uint8_t {
    retry,         // the same message again, later
    pause_pair,    // nothing to this person from this number for a while, then again
    pause_number,  // nothing from this number for a while, then again
    pause_all,     // nothing at all until the operator has looked; the message stays queued
    drop,          // never to this person
    use_template,  // outside the 24-hour window: only a template may go
    give_up,       // our mistake or the configuration's: tell the operator
};

struct Reaction {
    Act act = Act::give_up;
    Milliseconds wait;              // before anything is tried again
    std::uint8_t attempts_max = 1;  // then the message has failed
};

// `attempts` counts the tries so far, this one included (>= 1). Waits grow with it: 1 s doubled up
// to 5 min for `retry`, 4^X s for the pair limit.
Reaction reaction_to(std::int32_t error_code, std::uint8_t attempts);
// The template may not be sent now: missing in this language or not approved, paused, disabled.
bool is_template_shut(std::int32_t error_code);
// No byte left us (refused, DNS, TLS): always worth another try.
Reaction reaction_to_not_sent(std::uint8_t attempts);
// Adds up to a quarter, drawn from the command's chance, so that retries do not come together.
Milliseconds with_jitter(Milliseconds wait, const Chance& chance);

}  // namespace antre::notices
