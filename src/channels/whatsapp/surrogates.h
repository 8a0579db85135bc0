#pragma once

// JSON may write a character as two escapes, a surrogate pair. Half of a pair names no character,
// and the parser refuses the whole text because of it; phones do send such halves when they cut a
// text within an emoji.

#include <string>

namespace antre::channels::whatsapp {

// Writes U+FFFD in place of every escaped surrogate that has no partner. Nothing else changes, nor
// does the length. True when there was one.
bool replace_lone_surrogates(std::string& json);

}  // namespace antre::channels::whatsapp
