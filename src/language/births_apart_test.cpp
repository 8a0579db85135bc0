#include "language/said_test.h"

// Births before names, all names before all births, names alone, and names with a month in them.

namespace antre::language {

TEST(BirthsApart, find_their_names) {
    expect_among(
        Asked::nothing,
        {{"lahir 9 juni 1981, Martha Wanggai, daftar lusa jam 9",
          "book name=Martha_Wanggai birth=1981-06-09 date=2026-11-26 time=09:00"},
         {"1979-10-02 Endah Puspita, paspor baru, kamis",
          "book name=Endah_Puspita birth=1979-10-02 date=2026-11-26"},
         {"tgl lahir 3 maret 1990 atas nama Dedi Suryadi, daftar besok",
          "book name=Dedi_Suryadi birth=1990-03-03 date=2026-11-25"},
         {"daftar 2 org besok jam 8. 7 mar 1971 Gilang Pratomo, 19 apr 1974 Wati Sumiati",
          "book name=Gilang_Pratomo name=Wati_Sumiati birth=1971-03-07 date=2026-11-25"},
         {"book for Monday: 4 July 1980 Karen Holloway, 9 June 1978 Mark Holloway",
          "book name=Karen_Holloway name=Mark_Holloway birth=1980-07-04 date=2026-11-30"},
         {"mau daftar 2 orang, jumat: Joko Susilo & Jeni Susilowati, lahir 8/2/1984 & 9/3/1986",
          "book name=Joko_Susilo name=Jeni_Susilowati birth=1984-02-08 date=2026-11-27"},
         {"daftar senin: Ayu Prameswari dan Bagus Wicaksono, lahir 1 mei 1991 dan 2 juni 1990",
          "book name=Ayu_Prameswari name=Bagus_Wicaksono birth=1991-05-01 date=2026-11-30"},
         {"tolong 2 orang ini: Markus Yoku dan Agnes Ohee, daftar tgl 4 jam 1",
          "book name=Markus_Yoku name=Agnes_Ohee date=2026-12-04 time=13:00"},
         {"register 3 people for Friday: Colin Meyers, Joan Meyers and Patrick Meyers",
          "book name=Colin_Meyers name=Joan_Meyers name=Patrick_Meyers date=2026-11-27"},
         {"daftarkan dua orang senin jam sepuluh yang pertama Wagiyem lahir 3 maret 1960 yang "
          "kedua Ngatijo Raharja lahir 5 mei 1958",
          "book name=Wagiyem name=Ngatijo_Raharja birth=1960-03-03 date=2026-11-30 time=10:00"},
         {"daftar Rabu Ginting, 5 april 71, datang rabu jam 10, paspor rusak",
          "book name=Rabu_Ginting birth=1971-04-05 date=2026-11-25 time=10:00"},
         {"daftar Kamis Barus 12-03-1977 hari jumat",
          "book name=Kamis_Barus birth=1977-03-12 date=2026-11-27"},
         {"kami berdua daftar 10 des jam 13.30. Oey Mei Lan, 1960-02-11; Kho Beng Hok, 1957-09-30",
          "book name=Oey_Mei_Lan name=Kho_Beng_Hok birth=1960-02-11 date=2026-12-10"},
         {"name's Gregory Latumahina, born 1977 August 5, I want to book Tuesday 11am",
          "book name=Gregory_Latumahina birth=1977-08-05 date=2026-12-01 time=11:00"},
         {"nama saya Retno Palupi lahir 6 mei 92, salah, 16 mei 1992, daftar hari senin",
          "book name=Retno_Palupi birth=1992-05-16 date=2026-11-30"},
         {"lahir 4 juli 1995 eh 5 juli 1995, Rina Anggraini, daftar kamis",
          "book name=Rina_Anggraini birth=1995-07-05 date=2026-11-26"},
         {"Siti Rahayu, 14-05-1990, Budi Santoso, 25-01-1987, daftar besok",
          "book name=Siti_Rahayu name=Budi_Santoso birth=1990-05-14 date=2026-11-25"},
         {"daftar besok: Siti Rahayu 14-05-1990, Budi Santoso 25-01-1987",
          "book name=Siti_Rahayu name=Budi_Santoso birth=1990-05-14"},
         {"daftar 3-12-2026 jam 9, Siti Rahayu 14-05-1990",
          "book name=Siti_Rahayu birth=1990-05-14 date=2026-12-03"},
         {"3 desember 2026, Siti Rahayu lahir 14 mei 1990",
          "book name=Siti_Rahayu birth=1990-05-14 date=2026-12-03"},
         {"Perpanjang Paspor besok, Agus Salim 03-04-1980",
          "book name=Agus_Salim birth=1980-04-03 date=2026-11-25"},
         {"paspor saya terbit 5 mei 2019, Kantor Jakarta, mau perpanjang besok",
          "book date=2026-11-25"},
         {"Mau daftar besok: Paspor Baru dan Perpanjangan", "book date=2026-11-25"}}
    );
}

TEST(BirthsApart, find_their_names_ask_name) {
    expect_among(
        Asked::ask_name,
        {{"Oey Mei Lan, 15-08-1962", "inform name=Oey_Mei_Lan birth=1962-08-15"},
         {"15-08-1962 Endah Puspita", "inform name=Endah_Puspita birth=1962-08-15"},
         {"15-08-1962 Endah Puspita\n12-03-1990 Budi Santoso",
          "inform name=Endah_Puspita name=Budi_Santoso birth=1962-08-15"},
         {"Endah Puspita\n15-08-1962\nBudi Santoso\n12-03-1990",
          "inform name=Endah_Puspita name=Budi_Santoso birth=1962-08-15"}}
    );
}

}  // namespace antre::language
