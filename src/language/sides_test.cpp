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

TEST(Sides, one_hour_for_another_is_a_move) {
    for (const std::string_view text :
         {"change to 10 instead of 9",
          "make it 10 not 9",
          "bikin jam 10 bukan jam 9",
          "dari jam 9 jadi jam 10",
          "jam 9nya jadi jam 10 aja",
          "ini kan jam 9, mau jam 10",
          "jangan jam 9 dong, jam 10",
          "kelewat pagi jam 9, mau jam 10",
          "move my 9am to 10am",
          "jadwalku kan jam 9, bisa jadi jam 10?"}) {
        expect_said(text, "reschedule old_time=09:00 time=10:00");
    }
    expect_said("harinya tetap, jamnya ganti 11", "reschedule time=11:00");
    expect_said("ganti ke kamis, jamnya tetap 9", "reschedule date=2026-11-26 time=09:00");
}

TEST(Sides, one_day_for_another_is_a_move) {
    for (const std::string_view text :
         {"aku gabisa dateng tgl 26, tgl 27 bisa?",
          "gak bisa kamis nih, adanya jumat",
          "kamis saya sakit, jumat bisa kak?",
          "swap Thursday for Friday please",
          "tukar jadwal kamis sama jumat",
          "Thursday doesn't work anymore, Friday instead?",
          "Thursday's no good, is Friday possible?",
          "I'd rather come on Friday than Thursday",
          "I have an appointment on Thursday, can we make it Friday?",
          "jadwal lama 26 nov, jadwal baru 27 nov",
          "my schedule is thursday, I want friday same hour",
          "tgl 26 jadi tgl 27 ya"}) {
        const Meaning meaning = heard(text);
        EXPECT_EQ(meaning.intent, Intent::reschedule) << text << meaning.reason;
        EXPECT_EQ(meaning.date, date_of({2026, 11, 27})) << text;
    }
    expect_said("geser seminggu dong, jadi tgl 3 des", "reschedule date=2026-12-03");
    expect_said("undur dong jadwal saya 2 hari dari tgl 26", "reschedule date=2026-11-28");
    expect_said(
        "besok hujan kayaknya, pindah lusa aja", "reschedule old_date=2026-11-25 date=2026-11-26"
    );
    expect_said(
        "daftar jumat pagi, tapi jangan jam 8, jam 9 aja", "book date=2026-11-27 time=09:00"
    );
}

TEST(Sides, days_and_hours_of_events_are_no_wishes) {
    expect_said(
        "libur sekolah tgl 21 desember, daftar tgl itu ya jam 9", "book date=2026-12-21 time=09:00"
    );
    expect_said(
        "aku ada kelas jam 10 jadi maunya jam 1 aja hari kamis", "book date=2026-11-26 time=13:00"
    );
    expect_said("rapat jam 9, daftar jam 11 hari kamis", "book date=2026-11-26 time=11:00");
    expect_said("cuti bersama tgl 24 kantor buka?", "info date=2026-11-24 topic=hours");
    expect_said("I'm away until the 5th, book me on the 8th", "book date=2026-12-08");
}

TEST(Sides, of_several_days_the_one_in_the_clause_of_the_wish_counts) {
    for (const std::string_view text :
         {"gajian tgl 2, jadi daftar tgl 7 desember jam 9 ya",
          "sabtu buka ga? kalau tutup daftar 7 desember jam 9",
          "my visa runs from 1 december to 31 december, book me on the 7th at 9",
          "flight's on the 15th at 10am, need a slot on 7 december at 9",
          "school holidays start on the 14th, book us for 7 december at 9",
          "kemarin saya datang jam 8 sudah penuh, daftar lagi 7 desember jam 9",
          "tadi jam 8 saya telpon tidak diangkat, daftar 7 desember jam 9 ya",
          "I called yesterday at 10, nobody answered, book me on 7 december at 9",
          "hari ini saya tidak sempat, 7 desember jam 9 aja daftar",
          "saya tinggal di jalan 10 november no 5, daftar 7 desember jam 9",
          "kantor tutup tgl 5 kan, jadi saya daftar tgl 7 desember jam 9",
          "tgl 6 libur ya? kalau gitu 7 desember jam 9 aja daftarnya"}) {
        const Meaning meaning = heard(text);
        EXPECT_EQ(meaning.intent, Intent::book) << text << meaning.reason;
        EXPECT_EQ(meaning.date, date_of({2026, 12, 7})) << text;
        EXPECT_EQ(meaning.time, clock_time(9, 0)) << text;
    }
}

TEST(Sides, what_is_asked_about_is_not_yet_wanted) {
    for (const std::string_view text :
         {"kalo hari kamis jam 10an masih kebagian gak ya kak",
          "izin bertanya, apakah tanggal 10 desember masih tersedia?",
          "besok lusa saya bisa datang jam berapa?",
          "what's free on the 1st?",
          "do you have Saturday slots?",
          "what about the 8th at 10?",
          "would Thursday 10am work?",
          "is 9am on Thursday taken?",
          "earliest on Friday morning?",
          "what's the soonest you can do after Thursday",
          "tmr 2pm got slot or not",
          "kalo jumat depan jam 2 gimana",
          "anything after 3pm next week?"}) {
        EXPECT_EQ(heard(text).intent, Intent::availability) << text << heard(text).reason;
        EXPECT_TRUE(heard(text).date) << text;
    }
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
