#include "language/said_test.h"

// A place that is left to others is cancelled, in whatever words; what others did, what one fears
// and what was once is not. And "min" behind a day is an admin, not a minute.

namespace antre::language {

namespace {

void expect_said(
    std::string_view key, std::initializer_list<std::pair<std::string_view, std::string_view>> rows
) {
    for (const auto& [text, value] : rows) {
        const std::string all = said(heard(text)) + " ";
        EXPECT_NE(all.find(std::string(key) + "=" + std::string(value) + " "), std::string::npos)
            << text << "\n  heard" << all;
    }
}

}  // namespace

TEST(GivenBack, a_place_left_to_others_is_a_cancel) {
    expect_intent(
        Intent::cancel,
        {"tempat saya kasih orang lain saja",
         "nomer saya berikan ke pemohon lain saja pak",
         "kasih slot saya ke orang lain aja kak",
         "antrean saya diberikan kepada pemohon lain saja, mohon maaf",
         "nomer kulo diparingke tiyang sanes mawon",
         "tempate wenehna wong sejen bae",
         "kosongkan tempat saya yang rabu ya",
         "please give my place to someone else"}
    );
}

TEST(GivenBack, what_others_did_or_one_fears_is_no_cancel) {
    for (const std::string_view text :
         {"jangan kasih tempat saya ke orang lain ya",
          "tempat saya sudah dikasih orang lain?",
          "sponsor bilang antrean saya sudah dibatalkan, benar pak?",
          "saya takut ga bisa datang kalau anak demam, nomornya hangus ga ya",
          "kemarin saya ga jadi datang karena badai, sekarang daftar lagi yang paling cepat",
          "ga jadi ke taiwan pak tapi tetap mau bikin paspor selasa jam 10",
          "tolong batalkan antrean karyawan saya namanya Budi",
          "maaf taksi nggak datang, saya telat 25 menit",
          "sorry the taxi did not come, I will be late"}) {
        const Meaning meaning = heard(text);
        EXPECT_NE(meaning.intent, Intent::cancel) << text << "\n  because " << meaning.reason;
    }
}

TEST(GivenBack, messages_are_wanted_again_in_every_tongue) {
    expect_intent(
        Intent::opt_in,
        {"salah pencet stop tadi, pengingatnya idupke lagi",
         "pengingate diurupke maneh mbak",
         "kabare diaktifna maning ya kang"}
    );
}

TEST(Admin, is_no_minute_behind_a_day_or_an_hour) {
    expect_said(
        "date",
        {{"daftar tgl 15 min", "2026-12-15"},
         {"batalkan yang tgl 30 min", "2026-11-30"},
         {"pindah ke tgl 10 min jam 9", "2026-12-10"}}
    );
    expect_said("time", {{"besok jam 10 min", "10:00"}});
    expect_said("delay_min", {{"maaf telat 20 min", "20"}});
}

TEST(OwnNumber, at_the_end_of_a_question_needs_no_word_for_number) {
    expect_said(
        "queue_no",
        {{"sekarang nomor berapa mbak, aku A 19", "A-019"},
         {"udah dekat belum nomor saya, B 7", "B-007"}}
    );
}

}  // namespace antre::language
