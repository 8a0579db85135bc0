#pragma once

// The meter says what each delivered message costs. Until 1 October 2026 service messages were
// free; since then 1,000 delivered service messages per number and month are free, and utility
// templates are paid for also inside an open window.

#include <cstdint>
#include <map>
#include <string>

#include "foundation/time.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

enum class Window {
    open,
    closed,
};

struct Price {
    bool is_billable = false;
    std::string category;  // service, utility, marketing, authentication
    std::string type;      // regular, free_customer_service
};

// {billable, pricing_model, type, category} as a status carries it.
json::object pricing_object(const Price& price);

// What one number has sent in a month; months are those of the account's time zone.
struct Tally {
    std::int64_t service_messages = 0;
    std::int64_t templates = 0;
    std::int64_t billable = 0;
    [[nodiscard]] std::int64_t free_left() const;
};

class Meter {
public:
    explicit Meter(Milliseconds zone_offset)
        : zone_offset_(zone_offset) {}

    // `category` is "service" or a template's category in lowercase.
    [[nodiscard]] Price
    price(const std::string& number, std::string_view category, Window window, Instant now) const;
    // Counts a delivered message and gives its final price.
    Price count(const std::string& number, std::string_view category, Window window, Instant now);
    [[nodiscard]] Tally tally(const std::string& number, Instant now) const;

private:
    [[nodiscard]] int month_of(Instant now) const;

    Milliseconds zone_offset_;
    std::map<std::pair<std::string, int>, Tally> tallies_;
};

}  // namespace antre::whatsapp_cloud
