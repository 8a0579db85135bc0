#include "channels/holiday_file.h"

#include <algorithm>
#include <array>

namespace antre::channels {

namespace {

using scheduling::DayException;

constexpr std::array<std::string_view, 2> kinds{"national", "joint_leave"};

std::string read_name(const SettingsNode& node) {
    std::string name = node.text();
    if (name.empty()) node.refuse("is empty");
    return name;
}

DayException read_holiday(const SettingsNode& node, const std::vector<DayException>& before) {
    node.allow_only({"date", "name_id", "name_en", "kind", "certain", "source"});
    DayException holiday;
    const SettingsNode date = node.at("date");
    const auto day = parse_iso_date(date.text());
    if (!day) date.refuse("must be a date that exists, such as \"2026-12-24\"");
    holiday.date = day.value_or(LocalDate{});
    if (!before.empty() && holiday.date <= before.back().date) {
        date.refuse("must come after the one before it: sorted, one a day");
    }
    holiday.reason_id = read_name(node.at("name_id"));
    holiday.reason_en = read_name(node.at("name_en"));
    // Kind, certainty and source are for the people who keep the file; both kinds close an office.
    static_cast<void>(node.at("kind").choice(kinds));
    static_cast<void>(node.at("certain").truth());
    static_cast<void>(read_name(node.at("source")));
    return holiday;
}

}  // namespace

Result<std::vector<DayException>, FileFault> parse_holidays(std::string_view json) {
    const auto value = parse_settings(json);
    if (!value) return fail(value.error());
    std::optional<FileFault> fault;
    std::vector<DayException> holidays;
    for (const SettingsNode& node : SettingsNode(*value, "", fault).items()) {
        holidays.push_back(read_holiday(node, holidays));
    }
    if (fault) return fail(*std::move(fault));
    return holidays;
}

scheduling::Office
with_holidays(scheduling::Office office, std::span<const DayException> holidays) {
    std::vector<DayException> merged;
    // Of two on one day a union keeps the one of the first range: the office's own.
    std::set_union(
        office.exceptions.begin(),
        office.exceptions.end(),
        holidays.begin(),
        holidays.end(),
        std::back_inserter(merged),
        [](const DayException& a, const DayException& b) { return a.date < b.date; }
    );
    office.exceptions = std::move(merged);
    return office;
}

}  // namespace antre::channels
