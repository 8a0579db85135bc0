#include "language/said_test.h"

// Who asks about cancelling or stopping, fears, denies or reports it, or speaks of others, wants
// neither. A place that is lost by a mishearing is the worst that can happen here.

namespace antre::language {

namespace {

void expect_no_undoing(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        const Meaning meaning = heard(text);
        EXPECT_NE(meaning.intent, Intent::cancel) << text << "\n  because " << meaning.reason;
        EXPECT_NE(meaning.intent, Intent::opt_out) << text << "\n  because " << meaning.reason;
    }
}

}  // namespace

TEST(Undoings, talk_of_cancelling_is_no_wish_1) {
    expect_no_undoing(
        {"kalau saya batalin bisa daftar lagi nanti?",
         "takutnya antrean saya kebatal sendiri, gimana ya",
         "teman kantor saya batal, saya tetap datang",
         "adik saya yang batal, saya jadi",
         "siapa yang batalin antrean saya?",
         "kok bisa batal sendiri ya antreannya",
         "antrean saya dibatalkan sistem ya?",
         "saya belum mau batal",
         "bukan batal ya pak, cuma tanya",
         "gak mau dibatalin, mau diganti aja jamnya",
         "saya kemarin sudah batal, mau daftar lagi",
         "kemarin dibatalin sama petugas, minta jadwal baru",
         "batalnya gimana sih",
         "cara membatalkan antrean gimana kak",
         "bagaimana prosedur pembatalan",
         "apakah bisa batal h-1?",
         "sampai jam berapa bisa batal",
         "batas waktu pembatalan kapan ya",
         "kalau telat apakah otomatis batal?",
         "telat 10 menit jangan dibatalkan ya",
         "mohon jangan dihapus antrean saya",
         "jangan sampai antrean saya dihapus",
         "saya khawatir antrean saya dibatalkan karena telat",
         "suami bilang mau batal, tapi saya tetap jadi",
         "istri saya minta batal tapi saya ga mau",
         "mau batal tapi gak jadi, tetap kamis ya",
         "hampir saya batalkan, untung ingat",
         "tadinya mau dibatalin, sekarang jadi datang",
         "penerbangan saya dibatalkan, paspor tetap mau diurus jumat",
         "umroh saya batal tahun ini, paspor tetap perlu",
         "acara dibatalkan jadi saya bisa datang besok",
         "rapat kamis batal, jadi kamis saya bisa",
         "pesanan tiket saya batal, jadwal paspor tetap ya",
         "kalau ada yang batal kabari saya",
         "ada yang batal nggak besok?",
         "kalau ada pembatalan tolong kasih tau",
         "wudhu batal gak kalau difoto",
         "puasa saya batal, boleh makan di kantor?",
         "batal puasa jam berapa",
         "gajadi telat, saya sudah di parkiran",
         "gak jadi pindah, tetap kamis",
         "nggak jadi ganti jam deh",
         "tidak jadi masalah pak",
         "gak jadi soal, saya tunggu",
         "jadi tidak jadi? saya bingung",
         "saya tidak pernah membatalkan antrean",
         "siapa bilang saya batal",
         "kata petugas harus batal dulu baru daftar lagi, benar?"}
    );
}

TEST(Undoings, talk_of_cancelling_is_no_wish_2) {
    expect_no_undoing(
        {"harus batalin yang lama dulu kah kalau mau pindah?",
         "apakah kena denda kalau batal",
         "tidak usah dibatalkan, saya usahakan datang",
         "anak saya batal ikut, jadi tinggal saya sendiri",
         "batal nikah, nama di paspor perlu diubah?",
         "paspor saya dibatalkan kedutaan, gimana?",
         "visa dibatalkan apa paspor ikut hangus",
         "hapus foto saya yang salah kirim",
         "salah kirim, hapus aja pesan tadi",
         "berhenti di halte mana?",
         "bus berhenti dekat kantor?",
         "kantornya stop layanan jam berapa",
         "stop kontak ada gak di ruang tunggu",
         "saya stop dulu ya nanti lanjut",
         "jangan berhenti kirim pengingat ya",
         "jangan stop notifnya",
         "kenapa pengingatnya berhenti?",
         "notifnya kok stop ya",
         "kapan berhenti pendaftaran hari ini",
         "sudah berhenti kerja, status di paspor perlu diganti?",
         "cara stop langganan spotify",
         "bagaimana cara berhenti merokok",
         "kontrak kerja saya berhenti desember",
         "bisa dicancel gak kalau berubah pikiran?",
         "cancel fee nya berapa",
         "cancel itu bayar ga",
         "kalau cancel uang kembali?",
         "dulu pernah cancel, masih bisa daftar?",
         "ga cancel kok, cuma mau geser ke jumat",
         "bukan cancel, reschedule ke kamis",
         "orderan gojek saya dicancel driver, telat 20 menit",
         "hotel saya cancel, jadi mau majuin jadwal ke senin",
         "batal atau tidak ya saya bingung",
         "mending batal atau pindah ya?",
         "enaknya dibatalin apa digeser?",
         "antrean ibu saya jangan dibatalkan",
         "antrian tetangga saya mau dibatalkan, bisa?",
         "tolong batalkan antrean bos saya",
         "bapak saya minta dibatalkan antreannya tapi dia ga punya wa",
         "nenek batal puasa karena sakit",
         "ojo dibatalno yo mas",
         "ulah dibatalkeun nya kang",
         "jan dibatalkan da",
         "aja dibatalke mas",
         "seng usah batal, beta tetap datang",
         "belum batal kan antrean saya",
         "masih berlaku atau udah batal antrean saya",
         "paspor saya batal jadi?"}
    );
}

