#pragma once

// People are the names and birth dates of a message: the form of 2017 (#NAME#BIRTH#VISIT, read
// loosely), lines of "name, birth date", and names after "atas nama". Names are kept as they are
// shown; a person called Jumat is not a Friday.
//
//   form   = ["#"] name sep birth sep visit {sep anything} ["#"]      sep = # - / , or space
//   person = [number "."] [name mark] name ["," | "-" | "("] [birth mark] [place ","] birth

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/time.h"
#include "language/atoms.h"
#include "language/dates.h"
#include "language/meaning.h"

namespace antre::language {

struct People {
    std::vector<PersonMeant> people;
    std::optional<DateFound> visit;  // of a form
    std::string bad_birth_text;
    bool is_birth_to_come = false;  // the bad one is on the calendar, but in the future
    std::string bad_visit_text;
    std::optional<int> person_index;
    bool is_form = false;
    bool is_template = false;  // the form, unfilled
};

// Finds them and writes <name> over what was read. `asked` widens what may be a name.
People find_people(Atoms& atoms, LocalDate today, Asked asked);

// The name as kept: words with capitals where all were small or all were large, name_units_max.
std::string tidy_name(std::string_view shown);

}  // namespace antre::language
