#pragma once

// What REST answers, as JSON. A booking tells what stands on its ticket; of its people only the
// initials, for a birth date proves one person and not the others.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/command.h"
#include "foundation/service.h"
#include "foundation/time.h"
#include "scheduling/booking.h"
#include "scheduling/office.h"

namespace antre::channels::rest {

// What is shown of an office; all of it is public. The texts outlive the card.
struct OfficeCard {
    std::string_view slug;
    Zone zone = Zone::wib;
    std::string_view name_id;
    std::string_view name_en;
    std::string_view city;
    std::string_view display_phone;  // digits; the office's WhatsApp number
    scheduling::OfficeStage stage = scheduling::OfficeStage::candidate;
};

std::string render(const OfficeCard& office);
std::string render(const std::vector<OfficeCard>& offices);

// Of which office a booking or an answer is.
struct OfficeClock {
    std::string slug;
    Zone zone = Zone::wib;
};

std::string render(const scheduling::Booking& booking, const OfficeClock& office);
std::string render(
    const engine::AvailabilityAnswer& answer,
    const engine::AskAvailability& question,
    const OfficeClock& office
);

// "S. R." for "siti rahma".
std::string initials_of(const PersonName& name);

}  // namespace antre::channels::rest
