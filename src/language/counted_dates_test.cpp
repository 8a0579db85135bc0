#include "language/said_test.h"

namespace antre::language {

TEST(CountedDates, days_are_counted_from_another_day) {
    expect_dates({
        {"3 hari setelah senin", "2026-12-03"},
        {"sehari setelah natal", "2026-12-26"},
        {"2 hari sebelum tahun baru", "2026-12-30"},
        {"seminggu setelah lebaran", "2027-03-17"},
        {"h-1 natal", "2026-12-24"},
        {"H-3 lebaran", "2027-03-07"},
        {"h+2 natal", "2026-12-27"},
        {"two days after monday", "2026-12-02"},
        {"the day after christmas", "2026-12-26"},
        {"the day before christmas", "2026-12-24"},
        {"day after tmr", "2026-11-26"},
        {"any day before the 22nd", "2026-12-22 before"},
        {"a week from friday", "2026-12-04"},
        {"a week on friday", "2026-12-04"},
        {"a week today", "2026-12-01"},
        {"a week tomorrow", "2026-12-02"},
        {"two weeks from tomorrow", "2026-12-09"},
    });
}

TEST(CountedDates, weeks_are_counted_from_today) {
    expect_dates({
        {"in two weeks' time", "2026-12-08"},
        {"in a week's time", "2026-12-01"},
        {"in a month's time", "2026-12-24"},
        {"in a fortnight", "2026-12-08"},
        {"a fortnight from today", "2026-12-08"},
        {"a couple of days from now", "2026-11-26"},
        {"2 minggu lagi hari rabu", "2026-12-09"},
        {"rabu 2 minggu lagi", "2026-12-09"},
        {"3 hari ke depan", "2026-11-24..2026-11-27"},
        {"dalam seminggu ke depan", "2026-11-24..2026-12-01"},
        {"the next 3 days", "2026-11-24..2026-11-27"},
    });
}

TEST(CountedDates, which_week_a_weekday_is_of_may_be_said_in_many_ways) {
    expect_dates({
        {"Thursday week", "2026-12-03"},
        {"monday week", "2026-12-07"},
        {"tomorrow week", "2026-12-02"},
        {"wednesday fortnight", "2026-12-09"},
        {"the week of the 9th", "2026-12-07..2026-12-13"},
        {"week commencing 7 December", "2026-12-07..2026-12-13"},
        {"the week after next", "2026-12-07..2026-12-13"},
        {"monday the week after next", "2026-12-07"},
        {"friday after next", "2026-12-11"},
        {"friday of next week", "2026-12-04"},
        {"besok senin", "2026-11-30"},
        {"besok rabu", "2026-11-25"},
        {"suk senen", "2026-11-30"},
        {"this sat", "2026-11-28"},
        {"akhir minggu ini", "2026-11-28..2026-11-29"},
        {"akhir minggu depan", "2026-12-05..2026-12-06"},
        {"kamis/3 Desember", "2026-12-03"},
        {"kamis 3", "2026-12-03"},
        {"malam natal", "2026-12-24"},
        {"new year's eve", "2026-12-31"},
    });
}

TEST(CountedDates, a_week_and_a_weekday_apart_are_one_day) {
    for (const std::string_view text :
         {"minggu depan aja, kamis gitu",
          "minggu depan aja ya kamisnya",
          "daftar minggu depan kalo bisa kamis",
          "daftar minggu depan di hari kamis jam 9",
          "daftar kamis nya minggu depan",
          "daftar kamis di minggu depan",
          "kamis aja, minggu depan",
          "hari kamis pagi jam 9 minggu depan",
          "book next week, thursday maybe",
          "next week on thursday please",
          "pindah ke minggu depan, kamis"}) {
        EXPECT_EQ(heard(text).date, date_of({2026, 12, 3})) << text;
        EXPECT_FALSE(heard(text).date_to) << text;
    }
    expect_said(
        "ganti kamis ke minggu depan",
        "reschedule old_date=2026-11-26 date=2026-11-30 date_to=2026-12-06"
    );
    expect_said(
        "kamis gak bisa, minggu depan aja",
        "reschedule old_date=2026-11-26 date=2026-11-30 date_to=2026-12-06"
    );
}

TEST(CountedDates, regions_have_their_own_words_for_days) {
    expect_dates({
        {"mbesuk", "2026-11-25"},
        {"beso", "2026-11-25"},
        {"besong", "2026-11-25"},
        {"mani", "2026-11-25"},
        {"marsogot", "2026-11-25"},
        {"lagghu", "2026-11-25"},
        {"jemoh", "2026-11-25"},
        {"ammuko", "2026-11-25"},
        {"emben", "2026-11-26"},
        {"sangadi", "2026-11-26"},
        {"haduan", "2026-11-26"},
        {"buin mani", "2026-11-26"},
        {"luse", "2026-11-26"},
        {"buin telun", "2026-11-27"},
        {"tigo hari lai", "2026-11-27"},
        {"duo minggu lai", "2026-12-08"},
        {"sanayan muko", "2026-11-30"},
        {"senin kaina", "2026-11-30"},
        {"senin berikutnya", "2026-11-30"},
        {"minggu muko", "2026-11-30..2026-12-06"},
        {"sasi ngarep", "2026-12-01..2026-12-31"},
        {"bulan muko", "2026-12-01..2026-12-31"},
        {"minggu hareup poe kemis", "2026-12-03"},
    });
    expect_said("daftar senin enjing", "book date=2026-11-30 daypart=pagi");
    expect_said("daftar senin jam 8 enjing", "book date=2026-11-30 time=08:00");
    expect_said("daftar enjing jam 8", "book date=2026-11-25 time=08:00");
}

}  // namespace antre::language
