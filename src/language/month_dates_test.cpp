#include "language/said_test.h"

namespace antre::language {

TEST(MonthDates, weeks_and_weekdays_of_a_month_are_counted) {
    expect_dates({
        {"minggu pertama desember", "2026-12-01..2026-12-07"},
        {"minggu kedua bulan depan", "2026-12-08..2026-12-14"},
        {"minggu ke-3 desember", "2026-12-15..2026-12-21"},
        {"minggu ke 3 desember", "2026-12-15..2026-12-21"},
        {"minggu terakhir desember", "2026-12-25..2026-12-31"},
        {"the first week of december", "2026-12-01..2026-12-07"},
        {"the last week of december", "2026-12-25..2026-12-31"},
        {"rabu minggu ke-2 desember", "2026-12-09"},
        {"rabu minggu kedua desember", "2026-12-09"},
        {"senin pertama desember", "2026-12-07"},
        {"senin pertama bulan depan", "2026-12-07"},
        {"the first monday of december", "2026-12-07"},
        {"the second tuesday in december", "2026-12-08"},
        {"jumat terakhir bulan ini", "2026-11-27"},
        {"the last friday of the month", "2026-11-27"},
        {"minggu pertama januari", "2027-01-01..2027-01-07"},
    });
}

TEST(MonthDates, parts_of_months_and_years_are_ranges) {
    expect_dates({
        {"tanggal muda", "2026-12-01..2026-12-10"},
        {"tgl tua", "2026-11-24..2026-11-30"},
        {"tengah bulan depan", "2026-12-11..2026-12-20"},
        {"mid-december", "2026-12-11..2026-12-20"},
        {"late december", "2026-12-21..2026-12-31"},
        {"beginning of january", "2027-01-01..2027-01-10"},
        {"end of the month", "2026-11-24..2026-11-30"},
        {"the end of next month", "2026-12-21..2026-12-31"},
        {"awal tahun", "2027-01-01..2027-01-10"},
        {"awal tahun depan", "2027-01-01..2027-01-10"},
        {"early next year", "2027-01-01..2027-01-10"},
        {"akhir tahun", "2026-12-21..2026-12-31"},
        {"akhir tahun ini", "2026-12-21..2026-12-31"},
        {"akhir tahun depan", "2027-12-21..2027-12-31"},
    });
}

TEST(MonthDates, a_year_may_be_said_in_words) {
    expect_dates({
        {"17 agustus tahun depan", "2027-08-17"},
        {"tgl 5 januari thn depan", "2027-01-05"},
        {"5 december next year", "2027-12-05"},
        {"3 desember tahun ini", "2026-12-03"},
        {"januari tahun depan", "2027-01-01..2027-01-31"},
        {"agustus tahun depan", "2027-08-01..2027-08-31"},
        {"tiga desember dua ribu dua puluh enam", "2026-12-03"},
        {"tanggal lima maret dua ribu dua puluh tujuh", "2027-03-05"},
        {"december third twenty twenty-six", "2026-12-03"},
    });
    expect_said(
        "tujuh belas agustus sembilan belas delapan puluh delapan",
        "inform birth=1988-08-17",
        Asked::ask_birth
    );
    expect_said(
        "dua mei seribu sembilan ratus tujuh puluh", "inform birth=1970-05-02", Asked::ask_birth
    );
    expect_said("third of july nineteen ninety", "inform birth=1990-07-03", Asked::ask_birth);
}

TEST(MonthDates, the_day_may_stand_behind_the_month) {
    expect_dates({
        {"desember tgl 7", "2026-12-07"},
        {"di bulan desember, tgl 7", "2026-12-07"},
        {"tanggal 7 di bulan desember", "2026-12-07"},
        {"tanggal tujuh bulan dua belas", "2026-12-07"},
        {"dec. 3", "2026-12-03"},
        {"december the 3rd", "2026-12-03"},
        {"december the third", "2026-12-03"},
        {"december twenty-first", "2026-12-21"},
        {"the twenty-first of december", "2026-12-21"},
        {"the third", "2026-12-03"},
        {"the twenty fifth", "2026-11-25"},
        {"bulan depan yg tgl 5", "2026-12-05"},
        {"3hb disember", "2026-12-03"},
        {"tgl dua lima desember", "2026-12-25"},
        {"tgl.3", "2026-12-03"},
    });
}

TEST(MonthDates, days_of_one_month_share_it) {
    expect_dates({
        {"tgl 3 atau 4 januari", "2027-01-03"},
        {"tgl 4, 5 atau 6 januari", "2027-01-04"},
        {"4/5 januari", "2027-01-04"},
        {"the 3rd or 4th of january", "2027-01-03"},
        {"antara tanggal 3 dan 5 desember", "2026-12-03..2026-12-05"},
        {"between the 3rd and the 5th of december", "2026-12-03..2026-12-05"},
        {"dec 3-5", "2026-12-03..2026-12-05"},
        {"december 3 to 5", "2026-12-03..2026-12-05"},
        {"tgl 30 nov s.d. 2 des", "2026-11-30..2026-12-02"},
        {"antara senin dan rabu", "2026-11-30..2026-12-02"},
        {"between monday and wednesday", "2026-11-30..2026-12-02"},
        {"mon-wed", "2026-11-30..2026-12-02"},
    });
    expect_said(
        "move it from the 13th to the 20th of january",
        "reschedule old_date=2027-01-13 date=2027-01-20"
    );
}

}  // namespace antre::language
