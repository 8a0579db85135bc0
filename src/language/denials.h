#pragma once

// Denials: "jangan dibatalkan", "bukan mau batal", "tadinya mau batal" speak of undoing and want
// none; and behind a correction ("batalin.. eh jangan, pindah aja") what was wished before is void.

#include <cstddef>
#include <vector>

#include "language/lexicon.h"
#include "language/rules.h"

namespace antre::language {

// The sequence with each denied undoing as one <kept>, so that no rule hears it as a wish.
std::vector<WordId> without_denials(std::vector<WordId> sequence, const Lexicon& lexicon);

// The sequence with each undoing of what is not ours ("acaranya batal", "my flight was cancelled",
// "teman saya batal ikut") as one <elsewhere>: what else is wished in the message stands alone.
std::vector<WordId> without_foreign(std::vector<WordId> sequence, const Lexicon& lexicon);

// Drops what is said before the correction at `fix` where as much is said again behind it.
void take_back(std::vector<Match>& matched, std::size_t fix, const Lexicon& lexicon);

}  // namespace antre::language