TEST(Undoings, talk_of_cancelling_is_no_wish_3) {
    expect_no_undoing(
        {"antrean saya hari kamis belum dibatalkan kan?",
         "saya takut dibatalkan sepihak",
         "min, jangan-jangan antrean saya sudah dihapus ya",
         "pak tolong jangan dicoret nama saya",
         "apa benar antrean kemarin dibatalkan?",
         "katanya semua antrean besok dibatalkan, benar?",
         "dengar dengar jadwal jumat dibatalkan ya",
         "saya baca di ig antrean tgl 25 dibatalkan",
         "antrean dibatalin kantor ya min?",
         "kalau saya ga datang apa otomatis batal",
         "bila berhalangan bagaimana cara membatalkannya",
         "boleh dibatalkan sama istri saya?",
         "istri saya bisa batalin antrean saya gak?",
         "antrean yang sudah batal bisa diaktifkan lagi?",
         "yang batal kemarin bisa balik lagi gak",
         "tadi saya salah pencet batal, tolong kembalikan",
         "salah pencet batal, masih bisa diselamatkan?",
         "kepencet batal, gimana dong",
         "saya ga sengaja batalin, mau daftar lagi",
         "ga sengaja kepencet cancel",
         "tombol batal nya dimana sih",
         "tombol batal kok ga muncul",
         "nama saya Batal Siregar",
         "perlu dibatalkan dulu gak sih yang lama?",
         "yang lama otomatis batal kan kalau pindah?",
         "kalau reschedule yang lama batal ga",
         "nanti yang lama dibatalkan sendiri atau otomatis?",
         "teman saya antreannya dibatalkan, kok bisa",
         "tetangga saya kemarin dibatalkan petugas",
         "anak saya gak jadi ikut, saya aja",
         "istri saya gak jadi ikut, tetap saya datang",
         "gak jadi berdua, sendiri aja",
         "nggak jadi e-paspor, paspor biasa aja",
         "ga jadi paspor baru, perpanjang aja",
         "tidak jadi hari senin, tetap jumat",
         "gak jadi jam 9, jam 10 aja",
         "ga jadi telat, saya on time",
         "gak jadi nanya, sudah ketemu jawabannya",
         "ga jadi deh nanya",
         "gak jadi minta alamat",
         "gak jadi ganti bahasa",
         "ga jadi komplain, sudah beres",
         "gajadi hujan, saya jalan sekarang",
         "ndak jadi libur kan besok?",
         "besok gak jadi libur ya",
         "saya tidak akan datang terlambat",
         "saya tidak datang sendiri, bertiga",
         "saya tidak bisa datang pagi, siang aja"}
    );
}

TEST(Undoings, talk_of_cancelling_is_no_wish_4) {
    expect_no_undoing(
        {"saya tidak bisa datang jam 9, jam 11 ya",
         "saya gak bisa datang lebih awal ya?",
         "saya tidak datang dari luar kota kok",
         "kalau tidak datang kena denda?",
         "kenapa saya tidak bisa datang lebih awal?",
         "bisa gak saya tidak datang tapi diwakilkan",
         "stop dulu antreannya? maksudnya berhenti sementara?",
         "antrean berhenti ya? kok gak maju2",
         "kenapa antrean berhenti lama",
         "antrian stop di nomor berapa",
         "paspor saya berhenti prosesnya",
         "mesin antrean berhenti",
         "berhenti langganan koran gimana",
         "hapus chat ini bisa?",
         "tolong hapus nomor lama saya, ganti nomor ini",
         "data saya salah, hapus lalu isi lagi",
         "hapus nama kedua, ganti Budi",
         "coret yang nomor 2",
         "batal nikah bukan berarti batal paspor ya, saya tetap datang",
         "kalau saya batal apakah kuota balik ke orang lain",
         "berapa kali boleh batal",
         "maksimal berapa kali pembatalan",
         "sistem membatalkan otomatis ya kalau telat 1 jam?",
         "siapa saja yang bisa membatalkan antrean",
         "saya bukan yang membatalkan, tolong cek",
         "saya dapat pesan antrean dibatalkan, benarkah?",
         "dapat sms katanya batal, padahal saya gak batalin",
         "ibu saya bilang batalkan saja tapi saya mau tetap",
         "jangan dong dibatalin, saya udah di jalan",
         "plis jangan batalin",
         "saya mohon jangan dibatalkan antrean anak saya",
         "belum tau jadi apa batal, besok saya kabari",
         "masih mikir mau batal atau ngga",
         "antara batal sama pindah, enaknya mana?",
         "bedanya batal sama reschedule apa",
         "batal sama dengan hangus?",
         "hangus itu beda sama batal?",
         "pernah batal sekali, masih bisa daftar?",
         "udah pernah dibatalin dua kali sama kantor ini",
         "kenapa selalu dibatalkan sih",
         "antrean teman satu grup dibatalkan semua, punya saya aman?",
         "pembatalan online bisa?",
         "surat pembatalan perlu?",
         "apakah pembatalan dikenakan biaya",
         "gimana kalau saya lupa batalin",
         "lupa batalin kemarin, kena sanksi gak",
         "saya lupa membatalkan minggu lalu",
         "seandainya batal, bisa diwakilkan?"}
    );
}

TEST(Undoings, talk_of_cancelling_is_no_wish_5) {
    expect_no_undoing(
        {"tolong jelaskan cara batal",
         "mau tanya soal pembatalan",
         "tanya dong kalau mau batal kemana",
         "info pembatalan dong",
         "syarat pembatalan apa",
         "untuk apa tombol batal"}
    );
}

}  // namespace antre::language
