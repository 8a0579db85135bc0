#pragma once

// One message may hold several wishes, each in its clause: "daftar besok jam 9, alamatnya dimana",
// "batalin yang jumat terus daftar lagi minggu depan".

#include <functional>
#include <string_view>
#include <vector>

#include "language/meaning.h"
#include "language/tables.h"

namespace antre::language {

// Understands a part of the message as if it were all of it.
using UnderstandPart = std::function<Meaning(std::string_view part, Asked asked)>;

// Facts that are asked for and then an act, or two acts of which one leads to the other (cancel and
// book, "is there room" and book). Empty where there is one wish. REQUIRES: `whole` is what the
// text means when it is taken for one wish.
std::vector<Meaning> wishes_in(
    std::string_view text,
    const Meaning& whole,
    Asked asked,
    const Tables& tables,
    const UnderstandPart& understand_part
);

}  // namespace antre::language
