#include "language/said_test.h"

namespace antre::language {

TEST(Corrections, the_value_that_is_said_last_is_meant) {
    expect_said("daftar besok, eh lusa aja", "book date=2026-11-26");
    expect_said("daftar senin eh salah selasa", "book date=2026-12-01");
    expect_said("daftar kamis jam 9 eh jam 10", "book date=2026-11-26 time=10:00");
    expect_said("daftar kamis jam 9 eh 10", "book date=2026-11-26 time=10:00");
    expect_said("daftar senin jam 9, eh selasa aja", "book date=2026-12-01 time=09:00");
    expect_said("daftar 2 orang eh 3 orang kamis", "book date=2026-11-26 count=3");
    expect_said("register on monday, no wait, tuesday", "book date=2026-12-01");
    expect_said("pindah ke rabu.. eh kamis ding", "reschedule date=2026-11-26");
    expect_said("bukan besok tapi lusa daftarnya", "book date=2026-11-26");
    expect_said("daftar lusa eh jangan lusa besok aja", "book date=2026-11-25");
    expect_said("daftar kamis eh kok kamis, jumat maksudnya", "book date=2026-11-27");
    expect_said("daftar lusa, eh hari minggu itu, senin aja", "book date=2026-11-30");
    expect_said("daftar besok eh lusa kan libur, jumat aja", "book date=2026-11-27");
    expect_said("pindah ke senin, eh wait, selasa aja", "reschedule date=2026-12-01");
    expect_said("put me in for thursday - wait, make it friday", "book date=2026-11-27");
    expect_said("senin... selasa aja", "inform date=2026-12-01", Asked::ask_date);
    expect_said("jam 8, sorry jam 9", "inform time=09:00", Asked::ask_time);
    expect_said("2 eh 3", "inform count=3", Asked::ask_count);
    expect_said("Budi Santosa eh Budi Santoso", "inform name=Budi Santoso", Asked::ask_name);
    expect_said("12 mei 1990 eh 1991", "inform birth=1991-05-12", Asked::ask_birth);
}

TEST(Corrections, a_wish_that_is_taken_back_is_none) {
    expect_said("batalin.. eh jangan, pindahin aja ke jumat", "reschedule date=2026-11-27");
    expect_said("bikin paspor baru eh ralat perpanjang paspor", "book service=renew");
    expect_said("iya eh bukan, salah", "deny", Asked::confirm);
    expect_said("tidak, eh iya benar", "affirm", Asked::confirm);
}

TEST(Corrections, an_apology_without_a_second_value_takes_nothing_back) {
    expect_said("maaf, daftar besok jam 9", "book date=2026-11-25 time=09:00");
    expect_said("eh mau daftar besok", "book date=2026-11-25");
    expect_said("besok gak bisa, maaf, lusa aja", "reschedule old_date=2026-11-25 date=2026-11-26");
}

TEST(Corrections, of_two_counts_the_one_that_is_not_denied_is_meant) {
    expect_said("eh bukan 2 orang, 3", "inform count=3", Asked::confirm);
    expect_said("eh bukan dua orang, tiga", "inform count=3", Asked::ask_name);
    expect_said("sorry not 2 people, 3", "inform count=3", Asked::confirm);
    expect_said("maksudnya 3 orang bukan 2", "inform count=3", Asked::confirm);
    expect_said("eh bukan hari ini, besok", "inform date=2026-11-25", Asked::confirm);
}

}  // namespace antre::language
