#include "language/said_test.h"

// Formal letters, idioms, chat and the tongues of the regions, in which nothing is wished undone.

namespace antre::language {

namespace {

void expect_unwished(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        const Meaning meaning = heard(text);
        EXPECT_NE(meaning.intent, Intent::cancel) << text << "\n  because " << meaning.reason;
        EXPECT_NE(meaning.intent, Intent::opt_out) << text << "\n  because " << meaning.reason;
    }
}

}  // namespace

TEST(Frames, letters_idioms_and_the_regions_destroy_nothing_1) {
    expect_unwished(
        {"Selamat siang, saya membaca di brosur bahwa antrean yang dibatalkan tidak bisa dipakai "
         "lagi, apakah benar demikian?",
         "Mohon informasi mengenai tata cara pembatalan antrean paspor secara daring.",
         "Sehubungan dengan pembatalan jadwal oleh pihak kantor pada tanggal 20 lalu, kapan kami "
         "dijadwalkan kembali?",
         "Yth. Bapak/Ibu, apabila kami membatalkan, apakah kuota kami hangus?",
         "Kami tidak pernah mengajukan pembatalan, mohon dicek kembali.",
         "Surat pembatalan dari kantor sudah kami terima, terima kasih.",
         "Terima kasih, pembatalan sudah saya terima konfirmasinya",
         "Permohonan visa saya yang dibatalkan, bukan paspor",
         "Apakah saya termasuk yang dibatalkan kemarin?",
         "pembatalan massal kemarin itu kena antrean pagi aja atau semua?",
         "dengar2 antrean hari ini dibatalkan semua ya?",
         "katanya besok dibatalkan karena listrik mati, bener?",
         "ada info antrean besok dicancel? saya udah cuti nih",
         "hoax kan yang bilang antrean dibatalkan",
         "rekan saya cerita antreannya dihapus sistem, punya saya aman?",
         "is it true that all bookings were cancelled today?",
         "a friend told me her booking got cancelled, is mine ok?",
         "my agent may have cancelled it, can you check if it's still there?",
         "did somebody cancel my appointment?",
         "who cancelled my booking",
         "why was I cancelled",
         "It wasn't me who cancelled",
         "I thought about cancelling but decided to come",
         "decided not to cancel",
         "on second thought I won't cancel",
         "no longer want to cancel",
         "ignore my cancellation",
         "please disregard the cancel message",
         "cancel was a typo",
         "I typed cancel by accident",
         "oops wrong button, I did not mean to cancel",
         "how come you cancel people just for being late",
         "you guys always cancel at the last minute",
         "last time you cancelled my slot, I hope not again",
         "my boss cancelled my leave so I need an evening slot",
         "the school cancelled the trip but my daughter still needs a passport",
         "they cancelled the train, running 30 minutes late",
         "flight's cancelled so I can come earlier, say 9?",
         "event cancelled, can I move to tomorrow?",
         "hotel cancelled, airline cancelled, what a week. anyway book me monday",
         "if it rains I'll cancel",
         "unless my son recovers I'd have to cancel, will tell you tomorrow",
         "might cancel, not sure yet",
         "in case I cancel, does my wife keep her slot?",
         "can one person in the group cancel?",
         "what if only my wife cancels",
         "one of the five cancelled, what now",
         "can you take my place if I cancel lol",
         "nek batal bayar ora?",
         "lek dibatalno sopo sing rugi?",
         "wingi kok dibatalke to mas?",
         "ojo mbok batalke yo mas, aku isih neng dalan",
         "aja dibatalna ya",
         "dereng batal kok pak",
         "mboten saestu batal, kulo tetep sowan"}
    );
}

