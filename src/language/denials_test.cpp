#include "language/said_test.h"

namespace antre::language {

TEST(Denials, what_is_denied_is_no_wish_to_cancel) {
    expect_said("jangan dibatalin, geser ke kamis", "reschedule date=2026-11-26");
    expect_said("jgn dicancel, telat 15 menit", "late delay_min=15");
    expect_said("ojo dibatalno mas, pindah wae nang jemuah", "reschedule date=2026-11-27");
    expect_said("ulah dibatalkeun nya, pindahkeun ka kemis", "reschedule date=2026-11-26");
    expect_said("bukan mau batal, ganti hari ke jumat", "reschedule date=2026-11-27");
    expect_said("don't cancel it, move it to friday", "reschedule date=2026-11-27");
    expect_said("gak jadi batal, tetap datang", "affirm");
    expect_said("tadinya mau batal tapi jadi datang", "affirm", Asked::reminder);
    expect_said("jangan dibatalkan", "deny", Asked::confirm);
    expect_said("siapa yang mau batal? jangan", "deny", Asked::confirm);
}

TEST(Denials, cancel_is_of_a_booking_and_is_no_question) {
    expect_said("batalkan antrean saya", "cancel");
    expect_said("istri saya sakit jadi antreannya saya batalkan", "cancel");
    for (const std::string_view text :
         {"acara nikahan sepupu batal",
          "tour kami dibatalkan pihak hotel",
          "orderan saya dibatalin driver",
          "puasa saya batal",
          "how do I cancel my gym membership",
          "teman saya batal ikut",
          "cara batal gimana",
          "kalau batal kena denda?",
          "what happens if I cancel?",
          "antrean saya kok dibatalkan?",
          "is my booking cancelled or still on?",
          "cek apakah antrean saya batal atau masih berlaku",
          "gak jadi pindah, tetap yang lama",
          "don't stop sending me updates",
          "batalin netflix saya",
          "iya btl"}) {
        const Intent intent = heard(text).intent;
        EXPECT_NE(intent, Intent::cancel) << text << "\n  because " << heard(text).reason;
        EXPECT_NE(intent, Intent::opt_out) << text;
    }
}

TEST(Denials, what_is_undone_elsewhere_leaves_the_wish_beside_it_alone) {
    expect_said(
        "acara kantor dibatalkan, daftarin kamis jam 10", "book date=2026-11-26 time=10:00"
    );
    expect_said("my flight got cancelled so please book me a slot friday", "book date=2026-11-27");
    expect_said(
        "temen gue batal alias cancel, jadi solo aja, paspor baru kamis",
        "book date=2026-11-26 count=1 service=new"
    );
    expect_said("istri batal ikut, saya sendiri daftar kamis", "book date=2026-11-26 count=1");
    expect_said("nikahan diundur, jadi daftar kamis aja", "book date=2026-11-26");
    expect_said("kuliah dibatalin, jumat masih ada slot gak?", "availability date=2026-11-27");
    expect_said("rapat saya batal, tolong pindahin jadwal ke kamis", "reschedule date=2026-11-26");
    expect_said("suami batal puasa karena sakit", "other");
}

TEST(Denials, a_reason_beside_a_cancel_is_not_what_is_undone) {
    expect_said("ada acara mendadak, batal ya", "cancel");
    expect_said("ada acara jadi antrean saya batalkan", "cancel");
    expect_said("batalkan antrean saya, pesawatnya berangkat besok", "cancel");
    expect_said("saya sama istri batal datang", "cancel");
}

TEST(Denials, not_becoming_this_or_that_is_no_cancel) {
    for (const std::string_view text :
         {"makasih, jadi gak bingung lagi",
          "tak jadi repot, terima kasih",
          "matur nuwun, ora sido bingung",
          "gak jadi khawatir deh"}) {
        EXPECT_NE(heard(text).intent, Intent::cancel) << text;
    }
}

TEST(Denials, rules_of_cancelling_are_asked) {
    for (const std::string_view text :
         {"batas pembatalan berapa jam sebelumnya?",
          "maksimal batal kapan",
          "until when can I cancel my appointment?",
          "what is the cancellation policy"}) {
        expect_said(text, "info topic=rules");
    }
}

TEST(Denials, a_form_of_2017_is_a_command_whatever_its_code) {
    expect_said("#BATAL#7A4PRQ", "cancel code=7A4PRQ");
    expect_said("#BATAL#ZZZZZZ", "cancel");
}

}  // namespace antre::language
