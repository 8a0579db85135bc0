#include "language/said_test.h"

// What people ask, whatever its words: facts, their place, the queue, the passport.

namespace antre::language {

namespace {

void expect_question(Intent intent, std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        const Meaning meaning = heard(text);
        EXPECT_EQ(meaning.intent, intent) << text << " is heard as " << word_of(meaning.intent)
                                          << "\n  because " << meaning.reason;
    }
}

}  // namespace

TEST(Questions, facts_are_asked_1) {
    expect_question(
        Intent::info,
        {"berapa lama paspor jadi",
         "paspor jadi berapa hari ya",
         "bayarnya dimana dan berapa",
         "bayar pake qris bisa?",
         "dokumen apa aja buat anak di bawah umur",
         "ktp hilang bisa bikin paspor ga",
         "perlu bawa fotokopi?",
         "harus pakai baju apa waktu foto",
         "boleh bawa anak kecil?",
         "kantor imigrasi nya sebelah mana",
         "patokannya apa ya kantornya",
         "deket stasiun mana",
         "jam buka kantor",
         "jam pelayanan sampai jam berapa",
         "hari jumat istirahat jam berapa",
         "sabtu melayani paspor?",
         "nomor telepon kantor",
         "ada parkir mobil?",
         "tersedia kursi roda ga",
         "beda e-paspor sama biasa",
         "masa berlaku paspor berapa tahun",
         "paspor anak berlaku berapa tahun",
         "bisa diwakilkan ga ngambilnya",
         "kalau telat gimana",
         "what documents do I need",
         "how much does it cost",
         "what are your opening hours",
         "where are you located",
         "is there parking",
         "how long does it take",
         "do I need to bring my old passport",
         "can someone else collect my passport",
         "what should I wear for the photo",
         "can I pay by card",
         "do you close for lunch",
         "what happens if I'm late"}
    );
}

TEST(Questions, facts_are_asked_2) {
    expect_question(
        Intent::info,
        {"how early should I come",
         "datang berapa menit sebelumnya",
         "harus datang sendiri atau boleh diwakilkan?",
         "mohon informasi persyaratan penggantian paspor karena habis masa berlaku",
         "syaratnya bikin paspor buat umroh apa aja ya kak",
         "berkas yg perlu disiapin apa aja",
         "anak 3 thn butuh dokumen apa",
         "kalo paspor ilang harus lapor polisi dulu?",
         "paspor rusak kena denda berapa",
         "biaya percepatan sehari jadi berapa",
         "total bayar berapa untuk paspor elektronik",
         "ada biaya tambahan ga",
         "pembayarannya lewat apa",
         "alamat lengkapnya dong",
         "kantornya deket mana",
         "kalo naik krl turun stasiun apa",
         "hari sabtu buka pelayanan?",
         "hari libur nasional buka?",
         "istirahatnya jam berapa",
         "kantor tutup jam brp hr jumat",
         "nomor wa petugas berapa",
         "ada mushola?",
         "boleh pakai softlens foto paspor",
         "apakah harus pakai kemeja",
         "sehari boleh daftar berapa kali",
         "maksimal berapa orang satu nomor",
         "what papers for a newborn",
         "do kids need to be present",
         "is a birth certificate required",
         "can I come without my family card",
         "how do I get there by bus",
         "what floor are you on",
         "which entrance do I use",
         "any fee for lost passports",
         "do you accept cash",
         "how many photos should I bring"}
    );
}

TEST(Questions, ones_own_place_is_asked) {
    expect_question(
        Intent::my_booking,
        {"antrean saya nomor berapa",
         "jadwal saya kapan",
         "saya daftar jam berapa ya lupa",
         "minta qr lagi",
         "kode booking saya apa",
         "tiketnya hilang, kirim ulang dong",
         "cek antrean saya",
         "saya sudah terdaftar belum",
         "when is my appointment",
         "what's my queue number",
         "send my ticket again",
         "am I booked?",
         "check my booking",
         "I forgot my appointment time",
         "where is my qr code",
         "yang saya daftar kemarin itu tgl berapa ya",
         "kodenya kehapus, bisa kirim lagi?",
         "masih berlaku ga antrean saya",
         "jadwal paspor istri saya jam berapa",
         "bukti daftarnya mana",
         "could you tell me my appointment date",
         "did my booking go through",
         "lost my ticket can you resend",
         "which day am I booked for"}
    );
}

TEST(Questions, the_queue_is_asked) {
    expect_question(
        Intent::queue_status,
        {"sudah nomor berapa sekarang",
         "masih berapa orang lagi",
         "giliran saya masih lama?",
         "antreannya panjang ga sekarang",
         "A-017 udah dipanggil belum",
         "how many people ahead of me",
         "what number are you on",
         "is it my turn yet",
         "how long is the wait",
         "nomor saya kelewat belum",
         "udah dipanggil belum nomor saya ya",
         "kira kira giliran saya jam berapa",
         "ini masih antre berapa lagi ya sebelum saya",
         "antrian udah sampe mana min",
         "nomer b 12 udah dipanggil?",
         "how far along is the queue",
         "who's being served now",
         "am I next?",
         "masih panjang antreannya?",
         "kok lama banget sih dipanggilnya"}
    );
}

TEST(Questions, the_passport_is_asked) {
    expect_question(
        Intent::passport_status,
        {"paspor saya sudah jadi?",
         "kapan paspor bisa diambil",
         "cek status paspor",
         "paspornya udah kelar blm",
         "is my passport done",
         "when can I pick up my passport",
         "passport status please",
         "paspor atas nama Budi sudah selesai belum",
         "udah bisa diambil belum paspor saya",
         "pasporku nyampe mana prosesnya",
         "katanya 4 hari jadi, ini udah seminggu paspor saya blm jadi",
         "udah bisa diambil belum ya atas nama Rina",
         "any news on my passport",
         "has my passport been printed",
         "my passport still not ready?"}
    );
}

}  // namespace antre::language
