#include "language/said_test.h"
#include "language/wishes.h"

namespace antre::language {

namespace {

// "address documents book date=2026-11-25": facts by their topic, acts with all they carry.
std::string wishes_of(std::string_view text, Asked asked = Asked::nothing) {
    std::string out;
    for (const Meaning& wish : heard(text, asked).wishes) {
        if (!out.empty()) out += " + ";
        out += wish.intent == Intent::info ? std::string(word_of(*wish.topic)) : said(wish);
    }
    return out;
}

}  // namespace

TEST(Wishes, facts_are_asked_for_beside_an_act) {
    EXPECT_EQ(
        wishes_of("daftar besok jam 9 2 orang, alamatnya dimana, syaratnya apa"),
        "address + documents + book date=2026-11-25 time=09:00 count=2"
    );
    EXPECT_EQ(
        wishes_of("book tomorrow 9am for 2, where is the office and what should I bring?"),
        "address + documents + book date=2026-11-25 time=09:00 count=2"
    );
    EXPECT_EQ(
        wishes_of("pindah ke senin jam 9, kantornya buka jam berapa ya"),
        "hours + reschedule date=2026-11-30 time=09:00"
    );
    EXPECT_EQ(
        wishes_of("move to monday 9am, what are your opening hours?"),
        "hours + reschedule date=2026-11-30 time=09:00"
    );
    EXPECT_EQ(
        wishes_of("perpanjang paspor lusa pagi, berapa biayanya"),
        "fee + book date=2026-11-26 daypart=pagi service=renew"
    );
    EXPECT_EQ(
        wishes_of("berapa biayanya? perpanjang paspor lusa pagi"),
        "fee + book date=2026-11-26 daypart=pagi service=renew"
    );
    EXPECT_EQ(
        wishes_of("renew passport on thursday morning, how much is it?"),
        "fee + book date=2026-11-26 daypart=pagi service=renew"
    );
    EXPECT_EQ(
        wishes_of("senin jam 9, alamatnya dimana?", Asked::ask_date),
        "address + inform date=2026-11-30 time=09:00"
    );
}

TEST(Wishes, a_place_is_given_back_for_another_or_taken_if_there_is_one) {
    EXPECT_EQ(
        wishes_of("batalin yang jumat terus daftar lagi minggu depan"),
        "cancel date=2026-11-27 + book date=2026-11-30 date_to=2026-12-06"
    );
    EXPECT_EQ(
        wishes_of("cancel friday and book again next week"),
        "cancel date=2026-11-27 + book date=2026-11-30 date_to=2026-12-06"
    );
    EXPECT_EQ(
        wishes_of("besok masih ada gak? kalau ada daftar 2 orang"), "book date=2026-11-25 count=2"
    );
}

TEST(Wishes, one_wish_and_what_is_only_told_are_none_more) {
    for (const std::string_view text :
         {"daftar besok jam 9, 2 orang",
          "mau bikin paspor baru, syaratnya apa",
          "batalkan yang besok, ganti senin jam 9",
          "KTP saya dibuat 2 mei 2015, daftar paspor hari kamis ya",
          "undur aja sampe abis tahun baru bang, anak masih libur",
          "bukan tak jadi ya, cuma nak tahu kena bawa dokumen apa",
          "book three people on 30 august at half past ten, one of us uses a wheelchair",
          "alamatnya dimana, syaratnya apa",
          "batalkan antrean saya",
          "#SITI RAHAYU#14051990#27112026"}) {
        EXPECT_EQ(wishes_of(text), "") << text;
    }
}

}  // namespace antre::language