TEST(Frames, letters_idioms_and_the_regions_destroy_nothing_2) {
    expect_unwished(
        {"sopo sing mbatalke antrianku?",
         "antrianku kok ilang, opo dibatalke?",
         "naha antrian abdi dibolaykeun?",
         "saha nu ngabolaykeun antrian abdi",
         "ulah dibolaykeun nya, abdi nuju di jalan",
         "teu janten batal, abdi sumping",
         "lamun batal kumaha carana",
         "kumaha upami abdi teu tiasa sumping?",
         "jan dibatalan antrian ambo da",
         "dek a dibatalan antrian ambo?",
         "siapo nan mambatalan",
         "kanapa antrian ulun dibatalakan?",
         "jangan dibatalakan lah, ulun datang haja",
         "napi mawinan antrian tiange batal?",
         "sampunang batalang nggih",
         "jangan dikasi batal itu e",
         "kenapa sa pu antrean dong kasih batal?",
         "tra usah batal, sa datang",
         "sapa yang kase batal?",
         "janganmi dibatalkan, datang ja",
         "kenapai dibatalkan antreanku",
         "bah! kok dibatalkan pulak",
         "kek mana kalok batal?",
         "mak jang, batal pulak antrean ku",
         "ngapa dibatalin bang, ane udah nyampe",
         "kagak jadi batal bang",
         "jan dibatalin yak",
         "kalo ane batalin, duitnye balik kaga?",
         "klo cancel refund gk?",
         "g jd cancel",
         "gk jd btl",
         "jgn cncl y",
         "knp di cncl",
         "blm btl kan",
         "udh batal blm",
         "batal gk sih",
         "antreanku msh aman kan, ga kebatalin?",
         "asli deg2an takut kena cancel",
         "cancel culture emang kejam",
         "lagu yang judulnya batal kawin",
         "nonton film batal nikah yuk",
         "pacar gue batalin kencan hiks",
         "arisan batal, gabut, mending ngurus paspor hari ini bisa?",
         "rapat RT batal",
         "puasa hari ini batal gara2 haid",
         "wudhu batal kalo kentut kan",
         "pesanan grab kebatalin",
         "shopee gue batal otomatis",
         "beli tiket konser gak jadi",
         "gak jadi makan, antre panjang",
         "ga jadi pesen kopi",
         "gak jadi kuliah di jerman, tapi tetep mau paspor",
         "nikahnya gak jadi, bulan madunya jalan terus wkwk",
         "anak saya gak jadi sekolah di sana, masih perlu paspor gak ya",
         "umroh gak jadi desember, jadinya maret. paspor kapan sebaiknya?"}
    );
}

TEST(Frames, letters_idioms_and_the_regions_destroy_nothing_3) {
    expect_unwished(
        {"gak jadi tanggal segitu, adanya kapan lagi?",
         "tidak jadi yang elektronik, yang biasa saja",
         "gak jadi e-paspor deh, biasa aja",
         "gak jadi berdua, sendiri aja",
         "ga jadi 3 orang, 2 aja",
         "gak jadi yang pagi, yang siang aja",
         "gak jadi di depok, di jaksel aja",
         "gak jadi ganti nama",
         "tidak jadi bertanya",
         "gak jadi komplain",
         "tidak jadi telepon",
         "gak jadi pakai bahasa inggris",
         "ga jadi ambil paspor hari ini, besok bisa?",
         "not the electronic one after all",
         "not two people after all, just me",
         "never mind the question",
         "forget it, I'll ask at the counter",
         "no need for a call back",
         "no need for e-passport",
         "I don't need the electronic one",
         "I won't need parking",
         "I won't need an interpreter",
         "not coming by car, is there a bus?",
         "can't come by bike?",
         "I can't come in person, can my brother collect it?",
         "saya tidak bisa datang sendiri, boleh diwakilkan?",
         "bapak saya tidak bisa datang karena stroke, bisa petugas ke rumah?",
         "anak saya tidak ikut, apa harus datang?",
         "suami tidak bisa datang, apa boleh saya saja",
         "kalau saya tidak datang bagaimana?",
         "what if I don't come",
         "kemarin saya tidak datang, bisa pakai nomor yang sama?",
         "yesterday I couldn't come, can I come today?",
         "maaf kemarin gak datang, mau daftar lagi",
         "kemarin gak jadi datang, hari ini bisa?",
         "stop kasih jam sore terus dong",
         "stop nawarin depok, maunya jaksel",
         "jangan tanya-tanya lagi, langsung daftarkan",
         "jangan pakai bahasa inggris lagi",
         "stop english please",
         "berhenti pakai bahasa formal",
         "kalau pengingatnya di-stop masih bisa dapat nomor?",
         "notif yang kemarin kok dobel",
         "kok notifnya gak berhenti2",
         "sudah saya stop kok masih dikirim",
         "I unsubscribed but still get messages",
         "I stopped the reminders last week, turn them back on",
         "nomor ini gak usah dihubungi, hubungi yang satunya ya",
         "ganti nomor, pengingat kirim ke nomor baru",
         "siapa yang daftarin nomor saya?",
         "berhenti mengantre di jalan, masuk ke dalam ya?",
         "unsubscribe itu apa",
         "kalau ketik STOP apa antrean saya hilang",
         "hapus aja kalimat terakhir tadi",
         "hapus centang pengingat email"}
    );
}

TEST(Frames, letters_idioms_and_the_regions_destroy_nothing_4) {
    expect_unwished(
        {"hapus gelar haji di nama",
         "keluar dari antrean sebentar boleh?",
         "boleh keluar sebentar gak nanti dipanggil",
         "lepas jilbab gak waktu foto",
         "lepas kacamata ya?",
         "kasih tempat duduk buat orang tua dong",
         "relawan",
         "tarik napas"}
    );
}

}  // namespace antre::language
