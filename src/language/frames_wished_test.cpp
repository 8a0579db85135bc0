#include "language/said_test.h"

// An act that destroys is heard where it is wished for now; and what is meant where it is not.

namespace antre::language {

namespace {

void expect_intent(Intent intent, std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        const Meaning meaning = heard(text);
        EXPECT_EQ(meaning.intent, intent) << text << "\n  because " << meaning.reason;
    }
}

}  // namespace

TEST(Frames, the_rules_of_cancelling_are_told) {
    expect_intent(
        Intent::info,
        {"kalau saya batalin apa kena blacklist?",
         "bisa batal sampai jam berapa paling telat?",
         "pembatalan itu bayar gak ya",
         "habis batal boleh langsung daftar lagi gak",
         "batas waktu pembatalannya sampai kapan pak",
         "apakah antrean bisa dibatalkan lewat whatsapp?",
         "cara batalin antrean gimana sih",
         "how do i cancel a booking?",
         "is there a fee if I cancel late?",
         "what happens if i cancel on the same day",
         "can I cancel and rebook later without losing my place?",
         "do I need to give a reason when cancelling?",
         "nek dibatalke opo kena dendo mas?",
         "mun dibolaykeun naha keuna denda?",
         "kalau cuma satu dari tiga orang yang batal, yang lain gimana?",
         "kalo telat apa otomatis batal?",
         "apa antrean hangus sendiri kalau tidak datang?",
         "if I don't turn up is it cancelled automatically?",
         "what is your cancellation policy",
         "aturan soal batal membatalkan gimana min",
         "maks berapa kali pembatalan dalam setahun?",
         "apakah uang kembali kalau dibatalkan?",
         "setelah pembatalan berapa lama baru bisa daftar lagi?",
         "kalau saya tidak jadi datang apakah perlu lapor?",
         "yang membatalkan mendadak dihukum apa?",
         "who do I tell if I want to cancel?"}
    );
}

TEST(Frames, who_reports_a_cancelling_sees_the_booking) {
    expect_intent(
        Intent::my_booking,
        {"udah kubatalin kemarin kok masih ada pengingat",
         "tadi pagi saya batalin tapi kok nomornya masih muncul",
         "I cancelled yesterday but I still got a reminder",
         "antrean saya kok statusnya batal ya?",
         "saya dapat sms katanya antrean dibatalkan, bener?",
         "kok jadwal saya hilang, dibatalin siapa?",
         "did my booking get cancelled?",
         "my appointment shows as cancelled, why?",
         "apa antrean saya sudah dibatalkan oleh sistem?",
         "pembatalan saya kemarin sudah masuk belum?",
         "apakah pembatalan saya sudah diproses?",
         "was my cancellation processed?",
         "antrean abdi naha jadi batal?",
         "takutnya kemarin kebatalin, tolong dicek"}
    );
}

TEST(Frames, a_booking_behind_an_old_cancelling_is_one) {
    expect_intent(
        Intent::book,
        {"minggu lalu saya batal karena sakit, sekarang mau daftar lagi senin",
         "bulan lalu batal, mau daftar ulang hari jumat jam 9",
         "I cancelled last week, please book me again for Monday",
         "kemarin sempat batal, mau ambil antrean baru besok"}
    );
}

