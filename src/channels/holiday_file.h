#pragma once

// A year's public holidays and joint leave (data/holidays/YYYY.json), on which every office is
// closed unless it says otherwise. The three ministers revise them during the year: data, not code.
//
//     [{"date": "2026-12-24", "name_id": "Cuti bersama Natal", "name_en": "Christmas joint leave",
//       "kind": "joint_leave", "certain": true, "source": "SKB 3 Menteri ..."}, ...]

#include <span>
#include <string_view>
#include <vector>

#include "channels/settings_json.h"
#include "foundation/result.h"
#include "scheduling/office.h"

namespace antre::channels {

// Closed days, sorted by date. Strict as parse_office; a date given twice is a fault.
Result<std::vector<scheduling::DayException>, FileFault> parse_holidays(std::string_view json);

// The office closed on the holidays as well. Its own exceptions win: an office may say that it is
// open on a day of joint leave. REQUIRES and ENSURES: exceptions sorted by date, one a day.
scheduling::Office
with_holidays(scheduling::Office office, std::span<const scheduling::DayException> holidays);

}  // namespace antre::channels
