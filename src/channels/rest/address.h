#pragma once

// The addresses of the REST interface and what may be done at each:
//
//     /api/openapi.json                                    GET
//     /api/v1/offices                                      GET
//     /api/v1/offices/{slug}                               GET
//     /api/v1/offices/{slug}/availability                  GET
//     /api/v1/offices/{slug}/bookings                      POST
//     /api/v1/offices/{slug}/bookings/{code}               names a booking; nothing is done here
//     /api/v1/offices/{slug}/bookings/{code}/lookup        POST
//     /api/v1/offices/{slug}/bookings/{code}/move          POST
//     /api/v1/offices/{slug}/bookings/{code}/cancel        POST
//
// A booking is shown only to who proves it with a birth date, and no birth date may stand in an
// address, where logs keep it: so even looking is a POST.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace antre::channels::rest {

enum class Resource : std::uint8_t {
    contract,
    offices,
    office,
    availability,
    bookings,
    booking,
    lookup,
    move,
    cancel,
};

struct Address {
    Resource resource = Resource::offices;
    std::string slug;  // of the office, where the address names one
    std::string code;  // of the booking, as typed
};

// Nothing when there is no such address. `path` is decoded and without its query.
std::optional<Address> address_of(std::string_view path);
// What the Allow header says: "GET, HEAD", "POST", or "" where nothing may be done.
std::string_view methods_of(Resource resource);
// Where a booking is: the path of Location.
std::string path_of_booking(std::string_view slug, std::string_view code);

}  // namespace antre::channels::rest
