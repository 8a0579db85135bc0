#include <array>
#include <gtest/gtest.h>

#include "channels/rest/address.h"

namespace antre::channels::rest {
namespace {

TEST(RestAddress, each_path_leads_to_its_resource) {
    struct Row {
        std::string_view path;
        Resource resource;
        std::string_view slug;
        std::string_view code;
        std::string_view methods;
    };
    constexpr std::array rows{
        Row{"/api/openapi.json", Resource::contract, "", "", "GET, HEAD"},
        Row{"/api/v1/offices", Resource::offices, "", "", "GET, HEAD"},
        Row{"/api/v1/offices/bogor", Resource::office, "bogor", "", "GET, HEAD"},
        Row{"/api/v1/offices/bogor/availability", Resource::availability, "bogor", "", "GET, HEAD"},
        Row{"/api/v1/offices/bogor/bookings", Resource::bookings, "bogor", "", "POST"},
        Row{"/api/v1/offices/bogor/bookings/K7M2QX", Resource::booking, "bogor", "K7M2QX", ""},
        Row{"/api/v1/offices/b/bookings/K7M2QX/lookup", Resource::lookup, "b", "K7M2QX", "POST"},
        Row{"/api/v1/offices/b/bookings/K7M2QX/move", Resource::move, "b", "K7M2QX", "POST"},
        Row{"/api/v1/offices/b/bookings/K7M2QX/cancel", Resource::cancel, "b", "K7M2QX", "POST"},
    };
    for (const Row& row : rows) {
        const auto address = address_of(row.path);
        ASSERT_TRUE(address) << row.path;
        EXPECT_EQ(address->resource, row.resource) << row.path;
        EXPECT_EQ(address->slug, row.slug) << row.path;
        EXPECT_EQ(address->code, row.code) << row.path;
        EXPECT_EQ(methods_of(address->resource), row.methods) << row.path;
    }
}

TEST(RestAddress, any_other_path_leads_nowhere) {
    constexpr std::array<std::string_view, 13> paths{
        "",
        "/api",
        "/api/v1",
        "/api/v2/offices",
        "/api/v1/officesbogor",
        "/api/v1/offices/",
        "/api/v1/offices//bookings",
        "/api/v1/offices/bogor/",
        "/api/v1/offices/bogor/queue",
        "/api/v1/offices/bogor/availability/today",
        "/api/v1/offices/bogor/bookings/",
        "/api/v1/offices/bogor/bookings/K7M2QX/delete",
        "/api/v1/offices/bogor/bookings/K7M2QX/move/again"};
    for (const std::string_view path : paths)
        EXPECT_FALSE(address_of(path)) << path;
}

TEST(RestAddress, a_booking_lies_where_its_path_says) {
    const std::string path = path_of_booking("bogor", "K7M2QX");
    const auto address = address_of(path);
    ASSERT_TRUE(address);
    EXPECT_EQ(path, "/api/v1/offices/bogor/bookings/K7M2QX");
    EXPECT_EQ(address->slug, "bogor");
    EXPECT_EQ(address->code, "K7M2QX");
}

}  // namespace
}  // namespace antre::channels::rest
