#include "language/said_test.h"

namespace antre::language {

// Who names two days wants either; the first is held, and the echo shows which.
TEST(Sides, of_a_list_of_wishes_the_first_counts) {
    for (const std::string_view text :
         {"kamis atau ngga jumat aja",
          "daftar kamis atau jumat",
          "daftar kamis/jumat",
          "daftar kamis kalo gak jumat",
          "daftar kamis, kalau penuh jumat",
          "daftar kamis, kalau kamis penuh jumat aja",
          "book thursday or friday",
          "book thursday, if not friday",
          "book thursday, if that is full friday"}) {
        EXPECT_EQ(heard(text).date, date_of({2026, 11, 26})) << text;
        EXPECT_NE(heard(text).intent, Intent::reschedule) << text;
    }
    expect_said("pindah ke kamis atau jumat", "reschedule date=2026-11-26");
    expect_said("pindah ke kamis jam 9 atau jumat jam 10", "reschedule date=2026-11-26 time=09:00");
    expect_said("ganti ke jam 9 atau jam 10", "reschedule time=09:00");
}

TEST(Sides, from_and_to_are_a_range_unless_something_moves) {
    expect_said("book from monday to wednesday", "book date=2026-11-30 date_to=2026-12-02");
    expect_said(
        "any slots from monday to wednesday?", "availability date=2026-11-30 date_to=2026-12-02"
    );
    expect_said(
        "move it from monday to wednesday", "reschedule old_date=2026-11-30 date=2026-11-25"
    );
    expect_said("move me from 9 to 10", "reschedule old_time=09:00 time=10:00");
    expect_said("book tomorrow from 9 to 10", "book date=2026-11-25 time=09:00 time_to=10:00");
}

TEST(Sides, an_arrow_is_a_move) {
    expect_said("26 nov -> 3 des", "reschedule old_date=2026-11-26 date=2026-12-03");
    expect_said("26 nov => 3 des", "reschedule old_date=2026-11-26 date=2026-12-03");
    expect_said("26 nov → 3 des", "reschedule old_date=2026-11-26 date=2026-12-03");
    expect_said("ganti kamis > jumat", "reschedule old_date=2026-11-26 date=2026-11-27");
    expect_said("jam 9 -> jam 10", "reschedule old_time=09:00 time=10:00");
    expect_said("jadwal saya 26 nov jadi 3 des", "reschedule old_date=2026-11-26 date=2026-12-03");
}

TEST(Sides, a_day_that_does_not_come_about_is_the_old_one) {
    expect_said("gak sido kemis, ganti senen ae", "reschedule old_date=2026-11-26 date=2026-11-30");
    expect_said(
        "tidak jadi tanggal 4 januari, tolong diubah menjadi tanggal 11 januari",
        "reschedule old_date=2027-01-04 date=2027-01-11"
    );
    expect_said("kagak jadi senen, selasa aje dah", "inform date=2026-12-01", Asked::ask_date);
    expect_said("besok gak bisa, lusa aja", "inform date=2026-11-26", Asked::ask_date);
}

TEST(Sides, before_after_and_from_then_on) {
    expect_said(
        "boleh dimajukan sebelum tanggal 25 desember jadwal saya?",
        "reschedule date=2026-12-25 date_rel=before"
    );
    expect_said(
        "jadwal ibu tolong diundur sampai sesudah natal ya",
        "reschedule date=2026-12-25 date_rel=after"
    );
    expect_said("daftar mulai tgl 5 desember", "book date=2026-12-05 date_rel=after");
    expect_said("daftar mulai senin sampai rabu", "book date=2026-11-30 date_to=2026-12-02");
    expect_said("daftar tgl 5 ke atas", "book date=2026-12-05 date_rel=after");
    expect_said("daftar sore nanti", "book date=2026-11-24 daypart=sore");
    expect_said("book me tonight", "book date=2026-11-24 daypart=malam");
}

TEST(Sides, how_many_may_stand_behind_the_day) {
    expect_said("daftar kamis dua", "book date=2026-11-26 count=2");
    expect_said("daftar kamis jam 9 dua orang", "book date=2026-11-26 time=09:00 count=2");
    expect_said("daftar besok 3 ya", "book date=2026-11-25 count=3");
    expect_said("paspor ku urus sendiri kamis", "book date=2026-11-26");
}

}  // namespace antre::language
