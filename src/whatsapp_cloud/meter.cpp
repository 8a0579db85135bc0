#include "whatsapp_cloud/meter.h"

#include <algorithm>

#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

json::object pricing_object(const Price& price) {
    return {
        {"billable", price.is_billable},
        {"pricing_model", "PMP"},
        {"type", price.type},
        {"category", price.category},
    };
}

std::int64_t Tally::free_left() const {
    return std::max<std::int64_t>(free_service_messages_monthly - service_messages, 0);
}

Price Meter::price(const std::string& number, std::string_view category, Window window, Instant now)
    const {
    const bool is_new_list = now >= service_messages_priced_from;
    bool is_billable = true;
    if (category == "service") is_billable = is_new_list && tally(number, now).free_left() == 0;
    if (category == "utility") is_billable = is_new_list || window == Window::closed;
    return {is_billable, std::string(category), is_billable ? "regular" : "free_customer_service"};
}

Price Meter::count(
    const std::string& number, std::string_view category, Window window, Instant now
) {
    Price due = price(number, category, window, now);
    Tally& tally = tallies_[{number, month_of(now)}];
    ++(category == "service" ? tally.service_messages : tally.templates);
    if (due.is_billable) ++tally.billable;
    return due;
}

Tally Meter::tally(const std::string& number, Instant now) const {
    const auto found = tallies_.find({number, month_of(now)});
    return found == tallies_.end() ? Tally{} : found->second;
}

int Meter::month_of(Instant now) const {
    const std::int64_t day_ms = days(1).value;
    const std::int64_t day = (now + zone_offset_).ms / day_ms;
    const YearMonthDay ymd = ymd_of({static_cast<std::int32_t>(day)});
    return ymd.year * 12 + ymd.month - 1;
}

}  // namespace antre::whatsapp_cloud
