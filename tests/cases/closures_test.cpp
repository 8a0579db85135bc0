#include "cases/office_at_work.h"
#include "engine/closures.h"

namespace antre::cases {

namespace {

using engine::CloseDay;
using engine::ClosureAnswer;
using engine::ClosureStage;
using engine::Resolve;
using engine::StaffRefusal;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr LocalDate friday{20'784};  // 2026-11-27

CloseDay closing(Resolve resolve) {
    return {friday, "banjir", "flooding", resolve};
}

// "A-001 2026-11-27 08:00 -> A-001 2026-11-30 08:00", in the order of the old places.
std::vector<std::string> moves_of(const engine::StaffAnswer& answer) {
    std::vector<std::string> lines;
    const auto* closure = std::get_if<ClosureAnswer>(&answer);
    if (closure == nullptr) return {"refused"};
    for (const engine::ClosureMove& move : closure->closure.moves) {
        lines.push_back(
            OfficeAtWork::written(move.from) + " -> " + OfficeAtWork::written(move.to) + " " +
            std::string(engine::name_of(move.reach))
        );
    }
    return lines;
}

ClosureStage stage_of(const engine::StaffAnswer& answer) {
    return std::get<ClosureAnswer>(answer).stage;
}

StaffRefusal refusal_of(const engine::StaffAnswer& answer) {
    return std::get<StaffRefusal>(answer);
}

}  // namespace

TEST(CloseDay, everybody_moves_in_the_order_of_their_places_to_the_next_certain_ones) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string monday = house.books("6281", on("2026-11-30"));
    const std::string first = house.books("6282", on("2026-11-27"));
    const std::string family = house.books("6283", on("2026-11-27"), {"Ani", "Budi"});
    const std::string last = house.books("6284", on("2026-11-27"));
    ASSERT_EQ(house.place(first), "A-001 2026-11-27 08:00");

    const auto answer = house.act(closing(Resolve::confirm));
    EXPECT_EQ(stage_of(answer), ClosureStage::done);
    EXPECT_THAT(
        moves_of(answer),
        ElementsAre(
            "A-001 2026-11-27 08:00 -> A-002 2026-11-30 08:30 told",
            "A-002 2026-11-27 08:30 -> B-001 2026-11-30 09:00 told",
            "B-002 2026-11-27 09:30 -> A-001 2026-12-01 08:00 told"
        )
    );
    EXPECT_EQ(house.place(monday), "A-001 2026-11-30 08:00");
    EXPECT_EQ(house.place(first), "A-002 2026-11-30 08:30");
    EXPECT_EQ(house.place(family), "B-001 2026-11-30 09:00");
    EXPECT_EQ(house.place(last), "A-001 2026-12-01 08:00");
}

TEST(CloseDay, a_preview_says_the_same_and_changes_nothing) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6282", on("2026-11-27"));
    const auto before = house.journal_kinds();
    const auto preview = house.act(closing(Resolve::preview));
    EXPECT_EQ(stage_of(preview), ClosureStage::proposed);
    EXPECT_EQ(house.journal_kinds(), before);
    EXPECT_THAT(house.sent(), IsEmpty());
    EXPECT_EQ(house.place(code), "A-001 2026-11-27 08:00");
    EXPECT_EQ(moves_of(house.act(closing(Resolve::confirm))), moves_of(preview));
}

TEST(CloseDay, confirmed_again_it_answers_the_same_and_moves_nobody) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.books("6282", on("2026-11-27"));
    const auto first = house.act(closing(Resolve::confirm));
    const auto journal = house.journal_kinds();
    for (int restarts = 0; restarts < 2; ++restarts) {
        const auto again = house.act(closing(Resolve::confirm));
        EXPECT_EQ(stage_of(again), ClosureStage::done_before);
        EXPECT_EQ(moves_of(again), moves_of(first));
        house.restart();
    }
    EXPECT_EQ(house.journal_kinds(), journal);
    EXPECT_THAT(house.sent(), SizeIs(1));
}

TEST(CloseDay, the_same_confirmation_twice_in_one_batch_is_carried_out_once) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.books("6282", on("2026-11-27"));
    engine::Command command;
    command.actor = engine::ActorKind::console;
    command.office = house.office();
    command.at = house.now();
    command.body = engine::StaffAct{closing(Resolve::confirm)};
    const std::vector batch{command, command};
    const auto answers = house.engine().handle(batch);
    ASSERT_TRUE(answers);
    EXPECT_EQ(stage_of(std::get<engine::StaffAnswer>((*answers)[1])), ClosureStage::done_before);
    EXPECT_THAT(house.sent(), SizeIs(1));
}

