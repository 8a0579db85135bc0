#include "language/own_data.h"
#include "language/said_test.h"

// What is right instead of a name or birth date that is kept.

namespace antre::language {

namespace {

std::string right_of(std::string_view text) {
    const Meaning meaning = heard(text);
    std::string out = meaning.data_wish == DataWish::correct ? "correct" : "none";
    if (meaning.person_index) out += " " + std::to_string(*meaning.person_index);
    for (const PersonMeant& person : meaning.people) {
        put(out, "name", person.name.reveal());
        if (person.birth_date) put(out, "birth", iso_date(*person.birth_date));
    }
    return out;
}

}  // namespace

TEST(OwnData, what_should_be_is_the_right_name) {
    for (const std::string_view text :
         {"the name should be Ann Lee",
          "my name should be Ann Lee",
          "name is wrong, it should be Ann Lee",
          "the name is wrong, should be Ann Lee",
          "nama seharusnya Ann Lee",
          "namanya salah, yang benar Ann Lee",
          "nama saya salah, harusnya Ann Lee",
          "namanya harusnya Ann Lee"}) {
        EXPECT_EQ(right_of(text), "correct name=Ann Lee") << text;
    }
    EXPECT_EQ(right_of("namanya salah, yang benar Siti Rahaju"), "correct name=Siti Rahaju");
    EXPECT_EQ(
        right_of("nama Siti Rahaju salah, yang benar Siti Rahayu"), "correct name=Siti Rahayu"
    );
    EXPECT_EQ(right_of("nama kedua salah, yang benar Budi Susanto"), "correct 2 name=Budi Susanto");
    EXPECT_EQ(right_of("the second name should be Budi Susanto"), "correct 2 name=Budi Susanto");
}

TEST(OwnData, a_day_of_the_past_is_the_right_birth_date) {
    EXPECT_EQ(right_of("tgl lahirnya salah, 15-05-1990"), "correct birth=1990-05-15");
    EXPECT_EQ(right_of("the birth date should be 15 May 1990"), "correct birth=1990-05-15");
    EXPECT_EQ(right_of("wrong date of birth, it is 15-05-1990"), "correct birth=1990-05-15");
}

TEST(OwnData, a_person_told_by_name_or_birth_date_and_no_more_is_one_told) {
    for (const std::string_view text :
         {"nama: Ann Lee",
          "nama kedua Budi Susanto",
          "second name Budi Susanto",
          "nama saya Siti Rahayu kak",
          "my name is Budi Susanto",
          "lahir 15-05-1990",
          "tanggal lahir saya 15-05-1990",
          "my birth date is 15-05-1990",
          "nama Ann Lee, lahir 15-05-1990"}) {
        EXPECT_TRUE(heard(text).tells_person) << text;
    }
    for (const std::string_view text :
         {"daftar atas nama Ann Lee",
          "untuk Budi Susanto",
          "nama ibu saya Sumiati",
          "Ann Lee 14-05-1990",
          "nama Ann Lee, besok jam 9",
          "nama siapa saja?",
          "#ANN LEE#14051990#27112026"}) {
        EXPECT_FALSE(heard(text).tells_person) << text;
    }
    EXPECT_EQ(heard("second name Budi Susanto").person_index, 2);
    EXPECT_EQ(heard("nama kedua Budi Susanto").person_index, 2);
}

}  // namespace antre::language
