#include "conversation/dates.h"

#include <array>
#include <string_view>

namespace antre::conversation {

namespace {

constexpr std::array<std::string_view, 7> weekdays_id{
    "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"};
constexpr std::array<std::string_view, 7> weekdays_en{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months_id{
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember"};
constexpr std::array<std::string_view, 12> months_en{
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"};

std::string_view month_text(int month, Language language) {
    const auto index = static_cast<std::size_t>(month - 1);
    return language == Language::id ? months_id[index] : months_en[index];
}

std::string day_and_month(LocalDate date, Language language) {
    const YearMonthDay ymd = ymd_of(date);
    return std::to_string(ymd.day) + " " + std::string(month_text(ymd.month, language));
}

std::string clock_in(MinuteOfDay minute, Zone zone, Language language) {
    return clock_text(minute, language) + " " + std::string(name_of(zone));
}

}  // namespace

std::string weekday_text(LocalDate date, Language language) {
    const auto index = static_cast<std::size_t>(weekday_of(date));
    return std::string(language == Language::id ? weekdays_id[index] : weekdays_en[index]);
}

std::string day_text(LocalDate date, Language language) {
    return day_and_month(date, language) + " " + std::to_string(ymd_of(date).year);
}

std::string long_date(LocalDate date, Language language) {
    return weekday_text(date, language) + ", " + day_text(date, language);
}

std::string short_date(LocalDate date, Language language) {
    const YearMonthDay ymd = ymd_of(date);
    return weekday_text(date, language).substr(0, 3) + " " + std::to_string(ymd.day) + " " +
           std::string(month_text(ymd.month, language).substr(0, 3));
}

std::string clock_text(MinuteOfDay minute, Language language) {
    std::string text = iso_time(minute);
    if (language == Language::id) text[2] = '.';
    return text;
}

std::string when_text(LocalDate date, MinuteOfDay minute, Zone zone, Language language) {
    return long_date(date, language) + ", " + clock_in(minute, zone, language);
}

std::string near_text(LocalDate date, MinuteOfDay minute, Zone zone, Language language) {
    return weekday_text(date, language) + ", " + day_and_month(date, language) + ", " +
           clock_in(minute, zone, language);
}

}  // namespace antre::conversation
