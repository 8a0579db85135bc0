#include <functional>
#include <gtest/gtest.h>

#include "scheduling/office.h"
#include "scheduling/testing/office_text.h"

namespace antre::scheduling {

namespace {

using testing::clock;
using testing::day;
using testing::office_of;
using testing::usual_office;

constexpr std::string_view two_pools = R"(
    pool regular      A 50/h 10min new renew
      mon-thu 08:00-12:00 13:00-15:00
      fri     08:00-11:30 13:00-15:00
    pool lost_damaged R 10/h 20min lost damaged
      mon-wed 07:30-09:30
    closed  2026-12-25 Hari Raya Natal
    special 2026-12-26 09:00-11:00
)";

std::string hours_on(const Office& office, std::string_view date) {
    std::string text;
    for (const OpenHours& hours : open_hours_on(office, day(date)))
        text += iso_time(hours.opens) + "-" + iso_time(hours.closes) + " ";
    return text;
}

// The field at fault after one change to a good office; "" when there is none.
std::string fault_after(const std::function<void(Office&)>& change) {
    Office office = office_of(two_pools);
    change(office);
    const auto checked = check(office);
    if (checked) return "";
    EXPECT_FALSE(checked.error().reason.empty());
    return checked.error().field;
}

DocumentList document_list() {
    return {Service::renew, false, {"e-KTP"}, {"identity card"}};
}

}  // namespace

TEST(Office, names_are_found_again) {
    for (const OfficeStage stage :
         {OfficeStage::candidate, OfficeStage::pilot, OfficeStage::live, OfficeStage::suspended}) {
        EXPECT_EQ(stage_named(name_of(stage)), stage);
    }
    EXPECT_EQ(stage_named("closed"), std::nullopt);
}

TEST(Office, a_service_has_the_pool_that_offers_it) {
    const Office office = office_of(two_pools);
    EXPECT_EQ(pool_for(office, Service::renew)->key, "regular");
    EXPECT_EQ(pool_for(office, Service::damaged)->key, "lost_damaged");
    EXPECT_EQ(pool_for(office, Service::pickup), nullptr);
    EXPECT_EQ(pool_of(office, PoolId{2})->key, "lost_damaged");
    EXPECT_EQ(pool_of(office, PoolId{3}), nullptr);
}

TEST(Office, open_hours_are_those_of_all_pools_together) {
    const Office office = office_of(two_pools);
    EXPECT_EQ(hours_on(office, "2026-11-23"), "07:30-12:00 13:00-15:00 ");
    EXPECT_EQ(hours_on(office, "2026-11-26"), "08:00-12:00 13:00-15:00 ");
    EXPECT_EQ(hours_on(office, "2026-11-27"), "08:00-11:30 13:00-15:00 ");
    EXPECT_EQ(hours_on(office, "2026-11-28"), "");
    EXPECT_EQ(hours_on(office, "2026-12-25"), "");
    EXPECT_EQ(hours_on(office, "2026-12-26"), "09:00-11:00 ");
}

TEST(CheckOffice, good_settings_have_no_fault) {
    EXPECT_TRUE(check(office_of(usual_office)));
    EXPECT_TRUE(check(office_of(two_pools)));
    EXPECT_EQ(fault_after([](Office& o) { o.profile.documents = {document_list()}; }), "");
    EXPECT_EQ(fault_after([](Office& o) { o.exceptions[0].places_per_hour.reset(); }), "");
}

TEST(CheckOffice, names_the_field_of_the_office_that_is_at_fault) {
    struct Row {
        const char* field;
        std::function<void(Office&)> change;
    };
    const std::vector<Row> rows{
        {"id", [](Office& o) { o.id = {}; }},
        {"slug", [](Office& o) { o.slug = ""; }},
        {"slug", [](Office& o) { o.slug = "Jakarta Selatan"; }},
        {"slug", [](Office& o) { o.slug = "-jakarta"; }},
        {"slug", [](Office& o) { o.slug = std::string(slug_length_max + 1, 'a'); }},
        {"phone_number_id", [](Office& o) { o.phone_number_id = "12 34"; }},
        {"phone_number_id", [](Office& o) { o.phone_number_id = std::string(21, '1'); }},
        {"business_account_id", [](Office& o) { o.business_account_id = "waba"; }},
        {"display_phone", [](Office& o) { o.display_phone = "+6281"; }},
        {"profile.name_id", [](Office& o) { o.profile.name_id = " "; }},
        {"profile.name_en", [](Office& o) { o.profile.name_en = "\xC0\xAF"; }},
        {"profile.city", [](Office& o) { o.profile.city = ""; }},
        {"profile.address", [](Office& o) { o.profile.address = std::string(301, 'x'); }},
        {"profile.phone", [](Office& o) { o.profile.phone = "021-555"; }},
        {"profile.facilities_id", [](Office& o) { o.profile.facilities_id = "\xFF"; }},
        {"profile.facilities_en", [](Office& o) { o.profile.facilities_en = "\xFF"; }},
        {"profile.latitude_e6", [](Office& o) { o.profile.latitude_e6 = 90'000'001; }},
        {"profile.longitude_e6", [](Office& o) { o.profile.longitude_e6 = -180'000'001; }},
        {"lead_minutes", [](Office& o) { o.lead_minutes = -1; }},
        {"lead_minutes", [](Office& o) { o.lead_minutes = lead_minutes_max + 1; }},
        {"moves_max", [](Office& o) { o.moves_max = moves_limit_max + 1; }},
        {"pools", [](Office& o) { o.pools.clear(); }},
        {"pools", [](Office& o) { o.pools.resize(pools_max + 1); }},
        {"exceptions", [](Office& o) { o.exceptions.resize(exceptions_max + 1); }},
    };
    for (const Row& row : rows)
        EXPECT_EQ(fault_after(row.change), row.field);
}

