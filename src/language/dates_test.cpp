#include "language/dates.h"
#include "language/said_test.h"

namespace antre::language {

namespace {

struct Row {
    std::string_view text;
    std::string_view date;  // ISO, "from..to", or "-" for none
};

LocalTime at(int year, int month, int day) {
    return {*date_of({year, month, day}), clock_time(9, 10)};
}

}  // namespace

TEST(Dates, days_are_counted_from_today_in_every_tongue) {
    for (const Row row : std::initializer_list<Row>{
             {"hari ini", "2026-11-24"},      {"besok", "2026-11-25"},
             {"bsk", "2026-11-25"},           {"sesuk", "2026-11-25"},
             {"enjing", "2026-11-25"},        {"isukan", "2026-11-25"},
             {"bisuak", "2026-11-25"},        {"isuk", "2026-11-25"},
             {"benjang", "2026-11-25"},       {"tomorrow", "2026-11-25"},
             {"lusa", "2026-11-26"},          {"pageto", "2026-11-26"},
             {"suk emben", "2026-11-26"},     {"the day after tomorrow", "2026-11-26"},
             {"tulat", "2026-11-27"},         {"3 hari lagi", "2026-11-27"},
             {"seminggu lagi", "2026-12-01"}, {"dua minggu lagi", "2026-12-08"},
             {"in two weeks", "2026-12-08"},  {"telung dina maneh", "2026-11-27"},
         }) {
        EXPECT_EQ(date_said(row.text, test_now), row.date) << row.text;
    }
}

TEST(Dates, a_bare_weekday_is_the_next_and_depan_is_next_week) {
    for (const Row row : std::initializer_list<Row>{
             {"jumat", "2026-11-27"},
             {"selasa", "2026-12-01"},
             {"jumat ini", "2026-11-27"},
             {"jumat depan", "2026-12-04"},
             {"next friday", "2026-12-04"},
             {"rabu minggu depan", "2026-12-02"},
             {"minggu depan hari rabu", "2026-12-02"},
             {"wednesday next week", "2026-12-02"},
             {"kemis ngarep", "2026-12-03"},
             {"hari minggu", "2026-11-29"},
             {"hari minggu depan", "2026-12-06"},
             {"senin, 30 november", "2026-11-30"},
             {"jumat tgl 27", "2026-11-27"},
             {"sinayan", "2026-11-30"},
             {"jum'at", "2026-11-27"},
         }) {
        EXPECT_EQ(date_said(row.text, test_now), row.date) << row.text;
    }
    EXPECT_EQ(date_said("next tuesday", at(2026, 11, 29)), "2026-12-01");
    EXPECT_EQ(date_said("jumat", at(2026, 11, 27)), "2026-12-04");
}

TEST(Dates, weeks_and_parts_of_months_are_ranges) {
    for (const Row row : std::initializer_list<Row>{
             {"minggu depan", "2026-11-30..2026-12-06"},
             {"minggu ini", "2026-11-24..2026-11-29"},
             {"next week", "2026-11-30..2026-12-06"},
             {"bulan depan", "2026-12-01..2026-12-31"},
             {"awal bulan depan", "2026-12-01..2026-12-10"},
             {"pertengahan desember", "2026-12-11..2026-12-20"},
             {"akhir desember", "2026-12-21..2026-12-31"},
             {"bulan januari", "2027-01-01..2027-01-31"},
             {"senin sampai rabu", "2026-11-30..2026-12-02"},
             {"tgl 3-5 des", "2026-12-03..2026-12-05"},
             {"3 sampai 5 desember", "2026-12-03..2026-12-05"},
             {"akhir pekan ini", "2026-11-28..2026-11-29"},
         }) {
        EXPECT_EQ(date_said(row.text, test_now), row.date) << row.text;
    }
}

TEST(Dates, order_is_day_month_and_what_is_missing_is_the_next_to_come) {
    for (const Row row : std::initializer_list<Row>{
             {"tgl 17", "2026-12-17"},
             {"tgl 24", "2026-11-24"},
             {"tgl 31", "2026-12-31"},
             {"17 agt", "2027-08-17"},
             {"3 desember", "2026-12-03"},
             {"december 3rd", "2026-12-03"},
             {"3rd of december", "2026-12-03"},
             {"4/12", "2026-12-04"},
             {"4-12-2026", "2026-12-04"},
             {"04.12.26", "2026-12-04"},
             {"2026-12-04", "2026-12-04"},
             {"04122026", "2026-12-04"},
             {"tanggal dua puluh lima desember", "2026-12-25"},
             {"tgl 1 bulan depan", "2026-12-01"},
             {"5 bulan 12", "2026-12-05"},
             {"29 feb", "2028-02-29"},
             {"natal", "2026-12-25"},
             {"tgl ２７", "2026-11-27"},
             {"tgl ٢٧", "2026-11-27"},
         }) {
        EXPECT_EQ(date_said(row.text, test_now), row.date) << row.text;
    }
    EXPECT_EQ(date_said("tgl 4", at(2026, 12, 30)), "2027-01-04");
    EXPECT_EQ(date_said("besok", at(2026, 12, 31)), "2027-01-01");
    EXPECT_EQ(date_said("tgl 1 bulan depan", at(2027, 2, 26)), "2027-03-01");
    EXPECT_EQ(date_said("29 feb 2027", test_now), "-");
}

TEST(Dates, what_is_on_no_calendar_is_named_and_not_mended) {
    for (const std::string_view text :
         {"31 februari", "tgl 32", "30-02-2027", "00/13/2027", "31 november", "32112026"}) {
        const Meaning meaning = heard(text, Asked::ask_date);
        EXPECT_FALSE(meaning.date) << text;
        EXPECT_FALSE(meaning.bad_date_text.empty()) << text;
        EXPECT_EQ(meaning.intent, Intent::inform) << text;
    }
}

TEST(Dates, journeys_ages_photos_and_names_are_no_dates) {
    for (const std::string_view text :
         {"berangkat umroh tgl 20 desember, mau bikin paspor",
          "flight on 3 dec, need a passport",
          "pesawat saya tanggal 15 desember jadi mau bikin paspor",
          "foto 5 hari lalu, paspor sudah jadi belum",
          "istri hamil 7 bulan mau bikin paspor",
          "paspor 48 halaman mau perpanjang",
          "umur saya 25 thn mau bikin paspor"}) {
        EXPECT_FALSE(heard(text).date) << text;
    }
    expect_said("Jumat Subagyo", "inform name=Jumat Subagyo", Asked::ask_name);
    expect_said(
        "atas nama Ahad bin Salim, datang hari kamis", "book date=2026-11-26 name=Ahad bin Salim"
    );
}

TEST(Dates, a_day_of_something_else_gives_way_to_the_day_of_the_visit) {
    for (const std::string_view text :
         {"SIM habis tgl 4, paspor mau urus tgl 10 desember",
          "visa saya berakhir 20 desember, paspor mau urus 10 desember",
          "my visa runs out on 20 December, book me on 10 December",
          "nikah tgl 20 desember, paspornya mau urus tgl 10 desember",
          "kapal lepas tali tgl 9 januari, paspor mau urus tgl 10 desember",
          "KTP jadi tgl 1 kemarin, paspor mau urus tgl 10 desember",
          "paspor lama terbit 2 mei 2016, mau urus tgl 10 desember",
          "I leave on 20 December, book me on the 10th"}) {
        EXPECT_EQ(heard(text).date, date_of({2026, 12, 10})) << text;
    }
}

TEST(Dates, of_two_that_say_the_same_the_more_exact_counts) {
    expect_said("awal minggu depan, senin, daftar", "book date=2026-11-30");
    expect_said("daftar minggu depan aja, senin gitu", "book date=2026-11-30");
    expect_said("daftar besok kamis tgl 3 desember", "book date=2026-12-03");
    expect_said("daftar 3 hari dari sekarang", "book date=2026-11-27");
}

TEST(Dates, weekdays_are_known_in_short_forms_and_are_names_beside_names) {
    expect_said("pndh k sn", "reschedule date=2026-11-30");
    expect_said("dftr sn pg", "book date=2026-11-30 daypart=pagi");
    expect_said("daftar jumat kliwon", "book date=2026-11-27");
    expect_said("daftar untuk Jumat Raharjo hari kamis", "book date=2026-11-26 name=Jumat Raharjo");
    expect_said(
        "renewal for John Smith, born 3 July 1980, on Thursday",
        "book date=2026-11-26 name=John Smith birth=1980-07-03 service=renew"
    );
    EXPECT_EQ(date_said("senin minggu depannya lagi", test_now), "2026-12-07");
}

TEST(Dates, the_day_that_is_pointed_to_is_the_new_one) {
    expect_said(
        "tiang ada odalan tgl 4, jadwal tgl 4 digeser ke tgl 7",
        "reschedule old_date=2026-12-04 date=2026-12-07"
    );
    expect_said(
        "antrean saya yang hari kamis pindah ke jumat",
        "reschedule old_date=2026-11-26 date=2026-11-27"
    );
    expect_said(
        "yang tadinya kamis jadi jumat ya", "reschedule old_date=2026-11-26 date=2026-11-27"
    );
    expect_said("besok ga keburu, kamis aja", "reschedule old_date=2026-11-25 date=2026-11-26");
    expect_said(
        "yang kamis dibatalin, ganti jumat", "reschedule old_date=2026-11-26 date=2026-11-27"
    );
    expect_said("can I come at 11 instead of 9?", "reschedule old_time=09:00 time=11:00");
    expect_said(
        "any slot before the 3rd of december?", "availability date=2026-12-03 date_rel=before"
    );
}

TEST(Dates, sides_tell_before_after_and_the_old_day) {
    expect_said("daftar paspor setelah tanggal 5 desember", "book date=2026-12-05 date_rel=after");
    expect_said("tunda sampe abis natal", "reschedule date=2026-12-25 date_rel=after");
    expect_said(
        "jadwal saya tgl 30 nov mau dipindah ke 3 des",
        "reschedule old_date=2026-11-30 date=2026-12-03"
    );
    expect_said(
        "move my appointment from monday to wednesday",
        "reschedule old_date=2026-11-30 date=2026-11-25"
    );
    expect_said(
        "I can't make it tomorrow, can we do friday instead?",
        "reschedule old_date=2026-11-25 date=2026-11-27"
    );
}

}  // namespace antre::language
