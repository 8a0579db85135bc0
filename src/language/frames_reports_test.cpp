#include "language/said_test.h"

// What a page, a guard or a button said, what others do, and what one is not sure of.

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

TEST(Frames, reports_and_doubts_destroy_nothing_1) {
    expect_unwished(
        {"min batal itu beda gak sama hangus?",
         "saya lihat di web statusnya BATAL",
         "di aplikasi tertulis dibatalkan",
         "tulisannya cancelled by system",
         "aku tidak merasa membatalkan apapun",
         "yang batal kemarin boleh saya gantikan?",
         "slot yang dibatalkan orang dikasih ke siapa?",
         "kalau ada pembatalan tolong kabari saya",
         "notify me if there is a cancellation",
         "any last minute cancellations today?",
         "is there a cancellation list?",
         "daftar tunggu pembatalan ada?",
         "nunggu ada yang batal aja deh",
         "I'll wait for a cancellation",
         "hoping someone cancels",
         "semoga ada yang cancel biar dapat slot besok",
         "bisakah saya membatalkan nanti kalau berubah pikiran?",
         "can it be cancelled later if plans change?",
         "free cancellation kah?",
         "gratis kan kalau batal",
         "is cancelling free",
         "batalnya gratis?",
         "gimana kalo mendadak gak bisa",
         "kalau mendadak berhalangan apa yang harus dilakukan",
         "apa yang terjadi jika saya tidak hadir",
         "what are the consequences of not showing up",
         "do I lose my slot if I'm late",
         "nomor saya batal gak kalau telat 20 menit?",
         "batal otomatis ya kalau lewat jam?",
         "otomatis kehapus gak kalau gak konfirmasi?",
         "takut kepencet batal, tombolnya deketan",
         "tadi saya ngetik batal cuma nyoba",
         "cuma ngetes ketik batal",
         "just testing the cancel command",
         "what does BATAL mean",
         "apa arti cancel",
         "saya kira batal, ternyata masih ada",
         "dikira batal sama petugasnya",
         "petugas bilang punya saya batal",
         "satpam bilang antrean saya sudah dibatalkan",
         "the guard said my number was cancelled",
         "mbak di loket bilang dicancel, bener gak",
         "bukan saya yang batal, itu kakak saya",
         "kakak saya aja yang batal, saya enggak",
         "yang batal cuma suami",
         "only my wife is cancelling, I'm still coming",
         "two of us are cancelling, two still come",
         "2 orang batal, sisanya tetap",
         "dari rombongan kami ada satu yang batal",
         "ganti nama dong, yang Rudi batal diganti Anton",
         "tante saya batal ikut jadi sisa 3 orang",
         "kalau sakit saya batalkan, kalau sehat saya datang",
         "lihat besok ya, kalau gak hujan datang kalau hujan batal",
         "50:50 nih jadi apa batal",
         "antara batal sama datang"}
    );
}

TEST(Frames, reports_and_doubts_destroy_nothing_2) {
    expect_unwished(
        {"belum pasti batal",
         "hampir batal tapi gak jadi",
         "nyaris saya batalkan kemarin",
         "nggak kok, gak batal",
         "siapa juga yang mau batal",
         "ngapain dibatalin, udah nunggu seminggu",
         "sayang kalau dibatalin",
         "rugi kalau batal",
         "mending gak usah dibatalin ya",
         "sebaiknya jangan dibatalkan dulu",
         "tahan dulu jangan dibatalin",
         "pending dulu pembatalannya",
         "tarik kembali pembatalan saya",
         "cabut pembatalan saya tadi",
         "saya tarik omongan soal batal",
         "I take back my cancellation",
         "I want to reverse my cancellation",
         "can you reinstate my cancelled booking",
         "restore my cancelled appointment please",
         "kembalikan antrean yang dibatalkan",
         "aktifkan lagi antrean saya yang batal",
         "pulihkan antrean yang kehapus",
         "antrean yang udah dicancel bisa diaktifin lagi?",
         "pernikahan dibatalkan, nama di paspor gimana",
         "kartu debit saya diblokir, pembayaran batal",
         "bayar di indomaret kok batal",
         "billing saya expired, batal otomatis, gimana bayar lagi",
         "kode billing dibatalkan",
         "permohonan mpaspor saya dibatalkan sistem",
         "permohonan di mpaspor gak bisa dibatalkan gimana",
         "m-paspor saya stuck, mau batalin gak bisa",
         "SIM saya dicabut",
         "kontrak kerja dibatalkan agen",
         "agen tkw saya kabur, batal berangkat, paspor bisa dipakai liburan?",
         "beasiswaku batal hiks tapi tetep mau paspor",
         "konser bangkok dibatalin, paspor tetep jadi kan",
         "trip bali dibatalin diganti singapura jadi butuh paspor jumat",
         "pertandingan timnas batal",
         "ulang tahun anak saya batal, bisa pindah ke hari itu",
         "les saya dibatalkan gurunya jadi saya bisa datang pagi",
         "dokter gigi saya cancel, kosong nih besok, ada slot?",
         "meeting got cancelled so I can make it at 2",
         "class is cancelled, can I come today instead",
         "my interview was cancelled",
         "interview visa dibatalkan kedutaan",
         "demo dibatalkan kan? jalanan aman?",
         "cuti bersama batal, kantor buka?",
         "hujan gak jadi turun, saya otw",
         "gak jadi naik ojek, naik mobil, parkir dimana",
         "temenku gak jadi nemenin",
         "bapak gak jadi nganter, saya naik angkot",
         "istri gak jadi bawa bayi",
         "ga jadi bawa anak",
         "gak jadi bayar di bank, bisa qris?",
         "gak jadi difoto hari ini kan?"}
    );
}

TEST(Frames, reports_and_doubts_destroy_nothing_3) {
    expect_unwished(
        {"kemarin gak jadi difoto karena mati lampu",
         "wawancara saya gak jadi kemarin",
         "kok gak jadi dipanggil",
         "nomor saya kok gak jadi2 dipanggil",
         "paspornya gak jadi hari ini ya?",
         "jadi gak sih besok buka?",
         "besok jadi gak kantornya tutup",
         "don't stop",
         "please don't stop reminding me",
         "stop telling me to come at 8, I said 9",
         "hentikan antrean calo dong",
         "kapan antrean berhenti dibuka",
         "kenapa berhenti melayani jam 2",
         "where do the minibuses stop",
         "tempat pemberhentian bus terdekat",
         "can I stop by without a booking",
         "nonaktifkan kartu saya",
         "matikan suara gimana",
         "HP dimatikan gak waktu wawancara",
         "notif saya off dari hp, kalian kirim wa kan",
         "I turned off notifications, did I miss anything",
         "kalau saya hapus chat ini antrean hilang gak",
         "chatnya kehapus, nomor antrean saya berapa",
         "hapus foto profil",
         "foto saya minta dihapus diganti baru",
         "nama ayah salah, hapus gelarnya",
         "delete the wrong birth date",
         "remove the middle name",
         "out of the office now",
         "I'm out of town until Friday",
         "keluar tol cawang arah mana",
         "keluar pintu berapa kalau naik krl"}
    );
}

}  // namespace antre::language
