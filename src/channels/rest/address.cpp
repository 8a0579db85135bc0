#include "channels/rest/address.h"

#include <utility>
#include <vector>

#include "foundation/text.h"

namespace antre::channels::rest {

namespace {

constexpr std::string_view contract_path = "/api/openapi.json";
constexpr std::string_view offices_path = "/api/v1/offices";

std::optional<Resource> act_named(std::string_view word) {
    if (word == "lookup") return Resource::lookup;
    if (word == "move") return Resource::move;
    if (word == "cancel") return Resource::cancel;
    return std::nullopt;
}

}  // namespace

std::optional<Address> address_of(std::string_view path) {
    if (path == contract_path) return Address{Resource::contract, {}, {}};
    if (!path.starts_with(offices_path)) return std::nullopt;
    path.remove_prefix(offices_path.size());
    if (path.empty()) return Address{};
    if (path.front() != '/') return std::nullopt;

    const std::vector<std::string_view> parts = split(path.substr(1), '/');
    for (const std::string_view part : parts) {
        if (part.empty()) return std::nullopt;
    }
    Address address{Resource::office, std::string(parts[0]), {}};
    if (parts.size() == 1) return address;
    if (parts.size() == 2 && parts[1] == "availability") {
        address.resource = Resource::availability;
        return address;
    }
    if (parts[1] != "bookings" || parts.size() > 4) return std::nullopt;
    address.resource = Resource::bookings;
    if (parts.size() == 2) return address;
    address.resource = Resource::booking;
    address.code = std::string(parts[2]);
    if (parts.size() == 3) return address;
    const auto act = act_named(parts[3]);
    if (!act) return std::nullopt;
    address.resource = *act;
    return address;
}

std::string_view methods_of(Resource resource) {
    switch (resource) {
    case Resource::contract:
    case Resource::offices:
    case Resource::office:
    case Resource::availability: return "GET, HEAD";
    case Resource::bookings:
    case Resource::lookup:
    case Resource::move:
    case Resource::cancel: return "POST";
    case Resource::booking: return "";
    }
    return "";
}

std::string path_of_booking(std::string_view slug, std::string_view code) {
    std::string path(offices_path);
    path += '/';
    path += slug;
    path += "/bookings/";
    path += code;
    return path;
}

}  // namespace antre::channels::rest
