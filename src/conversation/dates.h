#pragma once

// Days and hours as people read them, on the office's clock: "Jumat, 27 November 2026, 08.20 WIB",
// "Friday, 27 November 2026, 08:20 WIB".

#include <string>

#include "foundation/language.h"
#include "foundation/time.h"

namespace antre::conversation {

std::string weekday_text(LocalDate date, Language language);    // "Jumat"
std::string day_text(LocalDate date, Language language);        // "27 November 2026"
std::string long_date(LocalDate date, Language language);       // "Jumat, 27 November 2026"
std::string short_date(LocalDate date, Language language);      // "Jum 27 Nov"
std::string clock_text(MinuteOfDay minute, Language language);  // "08.20"
// "Jumat, 27 November 2026, 08.20 WIB"
std::string when_text(LocalDate date, MinuteOfDay minute, Zone zone, Language language);
// "Jumat, 27 November, 08.20 WIB": for times of the coming days
std::string near_text(LocalDate date, MinuteOfDay minute, Zone zone, Language language);

}  // namespace antre::conversation
