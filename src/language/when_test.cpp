#include "language/said_test.h"

// When: days, hours, ranges, corrections and moves, each within a whole sentence.

namespace antre::language {

TEST(When, days_are_counted_from_today) {
    expect_among(
        Asked::nothing,
        {{"daftar paspor besuk jam 9", "book date=2026-11-25 time=09:00"},
         {"daptar isukan tabuh dalapan", "book date=2026-11-25 time=08:00"},
         {"daftar bisuak jam 10", "book date=2026-11-25 time=10:00"},
         {"ulun handak badaftar isuk jam 8", "book date=2026-11-25 time=08:00"},
         {"titiang jagi daftar benjang jam 9", "book date=2026-11-25 time=09:00"},
         {"daftar sesuk jam setengah 9", "book date=2026-11-25 time=08:30"},
         {"daftar pageto jam 1 siang", "book date=2026-11-26 time=13:00"},
         {"daftar suk emben jam 9", "book date=2026-11-26 time=09:00"},
         {"daftar lusa jam 2 sore", "book date=2026-11-26 time=14:00"},
         {"daftar tulat jam 8", "book date=2026-11-27 time=08:00"},
         {"daftar 3 hari lagi jam 9", "book date=2026-11-27 time=09:00"},
         {"daftar tiga hari lagi", "book date=2026-11-27"},
         {"daftar seminggu lagi jam 10", "book date=2026-12-01 time=10:00"},
         {"daftar dua minggu lagi", "book date=2026-12-08"},
         {"daftar 2 mgg lagi jam 9", "book date=2026-12-08 time=09:00"},
         {"book me in three days at 9", "book date=2026-11-27 time=09:00"},
         {"book me in a week", "book date=2026-12-01"},
         {"book me a fortnight from now", "book date=2026-12-08"},
         {"book the day after tomorrow 10am", "book date=2026-11-26 time=10:00"},
         {"register me tomorrow at half past eight", "book date=2026-11-25 time=08:30"},
         {"book me for tomorrow quarter to ten", "book date=2026-11-25 time=09:45"},
         {"daftar sepuluh hari lagi", "book date=2026-12-04"}}
    );
}

TEST(When, weekdays_and_weeks) {
    expect_among(
        Asked::nothing,
        {{"daftar jumat jam 9", "book date=2026-11-27 time=09:00"},
         {"daftar jumat depan jam 9", "book date=2026-12-04 time=09:00"},
         {"daftar jumat ini jam 9", "book date=2026-11-27 time=09:00"},
         {"daftar selasa jam 9", "book date=2026-12-01 time=09:00"},
         {"daftar senin minggu depan", "book date=2026-11-30"},
         {"daftar rebo wingi dpn jam 9", "book time=09:00"},
         {"daftar kemis sesuk jam 9", "book time=09:00"},
         {"daftar rebo jam 9", "book date=2026-11-25 time=09:00"},
         {"daftar kemis jam setengah sepuluh", "book date=2026-11-26 time=09:30"},
         {"daftar jemuah jam 10", "book date=2026-11-27 time=10:00"},
         {"daftar salasa dpn", "book date=2026-12-01"},
         {"daftar hari rabu depan pagi", "book date=2026-12-02 daypart=pagi"},
         {"book next friday 10am", "book date=2026-12-04 time=10:00"},
         {"book this friday 10am", "book date=2026-11-27 time=10:00"},
         {"book friday next week", "book date=2026-12-04"},
         {"book monday week at 9", "book date=2026-12-07 time=09:00"},
         {"book a week on friday", "book date=2026-12-04"},
         {"daftar jumat minggu ini", "book date=2026-11-27"},
         {"daftar senin pekan depan jam 13", "book date=2026-11-30 time=13:00"},
         {"daftar senin dua minggu lagi", "book date=2026-12-07"},
         {"minggu depan ada slot?", "availability date=2026-11-30 date_to=2026-12-06"},
         {"minggu ini masih ada slot?", "availability date=2026-11-24 date_to=2026-11-29"},
         {"any slot next week?", "availability date=2026-11-30 date_to=2026-12-06"},
         {"awal bulan depan ada tempat?", "availability date=2026-12-01 date_to=2026-12-10"},
         {"akhir desember kosong gak?", "availability date=2026-12-21 date_to=2026-12-31"},
         {"pertengahan desember ada slot?", "availability date=2026-12-11 date_to=2026-12-20"},
         {"akhir bulan ini masih ada?", "availability date=2026-11-24 date_to=2026-11-30"},
         {"bulan depan ada kuota?", "availability date=2026-12-01 date_to=2026-12-31"},
         {"ada slot akhir pekan?", "availability date=2026-11-28 date_to=2026-11-29"}}
    );
}

TEST(When, days_of_a_month) {
    expect_among(
        Asked::nothing,
        {{"daftar tgl 17", "book date=2026-12-17"},
         {"daftar tgl 24 jam 2 siang", "book date=2026-11-24 time=14:00"},
         {"daftar tanggal 17 agustus", "book date=2027-08-17"},
         {"daftar 3 des jam 9", "book date=2026-12-03 time=09:00"},
         {"daftar 3/12 jam 9", "book date=2026-12-03 time=09:00"},
         {"daftar 03-12-2026 jam 9", "book date=2026-12-03 time=09:00"},
         {"daftar 3.12.2026 jam 9", "book date=2026-12-03 time=09:00"},
         {"daftar 3 desember 26 jam 9", "book date=2026-12-03 time=09:00"},
         {"daftar tanggal tiga desember jam sembilan", "book date=2026-12-03 time=09:00"},
         {"daftar tanggal satu desember jam delapan pagi", "book date=2026-12-01 time=08:00"},
         {"daftar dua puluh tujuh november jam sepuluh", "book date=2026-11-27 time=10:00"},
         {"book december 3rd at 9:30", "book date=2026-12-03 time=09:30"},
         {"book the 3rd of december at 9.30 am", "book date=2026-12-03 time=09:30"},
         {"book the third at nine", "book date=2026-12-03 time=09:00"},
         {"book on 30 November 2026, 1:30pm", "book date=2026-11-30 time=13:30"},
         {"book dec 7 10am", "book date=2026-12-07 time=10:00"},
         {"daftar tgl 5 januari", "book date=2027-01-05"},
         {"daftar tgl 1 bulan depan", "book date=2026-12-01"},
         {"daftar tgl 15 bulan depan jam 10", "book date=2026-12-15 time=10:00"},
         {"daftar tgl 10 bulan 12", "book date=2026-12-10"},
         {"daftar 10 bln 1 jam 8", "book date=2027-01-10 time=08:00"},
         {"daftar jumat 27 nov jam 9", "book date=2026-11-27 time=09:00"},
         {"daftar jumat tgl 4 jam 9", "book date=2026-12-04 time=09:00"},
         {"daftar senin (30/11) jam 10", "book date=2026-11-30 time=10:00"}}
    );
}

TEST(When, hours_in_words_and_digits) {
    expect_among(
        Asked::nothing,
        {{"besok jam 9 kurang 10 daftar", "book date=2026-11-25 time=08:50"},
         {"daftar besok jam 10 kurang 15", "book date=2026-11-25 time=09:45"},
         {"daftar besok jam 9 lewat 20", "book date=2026-11-25 time=09:20"},
         {"daftar besok pukul setengah sebelas", "book date=2026-11-25 time=10:30"},
         {"daftar besok stengah 9", "book date=2026-11-25 time=08:30"},
         {"daftar besok 08.30", "book date=2026-11-25 time=08:30"},
         {"daftar besok 0830", "book date=2026-11-25 time=08:30"},
         {"daftar besok jam8.30", "book date=2026-11-25 time=08:30"},
         {"daftar besok pukul 13.15 WIB", "book date=2026-11-25 time=13:15"},
         {"daftar besok jam satu siang", "book date=2026-11-25 time=13:00"},
         {"daftar besok jam 2", "book date=2026-11-25 time=14:00"},
         {"daftar besok jam setengah dua", "book date=2026-11-25 time=13:30"},
         {"daftar besok jam 12 siang", "book date=2026-11-25 time=12:00"},
         {"daftar besok jam sewelas", "book date=2026-11-25 time=11:00"},
         {"daftar sesuk jam wolu", "book date=2026-11-25 time=08:00"},
         {"daftar sesuk jam sanga", "book date=2026-11-25 time=09:00"},
         {"daftar isukan tabuh sapuluh", "book date=2026-11-25 time=10:00"},
         {"daftar isukan satengah salapan", "book date=2026-11-25 time=08:30"},
         {"daftar enjing jam setengah sedasa", "book date=2026-11-25 time=09:30"},
         {"daftar besok jam 9an", "book date=2026-11-25 time=09:00"},
         {"daftar besok sekitar jam 10 pagi", "book date=2026-11-25 time=10:00"},
         {"daftar besok jam 10 teng", "book date=2026-11-25 time=10:00"},
         {"book tomorrow 9ish", "book date=2026-11-25 time=09:00"},
         {"book tomorrow at ten past nine", "book date=2026-11-25 time=09:10"},
         {"book tomorrow twenty to eleven", "book date=2026-11-25 time=10:40"},
         {"book tomorrow 9 o'clock", "book date=2026-11-25 time=09:00"},
         {"book tomorrow at 1", "book date=2026-11-25 time=13:00"},
         {"book tomorrow at noon", "book date=2026-11-25 time=12:00"},
         {"book tomorrow two pm", "book date=2026-11-25 time=14:00"},
         {"book tomorrow 1400hrs", "book date=2026-11-25 time=14:00"},
         {"book tomorrow at eight fifteen", "book date=2026-11-25 time=08:15"},
         {"daftar besok jam 9.15 pagi", "book date=2026-11-25 time=09:15"},
         {"daftar besok jam 9 lebih seperempat", "book date=2026-11-25 time=09:15"},
         {"daftar besok jam sepuluh kurang seperempat", "book date=2026-11-25 time=09:45"},
         {"daftar besok jam 8 tiga puluh", "book date=2026-11-25 time=08:30"},
         {"daftar besok jam delapan lima belas", "book date=2026-11-25 time=08:15"}}
    );
}

TEST(When, ranges_and_relations) {
    expect_among(
        Asked::nothing,
        {{"daftar besok jam 9 sampai 10", "book date=2026-11-25 time=09:00 time_to=10:00"},
         {"daftar besok jam 9-10", "book date=2026-11-25 time=09:00 time_to=10:00"},
         {"daftar besok antara jam 9 dan 11", "book date=2026-11-25 time=09:00 time_to=11:00"},
         {"daftar besok antara jam 1 sama jam 3", "book date=2026-11-25 time=13:00 time_to=15:00"},
         {"book tomorrow between 9 and 11", "book date=2026-11-25 time=09:00 time_to=11:00"},
         {"book tomorrow from 1 to 3 pm", "book date=2026-11-25 time=13:00 time_to=15:00"},
         {"daftar besok sebelum jam 10", "book date=2026-11-25 time=10:00 time_rel=before"},
         {"daftar besok setelah jam 1", "book date=2026-11-25 time=13:00 time_rel=after"},
         {"daftar besok di atas jam 10", "book date=2026-11-25 time=10:00 time_rel=after"},
         {"daftar besok jam 10 ke atas", "book date=2026-11-25 time=10:00 time_rel=after"},
         {"daftar besok maksimal jam 11", "book date=2026-11-25 time=11:00 time_rel=before"},
         {"daftar besok paling lambat jam 11", "book date=2026-11-25 time=11:00 time_rel=before"},
         {"daftar besok paling cepat jam 10", "book date=2026-11-25 time=10:00"},
         {"book tomorrow after 1pm", "book date=2026-11-25 time=13:00 time_rel=after"},
         {"book tomorrow before noon", "book date=2026-11-25 time=12:00 time_rel=before"},
         {"book tomorrow no later than 11", "book date=2026-11-25 time=11:00 time_rel=before"},
         {"daftar sebelum tgl 10 desember", "book date=2026-12-10 date_rel=before"},
         {"daftar setelah tgl 5 desember", "book date=2026-12-05 date_rel=after"},
         {"daftar mulai tgl 7 desember", "book date=2026-12-07 date_rel=after"},
         {"daftar antara tgl 7 sampai 9 desember", "book date=2026-12-07 date_to=2026-12-09"},
         {"daftar 7-9 desember", "book date=2026-12-07 date_to=2026-12-09"},
         {"daftar senin sampai rabu minggu depan", "book date=2026-11-30 date_to=2026-12-02"},
         {"book between 7 and 9 december", "book date=2026-12-07 date_to=2026-12-09"},
         {"book any day before 4 december", "book date=2026-12-04 date_rel=before"},
         {"book me sometime after december 5", "book date=2026-12-05 date_rel=after"},
         {"daftar habis lebaran", "book date=2027-03-10"},
         {"daftar sebelum natal", "book date=2026-12-25 date_rel=before"}}
    );
}

TEST(When, what_is_corrected_counts) {
    expect_among(
        Asked::nothing,
        {{"daftar besok, eh lusa jam 9", "book date=2026-11-26 time=09:00"},
         {"daftar lusa jam 9 eh jam 10", "book date=2026-11-26 time=10:00"},
         {"daftar senin, eh salah, selasa jam 8", "book date=2026-12-01 time=08:00"},
         {"daftar senin maksud saya rabu", "book date=2026-11-25"},
         {"daftar tgl 3 eh 4 desember jam 9", "book date=2026-12-04 time=09:00"},
         {"daftar 3 desember, ralat 4 desember", "book date=2026-12-04"},
         {"book monday, sorry, tuesday at 9", "book date=2026-12-01 time=09:00"},
         {"book thursday no wait friday 10am", "book date=2026-11-27 time=10:00"},
         {"book 9am, actually 10am tomorrow", "book date=2026-11-25 time=10:00"},
         {"daftar besok bukan deng lusa", "book date=2026-11-26"},
         {"daftar bukan besok tapi lusa jam 9", "book date=2026-11-26 time=09:00"},
         {"daftar jumat jam 8.. eh 9 aja", "book date=2026-11-27 time=09:00"},
         {"daftar rabu jam 10 pagi, salah, kamis jam 10", "book date=2026-11-26 time=10:00"},
         {"daftar kamis, maaf maksudnya jumat", "book date=2026-11-27"},
         {"daftar tgl 3, typo, tgl 4", "book date=2026-12-04"},
         {"daftar jam 9 besok, bukan, jam 10", "book date=2026-11-25 time=10:00"},
         {"daftar besok. eh jangan besok, jumat aja", "book date=2026-11-27"}}
    );
}

TEST(When, a_move_has_an_old_and_a_new_day) {
    expect_among(
        Asked::nothing,
        {{"pindah dari jumat ke senin", "reschedule old_date=2026-11-27 date=2026-11-30"},
         {"jadwal saya jumat, ganti senin jam 9",
          "reschedule old_date=2026-11-27 date=2026-11-30 time=09:00"},
         {"undur dari tgl 27 ke tgl 30", "reschedule old_date=2026-11-27 date=2026-11-30"},
         {"majuin jadwal tgl 4 jadi tgl 2 desember",
          "reschedule old_date=2026-12-04 date=2026-12-02"},
         {"jumat gak bisa, senin aja", "reschedule old_date=2026-11-27 date=2026-11-30"},
         {"besok berhalangan, pindah lusa", "reschedule old_date=2026-11-25 date=2026-11-26"},
         {"ganti jam 9 ke jam 11", "reschedule old_time=09:00 time=11:00"},
         {"dari jam 8 ke jam 10 aja", "reschedule old_time=08:00 time=10:00"},
         {"move my friday booking to monday", "reschedule old_date=2026-11-27 date=2026-11-30"},
         {"can't do friday, monday instead please",
          "reschedule old_date=2026-11-27 date=2026-11-30"},
         {"change from 9am to 11am", "reschedule old_time=09:00 time=11:00"},
         {"push my appointment to december 4", "reschedule date=2026-12-04"},
         {"reschedule to next monday 10.30", "reschedule date=2026-11-30 time=10:30"},
         {"pindahkan antrean saya ke rabu depan sore", "reschedule date=2026-12-02 daypart=sore"},
         {"tolong ubah hari jadi kamis", "reschedule date=2026-11-26"},
         {"ubah jamnya jadi setengah 2", "reschedule time=13:30"},
         {"pindah jumat jam 9 ke senin jam 10",
          "reschedule old_date=2026-11-27 date=2026-11-30 time=10:00 old_time=09:00"},
         {"yang tadinya jumat jadi senin ya", "reschedule old_date=2026-11-27 date=2026-11-30"},
         {"gak jadi jumat, senin aja", "reschedule old_date=2026-11-27 date=2026-11-30"},
         {"mundur seminggu ya", "reschedule"},
         {"antrean tgl 27 tukar ke tgl 30 ya", "reschedule old_date=2026-11-27 date=2026-11-30"},
         {"pindahin ke kamis, bukan kamis ding, jumat jam 1",
          "reschedule date=2026-11-27 time=13:00 old_date=-"},
         {"pindah ke 1430 aja bisa?", "reschedule time=14:30"},
         {"undur ke 0930 besok", "reschedule date=2026-11-25 time=09:30"},
         {"jadwal 27/11 pindah 30/11", "reschedule old_date=2026-11-27 date=2026-11-30"}}
    );
}

TEST(When, how_late) {
    expect_among(
        Asked::nothing,
        {{"telat tiga perempat jam", "late delay_min=45"},
         {"running three quarters of an hour late", "late delay_min=45"},
         {"telat satu jam seperempat", "late delay_min=75"},
         {"telat sejam lebih", "late delay_min=60"},
         {"telat setengah jam", "late delay_min=30"},
         {"telat 1 1/2 jam", "late delay_min=90"},
         {"late by an hour and a quarter", "late delay_min=75"},
         {"late by a quarter of an hour", "late delay_min=15"},
         {"telat seprapat jam mas", "late delay_min=15"},
         {"telat sapalih jam", "late"},
         {"telat 10 sampai 15 menit", "late delay_min=15"},
         {"nyampenya jam 9.45, telat", "late time=09:45"},
         {"baru bisa sampai jam setengah 11, maaf telat", "late time=10:30"},
         {"I'll be there at 9:50, running late", "late time=09:50"},
         {"telat satu setengah jam", "late delay_min=90"},
         {"telat 90 menit", "late delay_min=90"},
         {"about forty minutes late", "late delay_min=40"},
         {"telat 2 jam", "late delay_min=120"}}
    );
}

TEST(When, answers_to_when_ask_date) {
    expect_among(
        Asked::ask_date,
        {{"tanggal 8 desember, maaf kepencet, 9 desember", "inform date=2026-12-09"},
         {"senin salah selasa", "inform date=2026-12-01"},
         {"jumat besok", "inform date=2026-11-27"},
         {"hari kamis aja deh minggu depannya", "inform date=2026-12-03"},
         {"yang tanggal 4", "inform date=2026-12-04"},
         {"4", "inform date=2026-12-04"},
         {"041226", "inform date=2026-12-04"},
         {"4 12 26", "inform date=2026-12-04"},
         {"habis tahun baru", "inform date=2027-01-01 date_rel=after"},
         {"besok lusa", "inform date=2026-11-26"},
         {"lusa atau tulat", "inform date=2026-11-26"}}
    );
}

TEST(When, answers_to_when_ask_time) {
    expect_among(
        Asked::ask_time,
        {{"setengah 10", "inform time=09:30"},
         {"9", "inform time=09:00"},
         {"2 siang", "inform time=14:00"},
         {"jam sepuluh lewat seperempat", "inform time=10:15"},
         {"10.15", "inform time=10:15"},
         {"pagi aja", "inform daypart=pagi"},
         {"habis makan siang", "inform daypart=siang"},
         {"abis dzuhur", "inform daypart=siang"},
         {"after lunch", "inform daypart=siang"},
         {"half nine", "inform time=09:30"},
         {"ten thirty", "inform time=10:30"},
         {"antara 9 sampai 10", "inform time=09:00 time_to=10:00"},
         {"pukul sembilan lewat lima belas menit", "inform time=09:15"},
         {"jam siji awan", "inform time=13:00"},
         {"tabuh hiji siang", "inform time=13:00"},
         {"kurang seperempat jam sepuluh", "inform time=09:45"}}
    );
}

TEST(When, days_of_other_things_are_no_visit) {
    expect_among(
        Asked::nothing,
        {{"umur saya 25 tahun, daftar besok jam 9", "book date=2026-11-25 time=09:00"},
         {"terbang tgl 20 desember, daftar tgl 3 desember", "book date=2026-12-03"},
         {"paspor habis 5 januari 2027, mau perpanjang senin jam 9",
          "book date=2026-11-30 time=09:00"},
         {"hamil 7 bulan, daftar lusa", "book date=2026-11-26"},
         {"my flight is on 15 December, book me for 1 December 9am",
          "book date=2026-12-01 time=09:00"},
         {"foto sudah 3 hari lalu, daftar lagi besok", "book date=2026-11-25"},
         {"gajian tgl 25, daftar tgl 26 jam 10", "book date=2026-11-26 time=10:00"},
         {"daftar Jumat Subagyo besok jam 9", "book date=2026-11-25 time=09:00"},
         {"paspor 24 halaman, daftar besok jam 9", "book date=2026-11-25 time=09:00"},
         {"nikahan tgl 5 desember jadi daftar tgl 7 aja", "book date=2026-12-07"},
         {"daftar 2 orang besok jam 9", "book date=2026-11-25 time=09:00 count=2"},
         {"daftar besok 3 orang jam 1", "book date=2026-11-25 time=13:00 count=3"},
         {"bisa gak hari senin?", "availability date=2026-11-30"},
         {"ada yang jam 9 gak hari senin", "availability date=2026-11-30 time=09:00"},
         {"senin jam 9 ada gak", "availability date=2026-11-30 time=09:00"},
         {"masih ada gak besok pagi", "availability date=2026-11-25 daypart=pagi"},
         {"kosong gak jumat sore?", "availability date=2026-11-27 daypart=sore"},
         {"anything left on Thursday afternoon?", "availability date=2026-11-26 daypart=siang"},
         {"do you have a slot on the 4th?", "availability date=2026-12-04"}}
    );
}

}  // namespace antre::language
