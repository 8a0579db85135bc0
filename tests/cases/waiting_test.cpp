#include "cases/office_at_work.h"

namespace antre::cases {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// An office whose Wednesday is full: Adi at 08.00, Budi 08.30, Citra 09.00, Dewi 09.30. Eka and
// Fajar have places on Thursday, and would rather come on Wednesday: Eka asked first.
struct FullWednesday {
    OfficeAtWork house{"2026-11-24T09:00:00+07:00"};
    std::string adi = house.books("6281", on("2026-11-25"), {"Adi"});
    std::string budi = house.books("6282", on("2026-11-25"), {"Budi"});
    std::string citra = house.books("6283", on("2026-11-25"), {"Citra"});
    std::string dewi = house.books("6284", on("2026-11-25"), {"Dewi"});
    std::string eka = house.books("6285", on("2026-11-26"), {"Eka"});
    std::string fajar = house.books("6286", on("2026-11-26"), {"Fajar"});

    FullWednesday() {
        waits("6285");
        waits("6286");
        house.sent();
    }
    void waits(const std::string& phone) {
        house.later(seconds(10));
        house.says(phone, "kabari kalau besok ada yang kosong");
    }
    void cancels(const std::string& code) {
        const engine::Proof proof{*scheduling::booking_coded(code), LocalDate{7'000}};
        house.ask(engine::CancelBooking{proof}, engine::ActorKind::api);
    }
    // To whom the offers went that were sent now, and the first one's buttons: take, pass, leave.
    std::vector<std::string> buttons;
    std::vector<std::string> offered() {
        std::vector<std::string> phones;
        buttons.clear();
        for (const Sent& sent : house.sent()) {
            if (sent.text.find("Ada tempat kosong") == std::string::npos &&
                sent.text.find("daftar_tunggu") == std::string::npos) {
                continue;
            }
            phones.push_back(sent.to);
            if (buttons.empty()) buttons = sent.payloads;
        }
        return phones;
    }
    // "open" when somebody who looks would find room on Wednesday.
    std::string wednesday() {
        const auto answer = house.ask(engine::AskAvailability{
            scheduling::Service::new_passport, 1, *parse_iso_date("2026-11-25"), 1});
        return std::get<engine::AvailabilityAnswer>(answer).days.front().free > 0 ? "open" : "full";
    }
};

}  // namespace

TEST(WaitingList, a_freed_place_is_held_for_who_asked_first_and_for_nobody_else) {
    FullWednesday story;
    story.cancels(story.budi);
    EXPECT_EQ(story.wednesday(), "full");
    EXPECT_THAT(story.offered(), ElementsAre("6285"));
    EXPECT_EQ(story.house.place(story.eka), "A-001 2026-11-26 08:00");
    story.house.taps("6285", story.buttons[0]);
    EXPECT_EQ(story.house.place(story.eka), "A-002 2026-11-25 08:30");
    EXPECT_THAT(story.house.sent().back().text, HasSubstr("Jadwal sudah pindah"));
}

TEST(WaitingList, what_was_given_up_for_it_is_free_for_the_next) {
    FullWednesday story;
    story.house.books("6287", on("2026-11-26"), {"Gita"});
    story.house.books("6288", on("2026-11-26"), {"Hadi"});
    const std::string indah = story.house.books("6289", on("2026-11-27"), {"Indah"});
    story.house.says("6289", "kabari kalau kamis ada yang kosong");
    story.house.sent();
    story.cancels(story.budi);
    story.offered();
    story.house.taps("6285", story.buttons[0]);
    EXPECT_THAT(story.offered(), ElementsAre("6289"));
    story.house.taps("6289", story.buttons[0]);
    EXPECT_EQ(story.house.place(indah), "A-001 2026-11-26 08:00");
}

TEST(WaitingList, who_does_not_answer_makes_way_and_leaves_after_the_second_time) {
    FullWednesday story;
    story.cancels(story.budi);
    EXPECT_THAT(story.offered(), ElementsAre("6285"));
    story.house.later(hours(3));
    story.house.pass_time();
    EXPECT_THAT(story.offered(), ElementsAre("6286"));
    story.house.taps("6286", story.buttons[0]);
    EXPECT_EQ(story.house.place(story.fajar), "A-002 2026-11-25 08:30");
    story.cancels(story.adi);
    EXPECT_THAT(story.offered(), ElementsAre("6285"));
    story.house.later(hours(3));
    story.house.pass_time();
    EXPECT_EQ(story.wednesday(), "open");
    story.house.says("6285", "antrean saya");
    EXPECT_THAT(story.house.sent().back().text, Not(HasSubstr("Daftar tunggu")));
    EXPECT_THAT(story.house.journal_kinds(), Contains("wait_left"));
}

TEST(WaitingList, who_says_no_stays_on_the_list_and_is_asked_of_earlier_ones) {
    FullWednesday story;
    story.cancels(story.budi);
    story.offered();
    story.house.taps("6285", story.buttons[1]);
    EXPECT_THAT(story.offered(), ElementsAre("6286"));
    story.cancels(story.dewi);
    EXPECT_THAT(story.offered(), IsEmpty());
    story.cancels(story.adi);
    EXPECT_THAT(story.offered(), ElementsAre("6285"));
}

TEST(WaitingList, a_family_is_offered_neighbouring_places_or_none) {
    FullWednesday story;
    const std::string pair = story.house.books("6290", on("2026-11-27"), {"Joko", "Kiki"});
    story.house.says("6290", "kabari kalau besok ada yang kosong");
    story.house.says("6285", "keluar dari daftar tunggu");
    story.house.says("6286", "keluar dari daftar tunggu");
    story.house.sent();
    story.cancels(story.budi);
    EXPECT_THAT(story.offered(), IsEmpty());
    EXPECT_EQ(story.wednesday(), "open");
    story.cancels(story.adi);
    EXPECT_THAT(story.offered(), ElementsAre("6290"));
    story.house.taps("6290", story.buttons[0]);
    EXPECT_EQ(story.house.place(pair), "A-001 2026-11-25 08:00");
}

TEST(WaitingList, at_night_the_place_is_kept_and_told_in_the_morning) {
    FullWednesday story;
    story.house.at("2026-11-24T21:00:00+07:00");
    story.cancels(story.citra);
    EXPECT_EQ(story.wednesday(), "full");
    EXPECT_THAT(story.offered(), IsEmpty());
    story.house.at("2026-11-25T07:00:10+07:00");
    story.house.pass_time();
    EXPECT_THAT(story.offered(), ElementsAre("6285"));
    story.house.taps("6285", story.buttons[0]);
    EXPECT_EQ(story.house.place(story.eka), "B-001 2026-11-25 09:00");
}

TEST(WaitingList, within_the_last_hour_it_is_anybodys) {
    FullWednesday story;
    story.house.at("2026-11-25T07:50:00+07:00");
    story.cancels(story.citra);
    EXPECT_THAT(story.offered(), IsEmpty());
    EXPECT_EQ(story.wednesday(), "open");
}

TEST(WaitingList, an_offer_is_none_of_the_moves_a_booking_has) {
    FullWednesday story;
    scheduling::Office strict = small_office();
    strict.moves_max = 0;
    story.house.ask(engine::PutOffice{strict});
    story.cancels(story.budi);
    story.offered();
    story.house.taps("6285", story.buttons[0]);
    EXPECT_EQ(story.house.place(story.eka), "A-002 2026-11-25 08:30");
}

TEST(WaitingList, an_offer_survives_a_restart_and_is_over_when_it_is_over) {
    FullWednesday story;
    story.cancels(story.budi);
    story.offered();
    const std::vector<std::string> old = story.buttons;
    story.house.restart();
    EXPECT_EQ(story.wednesday(), "full");
    story.house.later(hours(3));
    story.house.pass_time();
    EXPECT_THAT(story.offered(), ElementsAre("6286"));
    story.house.taps("6285", old[0]);
    EXPECT_THAT(story.house.sent().back().text, HasSubstr("Tawaran itu sudah lewat"));
    EXPECT_EQ(story.house.place(story.eka), "A-001 2026-11-26 08:00");
}

TEST(WaitingList, who_cancels_gives_the_offered_place_back_too) {
    FullWednesday story;
    story.cancels(story.budi);
    EXPECT_THAT(story.offered(), ElementsAre("6285"));
    story.cancels(story.eka);
    EXPECT_THAT(story.offered(), ElementsAre("6286"));
    EXPECT_THAT(story.house.journal_kinds(), Contains("wait_joined").Times(2));
}

TEST(WaitingList, who_said_stop_is_passed_by) {
    FullWednesday story;
    story.house.says("6285", "STOP");
    story.house.sent();
    story.cancels(story.budi);
    EXPECT_THAT(story.offered(), ElementsAre("6286"));
}

TEST(WaitingList, outside_the_window_the_offer_goes_as_a_template_with_the_same_buttons) {
    FullWednesday story;
    for (int i = 0; i < 4; ++i)
        story.house.books("63" + std::to_string(i), on("2026-12-03"), {"Orang"});
    const std::string lila = story.house.books("6291", on("2026-12-04"), {"Lila"});
    story.house.says("6291", "kabari kalau kamis depan ada yang kosong");
    story.house.sent();
    story.house.at("2026-11-26T09:00:00+07:00");
    story.house.ask(engine::PutOffice{[] {
        scheduling::Office larger = small_office();
        larger.pools[0].places_per_hour = 3;
        return larger;
    }()});
    const std::vector<Sent> sent = story.house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_TRUE(sent[0].is_template);
    EXPECT_THAT(
        sent[0].text, HasSubstr("template daftar_tunggu: | Kantor Imigrasi Jakarta Selatan")
    );
    story.house.taps("6291", sent[0].payloads[0]);
    EXPECT_THAT(story.house.place(lila), HasSubstr("2026-12-03"));
}

TEST(WaitingList, more_places_for_the_day_are_offered_like_freed_ones) {
    FullWednesday story;
    scheduling::Office larger = small_office();
    larger.pools[0].places_per_hour = 3;
    story.house.ask(engine::PutOffice{larger});
    EXPECT_THAT(story.offered(), ElementsAre("6285", "6286"));
}

TEST(WaitingList, who_moves_there_by_themselves_waits_no_longer) {
    FullWednesday story;
    story.house.says("6285", "keluar dari daftar tunggu");
    story.house.says("6286", "STOP");
    story.house.sent();
    story.cancels(story.budi);
    const engine::Proof proof{*scheduling::booking_coded(story.fajar), LocalDate{7'000}};
    story.house.ask(engine::MoveBooking{proof, on("2026-11-25")}, engine::ActorKind::api);
    EXPECT_EQ(story.house.place(story.fajar), "A-002 2026-11-25 08:30");
    story.house.says("6286", "antrean saya");
    EXPECT_THAT(story.house.sent().back().text, Not(HasSubstr("Daftar tunggu")));
}

TEST(WaitingList, a_full_day_booked_by_chat_puts_the_person_on_the_list) {
    FullWednesday story;
    story.house.says("6299", "#MAYA SARI#14051990#25112026");
    const std::vector<Sent> sent = story.house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    ASSERT_THAT(sent[0].payloads, SizeIs(3));
    EXPECT_THAT(sent[0].text, HasSubstr("sudah penuh"));
    story.house.taps("6299", sent[0].payloads[2]);
    EXPECT_THAT(story.house.sent().back().text, HasSubstr("urutan ke-3"));
}

}  // namespace antre::cases