TEST(CloseDay, the_closed_day_takes_nobody_even_when_the_settings_are_loaded_again) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.act(closing(Resolve::confirm));
    EXPECT_EQ(house.place(house.books("6281", on("2026-11-27"))), "A-001 2026-11-30 08:00");
    house.ask(engine::PutOffice{small_office()});
    EXPECT_EQ(house.place(house.books("6282", on("2026-11-27"))), "A-002 2026-11-30 08:30");
    house.restart();
    EXPECT_EQ(house.place(house.books("6283", on("2026-11-27"))), "B-001 2026-11-30 09:00");
}

TEST(CloseDay, a_day_taken_back_is_open_again) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    EXPECT_EQ(refusal_of(house.act(engine::ReopenDay{friday})), StaffRefusal::day_not_closed);
    house.act(closing(Resolve::confirm));
    EXPECT_TRUE(std::holds_alternative<engine::StaffDone>(house.act(engine::ReopenDay{friday})));
    const std::string code = house.books("6281", on("2026-11-27"));
    EXPECT_EQ(house.place(code), "A-001 2026-11-27 08:00");
    EXPECT_THAT(moves_of(house.act(closing(Resolve::confirm))), SizeIs(1));
}

TEST(CloseDay, of_today_only_those_are_moved_whose_time_has_not_come) {
    OfficeAtWork house("2026-11-26T09:00:00+07:00");
    const std::string early = house.books("6281", on("2026-11-27"));
    const std::string late = house.books("6282", on("2026-11-27"));
    house.at("2026-11-27T08:10:00+07:00");
    EXPECT_THAT(
        moves_of(house.act(closing(Resolve::confirm))),
        ElementsAre("A-002 2026-11-27 08:30 -> A-001 2026-11-30 08:00 told")
    );
    EXPECT_EQ(house.place(early), "A-001 2026-11-27 08:00");
    EXPECT_EQ(house.place(late), "A-001 2026-11-30 08:00");
}

TEST(CloseDay, a_day_gone_by_cannot_be_closed) {
    OfficeAtWork house("2026-11-28T09:00:00+07:00");
    EXPECT_EQ(refusal_of(house.act(closing(Resolve::confirm))), StaffRefusal::day_gone_by);
    EXPECT_EQ(refusal_of(house.act(closing(Resolve::preview))), StaffRefusal::day_gone_by);
}

