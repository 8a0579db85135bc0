#pragma once

// Findings are all entities of a message before we know what it wants: which of two dates is the
// old one, or whether a date counts at all, is decided with the intent.

#include <optional>
#include <vector>

#include "language/atoms.h"
#include "language/codes.h"
#include "language/dates.h"
#include "language/meaning.h"
#include "language/people.h"
#include "language/sides.h"
#include "language/times.h"

namespace antre::language {

struct DateMeant {
    DateFound found;
    Side side;
};

struct TimeMeant {
    TimeFound found;
    Side side;
};

struct Findings {
    Codes codes;
    People people;
    std::optional<Priority> age_priority;
    std::vector<DateMeant> dates;
    std::vector<TimeMeant> times;
    std::optional<DateFound> event_day;  // of a journey or an event: no wish by itself
    std::optional<Daypart> daypart;
    std::optional<int> length_minutes;
    std::optional<int> count;
    std::optional<int> bare_number;  // the message is one number and nothing else
    std::string bad_date_text;
};

// Writes placeholders over all it finds.
Findings find_all(Atoms& atoms, LocalTime now, Asked asked);

}  // namespace antre::language
