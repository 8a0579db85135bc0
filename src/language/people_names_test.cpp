#include "language/people.h"
#include "language/said_test.h"

// A name is a name, whatever else its words may mean.

namespace antre::language {

TEST(PeopleNames, what_stands_before_a_birth_date_is_the_name) {
    for (const std::string name :
         {"I Gusti Ngurah Rai",
          "Ann Lee",
          "Anne Marie",
          "Wayan Sudana",
          "Hari Sabarno",
          "Nguyen Van An",
          "Tan Mei Ling",
          "Ong Mei Hwa",
          "Tan Mei",
          "Puan Maharani",
          "Ari",
          "Karo Karo",
          "Siti Nur'aini",
          "Ma'ruf Amin",
          "A. A. Navis",
          "Anak Agung Gde Agung"}) {
        for (const std::string_view birth : {" 14-05-1990", ", 14 Mei 1990", "\n14/5/1990"}) {
            for (const Asked asked : {Asked::ask_name, Asked::ask_birth}) {
                expect_said(
                    name + std::string(birth), "inform name=" + name + " birth=1990-05-14", asked
                );
            }
        }
    }
}

TEST(PeopleNames, of_many_tongues_are_kept_letter_for_letter) {
    for (const std::string name :
         {"Dwi Sasongko",
          "Paimin",
          "Sukarni",
          "Slamet",
          "Untung",
          "Sabar",
          "Sugeng",
          "Legiman",
          "Tukiran",
          "Waluyo",
          "Lim Swie Gan",
          "Liem Sioe Tjay",
          "Kwik Kian Lok",
          "Tan Joe Hwat",
          "Oei Hong Bie",
          "Mei Mei",
          "The Sin Nio",
          "Ni Luh Putu Rai",
          "I Ketut Besar",
          "Ida Bagus Made",
          "Cokorda Istri Mas",
          "Dewa Ayu Sekar",
          "Parlindungan Hutabarat",
          "Tiur Boru Siahaan",
          "Sahat Martua Simbolon",
          "Ucok Baba Nasution",
          "Rotua br. Ginting",
          "Mary-Ann O'Neill",
          "John Will Smith",
          "April May Jones",
          "Max Day",
          "Will Move",
          "Jean-Luc de la Cour",
          "Sue Long",
          "Tran Thi Mai",
          "Le Van Ba",
          "Pham Dua Ti",
          "Nguyen Thi Ngoc Anh",
          "Vo Thi Nam",
          "Nur Hari Wibowo",
          "Dina Pagi Lestari",
          "Satu Dua Wijaya",
          "M. Ali bin H. Umar",
          "Minggu Wonda",
          "Januari Sihotang",
          "Jum'at Karno",
          "Sa'diyah",
          "Ibu Kasih",
          "Rabu Tabuni",
          "Maria Goreti Bulan"}) {
        expect_said(
            name + " 2-3-1977", "inform name=" + name + " birth=1977-03-02", Asked::ask_name
        );
    }
}

TEST(PeopleNames, written_small_are_names_too) {
    expect_said(
        "i gusti ngurah rai 14-05-1990",
        "inform name=I Gusti Ngurah Rai birth=1990-05-14",
        Asked::ask_name
    );
    expect_said(
        "hari sabarno 14-05-1990", "inform name=Hari Sabarno birth=1990-05-14", Asked::ask_name
    );
    expect_said(
        "tan mei ling 14-05-1990", "inform name=Tan Mei Ling birth=1990-05-14", Asked::ask_name
    );
    expect_said(
        "istri saya dewi lestari 14-05-1990",
        "inform name=Dewi Lestari birth=1990-05-14",
        Asked::ask_name
    );
}

TEST(PeopleNames, come_one_a_line) {
    expect_said(
        "Siti Rahayu, 14-05-1990\nOng Mei Hwa, 1-1-1999",
        "inform name=Siti Rahayu birth=1990-05-14 name=Ong Mei Hwa birth=1999-01-01",
        Asked::ask_name
    );
    expect_said(
        "1. Wayan Sudana 14/05/1990\n2. Ong Mei Hwa 1/1/99",
        "inform name=Wayan Sudana birth=1990-05-14 name=Ong Mei Hwa birth=1999-01-01",
        Asked::ask_name
    );
    expect_said(
        "Tan Mei Ling 14-05-1990\nOng Mei Hwa 1-1-1999",
        "book name=Tan Mei Ling birth=1990-05-14 name=Ong Mei Hwa birth=1999-01-01"
    );
}

TEST(PeopleNames, stand_beside_other_words) {
    for (const std::string_view text :
         {"Siti Rahayu tempat/tgl lahir Jakarta, 14 Mei 1990",
          "Siti Rahayu, Jakarta, 14 Mei 1990",
          "Nama: Siti Rahayu\nTgl lahir: 14-05-1990",
          "halo kak, saya Siti Rahayu 14-05-1990",
          "ok, Siti Rahayu, 14-05-1990",
          "Maaf Siti Rahayu 14-05-1990",
          "nama saya siti rahayu lahir 14 mei 1990"}) {
        expect_said(text, "inform name=Siti Rahayu birth=1990-05-14", Asked::ask_name);
    }
    expect_said(
        "Siti Rahayu tempat/tgl lahir Jakarta, 14 Mei 1990",
        "book name=Siti Rahayu birth=1990-05-14"
    );
    expect_said(
        "daftar besok jam 9 atas nama Wayan Sudana lahir 14 Mei 1990",
        "book date=2026-11-25 time=09:00 name=Wayan Sudana birth=1990-05-14"
    );
}

TEST(PeopleNames, are_none_where_a_birth_date_has_other_words) {
    for (const std::string_view text :
         {"itu 14-05-1990",
          "ini kak 14-05-1990",
          "saya lahirnya 14-05-1990",
          "punya saya 14-05-1990",
          "my birthday is 14-05-1990",
          "it's 14/05/1990",
          "ok 14/05/1990",
          "Senin, 14 Mei 1990",
          "di Jakarta 14 Mei 1990"}) {
        expect_said(text, "inform birth=1990-05-14", Asked::ask_birth);
    }
    for (const std::string_view text :
         {"paspor saya habis 14-05-2020", "Paspor terbit 3 mei 2015"}) {
        for (const PersonMeant& person : heard(text, Asked::ask_name).people) {
            EXPECT_TRUE(person.name.empty()) << text;
        }
    }
    for (const std::string_view text :
         {"harusnya Budi Hartono 1-2-1980", "eh Budi Hartono 1-2-1980"}) {
        expect_said(text, "inform name=Budi Hartono birth=1980-02-01", Asked::ask_birth);
    }
    expect_said("senin 30/11/26", "inform date=2026-11-30", Asked::ask_name);
}

TEST(PeopleNames, are_announced_whatever_they_mean) {
    expect_said("atas nama Budi Santoso Cancel", "cancel");
    expect_said("Nama Andi Pindah ke jumat", "reschedule date=2026-11-27");
    expect_said("nama: Hari Sabarno", "inform name=Hari Sabarno", Asked::ask_name);
    expect_said("nama saya Hari Sabarno", "inform name=Hari Sabarno", Asked::ask_name);
    expect_said("ANN LEE, 14-05-1990", "inform name=Ann Lee birth=1990-05-14", Asked::ask_name);
}

TEST(PeopleNames, without_a_birth_date_look_like_names) {
    for (const std::string name :
         {"I Gusti Ngurah Rai",
          "Ann Lee",
          "Anne Marie",
          "Wayan Sudana",
          "Hari Sabarno",
          "Nguyen Van An",
          "Tan Mei Ling",
          "Ong Mei Hwa",
          "Puan Maharani",
          "Ari",
          "Karo Karo",
          "Siti Nur'aini",
          "Ma'ruf Amin",
          "A. A. Navis",
          "Anak Agung Gde Agung"}) {
        expect_said(name, "inform name=" + name, Asked::ask_name);
    }
}

TEST(PeopleNames, are_not_made_of_small_talk) {
    for (const std::string_view text :
         {"sebentar ya",
          "Sebentar",
          "bentar ya kak",
          "nanti dulu",
          "Nanti dulu",
          "Ada yang salah",
          "wait a moment please",
          "Wait a moment please",
          "mikir dulu ya",
          "Baik",
          "waduh",
          "let me check",
          "what do you mean",
          "punya anak saya",
          "susah amat",
          "jam berapa aja"}) {
        EXPECT_TRUE(heard(text, Asked::ask_name).people.empty()) << text;
    }
    expect_said("eh 3 orang ya", "inform count=3", Asked::ask_name);
    expect_said("1 orang aja", "inform count=1", Asked::ask_name);
    expect_said("ane ama bini ane", "inform count=2", Asked::ask_name);
    expect_said("actually make it friday", "inform date=2026-11-27", Asked::ask_name);
    EXPECT_TRUE(heard("Selamat Pagi", Asked::ask_name).people.empty());
}

// Ann is near "an", and no article where a name follows it, written large.
TEST(PeopleNames, stand_in_the_middle_of_a_sentence) {
    expect_said(
        "renew passport tomorrow 10am, Ann Lee 3 March 1988",
        "book date=2026-11-25 time=10:00 name=Ann Lee birth=1988-03-03 service=renew"
    );
    expect_said(
        "perpanjang paspor besok jam 10, Ann Lee 3 Maret 1988",
        "book date=2026-11-25 time=10:00 name=Ann Lee birth=1988-03-03 service=renew"
    );
    expect_said(
        "book for Ann Lee born 3 March 1988 on friday 9am",
        "book date=2026-11-27 time=09:00 name=Ann Lee birth=1988-03-03"
    );
    expect_said("atas nama Ann Lee", "book name=Ann Lee");
}

TEST(PeopleNames, of_the_form_may_stand_behind_the_birth_date) {
    expect_said(
        "#14051990#SITI RAHAYU#27112026", "book date=2026-11-27 name=Siti Rahayu birth=1990-05-14"
    );
    expect_said(
        "#SITI RAHAYU#14051990#27112026", "book date=2026-11-27 name=Siti Rahayu birth=1990-05-14"
    );
}

TEST(PeopleNames, in_small_letters_may_hold_a_month) {
    expect_said("ong mei hwa 14-05-1990", "book name=Ong Mei Hwa birth=1990-05-14");
    expect_said("tan mei 14 mei 1990", "book name=Tan Mei birth=1990-05-14");
    EXPECT_TRUE(heard("besok mei 14-05-1990").people.empty());
}

TEST(PeopleNames, keep_a_leading_apostrophe_but_no_quotation_marks) {
    expect_said("'Aisyah Putri 14-05-1990", "book name='Aisyah Putri birth=1990-05-14");
    expect_said("nama 'Aisyah Putri", "book name='Aisyah Putri");
    expect_said("nama 'Siti Rahayu'", "book name=Siti Rahayu");
}

TEST(PeopleNames, go_on_behind_with_and_and) {
    expect_said("daftar besok a/n Andi sama Budi", "book date=2026-11-25 name=Andi name=Budi");
    expect_said("atas nama Siti Rahayu dan Budi", "book name=Siti Rahayu name=Budi");
    expect_said("atas nama Siti Rahayu dan istri", "book name=Siti Rahayu");
}

TEST(PeopleNames, as_in_the_papers_is_no_name) {
    for (const std::string_view text :
         {"nama sesuai ktp",
          "sesuai ktp",
          "nama sesuai paspor",
          "as in my passport",
          "name as in my passport"}) {
        EXPECT_TRUE(heard(text, Asked::ask_name).people.empty()) << text;
        EXPECT_TRUE(heard(text).people.empty()) << text;
    }
}

TEST(PeopleNames, born_in_the_future_are_not_born_on_no_day) {
    for (const std::string_view text : {"Siti Rahayu 14-05-2090", "Siti Rahayu, 14 Mei 2090"}) {
        for (const Asked asked : {Asked::nothing, Asked::ask_name, Asked::ask_birth}) {
            const Meaning meaning = heard(text, asked);
            EXPECT_FALSE(meaning.bad_birth_text.empty()) << text;
            EXPECT_TRUE(meaning.is_birth_to_come) << text;
            EXPECT_FALSE(meaning.date) << text;
        }
    }
    EXPECT_TRUE(heard("14-05-2090", Asked::ask_birth).is_birth_to_come);
    EXPECT_TRUE(heard("#SITI RAHAYU#14052090#27112026").is_birth_to_come);
    EXPECT_FALSE(heard("Siti Rahayu 30-02-1990", Asked::ask_name).is_birth_to_come);
}

TEST(PeopleNames, somebody_added_in_the_middle_is_a_person_and_no_visit_long_ago) {
    constexpr std::string_view budi = "name=Budi_Santoso birth=1987-01-25 date=-";
    expect_among(
        Asked::nothing,
        {{"tambah Budi Santoso 25-01-1987", budi},
         {"tambah budi santoso 25-01-1987", budi},
         {"add Budi Santoso 25-01-1987", budi},
         {"bisa tambah ayah saya juga? Budi Santoso 25-01-1987", budi},
         {"can I bring my dad too? Budi Santoso 25 January 1987", budi},
         {"daftar paspor Budi Santoso 25 jan 1987", budi},
         {"renew my passport Budi Santoso 25 January 1987", budi}}
    );
}

TEST(PeopleNames, a_place_of_birth_is_nobody_s_name) {
    expect_among(
        Asked::nothing,
        {{"saya lahir di Bandung Barat 5 mei 1990", "birth=1990-05-05 name=- date=-"},
         {"ttl: Jakarta, 5 mei 1990", "birth=1990-05-05 name=- date=-"},
         {"nama: Siti Rahayu, ttl: Jakarta, 5 mei 1990",
          "name=Siti_Rahayu birth=1990-05-05 date=-"}}
    );
}

}  // namespace antre::language
