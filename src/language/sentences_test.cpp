#include "language/said_test.h"

// What strangers said in words that were not known, with brothers and sisters of each.

namespace antre::language {

TEST(Sentences, a_wish_with_a_question_behind_it_is_the_wish) {
    expect_among(
        Asked::nothing,
        {{"daftar jumat jam 9 ya, sekalian tanya parkirnya di mana",
          "book date=2026-11-27 time=09:00"},
         {"mau perpanjang paspor besok jam 10, terus bawa apa aja ya",
          "book date=2026-11-25 time=10:00 service=renew"},
         {"book me for friday 10am and what should I bring?", "book date=2026-11-27 time=10:00"},
         {"please register me for monday 9am, also how much is it",
          "book date=2026-11-30 time=09:00"},
         {"daftarkan saya senin jam 8 dan tolong info biayanya", "book date=2026-11-30 time=08:00"},
         {"bikin paspor baru kamis jam 1, btw di sana ada atm?",
          "book date=2026-11-26 time=13:00 service=new"},
         {"daftar 2 orang rabu jam 9 trus syaratnya apa",
          "book date=2026-11-25 time=09:00 count=2"},
         {"pindah ke senin jam 9 ya, terus kirim lagi qr nya",
          "reschedule date=2026-11-30 time=09:00"},
         {"ganti jadwal ke kamis dan kirim tiket barunya", "reschedule date=2026-11-26"},
         {"change it to Friday and resend the QR please", "reschedule date=2026-11-27"}}
    );
}

TEST(Sentences, papers_and_sockets_of_others_are_none_of_ours) {
    expect_among(
        Asked::nothing,
        {{"stop kontak di kosan saya rusak, bisa bantu?", "other"},
         {"parkir rumah sakit penuh gak", "other"},
         {"ktp hilang mau bikin baru ke mana", "other"},
         {"KTP saya rusak, gantinya gimana", "other"},
         {"SIM saya mati, perpanjang dimana", "other"},
         {"my ID card is lost, where do I get a new one", "other"},
         {"ktp hilang bisa tetap bikin paspor gak", "info"},
         {"parkir di kantor ada gak", "info"},
         {"di kantor ada stop kontak?", "info"}}
    );
}

TEST(Sentences, a_letter_and_a_number_beside_words_of_a_queue) {
    expect_among(
        Asked::nothing,
        {{"masih jauh gak d 4?", "queue_status queue_no=D-004"},
         {"b 12 masih lama?", "queue_status queue_no=B-012"},
         {"berapa lagi sampai c 9?", "queue_status queue_no=C-009"},
         {"holding C 15 here, how many before me?", "queue_status queue_no=C-015"},
         {"saya pegang A 19, sekarang nomor berapa", "queue_status queue_no=A-019"},
         {"my number is C 8, is it far?", "queue_status queue_no=C-008"},
         {"sudah dekat belum nomor a 21?", "queue_status queue_no=A-021"},
         {"dapat B 3, masih berapa orang lagi?", "queue_status queue_no=B-003"},
         {"has a 14 been called?", "queue_status queue_no=A-014"}}
    );
}

TEST(Sentences, how_many_come) {
    expect_among(
        Asked::nothing,
        {{"kami ber4 mau bikin paspor besok", "book count=4"},
         {"ber-3 daftar senin", "book count=3"},
         {"daftar ber2 lusa jam 9", "book count=2"},
         {"mohon daftarkan 5 (lima) orang hari kamis jam 9", "book count=5 date=2026-11-26"},
         {"3 (tiga) orang pegawai kami, senin pukul 10.00, mohon dijadwalkan",
          "book count=3 date=2026-11-30 time=10:00"},
         {"Dengan hormat, kami mohon dijadwalkan 4 orang karyawan pada Rabu, 2 Desember 2026 pukul "
          "09.00. Terima kasih.",
          "book count=4 date=2026-12-02 time=09:00"},
         {"Mohon dijadwalkan kedatangan kami pada hari Senin pukul 13.00. Atas perhatiannya kami "
          "ucapkan terima kasih.",
          "book date=2026-11-30 time=13:00"},
         {"We kindly request an appointment for three employees on 3 December 2026 at 10:00. Thank "
          "you.",
          "book count=3 date=2026-12-03 time=10:00"},
         {"gue bertiga ama temen mau bikin paspor tgl 27", "book count=3"},
         {"aku sama 2 temen mau bikin paspor jumat", "book count=3"},
         {"saya, istri, dan dua anak mau perpanjang senin", "book count=4"},
         {"sekeluarga 5 orang besok pagi", "book count=5"}}
    );
}

TEST(Sentences, yes_and_no_to_what_is_shown_confirm) {
    expect_among(
        Asked::confirm,
        {{"itu belum benar", "deny"},
         {"kurang tepat", "deny"},
         {"belum pas", "deny"},
         {"itu salah", "deny"},
         {"not quite right", "deny"},
         {"masih salah", "deny"},
         {"sudah benar", "affirm"},
         {"bener itu", "affirm"},
         {"betul semua", "affirm"},
         {"that's right", "affirm"},
         {"jangan dibatalkan, saya tetap datang", "deny"},
         {"gak jadi batal, tetap datang", "deny"}}
    );
}

TEST(Sentences, whether_there_is_room) {
    expect_among(
        Asked::nothing,
        {{"tanggal 5 ada tempat gak untuk 3 orang", "availability date=2026-12-05 count=3"},
         {"minggu depan ada slot gak buat 2 orang", "availability date=2026-11-30 count=2"},
         {"masih ada gak ya yang pagi hari kamis", "availability date=2026-11-26 daypart=pagi"},
         {"ada yang jam 1 gak besok", "availability date=2026-11-25 time=13:00"},
         {"sesuk ana panggonan ora", "availability date=2026-11-25"},
         {"isukan aya keneh tempat henteu", "availability date=2026-11-25"},
         {"bisuak ado tampek indak da", "availability date=2026-11-25"},
         {"isuk ada haja kah tempat", "availability date=2026-11-25"},
         {"is there room for four on the 5th?", "availability date=2026-12-05 count=4"},
         {"got any space monday morning?", "availability date=2026-11-30 daypart=pagi"},
         {"senin depan penuh belum?", "availability date=2026-11-30"}}
    );
}

TEST(Sentences, an_earlier_or_later_place) {
    expect_among(
        Asked::nothing,
        {{"can you bring my appointment forward to friday?", "reschedule date=2026-11-27"},
         {"bring my booking forward please", "reschedule"},
         {"could you push my slot back to 2pm", "reschedule time=14:00"},
         {"bisa dimajukan ke kamis?", "reschedule date=2026-11-26"},
         {"majuin antrean saya dong", "reschedule"},
         {"can I get an earlier slot?", "reschedule"},
         {"tolong dimundurkan ke sore", "reschedule"}}
    );
}

TEST(Sentences, which_booking_is_meant) {
    expect_among(
        Asked::nothing,
        {{"yang tanggal 27 itu nomor antreannya berapa ya", "my_booking"},
         {"saya yang jumat itu kodenya apa ya", "my_booking"},
         {"jadwal saya tgl 27 jam berapa", "my_booking"},
         {"what's my number for the 27th?", "my_booking"},
         {"nomorku yang hari jumat berapa", "my_booking"}}
    );
}

TEST(Sentences, whether_it_is_a_person) {
    expect_among(
        Asked::nothing,
        {{"ini bot atau manusia", "menu"},
         {"ini bot apa orang ya", "menu"},
         {"are you a bot or a human?", "menu"},
         {"males ngomong sama bot, mau sama orang", "human"},
         {"bosan sama bot, sambungkan ke manusia", "human"}}
    );
}

TEST(Sentences, whether_the_passport_is_ready) {
    expect_among(
        Asked::nothing,
        {{"apakah paspor atas nama Dewi Lestari sudah bisa diambil?",
          "passport_status name=Dewi_Lestari"},
         {"paspor an Budi Santoso udah jadi belum", "passport_status name=Budi_Santoso"},
         {"is the passport of Rina Kartika ready to collect?", "passport_status"},
         {"paspor saya kok gak jadi-jadi", "passport_status"},
         {"pasporku durung dadi-dadi mas", "passport_status"},
         {"sudah dapat diambilkah paspor saya", "passport_status"},
         {"paspor tak kunjung selesai", "passport_status"}}
    );
}

TEST(Sentences, what_can_be_done_here) {
    expect_among(
        Asked::nothing,
        {{"baru pertama kali chat ke sini, bisa apa aja", "menu"},
         {"baru pertama pakai layanan ini, caranya gimana", "menu"},
         {"first time using this, what can you do?", "menu"},
         {"cara pakainya gimana", "menu"},
         {"apa saja yang bisa dilakukan di sini", "menu"}}
    );
}

TEST(Sentences, where_it_is) {
    expect_among(
        Asked::nothing,
        {{"kantornya yang sebelah masjid agung itu ya", "info topic=address"},
         {"kantor imigrasi dekat stasiun bukan", "info topic=address"},
         {"your office is opposite the mall, right?", "info topic=address"},
         {"seberang apa kantornya", "info topic=address"},
         {"patokannya apa min", "info topic=address"},
         {"never mind the fee, where is the office?", "info topic=address"},
         {"lupakan soal syarat, jam bukanya berapa", "info topic=hours"}}
    );
}

TEST(Sentences, the_rules) {
    expect_among(
        Asked::nothing,
        {{"maksimal berapa kali boleh ganti jadwal dalam sebulan?", "info topic=rules date=-"},
         {"kalau saya gak datang nomor saya diblokir gak?", "info topic=rules"},
         {"how many times can I reschedule in a month", "info topic=rules date=-"},
         {"suppose someone is late, what happens?", "info topic=rules"},
         {"seandainya telat setengah jam gimana", "info topic=rules"}}
    );
}

TEST(Sentences, messages_are_wanted_no_more) {
    expect_among(
        Asked::nothing,
        {{"pengingatnya dimatikan aja ya", "opt_out"},
         {"notifikasi tolong di-off-kan", "opt_out"},
         {"berhenti chat saya", "opt_out"},
         {"jangan chat saya lagi", "opt_out"},
         {"keluarkan nomor ini dari daftar notifikasi", "opt_out"},
         {"please remove my number from the reminder list", "opt_out"},
         {"gak perlu diingatkan", "opt_out"},
         {"pangeling-eling dipateni wae", "opt_out"},
         {"notifna pareuman we", "opt_out"},
         {"ora usah dikirimi pesen meneh", "opt_out"}}
    );
}

}  // namespace antre::language
