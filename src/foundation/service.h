#pragma once

// What people come to a passport office for.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace antre {

enum class Service : std::uint8_t {
    new_passport,  // "new"
    renew,
    lost,
    damaged,
    data_change,
    pickup,
};

inline constexpr std::array all_services{
    Service::new_passport,
    Service::renew,
    Service::lost,
    Service::damaged,
    Service::data_change,
    Service::pickup};

// Whether people of the two are counted together: who applies for a passport is limited, and apart
// from that who collects one.
constexpr bool is_counted_with(Service one, Service other) {
    return (one == Service::pickup) == (other == Service::pickup);
}

// The word of files, JSON and SQL.
constexpr std::string_view word_of(Service service) {
    switch (service) {
    case Service::new_passport: return "new";
    case Service::renew: return "renew";
    case Service::lost: return "lost";
    case Service::damaged: return "damaged";
    case Service::data_change: return "data_change";
    case Service::pickup: return "pickup";
    }
    return "new";
}

constexpr std::optional<Service> service_named(std::string_view word) {
    for (const Service service : all_services) {
        if (word == word_of(service)) return service;
    }
    return std::nullopt;
}

}  // namespace antre
