#include "language/said_test.h"

// What people want, whatever its words: for each wish sentences of many mouths.

namespace antre::language {

namespace {

void expect_intent(Intent intent, std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        const Meaning meaning = heard(text);
        EXPECT_EQ(meaning.intent, intent) << text << " is heard as " << word_of(meaning.intent)
                                          << "\n  because " << meaning.reason;
    }
}

}  // namespace

TEST(Intents, who_is_there) {
    expect_intent(
        Intent::arrived,
        {"saya sudah di tempat pak",
         "udah nyampe depan kantor nih",
         "baru sampe parkiran min",
         "aku udah duduk di ruang tunggu",
         "saya sdh tiba di lokasi",
         "sudah hadir ya pak",
         "udah dateng kak, ke loket mana",
         "I've arrived",
         "just got here",
         "we're here",
         "I'm in the waiting room",
         "standing outside the office now",
         "checking in, I'm here",
         "sampun dugi pak",
         "ambo lah tibo",
         "kita so di kantor",
         "su sampe ini kaka",
         "sampai maka di kantor",
         "saya hadir",
         "lapor, saya sudah datang",
         "permisi pak saya sudah berada di kantor imigrasi, harus ke mana dulu ya",
         "udh nyampe kak tp satpam nyuruh tunggu",
         "saya sudah check in di depan",
         "wis tekan mas, nang ngarep lawang",
         "abdi tos di dieu",
         "we have arrived, party of three",
         "already at the counter",
         "just walked in",
         "udah mendarat di kantor kalian nih"}
    );
}

TEST(Intents, what_is_none_of_our_business) {
    expect_intent(
        Intent::other,
        {"berapa harga emas hari ini",
         "bisa pinjam uang",
         "cara bikin ktp hilang",
         "urus sim di mana ya",
         "lagi apa min",
         "kamu cowok apa cewek",
         "what's the weather today",
         "who won the game last night",
         "buy followers cheap",
         "selamat anda mendapat hadiah",
         "asdf qwer",
         "mau nikah di KUA syaratnya apa",
         "beli tiket konser dimana",
         "pajak motor saya mati",
         "jual rumah murah",
         "kapan pilkada",
         "rekomendasi hotel dekat sini",
         "how do I get a US visa",
         "can you write me a poem",
         "main judi online yuk",
         "bikin sim internasional dimana",
         "kapan gajian pns",
         "min jomblo ga",
         "ada lowongan kerja?",
         "titip salam buat pak kepala",
         "cek resi paket",
         "tukar uang dolar dimana",
         "harga tiket ke bali berapa",
         "cara buat akun tiktok",
         "what's your name",
         "tell me a joke",
         "do you sell sim cards",
         "is covid over"}
    );
}

TEST(Intents, facts_are_asked_1) {
    expect_intent(
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

TEST(Intents, facts_are_asked_2) {
    expect_intent(
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

TEST(Intents, a_person_is_wanted) {
    expect_intent(
        Intent::human,
        {"mau bicara dengan petugas",
         "tolong sambungkan ke cs",
         "ada orang ga sih",
         "bisa telepon saya?",
         "saya mau komplain",
         "pelayanan kalian parah banget",
         "I want to talk to someone",
         "agent please",
         "can a human help me",
         "get me a real person",
         "your service is terrible",
         "admin balas dong",
         "mana adminnya",
         "mau ngadu",
         "min bales dong dari tadi dicuekin",
         "saya kecewa berat, minta ketemu atasan",
         "mau protes, antrean saya diserobot",
         "tolong panggilkan petugas",
         "saya butuh bantuan orang beneran",
         "can someone call me back",
         "this bot is useless",
         "I need to file a complaint",
         "let me speak to the manager"}
    );
}

TEST(Intents, closing_words) {
    expect_intent(
        Intent::thanks,
        {"makasih banyak kak",
         "oke sip makasih",
         "thank you so much",
         "ok thanks bye",
         "matur nuwun",
         "hatur nuhun pisan",
         "tq min",
         "siap terima kasih",
         "great, cheers",
         "sangat membantu, terima kasih",
         "jazakallah khair",
         "noted, thank you",
         "sampai ketemu besok",
         "okedeh makasi infonya ya min",
         "sip mantap terima kasih banyak pak",
         "alhamdulillah, makasih",
         "thx a lot, have a nice day",
         "perfect, thank you",
         "terimakasih atas pelayanannya",
         "sama sama kak",
         "suwun yo",
         "ok noted tq"}
    );
}

TEST(Intents, messages_are_wanted_again) {
    expect_intent(
        Intent::opt_in,
        {"nyalakan pengingat lagi",
         "mau diingatkan lagi",
         "kirim notifikasi lagi dong",
         "aktifkan pemberitahuan",
         "ingatkan saya ya",
         "please remind me again",
         "turn reminders on",
         "start sending me updates again",
         "I want notifications back",
         "resume messages",
         "wa saya tolong dikabari lagi kalau giliran dekat",
         "mau dong dikasih pengingat",
         "hidupkan lagi notifnya",
         "subscribe again",
         "yes send me reminders again"}
    );
}

TEST(Intents, messages_are_not_wanted) {
    expect_intent(
        Intent::opt_out,
        {"berhenti kirim pesan",
         "jangan wa saya lagi",
         "stop spam",
         "matikan notifikasi",
         "ga usah kirim pengingat lagi",
         "stop messaging me",
         "no more messages please",
         "take me off your list",
         "don't text me anymore",
         "turn off reminders",
         "STOP",
         "jangan spam saya terus",
         "udah cukup ga usah wa lagi",
         "stop ngirim pesan terus",
         "tolong hentikan pesan otomatis ini",
         "remove my number from your messages",
         "I don't want reminders",
         "enough messages",
         "quit texting me"}
    );
}

TEST(Intents, who_does_not_know_what_there_is) {
    expect_intent(
        Intent::menu,
        {"halo",
         "assalamualaikum",
         "pagi min",
         "mau tanya dong",
         "help",
         "menu utama",
         "apa saja layanannya",
         "hi",
         "good morning",
         "what can you do",
         "permisi kak",
         "p",
         "gimana cara pakenya",
         "ini wa apa ya",
         "bisa bantu apa aja",
         "kak mau nanya nanya dulu",
         "hey there",
         "hallo selamat siang"}
    );
}

TEST(Intents, ones_own_place_is_asked) {
    expect_intent(
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

TEST(Intents, the_queue_is_asked) {
    expect_intent(
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

TEST(Intents, the_passport_is_asked) {
    expect_intent(
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

TEST(Intents, another_language) {
    expect_intent(
        Intent::language,
        {"ganti bahasa inggris",
         "english please",
         "pakai bahasa indonesia",
         "can we speak english",
         "bahasa indonesia aja",
         "ganti ke english dong",
         "tolong pakai bahasa inggris",
         "indonesian please",
         "I don't understand Indonesian"}
    );
}

TEST(Intents, who_is_late) {
    expect_intent(
        Intent::late,
        {"telat 10 menit",
         "macet nih, agak telat",
         "maaf saya terlambat",
         "I'm running late",
         "be there in 20 minutes",
         "masih di jalan",
         "ban saya bocor di tol",
         "otw, 15 menit lagi",
         "sorry gan telat dikit kejebak macet",
         "baru berangkat, kayaknya jam 10 baru nyampe",
         "kereta gangguan, saya telat setengah jam",
         "gonna be late, traffic",
         "15 min late sorry",
         "masih di tol nih, tunggu ya",
         "jangan dihanguskan, saya 10 menit lagi sampai",
         "saya otw"}
    );
}

}  // namespace antre::language
