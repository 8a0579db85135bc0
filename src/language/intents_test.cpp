#include "language/said_test.h"

// What people want, whatever its words: for each wish sentences of many mouths.

namespace antre::language {

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
         "iya ingatkan",
         "ya ingetin ya",
         "tolong ingatkan",
         "boleh ingatkan",
         "pengingat ya",
         "reminder please",
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
