#include "language/said_test.h"

// A wish to cancel is heard whatever its words; it is asked about before anything is lost.

namespace antre::language {

namespace {

void expect_cancel(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        EXPECT_EQ(heard(text).intent, Intent::cancel)
            << text << "\n  because " << heard(text).reason;
    }
}

}  // namespace

TEST(Cancels, a_wish_to_cancel_is_heard_1) {
    expect_cancel(
        {"batalin dong antrean saya",
         "saya mau batal aja deh",
         "tolong dibatalkan antrean saya besok",
         "mohon antrean saya dibatalkan",
         "cancel please",
         "please cancel my appointment tomorrow",
         "I want to cancel my booking",
         "I need to cancel my appointment for Friday",
         "can you cancel my booking please",
         "could I cancel my appointment on the 3rd?",
         "bisa tolong batalin antrean saya?",
         "ga jadi datang kak",
         "saya gak jadi",
         "nggak jadi deh min",
         "saya tidak bisa datang besok, tolong dibatalkan",
         "anak saya sakit, batal ya",
         "hapus antrean saya",
         "hapus aja jadwal saya",
         "batalkan semua antrean saya",
         "saya batal datang karena sakit",
         "maaf saya batal",
         "ora sido mas, batalno wae",
         "teu janten kang, bolaykeun",
         "ndak jadi da, batalkan",
         "kada jadi ulun, batalakan haja",
         "kasih batal mi",
         "sa tra jadi datang",
         "cancel aja",
         "cancel booking ABC123",
         "batal kode 7K3PQ9",
         "I won't be coming, cancel it",
         "I can't come, please cancel",
         "no longer need the appointment",
         "I changed my mind, cancel",
         "mau cancel antrian tgl 3 desember",
         "mungkin batal aja deh, ada urusan",
         "kayaknya batal dulu ya",
         "batal dulu ya kak, nanti daftar lagi",
         "tolong batal antrean ibu saya",
         "urusan kantor, jadi antrean saya batal ya",
         "istri saya melahirkan, antreannya dibatalkan saja",
         "antrean yang kemarin saya buat tolong dibatalkan",
         "batalkan antrean saya yang kemarin saya daftar",
         "please remove my booking",
         "delete my appointment",
         "take me off the list",
         "kak btlin ya",
         "btlkn y"}
    );
}

TEST(Cancels, a_wish_to_cancel_is_heard_2) {
    expect_cancel(
        {"get my booking cancelled please",
         "just cancel the thing",
         "cancel the whole booking",
         "saya harus batalkan antrean besok",
         "I have to cancel tomorrow's appointment",
         "I'm afraid I have to cancel",
         "unfortunately I need to cancel",
         "takut ga keburu, batalin aja",
         "lupa tanggalnya, batalin aja",
         "halo min, antrean saya atas nama Rina tolong dibatalkan ya",
         "selamat siang, saya ingin membatalkan jadwal tanggal 3 Desember",
         "permisi kak mau batal antrian yang besok",
         "maaf kak kayaknya saya batal besok, ada urusan mendadak",
         "waduh saya sakit, batalin dulu ya",
         "gak jadi deh kak, makasih",
         "ga jadi ya min soalnya paspor saya ketemu",
         "tidak jadi daftar kak",
         "saya urungkan saja niat saya, hapus jadwal saya",
         "jadwal saya dicancel aja",
         "udah cancel aja punya saya",
         "antrean kamis mau saya cancel",
         "yang jam 9 besok batalkan saja",
         "kode 7F3K9Q tolong dibatalkan",
         "#BATAL",
         "BATAL",
         "Batal.",
         "batal dong",
         "saya mau cancel dulu",
         "mau ngecancel antrian nih",
         "tolong hapuskan antrean saya",
         "kalau begitu batalkan saja",
         "ya sudah batalkan saja antreannya",
         "nggak usah jadi deh, batalin",
         "saya mundur dari antrean ya",
         "besok saya berhalangan, mohon dibatalkan",
         "anak demam gak bisa datang besok, tolong batal",
         "istri mau melahirkan jadi saya gak bisa hadir, mohon dibatalkan",
         "ada rapat dadakan, antrean saya besok dibatalkan saja",
         "saya gak bisa datang",
         "besok ga bisa dateng kak",
         "gajadi ke kantor besok ya kak",
         "ra sido teko mas, sepurane",
         "abdi teu tiasa sumping, batalkeun bae",
         "sy btl dtg bsk",
         "btlin antrn sy dong",
         "cancel my slot",
         "cancel it",
         "cancel that"}
    );
}

TEST(Cancels, a_wish_to_cancel_is_heard_3) {
    expect_cancel(
        {"please cancel",
         "pls cancel my appt tmr",
         "I'd like to cancel my passport appointment",
         "we need to cancel tomorrow, sorry",
         "sorry I have to cancel, something came up",
         "unfortunately can't make it, please cancel",
         "can't make it tomorrow, cancel please",
         "I won't make it, cancel my booking",
         "no longer needed, cancel it please",
         "kindly cancel the appointment under code 7F3K9Q",
         "could you please cancel our booking for Friday",
         "we're not coming anymore",
         "I'm not coming tomorrow",
         "let's cancel",
         "go ahead and cancel",
         "yes cancel my appointment",
         "please remove me from the queue",
         "I give up my slot",
         "drop my appointment",
         "my plans changed so please cancel my Friday slot",
         "my flight was cancelled so please cancel my appointment too",
         "meeting saya dimajukan, jadi antrean besok batalkan saja"}
    );
}

}  // namespace antre::language
