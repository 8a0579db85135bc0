#include "language/said_test.h"

// The same few wishes in words that strangers found: the earliest place, room, first steps, what
// one got, what is called, a place given back. What only sounds like giving back undoes nothing.

namespace antre::language {

TEST(SaidOtherwise, the_earliest_place_is_asked_for) {
    expect_among(
        Asked::nothing,
        {{"minta jadwal paling duluan kak, perpanjang paspor", "book earliest=yes"},
         {"mau daftar sedini mungkin, paspor hilang", "book earliest=yes service=lost"},
         {"daptar paspor nu pangheulana wae kang", "book earliest=yes"},
         {"njaluk antrean sing paling disik mas", "book earliest=yes"},
         {"book me the very first slot you have, renewal", "book earliest=yes service=renew"},
         {"paling cepat ada slot tanggal berapa kak", "availability earliest=yes"},
         {"paling gasik ono panggonan tanggal piro", "availability earliest=yes"},
         {"what is the soonest day with three seats free?", "availability earliest=yes count=3"}}
    );
}

TEST(SaidOtherwise, places_are_counted_as_the_people_they_are_for) {
    expect_among(
        Asked::nothing,
        {{"ada 3 slot gak hari kamis", "availability count=3 date=2026-11-26"},
         {"masih ada dua tempat besok pagi?", "availability count=2 date=2026-11-25"},
         {"any four seats left on monday?", "availability count=4 date=2026-11-30"},
         {"tgl 3 tempat masih ada?", "availability count=- date=2026-12-03"},
         {"jam 9 slot masih ada gak besok", "count=- time=09:00"},
         {"besok jam 9 kepenuhan gak", "availability date=2026-11-25 time=09:00"}}
    );
}

TEST(SaidOtherwise, first_steps_and_what_one_got_are_asked_about) {
    expect_intent(
        Intent::menu,
        {"mulainya dari mana nih kak", "saya harus mulai dari mana ya", "where should I begin?"}
    );
    expect_intent(
        Intent::my_booking,
        {"aku dapet hari apa kemarin ya",
         "kemarin saya daftar, dapatnya jam berapa ya",
         "aku entuk dina opo yo wingi daftar",
         "which day did I get again?",
         "jadwalku tolong ditampilkan lagi kak 🙏",
         "please display my booking"}
    );
    expect_intent(
        Intent::queue_status,
        {"loket 2 lagi manggil nomor berapa",
         "loket saiki nyeluk nomer piro",
         "loket keur nyalukan nomer sabaraha"}
    );
}

TEST(SaidOtherwise, whether_the_passport_may_go_home_and_where_one_is) {
    expect_intent(
        Intent::passport_status,
        {"paspor ku udah boleh dibawa pulang kah",
         "pasporku wis iso digowo muleh durung",
         "can I take my passport home yet?",
         "permohonan paspor saya sudah sampai tahap mana",
         "what stage is my application at?"}
    );
    expect_intent(
        Intent::arrived,
        {"got to the office just now",
         "I just got to the immigration office",
         "finally got to the office, what now?"}
    );
    expect_among(
        Asked::nothing,
        {{"how do I get to the office", "info"},
         {"I will get to the office at 10:30", "late time=10:30"},
         {"can you switch to English? my Indonesian is bad", "language lang_to=en"},
         {"switch to Indonesian please, my English is rusty", "language lang_to=id"}}
    );
}

TEST(SaidOtherwise, an_earlier_place_is_a_move_and_a_faster_passport_is_none) {
    expect_among(
        Asked::nothing,
        {{"bisa dipercepat ke besok pagi?", "reschedule date=2026-11-25 daypart=pagi"},
         {"iso dicepetke dadi sesuk?", "reschedule date=2026-11-25"},
         {"jadwal saya bisa dipercepat gak", "reschedule"},
         {"saya ingin menjadwalkan ulang ke 3 Desember", "reschedule date=2026-12-03"},
         {"please rearrange my appointment to 3 december", "reschedule date=2026-12-03"},
         {"layanan percepatan paspor biayanya berapa", "info topic=fee"},
         {"perlu lampirkan surat apa untuk paspor anak", "info topic=documents"},
         {"satu nomor wa bisa daftarin maksimal berapa orang", "info topic=rules"}}
    );
}

TEST(SaidOtherwise, a_place_is_given_back) {
    expect_intent(
        Intent::cancel,
        {"tempat saya dilepas saja",
         "slot saya besok saya lepas, gak sempat",
         "tolong dilepas saja antrean saya",
         "hangusin aja antrean saya",
         "hanguskan saja nomor saya, saya tidak datang",
         "kasih orang lain aja tempatku",
         "kasihkan ke yang lain aja nomor saya",
         "give somebody else my place please",
         "pendaftaran saya tarik kembali",
         "saya mencabut pendaftaran saya untuk hari Senin",
         "I'd like to retract my booking",
         "nda jadima datang",
         "kasi hilangmi antreanku",
         "ten sida titiang rauh benjang",
         "gak jadi antre hari jumat, visanya belum keluar"}
    );
    expect_intent(
        Intent::opt_out,
        {"pengingatnya cukup ya kak",
         "saya tidak perlu dikabari lagi",
         "cekap pangelingna, ulah dikabaran deui",
         "that's enough notifications, thanks"}
    );
}

TEST(SaidOtherwise, what_only_sounds_like_giving_back_undoes_nothing) {
    expect_unwished(
        {"kenapa tempat saya dikasih ke orang lain",
         "tempat saya dikasih ke orang lain gak kalau telat?",
         "please don't give my slot to someone else",
         "did you give someone else my place?",
         "kasih saya tempat orang lain dong",
         "jangan hanguskan antrean saya, saya otw",
         "orang di loket hangusin nomor saya",
         "siapa yang melepas tempat saya",
         "antrean saya dilepas sama sistem?",
         "saya tidak mau tempat saya dilepas",
         "kacamata dilepas ya waktu foto",
         "paspor saya dicabut imigrasi, gimana",
         "uang saya bisa ditarik kembali?",
         "kalau saya tarik kembali pendaftaran, bisa daftar lagi kapan",
         "hpku kasi hilang kodenya, minta lagi",
         "cukup satu pengingat saja",
         "have I had enough reminders?",
         "kok tidak diingatkan lagi ya"}
    );
}

TEST(SaidOtherwise, a_denial_behind_a_correction_still_denies) {
    expect_unwished(
        {"halo kak eh jangan batalkan antrean saya",
         "kak maksud saya jangan dibatalkan antrean saya",
         "saya mau, oops don't cancel my booking",
         "please hold on, don't drop my slot",
         "kak eh gak jadi dibatalkan antreannya",
         "mas eh ojo dibatalke antreanku",
         "kak maaf jangan stop pengingatnya"}
    );
    expect_intent(
        Intent::cancel,
        {"besok, eh no, cancel it please",
         "daftar besok, eh gak jadi, batal",
         "kak maaf tidak bisa, batalkan antrean saya",
         "hmm wait, sorry, cancel my booking",
         "eh bukan, batalkan aja antreannya"}
    );
}

TEST(SaidOtherwise, thanks_before_a_question_are_said_in_passing) {
    expect_among(
        Asked::nothing,
        {{"makasih, bawa apa aja?", "info topic=documents"},
         {"terima kasih. alamatnya di mana ya?", "info topic=address"},
         {"thanks, what do I bring", "info topic=documents"},
         {"makasih min, jam berapa bukanya?", "info topic=hours"},
         {"thanks for telling me what to bring", "thanks topic=-"}}
    );
}

TEST(SaidOtherwise, another_hour_is_wished) {
    expect_intent(
        Intent::reschedule,
        {"bisa lebih pagi?", "bisa lebih siang gak", "can it be later?", "could it be earlier"}
    );
}

TEST(SaidOtherwise, hours_of_the_office_are_no_room_in_it) {
    expect_among(
        Asked::nothing,
        {{"what time do you open on Friday?", "info topic=hours"},
         {"what time will you open tomorrow", "info topic=hours"},
         {"what times are open on Friday?", "availability"}}
    );
    expect_intent(Intent::my_booking, {"kode booking ku apa ya, hp baru nih"});
    expect_intent(Intent::menu, {"wa'alaikum salam, punten kang"});
}

}  // namespace antre::language
