#include <algorithm>

#include "language/offices.h"
#include "language/said_test.h"

namespace antre::language {

namespace {

bool names(std::string_view text, std::string_view city) {
    const std::vector<std::string> cities = heard(text).office_cities;
    return std::ranges::find(cities, city) != cities.end();
}

}  // namespace

TEST(Offices, are_named_by_their_city) {
    for (const std::string_view text :
         {"daftar besok jam 9 di kantor depok",
          "mau ke kanim Depok",
          "kantor imigrasi depok buka jam berapa",
          "bikin paspor di depok",
          "daftar di depok besok",
          "antre di Depok bisa?",
          "renew my passport in Depok",
          "book at the Depok office",
          "the office in depok",
          "Depok immigration office tomorrow"}) {
        EXPECT_TRUE(names(text, "depok")) << text;
    }
    EXPECT_TRUE(names("daftar besok di kantor jakarta timur", "jakarta timur"));
    EXPECT_TRUE(names("the East Jakarta office", "east jakarta"));
}

TEST(Offices, are_not_where_people_live_or_were_born) {
    for (const std::string_view text :
         {"saya tinggal di depok, daftar besok",
          "daftar besok, Siti Rahayu lahir di depok 14-05-1990",
          "KTP depok bisa?",
          "I live in Depok"}) {
        EXPECT_FALSE(names(text, "depok")) << text;
    }
}

}  // namespace antre::language