TEST(CloseDay, nobody_is_left_without_a_place) {
    scheduling::Office office = small_office();
    for (std::int32_t day = 1; day <= scheduling::horizon_days; ++day) {
        if (friday + (day - 1) == friday) continue;
        scheduling::DayException closed;
        closed.date = LocalDate{20'781} + day;  // every day from Wednesday on but Friday
        if (closed.date != friday) office.exceptions.push_back(closed);
    }
    office.exceptions.insert(office.exceptions.begin(), {LocalDate{20'781}, true, {}, {}, "", ""});
    OfficeAtWork house("2026-11-24T09:00:00+07:00", office);
    const std::string code = house.books("6281", on("2026-11-27"));
    EXPECT_EQ(refusal_of(house.act(closing(Resolve::confirm))), StaffRefusal::no_place_left);
    EXPECT_EQ(house.place(code), "A-001 2026-11-27 08:00");
    EXPECT_THAT(house.sent(), IsEmpty());
}

TEST(CloseDay, each_is_told_the_new_time_in_the_window_by_note_and_outside_by_template) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.books("6281", on("2026-11-27"));
    house.books("6282", on("2026-11-27"));
    house.says("6282", "STOP");
    house.books("6283", on("2026-11-27"));
    house.says("6283", "terima kasih");
    house.sent();
    const auto answer = house.act(closing(Resolve::confirm));
    EXPECT_THAT(moves_of(answer)[1], HasSubstr("opted_out"));
    const auto sent = house.sent();
    ASSERT_THAT(sent, SizeIs(2));
    EXPECT_EQ(sent[0].to, "6281");
    EXPECT_EQ(
        sent[0].text,
        "template kantor_tutup: | Kantor Imigrasi Jakarta Selatan | Jumat, 27 November 2026 | "
        "banjir | A-001, 08.00 | Senin, 30 November 2026, 08.00 WIB | A-001"
    );
    EXPECT_EQ(sent[1].to, "6283");
    EXPECT_FALSE(sent[1].is_template);
    EXPECT_THAT(
        sent[1].text,
        AllOf(HasSubstr("*Senin, 30 November 2026, 09.00 WIB*"), HasSubstr("karena banjir"))
    );
    EXPECT_THAT(sent[1].payloads, SizeIs(3));
}

namespace {

// The one message that may be sent now, refused; whether it went as a template.
bool refused_as_template(OfficeAtWork& house, std::int32_t error) {
    const auto claimed = std::get<engine::ClaimAnswer>(house.ask(engine::ClaimMessages{1}));
    if (claimed.messages.size() != 1) {
        ADD_FAILURE() << "nothing may be sent";
        return false;
    }
    engine::RecordSend refused;
    refused.message = claimed.messages[0].message.id;
    refused.outcome = engine::SendOutcome::refused;
    refused.error = error;
    house.ask(refused, engine::ActorKind::system);
    return std::holds_alternative<notices::Template>(claimed.messages[0].message.content);
}

}  // namespace

TEST(CloseDay, the_reason_is_told_in_english_or_else_as_it_was_given) {
    for (const std::string english : {"flooding", ""}) {
        OfficeAtWork house("2026-11-24T09:00:00+07:00");
        house.says("6281", "english please");
        house.says("6281", "#SITI RAHAYU#14051990#27112026");
        house.sent();
        house.act(CloseDay{friday, "banjir", english, Resolve::confirm});
        EXPECT_THAT(house.sent().back().text, HasSubstr(english.empty() ? "banjir" : "flooding"));
    }
}

TEST(CloseDay, a_note_that_met_a_closed_window_goes_once_more_as_a_template) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.books("6283", on("2026-11-27"));
    house.says("6283", "terima kasih");
    house.sent();
    house.act(closing(Resolve::confirm));
    EXPECT_FALSE(refused_as_template(house, 131'047));
    const auto sent = house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_TRUE(sent[0].is_template);
    EXPECT_THAT(house.sent(), IsEmpty());
}

TEST(CloseDay, a_note_that_met_a_closed_window_is_owed_until_its_template_is_taken_again) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.books("6283", on("2026-11-27"));
    house.says("6283", "terima kasih");
    house.sent();
    house.act(closing(Resolve::confirm));
    for (const char* at : {"09:00", "09:20", "09:40", "10:00", "10:20", "10:40"}) {
        house.at("2026-11-24T" + std::string(at) + ":00+07:00");
        EXPECT_FALSE(refused_as_template(house, 131'047)) << at;
        EXPECT_TRUE(refused_as_template(house, 132'015)) << at;
    }
    house.at("2026-11-24T11:00:00+07:00");
    EXPECT_FALSE(refused_as_template(house, 131'047));
    const auto sent = house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_TRUE(sent[0].is_template);
}

TEST(CloseDay, who_changes_the_new_place_before_the_notice_goes_is_not_told_the_old_one) {
    OfficeAtWork house("2026-11-24T22:00:00+07:00");
    const std::string code = house.books("6283", on("2026-11-27"));
    house.act(closing(Resolve::confirm));
    EXPECT_THAT(house.sent(), IsEmpty()) << "it is night, and Friday is far";
    house.ask(
        engine::CancelBooking{{*scheduling::booking_coded(code), LocalDate{7'000}}},
        engine::ActorKind::api
    );
    house.at("2026-11-25T07:00:00+07:00");
    EXPECT_THAT(house.sent(), IsEmpty());
}

TEST(CloseDay, who_was_to_come_tomorrow_is_told_at_night_too) {
    OfficeAtWork house("2026-11-26T22:00:00+07:00");
    house.books("6283", on("2026-11-27"));
    house.act(closing(Resolve::confirm));
    EXPECT_THAT(house.sent(), SizeIs(1));
}

TEST(CloseDay, the_answer_to_the_notice_is_the_ticket_with_the_new_number) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.books("6283", on("2026-11-27"));
    house.act(closing(Resolve::confirm));
    const auto notice = house.sent();
    ASSERT_THAT(notice, SizeIs(1));
    house.taps("6283", notice[0].payloads[0]);
    const auto ticket = house.sent();
    ASSERT_THAT(ticket, SizeIs(1));
    EXPECT_THAT(ticket[0].text, HasSubstr("Senin, 30 November 2026, 08.00 WIB"));
}

TEST(CloseDay, a_hold_on_the_day_is_given_up_and_the_talk_goes_on_elsewhere) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.says("6281", "perpanjang paspor jumat jam 8 satu orang");
    house.act(closing(Resolve::confirm));
    EXPECT_THAT(house.journal_kinds(), testing::Contains("released"));
    house.sent();
    house.says("6281", "Siti Rahayu, 14-05-1990");
    const auto sent = house.sent();
    ASSERT_FALSE(sent.empty());
    EXPECT_THAT(sent.back().text, HasSubstr("30 November"));
}

TEST(CloseDay, the_journal_tells_the_closure_and_every_move) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    house.books("6282", on("2026-11-27"));
    house.books("6283", on("2026-11-27"));
    house.act(closing(Resolve::confirm));
    EXPECT_THAT(
        house.journal_kinds(),
        ElementsAre("office_set", "booked", "booked", "day_closed", "moved", "moved")
    );
}

}  // namespace antre::cases
