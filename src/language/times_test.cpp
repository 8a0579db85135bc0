#include "language/said_test.h"
#include "language/times.h"

namespace antre::language {

namespace {

struct Row {
    std::string_view text;
    std::string_view time;
};

}  // namespace

TEST(Times, bare_hours_are_office_hours) {
    for (const Row row : std::initializer_list<Row>{
             {"jam 7", "07:00"},
             {"jam 11", "11:00"},
             {"jam 12", "12:00"},
             {"jam 1", "13:00"},
             {"jam 2", "14:00"},
             {"jam 6", "18:00"},
             {"jam 7 malam", "19:00"},
             {"jam 19", "19:00"},
             {"jam 8 pagi", "08:00"},
             {"9 pagi", "09:00"},
             {"jam 1 siang", "13:00"},
             {"jam 3 sore", "15:00"},
             {"at 2pm", "14:00"},
             {"2 pm", "14:00"},
             {"10 o'clock", "10:00"},
             {"jam 12 malam", "00:00"},
         }) {
        EXPECT_EQ(time_said(row.text), row.time) << row.text;
    }
}

TEST(Times, minutes_come_in_many_shapes) {
    for (const Row row : std::initializer_list<Row>{
             {"8.30", "08:30"},
             {"08:30", "08:30"},
             {"jam 0830", "08:30"},
             {"jam8.30", "08:30"},
             {"pukul 13.30 WIB", "13:30"},
             {"jam 9 30", "09:30"},
             {"at ten thirty", "10:30"},
             {"setengah 9", "08:30"},
             {"stgh sembilan", "08:30"},
             {"jam setengah sebelas", "10:30"},
             {"jam 10 kurang 15", "09:45"},
             {"jam 10 lewat 15", "10:15"},
             {"jam 8 lewat seperempat", "08:15"},
             {"jam 9 lebih sepuluh menit", "09:10"},
             {"half past eight", "08:30"},
             {"at half nine", "09:30"},
             {"quarter past ten", "10:15"},
             {"quarter to ten", "09:45"},
             {"at twenty past ten", "10:20"},
             {"10 past 9", "09:10"},
             {"at ten to ten", "09:50"},
             {"25 to eleven", "10:35"},
             {"10h", "10:00"},
             {"14h30", "14:30"},
             {"antara 10-11", "10:00..11:00"},
             {"anytime after 10", "10:00 after"},
             {"jam delapan seperempat", "08:15"},
             {"jam pitu luwih setengah", "07:30"},
             {"jm 1 sng", "13:00"},
             {"tabuh sanga", "09:00"},
             {"jam ９", "09:00"},
         }) {
        EXPECT_EQ(time_said(row.text), row.time) << row.text;
    }
}

TEST(Times, ranges_and_sides_are_kept) {
    for (const Row row : std::initializer_list<Row>{
             {"jam 9-11", "09:00..11:00"},
             {"jam 9 sampai jam 11", "09:00..11:00"},
             {"antara jam 9 dan 11", "09:00..11:00"},
             {"08.00-09.00", "08:00..09:00"},
             {"sebelum jam 10", "10:00 before"},
             {"setelah jam 1", "13:00 after"},
             {"after 2pm", "14:00 after"},
             {"jam 10 ke atas", "10:00 after"},
         }) {
        EXPECT_EQ(time_said(row.text), row.time) << row.text;
    }
}

TEST(Times, halves_and_minutes_are_written_and_spoken_in_every_way) {
    expect_times({
        {"jam 1/2 9", "08:30"},
        {"jam ½ 9", "08:30"},
        {"jam stenga sembilan", "08:30"},
        {"jam 9;30", "09:30"},
        {"jam delapan empat lima", "08:45"},
        {"jam sembilan lima belas", "09:15"},
        {"kurang 15 menit jam 10", "09:45"},
        {"kurang seperempat jam 10", "09:45"},
        {"jam songo luwih limolas", "09:15"},
        {"jam sedasa kirang seprapat", "09:45"},
        {"jam duabelas siang", "12:00"},
        {"jam sablas", "11:00"},
        {"pk 9", "09:00"},
        {"pk. 09.00", "09:00"},
        {"nine thirty", "09:30"},
        {"eight forty-five", "08:45"},
        {"eleven fifteen", "11:15"},
        {"quarter of ten", "09:45"},
        {"9ish", "09:00"},
        {"around nine-ish", "09:00"},
        {"9 o clock", "09:00"},
        {"9 a.m.", "09:00"},
        {"2 p.m.", "14:00"},
        {"1400hrs", "14:00"},
        {"14:00 hrs", "14:00"},
        {"noon", "12:00"},
        {"at noon", "12:00"},
        {"two in the afternoon", "14:00"},
        {"10 in the morning", "10:00"},
        {"930", "09:30"},
        {"0930", "09:30"},
        {"1030", "10:30"},
    });
    expect_said("one thirty works", "inform time=13:30", Asked::ask_time);
    expect_said("sembilan tiga puluh", "inform time=09:30", Asked::ask_time);
    expect_said("9 to 10", "inform time=09:00 time_to=10:00", Asked::ask_time);
    expect_said("jam 8 kepagian, 9 aja", "inform time=09:00", Asked::ask_time);
    expect_said("antara 9-10", "inform time=09:00 time_to=10:00", Asked::ask_time);
    expect_said("12 12", "inform date=2026-12-12", Asked::ask_date);
}

TEST(Times, ranges_and_sides_are_kept_in_other_words) {
    expect_times({
        {"antara jam 9 sama jam 10", "09:00..10:00"},
        {"antara jam 9 sampe 10", "09:00..10:00"},
        {"09.00 s.d. 10.00", "09:00..10:00"},
        {"from 9 to 10", "09:00..10:00"},
        {"9 to 11", "09:00..11:00"},
        {"between 2 and 4 pm", "14:00..16:00"},
        {"jam 9/10", "09:00"},
        {"jam 9.15-10.00", "09:15..10:00"},
        {"jam 9 atau 10", "09:00"},
        {"mulai jam 10", "10:00 after"},
        {"from 10 onwards", "10:00 after"},
        {"10 or later", "10:00 after"},
        {"10am onwards", "10:00 after"},
        {"not before 10", "10:00 after"},
        {"not earlier than 10", "10:00 after"},
        {"after 2", "14:00 after"},
        {"jam 10 ke bawah", "10:00 before"},
        {"no later than 10", "10:00 before"},
        {"before noon", "12:00 before"},
    });
}

TEST(Times, parts_of_the_day_are_wishes_but_not_in_greetings) {
    expect_said("besok pagi mau bikin paspor", "book date=2026-11-25 daypart=pagi service=new");
    expect_said("senin habis dhuhur", "book date=2026-11-30 daypart=siang");
    expect_said("friday after lunch", "book date=2026-11-27 daypart=siang");
    expect_said("pagi kak, mau daftar besok", "book date=2026-11-25");
    expect_said("selamat siang, mau daftar besok", "book date=2026-11-25");
    expect_said("nanti sore mau daftar", "book date=2026-11-24 daypart=sore");
}

TEST(Times, lengths_are_delays_and_no_hours) {
    expect_said("telat 20 menit", "late delay_min=20");
    expect_said("telat setengah jam", "late delay_min=30");
    expect_said("molor sejam", "late delay_min=60");
    expect_said("telat 1,5 jam", "late delay_min=90");
    expect_said("running late, an hour and a half", "late delay_min=90");
    expect_said("telat, sampai jam setengah 10", "late time=09:30");
}

}  // namespace antre::language
