// The data files that the project ships: data/demo/ and data/holidays/.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "channels/holiday_file.h"
#include "channels/office_file.h"
#include "channels/wording_file.h"
#include "conversation/ticket.h"
#include "scheduling/day_plan.h"

namespace antre::channels {
namespace {

using scheduling::Office;
using scheduling::OfficeStage;

const std::filesystem::path data_folder = std::filesystem::path(ANTRE_SOURCE_DIR) / "data";

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> demo_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(data_folder / "demo")) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Office> demo_offices() {
    std::vector<Office> offices;
    for (const auto& file : demo_files()) {
        const auto office = parse_office(contents(file));
        if (office) {
            offices.push_back(*office);
        } else {
            ADD_FAILURE() << file << ": " << office.error().path << ' ' << office.error().reason;
        }
    }
    return offices;
}

std::vector<scheduling::DayException> holidays_of(int year) {
    const auto path = data_folder / "holidays" / (std::to_string(year) + ".json");
    const auto holidays = parse_holidays(contents(path));
    if (holidays) return *holidays;
    ADD_FAILURE() << path << ": " << holidays.error().path << ' ' << holidays.error().reason;
    return {};
}

template <class Field>
std::set<std::string> distinct(const std::vector<Office>& offices, Field field) {
    std::set<std::string> values;
    for (const Office& office : offices)
        values.insert(field(office));
    return values;
}

TEST(DemoData, every_file_is_an_office_named_after_its_slug_in_the_form_we_write) {
    for (const auto& file : demo_files()) {
        const std::string text = contents(file);
        const auto office = parse_office(text);
        ASSERT_TRUE(office) << file << office.error().path << ' ' << office.error().reason;
        EXPECT_EQ(file.stem(), office->slug);
        EXPECT_EQ(write_office(*office), text) << file;
    }
}

std::size_t times(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        ++count;
    return count;
}

TEST(DemoData, what_to_bring_says_once_what_must_be_an_original) {
    const conversation::Wording wording = built_in_wording();
    for (const Office& office : demo_offices()) {
        for (const scheduling::DocumentList& list : office.profile.documents) {
            for (const Language language : {Language::id, Language::en}) {
                const std::string bring =
                    conversation::documents_to_bring(office, list.service, wording, language);
                const std::string word = language == Language::id ? "asli" : "riginal";
                EXPECT_GE(times(bring, word), 1u) << office.slug << ": " << bring;
                const bool is_behind = bring.ends_with("asli)") || bring.ends_with("originals)");
                EXPECT_FALSE(is_behind && times(bring, word) > 1) << office.slug << ": " << bring;
                EXPECT_EQ(conversation::says_originals(list, wording, language), !is_behind);
            }
        }
    }
}

TEST(DemoData, there_are_26_offices_and_the_two_pilots_are_jakarta_selatan_and_batam) {
    const std::vector<Office> offices = demo_offices();
    EXPECT_EQ(offices.size(), 26U);
    std::set<std::string> pilots;
    for (const Office& office : offices) {
        if (office.stage == OfficeStage::pilot) {
            pilots.insert(office.slug);
        } else {
            EXPECT_EQ(office.stage, OfficeStage::live) << office.slug;
        }
    }
    EXPECT_EQ(pilots, (std::set<std::string>{"batam", "jakarta-selatan"}));
}

TEST(DemoData, no_two_offices_share_a_name_or_a_number) {
    const std::vector<Office> offices = demo_offices();
    const std::size_t count = offices.size();
    EXPECT_EQ(distinct(offices, [](const Office& o) { return o.slug; }).size(), count);
    EXPECT_EQ(distinct(offices, [](const Office& o) { return o.phone_number_id; }).size(), count);
    EXPECT_EQ(distinct(offices, [](const Office& o) { return o.display_phone; }).size(), count);
    EXPECT_EQ(distinct(offices, [](const Office& o) { return o.profile.name_id; }).size(), count);
    EXPECT_EQ(distinct(offices, [](const Office& o) { return o.profile.name_en; }).size(), count);
    EXPECT_EQ(distinct(offices, [](const Office& o) { return o.profile.phone; }).size(), count);
    EXPECT_EQ(distinct(offices, [](const Office& o) { return o.business_account_id; }).size(), 3U);
}

TEST(DemoData, all_three_zones_occur) {
    std::map<std::string, Zone> zone_of;
    for (const Office& office : demo_offices())
        zone_of[office.slug] = office.zone;
    EXPECT_EQ(zone_of.at("jakarta-selatan"), Zone::wib);
    EXPECT_EQ(zone_of.at("makassar"), Zone::wita);
    EXPECT_EQ(zone_of.at("denpasar"), Zone::wita);
    EXPECT_EQ(zone_of.at("jayapura"), Zone::wit);
}

TEST(DemoData, every_office_lies_in_its_zone_and_in_indonesia) {
    for (const Office& office : demo_offices()) {
        const scheduling::Profile& at = office.profile;
        EXPECT_TRUE(at.latitude_e6 > -11'000'000 && at.latitude_e6 < 6'000'000) << office.slug;
        const std::int32_t west = office.zone == Zone::wib    ? 95'000'000
                                  : office.zone == Zone::wita ? 114'400'000
                                                              : 125'000'000;
        EXPECT_TRUE(at.longitude_e6 > west && at.longitude_e6 < west + 20'000'000) << office.slug;
    }
}

TEST(DemoData, jakarta_selatan_has_350_places_from_monday_to_thursday_and_all_are_for_everyone) {
    const std::vector<Office> offices = demo_offices();
    const auto office = std::find_if(offices.begin(), offices.end(), [](const Office& each) {
        return each.slug == "jakarta-selatan";
    });
    ASSERT_NE(office, offices.end());
    const scheduling::Pool* pool = pool_for(*office, Service::new_passport);
    ASSERT_NE(pool, nullptr);
    EXPECT_EQ(pool->key, "regular");
    for (const Weekday day :
         {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday}) {
        const scheduling::DayPlan plan = plan_day(*pool, nullptr, day);
        EXPECT_EQ(plan.places(), 350);
        for (const scheduling::PlaceKind kind : plan.kinds) {
            ASSERT_EQ(kind, scheduling::PlaceKind::regular);
        }
    }
    EXPECT_EQ(plan_day(*pool, nullptr, Weekday::friday).places(), 325);
    EXPECT_EQ(plan_day(*pool, nullptr, Weekday::saturday).places(), 0);
}

// Only offices with at least 180 passports a day were to join (domain: roll-out threshold).
TEST(DemoData, every_office_serves_at_least_180_people_a_day) {
    for (const Office& office : demo_offices()) {
        const scheduling::Pool* pool = pool_for(office, Service::new_passport);
        ASSERT_NE(pool, nullptr) << office.slug;
        EXPECT_GE(plan_day(*pool, nullptr, Weekday::monday).places(), 180) << office.slug;
    }
}

TEST(DemoData, every_service_has_a_pool_collection_a_pilot_s_and_every_service_its_documents) {
    for (const Office& office : demo_offices()) {
        for (const Service service : all_services) {
            const bool is_served = service != Service::pickup || office.stage == OfficeStage::pilot;
            EXPECT_EQ(pool_for(office, service) != nullptr, is_served) << office.slug;
            const auto& lists = office.profile.documents;
            EXPECT_TRUE(std::any_of(
                lists.begin(),
                lists.end(),
                [&](const auto& list) { return list.service == service && !list.for_child; }
            )) << office.slug
               << ' ' << word_of(service);
        }
    }
}

TEST(DemoData, holidays_are_as_many_as_the_three_ministers_decreed) {
    EXPECT_EQ(holidays_of(2026).size(), 17U + 8U);
    EXPECT_EQ(holidays_of(2027).size(), 18U + 8U);
    for (const int year : {2026, 2027}) {
        for (const auto& holiday : holidays_of(year))
            EXPECT_EQ(ymd_of(holiday.date).year, year);
    }
}

TEST(DemoData, every_office_keeps_the_holidays_and_stays_usable) {
    for (const Office& office : demo_offices()) {
        Office merged = with_holidays(with_holidays(office, holidays_of(2026)), holidays_of(2027));
        merged.id = {1};
        const auto checked = scheduling::check(merged);
        EXPECT_TRUE(checked) << office.slug << checked.error().field;
        EXPECT_TRUE(open_hours_on(merged, *parse_iso_date("2026-12-24")).empty()) << office.slug;
        EXPECT_FALSE(open_hours_on(merged, *parse_iso_date("2026-12-28")).empty()) << office.slug;
        EXPECT_TRUE(open_hours_on(merged, *parse_iso_date("2027-03-10")).empty()) << office.slug;
    }
}

}  // namespace
}  // namespace antre::channels
