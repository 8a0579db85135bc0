#include "language/said_test.h"

// One day or hour for another, protests, questions about a place, and other times for reminders.

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

TEST(Frames, one_day_for_another_and_protests_destroy_nothing_1) {
    expect_unwished(
        {"batal pun gapapa kan?",
         "kalau misal nanti kubatalin, uangnya gimana",
         "boleh tau caranya mundur dari antrean?",
         "saya baca syarat pembatalannya kok ribet",
         "maaf baru lihat, jadwal saya masih ada kan? belum dibatalkan?",
         "pagi, mau konfirmasi antrean saya tidak dibatalkan kan",
         "lha kok aku ora iso mlebu, opo wis dibatalke?",
         "aplikasi bilang booking cancelled padahal enggak",
         "sms dari imigrasi bilang cancel",
         "ada tulisan merah CANCELLED di tiket saya",
         "statusnya cancelled by user itu maksudnya apa",
         "I see \"cancelled\" on my ticket, is that right?",
         "does cancelled mean I lost my place",
         "the system cancelled on me twice already",
         "hey, don't you dare cancel",
         "please hold my slot, do not give it away",
         "jangan dikasih orang ya slot saya",
         "jangan lepas slot saya",
         "slot saya jangan diambil orang",
         "tempat saya masih aman?",
         "nomor saya jangan dicoret, saya di jalan",
         "tolong jangan coret nama saya",
         "kenapa nama saya dicoret",
         "nama saya kecoret kah",
         "kalau dicoret bisa daftar ulang?",
         "dicoretnya kapan kalau telat",
         "saya urung berangkat haji tapi paspor tetap",
         "mboten sios tindak, nanging paspor tetep dipun damel",
         "urung sido teko saiki, sesuk wae",
         "gak sido saiki, sesuk ae jam 9",
         "teu janten ayeuna, enjing wae tabuh 9",
         "kada jadi hari ini, isuk haja",
         "ndak jadi sekarang, bisuak sajo",
         "tidak jadi hari ini, besok saja",
         "not today after all, tomorrow 9am",
         "can't do today, tomorrow?",
         "gak jadi jam 9, jam 11 saja",
         "batal jam 9, ganti jam 11",
         "batalin yang jam 9 ganti jam 11 ya",
         "cancel 9am, book 11am instead",
         "cancel friday and give me monday",
         "batalkan jumat, ambil senin",
         "yang jumat batal, senin jadi",
         "jumatnya cancel aja, pindah senin",
         "mau batal tapi sayang, pindah aja deh ke senin",
         "daripada batal mending pindah ke senin",
         "instead of cancelling, can I move to monday?",
         "rather than cancel I'd like to reschedule",
         "bisa ditunda dulu gak, jangan dibatalin",
         "kalau gak bisa pindah ya batal, tapi coba pindah dulu ke senin",
         "saudara saya mau batalin punya dia, caranya gimana",
         "temen nitip tanya, cara batal gimana",
         "ada teman mau batal, slotnya bisa buat saya?",
         "istri mau batal, saya tetap, bisa?",
         "papa batal, mama tetap datang"}
    );
}

TEST(Frames, one_day_for_another_and_protests_destroy_nothing_2) {
    expect_unwished(
        {"bos batal ngasih cuti, saya datang sore aja",
         "besok demo, katanya layanan dibatalkan?",
         "listrik mati kok, batal ya pelayanannya?",
         "hujan badai, layanan batal?",
         "gempa barusan, antrean hari ini batal gak?",
         "pemilu tanggal 27, antrean saya batal dong?",
         "libur nasional kok antrean saya gak dibatalin",
         "kantor tutup jumat, antrean jumat otomatis batal?",
         "kenapa harus batal, kan saya sudah bayar",
         "saya minta ganti rugi karena dibatalkan sepihak",
         "saya keberatan dibatalkan",
         "saya protes, kok dibatalkan",
         "tidak terima antrean saya dibatalkan",
         "I object to the cancellation",
         "this cancellation is unfair",
         "I demand to know why it was cancelled",
         "siapa pejabat yang batalin",
         "batalkan kebijakan ini",
         "hapus aturan telat itu",
         "hapuskan pungli",
         "hapus calo",
         "stop calo",
         "stop pungli",
         "stop corruption",
         "berhenti merokok",
         "stop! jangan disitu",
         "tolong setop taksi di depan",
         "berhenti sebentar isi bensin, telat 10 menit",
         "pingin berhenti kerja aja rasanya",
         "jangan kirim saya ke loket lain lagi",
         "jangan kirim orang ke depok",
         "saya tidak menerima pesan apa pun",
         "pesan kalian masuk spam",
         "kok pesannya kekirim dua kali",
         "pengingat saya kok jam 3 pagi",
         "pengingatnya kurang awal, bisa 2 hari sebelumnya?",
         "gak usah diingetin jam segitu, siang aja",
         "kirim pengingatnya jangan malam",
         "I don't want the reminder at night, send it in the morning",
         "apa bisa berhenti terima pengingat tapi antrean tetap?"}
    );
}

}  // namespace antre::language