TEST(CheckOffice, names_the_field_of_the_pool_that_is_at_fault) {
    struct Row {
        const char* field;
        std::function<void(Pool&)> change;
    };
    const std::vector<Row> rows{
        {"pools[1].id", [](Pool& p) { p.id = {}; }},
        {"pools[1].id", [](Pool& p) { p.id = PoolId{1}; }},
        {"pools[1].key", [](Pool& p) { p.key = ""; }},
        {"pools[1].key", [](Pool& p) { p.key = "Lost"; }},
        {"pools[1].key", [](Pool& p) { p.key = "regular"; }},
        {"pools[1].services", [](Pool& p) { p.services.clear(); }},
        {"pools[1].services", [](Pool& p) { p.services.push_back(Service::lost); }},
        {"pools[1].services", [](Pool& p) { p.services.push_back(Service::renew); }},
        {"pools[1].week.monday[0]", [](Pool& p) { p.week[0][0].closes = clock("07:30"); }},
        {"pools[1].week.monday[0]", [](Pool& p) { p.week[0][0].opens.value = -1; }},
        {"pools[1].week.monday[0]", [](Pool& p) { p.week[0][0].closes.value = 1441; }},
        {"pools[1].week.wednesday[1]",
         [](Pool& p) {
             p.week[2].push_back({clock("09:29"), clock("10:00")});
         }},
        {"pools[1].places_per_hour", [](Pool& p) { p.places_per_hour = 0; }},
        {"pools[1].places_per_hour", [](Pool& p) { p.places_per_hour = 1000; }},
        {"pools[1].window_minutes", [](Pool& p) { p.window_minutes = 4; }},
        {"pools[1].window_minutes", [](Pool& p) { p.window_minutes = 7; }},
        {"pools[1].window_minutes", [](Pool& p) { p.window_minutes = 61; }},
        {"pools[1].walk_in_percent", [](Pool& p) { p.walk_in_percent = 100; }},
        {"pools[1].walk_in_percent", [](Pool& p) { p.walk_in_percent = p.priority_percent = 50; }},
        {"pools[1].first_letter", [](Pool& p) { p.first_letter = 'a'; }},
        {"pools[1].first_letter", [](Pool& p) { p.first_letter = 'F'; }},
        {"pools[1].first_letter", [](Pool& p) { p.first_letter = 'Z'; }},
        {"", [](Pool& p) { p.first_letter = 'G'; }},
        {"", [](Pool& p) { p.first_letter = 'Y'; }},
    };
    for (const Row& row : rows)
        EXPECT_EQ(fault_after([&](Office& o) { row.change(o.pools[1]); }), row.field);
}

TEST(CheckOffice, names_the_special_day_that_is_at_fault) {
    struct Row {
        const char* field;
        std::function<void(DayException&)> change;
    };
    const std::vector<Row> rows{
        {"exceptions[1].date", [](DayException& e) { e.date = day("2026-12-25"); }},
        {"exceptions[1].is_closed", [](DayException& e) { e.is_closed = true; }},
        {"exceptions[1].hours[0]", [](DayException& e) { e.hours[0].opens = e.hours[0].closes; }},
        {"exceptions[1].places_per_hour", [](DayException& e) { e.places_per_hour = 1000; }},
        {"exceptions[1].reason_id", [](DayException& e) { e.reason_id = std::string(301, 'x'); }},
        {"exceptions[1].reason_en", [](DayException& e) { e.reason_en = "\xFF"; }},
        // Eighteen hours of letters from A reach the other pool's R.
        {"pools[1].first_letter",
         [](DayException& e) {
             e.hours = {{clock("00:00"), clock("18:00")}};
         }},
    };
    for (const Row& row : rows)
        EXPECT_EQ(fault_after([&](Office& o) { row.change(o.exceptions[1]); }), row.field);
}

TEST(CheckOffice, names_the_document_list_that_is_at_fault) {
    const auto fault_of = [](const std::function<void(std::vector<DocumentList>&)>& change) {
        return fault_after([&](Office& office) {
            office.profile.documents = {document_list()};
            change(office.profile.documents);
        });
    };
    EXPECT_EQ(fault_of([](auto& d) { d.push_back(d[0]); }), "profile.documents[1]");
    EXPECT_EQ(fault_of([](auto& d) { d[0].items_id.clear(); }), "profile.documents[0].items_id");
    EXPECT_EQ(fault_of([](auto& d) { d[0].items_en.clear(); }), "profile.documents[0].items_en");
    EXPECT_EQ(fault_of([](auto& d) { d[0].items_id[0] = ""; }), "profile.documents[0].items_id[0]");
    EXPECT_EQ(
        fault_of([](auto& d) { d[0].items_id.resize(document_items_max + 1, "x"); }),
        "profile.documents[0].items_id"
    );
}

TEST(CheckOffice, the_reason_speaks_to_the_operator) {
    Office office = office_of(two_pools);
    office.pools[1].first_letter = 'F';
    const auto checked = check(office);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().reason, "on monday its letters are also those of pools[0]");
}

}  // namespace antre::scheduling