TEST(Frames, a_wish_of_now_is_heard_1) {
    expect_intent(
        Intent::cancel,
        {"batal",
         "gak jadi",
         "batalkan saja",
         "tolong dibatalkan antrean saya",
         "mau batal dong",
         "cancel please",
         "I want to cancel",
         "I'd like to cancel my appointment",
         "please cancel",
         "cancel my booking for Friday",
         "saya batal datang",
         "gak jadi dateng, anak sakit",
         "maaf saya tidak jadi datang besok",
         "saya batalkan ya",
         "batalin yang jumat",
         "tolong hapus antrean saya",
         "hapus jadwalku",
         "saya mau membatalkan antrean A-017",
         "gak jadi bikin paspor",
         "ga jadi perpanjang deh",
         "urung teko, batalno ae",
         "mboten siyos, dipun batalaken mawon",
         "teu janten, bolaykeun wae",
         "antrian abdi batalkeun nya",
         "indak jadi doh da, batalan se lah",
         "kada jadi, batalakan ai",
         "sing jadi, batalang manten",
         "tidak jadi mi, batalkan maki",
         "I can't come anymore, please cancel",
         "won't be able to make it, cancel it",
         "can you cancel my booking?",
         "bisa tolong batalin antrean saya?",
         "bisa dibatalkan sekarang antrean saya?",
         "could you please cancel for me",
         "saya ingin mengajukan pembatalan",
         "mohon pembatalan antrean atas nama saya sendiri",
         "mohon dibatalkan, saya berhalangan hadir",
         "dengan hormat, saya bermaksud membatalkan jadwal saya",
         "terpaksa batal, ibu masuk rumah sakit",
         "kayaknya batal aja deh, tolong dihapus",
         "saya mundur aja dari antrean",
         "lepas aja slot saya",
         "tempat saya buat orang lain aja, saya gak datang",
         "kasih slot saya ke yang lain",
         "I no longer need the appointment",
         "don't need it anymore, cancel",
         "no longer coming",
         "not coming anymore",
         "I won't be coming",
         "gak datang ya besok, batal",
         "besok saya gak bisa datang, batalkan saja",
         "saya udah bikin di kantor lain, yang ini batal",
         "udah dapat di depok, antrean sini batalin",
         "changed my mind, cancel it",
         "berubah pikiran, gak jadi"}
    );
}

TEST(Frames, a_wish_of_now_is_heard_2) {
    expect_intent(
        Intent::cancel,
        {"pesawat saya batal jadi antreannya batalkan juga",
         "umrohnya batal, paspornya gak jadi, tolong batalkan antrean",
         "trip got called off so please cancel my passport appointment",
         "batal semua antrean saya",
         "cancel all my bookings",
         "antrean saya gak kepake, hapus aja",
         "#BATAL",
         "btl",
         "cancel donk kak",
         "annul my booking",
         "call off my appointment",
         "kalau bisa dibatalkan saja antrean saya",
         "saya tidak jadi mengurus paspor, mohon dibatalkan",
         "saya batalin aja antreannya ya min",
         "antrean besok tolong cancel",
         "mau cancel jadwal tgl 27",
         "punya saya batal ya pak",
         "batalkan booking A-017",
         "batalkan yang besok saja",
         "ndak jadi pak, batalkan",
         "gak usah jadi deh",
         "tidak jadi datang karena hujan deras",
         "tdk jadi perpanjang, masih berlaku ternyata",
         "paspor lama ketemu, antrean saya batalkan",
         "ternyata paspor saya masih berlaku, cancel ya",
         "mohon maaf dengan berat hati saya batalkan",
         "dengan ini saya mengajukan pembatalan antrean",
         "saya minta pembatalan",
         "pembatalan antrean a.n. saya",
         "I'm cancelling my appointment",
         "I am cancelling",
         "cancelling my slot on Friday, sorry",
         "need to cancel, sorry",
         "have to cancel, my son is sick",
         "unfortunately I must cancel my Friday booking",
         "let's cancel it",
         "go ahead and cancel my appointment",
         "please remove my booking",
         "delete my appointment",
         "withdraw my booking",
         "I give up my slot",
         "you can give my slot to someone else",
         "I won't need the slot",
         "I can't make it on Friday, please cancel",
         "we can't come",
         "kami tidak bisa hadir, batalkan",
         "saya tidak akan datang",
         "gak akan dateng besok",
         "aku gajadi ya kak",
         "gajadi min",
         "gk jd dtg bsk",
         "btl antrian gw",
         "batalin kuy",
         "cancel aja dah",
         "ora sido mas"}
    );
}

