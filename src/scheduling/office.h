#pragma once

// An office as the rules see it: its pools with weekly hours and capacity, and its exceptions. All
// of it is data that an office can change; the figures of the domain are defaults only.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/ids.h"
#include "foundation/result.h"
#include "foundation/service.h"
#include "foundation/time.h"
#include "scheduling/limits.h"

namespace antre::scheduling {

using antre::Service;

// How far an office's roll-out has come. Only pilot and live offices take bookings.
enum class OfficeStage : std::uint8_t {
    candidate,
    pilot,
    live,
    suspended,
};
std::string_view name_of(OfficeStage stage);
std::optional<OfficeStage> stage_named(std::string_view name);

// Half open: [opens, closes).
struct OpenHours {
    MinuteOfDay opens;
    MinuteOfDay closes;
    friend bool operator==(const OpenHours&, const OpenHours&) = default;
};

// A pool is a stock of places that some services share, with its own hours and capacity.
struct Pool {
    PoolId id;
    std::string key;  // "regular", "lost_damaged"
    std::vector<Service> services;
    std::array<std::vector<OpenHours>, 7> week;  // by Weekday; breaks are the gaps
    std::uint16_t places_per_hour = 50;
    std::int16_t window_minutes = 10;   // arrival window
    std::uint8_t walk_in_percent = 0;   // share of places kept for people who just come
    std::uint8_t priority_percent = 0;  // share kept for elderly, toddlers, disabled, pregnant
    char first_letter = 'A';            // letter of the day's first hour
};

// A day that differs from the week: closed, or open with other hours or capacity.
struct DayException {
    LocalDate date;
    bool is_closed = true;
    std::vector<OpenHours> hours;                  // when open; none: the weekday's own
    std::optional<std::uint16_t> places_per_hour;  // when open and different
    std::string reason_id;                         // "Hari Raya Natal"
    std::string reason_en;
    // Closed at short notice and the people moved: stays when the settings are loaded again.
    bool is_sudden = false;
};

struct DocumentList {
    Service service = Service::new_passport;
    bool for_child = false;
    std::vector<std::string> items_id;  // one document a line, Indonesian
    std::vector<std::string> items_en;
};

// What people are told about an office. Everything here is public.
struct Profile {
    std::string name_id;  // "Kantor Imigrasi Jakarta Selatan"
    std::string name_en;  // "South Jakarta Immigration Office"
    std::string city;     // "Jakarta Selatan"
    std::string address;
    std::int32_t latitude_e6 = 0;  // millionths of a degree
    std::int32_t longitude_e6 = 0;
    std::string phone;          // of the office, E.164 digits
    std::string facilities_id;  // "Parkir, kursi roda, ruang laktasi: tersedia."
    std::string facilities_en;
    std::vector<DocumentList> documents;
};

struct Office {
    OfficeId id;
    std::string slug;  // "jakarta-selatan"; stands in URLs and on QR tickets
    Zone zone = Zone::wib;
    OfficeStage stage = OfficeStage::candidate;
    std::string phone_number_id;  // WhatsApp's id of the office's number; routes messages
    std::string business_account_id;
    std::string display_phone;  // digits, as people dial it
    Profile profile;
    std::vector<Pool> pools;
    std::vector<DayException> exceptions;  // sorted by date, one a day
    std::int16_t lead_minutes = lead_minutes_default;
    std::uint8_t moves_max = moves_max_default;
    bool warns_of_brokers = false;  // with the first ticket somebody gets
};

// Nothing when no pool of the office offers the service.
const Pool* pool_for(const Office& office, Service service);
const Pool* pool_of(const Office& office, PoolId id);
const DayException* exception_on(const Office& office, LocalDate date);
// Puts the exception in its place by date; it replaces the one of that day.
void set_exception(Office& office, DayException exception);
// The pool's sessions of that day in time order, a gap between any two; empty when closed. An open
// exception's hours replace the weekday's, in every pool.
std::vector<OpenHours> hours_of(const Pool& pool, const DayException* exception, Weekday weekday);
// The hours in which anybody is served that day, over all pools; empty when closed.
std::vector<OpenHours> open_hours_on(const Office& office, LocalDate date);

// Why a set of office settings cannot be used; names the field in our words.
struct SettingsFault {
    std::string field;   // "pools[0].places_per_hour"
    std::string reason;  // English, for the operator
};
Result<void, SettingsFault> check(const Office& office);

}  // namespace antre::scheduling
