#include "cases/office_at_work.h"

namespace antre::cases {

namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

constexpr auto siti = "#SITI RAHAYU#14051990#27112026";

// Somebody whose reminder for tomorrow has come.
struct Reminded {
    OfficeAtWork house{"2026-11-24T09:00:00+07:00"};

    Reminded() {
        house.says("6281", siti);
        house.says("6281", "ingatkan");
        house.sent();
        house.at("2026-11-26T16:00:00+07:00");
        house.pass_time();
        EXPECT_THAT(house.sent().back().text, HasSubstr("A-001"));
    }
    std::string answers(const std::string& text) {
        house.says("6281", text);
        return house.sent().back().text;
    }
};

// Somebody on Thursday to whom a place on Wednesday is offered.
struct Offered {
    OfficeAtWork house{"2026-11-24T09:00:00+07:00"};
    std::string eka;

    // `from` is who gives up the place: 6281 at 08.00, and then one each half hour.
    explicit Offered(
        std::string_view offered_at = "2026-11-24T09:10:00+07:00", std::string_view from = "6281"
    ) {
        std::string freed;
        for (const std::string phone : {"6281", "6282", "6283", "6284"}) {
            const std::string code = house.books(phone, on("2026-11-25"), {"Budi"});
            if (phone == from) freed = code;
        }
        eka = house.books("6285", on("2026-11-26"), {"Eka"});
        house.says("6285", "kabari kalau besok ada yang kosong");
        house.sent();
        house.at(offered_at);
        const engine::Proof proof{*scheduling::booking_coded(freed), LocalDate{7'000}};
        house.ask(engine::CancelBooking{proof}, engine::ActorKind::api);
        house.sent();
    }
    std::string answers(const std::string& text) {
        house.says("6285", text);
        return house.sent().back().text;
    }
};

constexpr auto old_place = "A-001 2026-11-26 08:00";
constexpr auto new_place = "A-001 2026-11-25 08:00";

}  // namespace

TEST(TypedAnswer, to_a_reminder_is_its_first_button) {
    for (const char* words : {"saya datang", "Saya datang", "ya", "1", "I will come", "i'm coming"})
        EXPECT_THAT(
            Reminded().answers(words), AnyOf(HasSubstr("15 menit"), HasSubstr("15 minutes"))
        ) << words;
}

TEST(TypedAnswer, to_a_reminder_moves_or_asks_whether_to_cancel) {
    EXPECT_THAT(Reminded().answers("2"), HasSubstr("Pilih hari"));
    EXPECT_THAT(Reminded().answers("3"), HasSubstr("Batalkan antrean"));
    EXPECT_THAT(Reminded().answers("tidak"), HasSubstr("Batalkan antrean"));
}

TEST(TypedAnswer, takes_an_offered_place) {
    for (const char* words :
         {"ambil tempat ini", "1", "mau", "ya", "ambil", "rabu saja", "take it"}) {
        Offered story;
        story.answers(words);
        EXPECT_EQ(story.house.place(story.eka), new_place) << words;
    }
}

TEST(TypedAnswer, keeps_the_old_place_and_books_nothing) {
    for (const char* words :
         {"2", "tetap kamis", "tetap jadwal lama", "tetap", "tidak", "keep it"}) {
        Offered story;
        // A word that is not Indonesian is answered in its language.
        EXPECT_THAT(
            story.answers(words),
            AnyOf(HasSubstr("masih di daftar tunggu"), HasSubstr("still on the waiting list"))
        ) << words;
        EXPECT_EQ(story.house.place(story.eka), old_place) << words;
    }
}

TEST(TypedAnswer, leaves_the_list) {
    Offered story;
    EXPECT_THAT(story.answers("3"), HasSubstr("daftar tunggu"));
    EXPECT_THAT(story.house.journal_kinds(), testing::Contains("wait_left"));
}

TEST(TypedAnswer, is_none_to_a_notice_that_waits_for_the_morning) {
    // At seven 09.00 is far enough ahead to be offered.
    Offered story("2026-11-24T21:00:00+07:00", "6283");
    ASSERT_THAT(story.house.journal_kinds(), testing::Contains("wait_offered"));
    story.answers("ambil tempat ini");
    EXPECT_EQ(story.house.place(story.eka), old_place);
    story.house.at("2026-11-25T07:00:10+07:00");
    story.house.pass_time();
    story.house.sent();
    story.answers("1");
    EXPECT_EQ(story.house.place(story.eka), "B-001 2026-11-25 09:00");
}

TEST(TypedAnswer, counts_after_a_restart) {
    Offered story;
    story.house.restart();
    story.answers("ya");
    EXPECT_EQ(story.house.place(story.eka), new_place);
}

TEST(TypedAnswer, goes_to_what_was_asked_last) {
    Offered story;
    story.answers("menu");
    EXPECT_THAT(story.answers("1"), HasSubstr("Kode"));
    EXPECT_EQ(story.house.place(story.eka), old_place);
}

TEST(TypedAnswer, to_a_closure_agrees_and_is_no_consent_to_reminders) {
    for (const char* words : {"setuju", "1", "ya", "agree"}) {
        OfficeAtWork house("2026-11-24T09:00:00+07:00");
        house.says("6281", siti);
        house.sent();
        house.act(engine::CloseDay{
            *parse_iso_date("2026-11-27"), "banjir", "flooding", engine::Resolve::confirm});
        house.sent();
        house.says("6281", words);
        EXPECT_THAT(house.sent().back().text, AnyOf(HasSubstr("15 menit"), HasSubstr("15 minutes")))
            << words;
    }
}

TEST(TypedAnswer, to_news_of_a_passport_is_one_of_its_buttons_and_ok_is_no_consent) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const BookingId booking = *scheduling::booking_coded(house.books("6281", on("2026-11-27")));
    house.says("6281", "antrean saya");
    house.at("2026-11-27T09:00:00+07:00");
    house.act(engine::OpenCases{booking});
    const scheduling::CaseId passport = scheduling::case_of(booking, 1);
    house.act(engine::MoveCase{passport});
    house.act(engine::MoveCase{passport, scheduling::CaseState::ready});
    house.sent();
    house.says("6281", "ok");
    EXPECT_THAT(house.sent().back().text, Not(HasSubstr("pengingat")));
    house.act(engine::MoveCase{passport, scheduling::CaseState::collected});
    house.sent();
    house.says("6281", "4");
    EXPECT_THAT(house.sent().back().text, HasSubstr("4 dari 5"));
}

TEST(TypedAnswer, leaves_what_was_being_arranged) {
    Reminded story;
    EXPECT_THAT(story.answers("daftar lagi untuk adik saya, 2 desember"), HasSubstr("2 Desember"));
    story.house.act(engine::CloseDay{
        *parse_iso_date("2026-11-27"), "banjir", "flooding", engine::Resolve::confirm});
    story.house.sent();
    EXPECT_THAT(story.answers("ya"), HasSubstr("15 menit"));
    EXPECT_THAT(
        story.answers("Rina Rahayu, 03-03-1995"),
        AllOf(HasSubstr("Rina Rahayu"), Not(HasSubstr("belum paham")))
    );
}

}  // namespace antre::cases