TEST(Frames, a_wish_of_now_is_heard_3) {
    expect_intent(
        Intent::cancel,
        {"ora sido teko, batalno",
         "teu janten sumping",
         "teu jadi, batalkeun we",
         "indak jadi datang da",
         "kada jadi datang",
         "sing jadi teka",
         "tak jadi datang lah",
         "nda jadi mi datang",
         "seng jadi datang",
         "dak jadi yo kak",
         "tara jadi datang",
         "cabut antrean saya",
         "tarik antrean saya, batal",
         "antrean 7F3K9Q dibatalkan saja",
         "tolong antrean dengan kode 7F3K9Q dicancel",
         "batal ya, saya sakit",
         "sakit nih, gak bisa datang, batal aja",
         "bisa dicancel gak antrean saya? mendadak dinas",
         "bisa minta tolong dibatalin?",
         "could you cancel my slot?",
         "would you please cancel my appointment",
         "mau dibatalkan aja antreannya",
         "saya pilih batal",
         "ya sudah batal saja",
         "kalau begitu batal saja",
         "oke batalkan",
         "yaudah cancel aja",
         "capek nunggu, batalin aja antrean saya",
         "daripada telat mending batal aja",
         "mendingan dibatalkan deh",
         "lebih baik dibatalkan saja",
         "sebaiknya antrean saya dibatalkan",
         "hi min tolong batalkan antrean saya hari jumat ya, ada acara keluarga",
         "maaf ya kak saya batalkan dulu, orang tua masuk rs",
         "karena sakit saya batalkan antrean",
         "karena ada dinas luar, antrean saya mohon dibatalkan",
         "berhubung hujan deras saya batal saja",
         "anak saya demam jadi antrean besok batal",
         "mobil mogok, antrean batalkan saja",
         "gak bisa kesana, cancel aja",
         "pengen batal",
         "niat saya membatalkan antrean",
         "saya putuskan batal",
         "fix batal",
         "akhirnya saya batal",
         "antreannya saya lepas",
         "slot saya silakan diberikan ke orang lain",
         "silakan slot saya diambil orang lain",
         "monggo tempat saya buat yang lain",
         "give my place to the next person",
         "someone else can have my slot",
         "please take me off the list for Friday",
         "I'd rather not come, cancel my slot",
         "cancel my 9am",
         "cancel friday"}
    );
}

TEST(Frames, a_wish_of_now_is_heard_4) {
    expect_intent(
        Intent::cancel,
        {"cancel the appointment on the 27th please",
         "cancel A-017",
         "cancel booking 7F3K9Q",
         "please cancel, flight got moved",
         "sorry cancel me",
         "cancel us please, family of four",
         "kindly cancel my token",
         "pls cancel lah",
         "want to cancel can?",
         "batal lah bang",
         "batalkanlah antrean ku itu",
         "batalki antreanku",
         "batalin jo",
         "kase batal jo kita pe antrian",
         "beta batal sa",
         "ketong batal",
         "batalkeun weh antrian abdi",
         "batalke wae mas antrianku",
         "tulung dibatalke antrianku",
         "nyuwun dipun batalaken",
         "dibatalno ae cak",
         "batalakan haja antrianku",
         "titiang batal",
         "tolong hapus booking saya kak",
         "hapus antrean saya",
         "coret nama saya dari antrean",
         "jadwal saya dihapus saja",
         "gajadi perpanjang paspor",
         "tidak jadi mengurus",
         "ora sido ngurus",
         "teu janten ngadamel paspor",
         "saya tidak lanjut, batalkan saja",
         "saya mengundurkan diri dari antrean"}
    );
}

TEST(Frames, a_wish_for_silence_is_heard) {
    expect_intent(
        Intent::opt_out,
        {"stop",
         "jangan kirim pesan lagi",
         "berhenti kirim pengingat",
         "stop sending me messages",
         "gak usah diingetin lagi",
         "matikan notifikasi",
         "unsubscribe me",
         "no more reminders please",
         "jangan wa saya lagi",
         "tolong hentikan pesan otomatis ini",
         "notifnya off aja",
         "turn off notifications",
         "hapus nomor saya dari daftar kiriman",
         "keluarkan nomor saya dari broadcast",
         "stop chat saya terus, risih",
         "aku gak mau dikirimin pengingat",
         "please quit texting me",
         "aja dikirimi pesen maneh",
         "tong ngirim pesen deui"}
    );
}

}  // namespace antre::language
