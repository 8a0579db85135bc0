// Feeds understanding any bytes, any day and any question. It must end, stay within its limits, be
// repeatable, give only days and hours that exist, and destroy nothing unless it is sure.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "foundation/text.h"
#include "language/limits.h"
#include "language/understand.h"

namespace {

using antre::is_valid_utf8;
using antre::Language;
using antre::LocalDate;
using antre::LocalTime;
using antre::MinuteOfDay;
using antre::utf16_units;
using antre::language::Asked;
using antre::language::built_in_tables;
using antre::language::count_max;
using antre::language::Intent;
using antre::language::Meaning;
using antre::language::name_units_max;
using antre::language::people_max;
using antre::language::PersonMeant;
using antre::language::sure_percent_min;
using antre::language::Tables;
using antre::language::understand;

void must(bool holds) {
    if (!holds) std::abort();
}

void check_values(const Meaning& meaning) {
    for (const auto& time : {meaning.time, meaning.time_to, meaning.old_time}) {
        must(!time || (time->value >= 0 && time->value <= 1440));
    }
    must(!meaning.date_to || (meaning.date && *meaning.date_to >= *meaning.date));
    must(!meaning.count || (*meaning.count >= 0 && *meaning.count <= count_max));
    must(meaning.people.size() <= people_max);
    for (const PersonMeant& person : meaning.people) {
        must(utf16_units(person.name.reveal()) <= name_units_max);
        must(is_valid_utf8(person.name.reveal()));
    }
    must(meaning.code.empty() || meaning.code.size() == 6);
    must(meaning.queue_no.empty() || meaning.queue_no.size() == 5);
    must(!meaning.nik || meaning.nik->reveal().size() == 16);
    must(is_valid_utf8(meaning.bad_date_text) && is_valid_utf8(meaning.bad_birth_text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Tables tables = built_in_tables();
    if (size < 3) return 0;
    const auto asked = static_cast<Asked>(data[0] % 13);
    const LocalTime now{
        LocalDate{20'000 + data[1] * 16}, MinuteOfDay{static_cast<std::int16_t>(data[2] * 5)}};
    const std::string_view text(reinterpret_cast<const char*>(data) + 3, size - 3);
    const Meaning meaning = understand(text, Language::id, now, asked, tables);
    check_values(meaning);
    const bool destroys = meaning.intent == Intent::cancel || meaning.intent == Intent::opt_out ||
                          meaning.intent == Intent::reschedule;
    must(!destroys || meaning.confidence_percent >= sure_percent_min);
    const Meaning again = understand(text, Language::id, now, asked, tables);
    must(again.intent == meaning.intent && again.reason == meaning.reason);
    return 0;
}
