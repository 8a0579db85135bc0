// The contract says what the codec does: the same addresses, the same members, the same words.

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <set>
#include <string>

#include "channels/rest/address.h"
#include "channels/rest/limits.h"
#include "channels/rest/openapi.h"
#include "channels/rest/problem.h"
#include "channels/rest/render.h"
#include "engine/limits.h"
#include "scheduling/limits.h"

namespace antre::channels::rest {
namespace {

namespace json = boost::json;

const json::value& contract() {
    static const json::value document = json::parse(openapi_document());
    return document;
}

const json::value& schema(const std::string& name) {
    return contract().at("components").at("schemas").at(name);
}

std::set<std::string> keys_of(const json::value& object) {
    std::set<std::string> keys;
    for (const auto& member : object.as_object())
        keys.emplace(member.key());
    return keys;
}

std::set<std::string> words_of(const json::value& list) {
    std::set<std::string> words;
    for (const json::value& word : list.as_array())
        words.emplace(word.as_string());
    return words;
}

// All members that the contract tells of are there, and no others.
void expect_as_told(const json::value& rendered, const std::string& name) {
    EXPECT_EQ(keys_of(rendered), keys_of(schema(name).at("properties"))) << name;
    EXPECT_EQ(keys_of(rendered), words_of(schema(name).at("required"))) << name;
}

TEST(RestContract, its_paths_and_methods_are_those_that_are_served) {
    std::set<Resource> told;
    for (const auto& [path, item] : contract().at("paths").as_object()) {
        const auto address = address_of(std::string_view(path.data(), path.size()));
        ASSERT_TRUE(address) << path;
        told.insert(address->resource);
        const std::string_view methods = methods_of(address->resource);
        EXPECT_EQ(item.as_object().contains("get"), methods == "GET, HEAD") << path;
        EXPECT_EQ(item.as_object().contains("post"), methods == "POST") << path;
    }
    EXPECT_EQ(told.size(), 8u);  // all but Resource::booking, where nothing may be done
}

TEST(RestContract, every_answer_has_the_members_it_tells_of) {
    scheduling::Booking booking;
    booking.placement.numbers = {{'A', 1}};
    const OfficeClock office{"batam", Zone::wib};
    expect_as_told(json::parse(render(booking, office)), "Booking");

    engine::AvailabilityAnswer answer;
    answer.days.push_back({{}, 1, 1, {scheduling::HourRoom{}}});
    answer.earliest = scheduling::Offer{};
    const json::value room = json::parse(render(answer, {}, office));
    expect_as_told(room, "Availability");
    expect_as_told(room.at("earliest"), "Place");
    expect_as_told(room.at("days").at(0), "Day");
    expect_as_told(room.at("days").at(0).at("hours").at(0), "Hour");

    expect_as_told(json::parse(render(std::vector<OfficeCard>(1))), "Offices");
    expect_as_told(json::parse(render(OfficeCard{})), "Office");

    const json::value problem = json::parse(render(bad_field("a", "b"), "c"));
    EXPECT_EQ(keys_of(problem), keys_of(schema("Problem").at("properties")));
}

TEST(RestContract, its_words_are_those_of_the_code) {
    std::set<std::string> services;
    for (const Service service : all_services)
        services.emplace(word_of(service));
    EXPECT_EQ(words_of(schema("Service").at("enum")), services);

    std::set<std::string> codes{
        "field_invalid",
        "json_invalid",
        "idempotency_key_invalid",
        "content_type_unsupported",
        "body_too_large",
        "method_not_allowed",
        "not_found",
        "office_unknown",
        "try_again"};
    const int last = static_cast<int>(scheduling::Refusal::place_taken);
    for (int i = 0; i <= last; ++i) {
        codes.emplace(name_of(static_cast<scheduling::Refusal>(i)));
    }
    EXPECT_EQ(words_of(schema("Problem").at("properties").at("code").at("enum")), codes);
}

TEST(RestContract, its_limits_are_those_of_the_code) {
    const auto& people = schema("BookingRequest").at("properties").at("people");
    EXPECT_EQ(people.at("maxItems").as_int64(), scheduling::party_people_max);
    const auto& name = schema("Person").at("properties").at("name");
    EXPECT_EQ(name.at("maxLength").to_number<std::size_t>(), person_name_units_max);
    const auto& key = contract().at("components").at("parameters").at("IdempotencyKey");
    EXPECT_EQ(
        key.at("schema").at("maxLength").to_number<std::size_t>(), idempotency_key_characters_max
    );
    const auto& ask = contract().at("paths").at("/api/v1/offices/{slug}/availability").at("get");
    const auto& days = ask.at("parameters").at(2).at("schema");
    EXPECT_EQ(days.at("maximum").as_int64(), engine::availability_days_max);
    EXPECT_EQ(days.at("default").as_int64(), availability_days_default);
    const auto& party = ask.at("parameters").at(3).at("schema");
    EXPECT_EQ(party.at("maximum").as_int64(), scheduling::party_people_max);
}

}  // namespace
}  // namespace antre::channels::rest
