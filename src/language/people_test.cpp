#include "language/people.h"
#include "language/said_test.h"

namespace antre::language {

TEST(People, the_form_of_2017_is_read_in_every_loose_shape) {
    for (const std::string_view text :
         {"#SITI RAHAYU#14051990#27112026",
          "#siti rahayu#14051990#27112026#",
          "SITI RAHAYU#14051990#27112026",
          "# Siti Rahayu # 14-05-1990 # 27-11-2026",
          "#Siti Rahayu#14/5/1990#27/11/2026",
          "#siti rahayu#14 mei 1990#27 november 2026",
          "#SITI RAHAYU#140590#271126",
          "siti rahayu/14-05-1990/27-11-2026",
          "siti rahayu-14051990-27112026",
          "SITI RAHAYU 14051990 27112026",
          "＃SITI RAHAYU＃14051990＃27112026"}) {
        expect_said(text, "book date=2026-11-27 name=Siti Rahayu birth=1990-05-14");
        EXPECT_TRUE(heard(text).is_legacy_form) << text;
    }
    expect_said("#ana#1051990#1122026", "book date=2026-12-01 name=Ana birth=1990-05-01");
    expect_said("#ana#14051990#besok", "book date=2026-11-25 name=Ana birth=1990-05-14");
}

TEST(People, the_form_says_which_part_is_on_no_calendar) {
    expect_said(
        "#SITI RAHAYU#14051990#32112026", "book name=Siti Rahayu birth=1990-05-14 bad_date=32112026"
    );
    expect_said(
        "#SITI RAHAYU#30021990#27112026", "book date=2026-11-27 name=Siti Rahayu bad_birth=30021990"
    );
    expect_said(
        "siti rahayu 30-02-1990", "inform name=Siti Rahayu bad_birth=30-02-1990", Asked::ask_name
    );
}

TEST(People, the_unfilled_form_is_a_wish_to_book_without_anybody) {
    for (const std::string_view text :
         {"#NAMA#TGLLAHIR#TGLKEDATANGAN",
          "#nama#tgl lahir#tgl kedatangan#",
          "#NAMA#DDMMYYYY#DDMMYYYY",
          "#nama#tanggal lahir#tanggal datang",
          "#NAME#BIRTHDATE#VISITDATE",
          "#name#birth date#visit date"}) {
        expect_said(text, "book");
        EXPECT_TRUE(heard(text).is_legacy_template) << text;
    }
}

TEST(People, commands_of_2017_are_words_behind_a_hash) {
    expect_said("#BATAL", "cancel");
    expect_said("#BATAL#7F3K9Q", "cancel code=7F3K9Q");
    expect_said("#batal 7f3k9q", "cancel code=7F3K9Q");
    expect_said("#PERSYARATAN", "info topic=documents");
    expect_said("#menu", "menu");
}

TEST(People, several_people_come_one_a_line_or_in_a_row) {
    for (const std::string_view text :
         {"Siti Rahayu, 14-05-1990\nBudi Santoso, 25-01-1987",
          "siti rahayu 14 mei 1990\nbudi santoso 25 1 87",
          "1. Siti Rahayu 14/05/1990\n2. Budi Santoso 25/01/1987",
          "Siti Rahayu 14-05-1990, Budi Santoso 25-01-1987",
          "Siti Rahayu (14-05-1990) dan Budi Santoso (25-01-1987)"}) {
        expect_said(
            text,
            "inform name=Siti Rahayu birth=1990-05-14 name=Budi Santoso birth=1987-01-25",
            Asked::ask_name
        );
    }
}

TEST(People, names_follow_what_announces_them_and_end_where_other_words_begin) {
    expect_said("paspor atas nama Dewi Lestari tgl 4/12", "book date=2026-12-04 name=Dewi Lestari");
    expect_said("nama saya rina mau daftar besok", "book date=2026-11-25 name=Rina");
    expect_said("Muhammad Rizky Pratama", "inform name=Muhammad Rizky Pratama", Asked::ask_name);
    expect_said("Suharto", "inform name=Suharto", Asked::ask_name);
    expect_said("M. Rizky, 3 juli 1978", "inform name=M. Rizky birth=1978-07-03", Asked::ask_name);
    expect_said("José Ramos", "inform name=José Ramos", Asked::ask_name);
    expect_said(
        "paspor an Ni Luh Ayu lahir 1 maret 2001, datang kamis",
        "book date=2026-11-26 name=Ni Luh Ayu birth=2001-03-01"
    );
    expect_said(
        "daftar kamis, suami Arif Budiman lahir 3 maret 1989 sama saya Nia Sari lahir 1 mei 1991",
        "book date=2026-11-26 name=Arif Budiman birth=1989-03-03 name=Nia Sari birth=1991-05-01"
    );
    expect_said(
        "daftar kamis, Syafril Tanjung lahir 2 april 1965 jo Rosmaini lahir 1 mei 1968",
        "book date=2026-11-26 name=Syafril Tanjung birth=1965-04-02 name=Rosmaini birth=1968-05-01"
    );
    expect_said(
        "daftarkan putri saya Putri Ayu besok", "book date=2026-11-25 name=Putri Ayu child=yes"
    );
    const Meaning second = heard("nama kedua Budi Susanto", Asked::confirm);
    EXPECT_EQ(second.person_index, 2);
    EXPECT_EQ(second.people.at(0).name.reveal(), "Budi Susanto");
}

TEST(People, births_are_in_the_past) {
    expect_said("17 agustus 1985", "inform birth=1985-08-17", Asked::ask_birth);
    expect_said("03/07/78", "inform birth=1978-07-03", Asked::ask_birth);
    expect_said("5 1 20", "inform birth=2020-01-05", Asked::ask_birth);
    expect_said("5 1 30", "inform birth=1930-01-05", Asked::ask_birth);
    expect_said("14051990", "inform birth=1990-05-14", Asked::ask_birth);
}

TEST(People, invisible_and_turned_characters_leave_names_whole) {
    expect_said("Si\u200Bti \u202ERahayu\u202C", "inform name=Siti Rahayu", Asked::ask_name);
}

}  // namespace antre::language
