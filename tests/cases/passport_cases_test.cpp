#include "cases/office_at_work.h"

namespace antre::cases {

namespace {

using engine::CasesAnswer;
using engine::ImportAnswer;
using engine::MoveCase;
using engine::OpenCases;
using engine::Resolve;
using engine::StaffRefusal;
using scheduling::CaseState;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

BookingId booking(const std::string& code) {
    return *scheduling::booking_coded(code);
}

scheduling::CaseId passport(const std::string& code, std::uint8_t person = 1) {
    return scheduling::case_of(booking(code), person);
}

// "accepted", or the refusal's name.
std::string told(const engine::StaffAnswer& answer) {
    if (const auto* refused = std::get_if<StaffRefusal>(&answer)) {
        return std::string(engine::name_of(*refused));
    }
    std::string words;
    for (const auto& each : std::get<CasesAnswer>(answer).cases) {
        if (!words.empty()) words += ", ";
        words += scheduling::name_of(each.state);
    }
    return words;
}

// A person who booked for Friday, came, and paid on Friday.
std::string in_production(OfficeAtWork& house, const std::string& phone) {
    std::string code = house.books(phone, on("2026-11-27"));
    const Instant before = house.now();
    house.at("2026-11-27T09:00:00+07:00");
    EXPECT_EQ(told(house.act(OpenCases{booking(code)})), "accepted");
    EXPECT_EQ(told(house.act(MoveCase{passport(code)})), "in_production");
    house.at(iso_instant(before));
    return code;
}

std::vector<std::string> verdicts(const engine::StaffAnswer& answer) {
    std::vector<std::string> lines;
    for (const engine::RowVerdict& row : std::get<ImportAnswer>(answer).rows) {
        lines.push_back(
            std::to_string(row.line) + " " +
            std::string(row.fault ? engine::name_of(*row.fault) : "usable")
        );
    }
    return lines;
}

std::string text_of(const std::vector<Sent>& sent) {
    return sent.empty() ? "nothing" : sent.back().text;
}

// The due moments up to `until`, each at its time.
void pass_to(OfficeAtWork& house, std::string_view until) {
    const Instant end = *parse_iso_instant(until);
    for (int moments = 0; moments < 1'000; ++moments) {
        const auto due = house.engine().next_due();
        if (!due || *due > end) break;
        house.at(iso_instant(std::max(*due, house.now())));
        house.pass_time();
    }
    house.at(until);
    house.pass_time();
}

}  // namespace

TEST(PassportCase, is_opened_for_each_person_once_their_day_has_come) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-27"), {"Ani", "Budi"});
    EXPECT_EQ(told(house.act(OpenCases{booking(code)})), "visit_to_come");
    house.at("2026-11-27T07:50:00+07:00");
    EXPECT_EQ(told(house.act(OpenCases{booking(code)})), "accepted, accepted");
    EXPECT_EQ(told(house.act(MoveCase{passport(code, 2)})), "in_production");
    EXPECT_EQ(told(house.act(OpenCases{booking(code)})), "accepted, in_production");
    house.restart();
    EXPECT_EQ(told(house.act(engine::ShowCases{booking(code)})), "accepted, in_production");
    EXPECT_EQ(told(house.act(OpenCases{{12345}})), "booking_not_here");
    EXPECT_EQ(told(house.act(engine::ShowCases{{12345}})), "booking_not_here");
    EXPECT_EQ(told(house.act(MoveCase{passport(code, 3)})), "case_unknown");
    EXPECT_EQ(told(house.act(MoveCase{{12345 * 8 + 1}})), "case_unknown");
}

TEST(PassportCase, of_a_cancelled_booking_is_not_opened) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-27"));
    house.ask(engine::CancelBooking{{booking(code), LocalDate{7'000}}});
    house.at("2026-11-27T09:00:00+07:00");
    EXPECT_EQ(told(house.act(OpenCases{booking(code)})), "booking_not_here");
}

TEST(PassportCase, refuses_moves_that_its_table_does_not_have) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = in_production(house, "6281");
    house.at("2026-11-27T10:00:00+07:00");
    const auto journal = house.journal_kinds();
    for (const CaseState to : {CaseState::accepted, CaseState::deferred, CaseState::collected}) {
        EXPECT_EQ(told(house.act(MoveCase{passport(code), to})), "move_not_legal");
    }
    EXPECT_EQ(told(house.act(MoveCase{passport(code)})), "in_production") << "as it is already";
    EXPECT_EQ(house.journal_kinds(), journal);
}

TEST(PassportCase, paid_on_friday_is_expected_after_four_working_days) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = in_production(house, "6281");
    const auto answer = house.act(engine::ShowCases{booking(code)});
    const auto& shown = std::get<CasesAnswer>(answer).cases.at(0);
    EXPECT_EQ(iso_date(*shown.expected_on), "2026-12-03");
    EXPECT_EQ(iso_date(*shown.paid_on), "2026-11-27");
    house.at("2026-11-27T09:00:00+07:00");
    EXPECT_EQ(
        text_of(house.sent()),
        "template paspor_dicetak: | Siti | Kantor Imigrasi Jakarta Selatan | "
        "Kamis, 3 Desember 2026"
    );
}

TEST(PassportCase, of_a_lost_passport_promises_no_day_unless_the_officer_does) {
    scheduling::Office office = small_office();
    office.pools[0].services.push_back(Service::lost);
    for (const bool has_promise : {false, true}) {
        OfficeAtWork house("2026-11-24T09:00:00+07:00", office);
        engine::Book book;
        book.phone = PhoneNumber("6281");
        book.service = Service::lost;
        book.wish = on("2026-11-27");
        book.people = {{PersonName("Siti"), LocalDate{7'000}}};
        const auto booked = std::get<engine::BookingAnswer>(house.ask(book));
        house.at("2026-11-27T09:00:00+07:00");
        house.act(OpenCases{booked.booking.id});
        MoveCase pays{scheduling::case_of(booked.booking.id, 1)};
        if (has_promise) pays.expected_on = LocalDate{20'800};
        house.act(pays);
        EXPECT_EQ(text_of(house.sent()) == "nothing", !has_promise);
    }
}

TEST(PassportCase, ready_is_told_with_where_when_and_what_to_bring) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = in_production(house, "6281");
    house.at("2026-12-04T15:00:00+07:00");
    house.sent();
    EXPECT_EQ(told(house.act(MoveCase{passport(code), CaseState::ready})), "ready");
    EXPECT_EQ(
        text_of(house.sent()),
        "template paspor_selesai_tanpa_jam: | Siti | Kantor Imigrasi Jakarta Selatan | "
        "Jumat, 4 Desember 2026 | 08.00-10.00 | 1 Januari 2027"
    );
    house.says("6281", "paspor saya sudah jadi?");
    EXPECT_THAT(
        text_of(house.sent()),
        AllOf(HasSubstr(code + "-1"), HasSubstr("*sudah selesai*"), HasSubstr("1 Januari 2027"))
    );
}

TEST(PassportCase, officers_are_told_the_same_last_day_as_its_owner) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = in_production(house, "6281");
    // A month later is a Monday: the last day before it is a Sunday, the last to collect a Friday.
    house.at("2026-12-04T15:00:00+07:00");
    const auto answer = house.act(MoveCase{passport(code), CaseState::ready});
    const auto& last_days = std::get<CasesAnswer>(answer).last_days;
    ASSERT_THAT(last_days, SizeIs(1));
    EXPECT_EQ(iso_date(last_days.at(passport(code))), "2027-01-01");
    EXPECT_THAT(text_of(house.sent()), HasSubstr("1 Januari 2027"));
}

TEST(PassportCase, ready_in_the_evening_is_told_in_the_morning_and_not_if_it_was_wrong) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string first = in_production(house, "6281");
    const std::string second = in_production(house, "6282");
    house.at("2026-12-04T09:00:00+07:00");
    house.sent();
    house.at("2026-12-04T21:00:00+07:00");
    house.act(MoveCase{passport(first), CaseState::ready});
    house.act(MoveCase{passport(second), CaseState::ready});
    EXPECT_THAT(house.sent(), IsEmpty());
    house.act(MoveCase{passport(second), CaseState::cancelled});
    house.at("2026-12-05T07:00:00+07:00");
    const auto sent = house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent[0].to, "6281");
}

TEST(PassportCase, nobody_collects_is_recalled_three_times_and_cancelled_after_a_month) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = in_production(house, "6281");
    house.at("2026-12-04T15:00:00+07:00");
    house.act(MoveCase{passport(code), CaseState::ready});
    house.sent();
    struct Row {
        std::string_view until;
        std::string_view sent;
    };
    constexpr Row rows[] = {
        {"2026-12-11T09:59:00+07:00", "nothing"},
        {"2026-12-11T10:00:00+07:00",
         "template paspor_menunggu_tanpa_jam: | Siti | 7 | Kantor Imigrasi Jakarta Selatan | 1 "
         "Januari 2027"},
        {"2026-12-25T09:59:00+07:00", "nothing"},
        {"2026-12-25T10:00:00+07:00",
         "template paspor_menunggu_tanpa_jam: | Siti | 21 | Kantor Imigrasi Jakarta Selatan | "
         "1 Januari 2027"},
        {"2027-01-01T10:00:00+07:00",
         "template paspor_menunggu_tanpa_jam: | Siti | 28 | Kantor Imigrasi Jakarta Selatan | "
         "1 Januari 2027"},
        {"2027-01-04T09:59:00+07:00", "nothing"},
        {"2027-01-04T10:00:00+07:00",
         "template paspor_dibatalkan: | Siti | Kantor Imigrasi Jakarta Selatan | 1 Januari 2027"},
        {"2027-03-04T10:00:00+07:00", "nothing"},
    };
    for (const Row& row : rows) {
        house.restart();
        pass_to(house, row.until);
        EXPECT_EQ(text_of(house.sent()), row.sent) << row.until;
    }
    EXPECT_EQ(told(house.act(engine::ShowCases{booking(code)})), "cancelled");
    EXPECT_EQ(house.journal_kinds().back(), "case_moved");
}

TEST(PassportCase, after_a_pause_of_the_server_is_recalled_once) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = in_production(house, "6281");
    house.at("2026-12-04T15:00:00+07:00");
    house.act(MoveCase{passport(code), CaseState::ready});
    house.sent();
    house.at("2026-12-26T23:00:00+07:00");
    house.restart();
    house.pass_time();
    EXPECT_THAT(house.sent(), IsEmpty()) << "at night";
    EXPECT_EQ(house.engine().next_due(), *parse_iso_instant("2026-12-27T07:00:00+07:00"));
    pass_to(house, "2026-12-27T07:00:00+07:00");
    EXPECT_THAT(house.sent(), SizeIs(1));
}

TEST(PassportCase, collected_is_recalled_no_more_and_its_owner_is_asked_how_it_was) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = in_production(house, "6281");
    house.at("2026-12-04T15:00:00+07:00");
    house.act(MoveCase{passport(code), CaseState::ready});
    house.says("6281", "terima kasih");
    house.sent();
    house.at("2026-12-05T09:00:00+07:00");
    EXPECT_EQ(told(house.act(MoveCase{passport(code), CaseState::collected})), "collected");
    const auto question = house.sent();
    ASSERT_THAT(question, SizeIs(1));
    ASSERT_THAT(question[0].payloads, SizeIs(5));
    house.taps("6281", question[0].payloads[3]);
    EXPECT_THAT(text_of(house.sent()), HasSubstr("4 dari 5"));
    house.restart();
    const auto answer = house.act(engine::ShowCases{booking(code)});
    EXPECT_EQ(std::get<CasesAnswer>(answer).cases.at(0).score, 4);
    EXPECT_EQ(house.journal_kinds().back(), "rated");
    pass_to(house, "2027-02-01T10:00:00+07:00");
    EXPECT_THAT(house.sent(), IsEmpty());
}

TEST(PassportCase, the_mark_may_be_typed_also_after_a_template) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = in_production(house, "6281");
    house.at("2026-12-04T15:00:00+07:00");
    house.act(MoveCase{passport(code), CaseState::ready});
    house.act(MoveCase{passport(code), CaseState::collected});
    EXPECT_THAT(text_of(house.sent()), HasSubstr("template penilaian_layanan"));
    house.says("6281", "2");
    EXPECT_THAT(text_of(house.sent()), AllOf(HasSubstr("2 dari 5"), HasSubstr("Maaf")));
}

TEST(PassportCase, a_family_is_asked_once_and_strangers_never) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-27"), {"Ani", "Budi"});
    house.at("2026-11-27T09:00:00+07:00");
    house.act(OpenCases{booking(code)});
    for (const CaseState to : {CaseState::in_production, CaseState::ready, CaseState::collected}) {
        for (const std::uint8_t person : {std::uint8_t{1}, std::uint8_t{2}})
            house.act(MoveCase{passport(code, person), to});
    }
    std::size_t questions = 0;
    for (const Sent& each : house.sent())
        questions += each.text.find("penilaian") == std::string::npos ? 0 : 1;
    EXPECT_EQ(questions, 1u);
    house.taps("6299", "a1.0.rate.n5.b" + code);
    EXPECT_THAT(text_of(house.sent()), HasSubstr("Tidak ada antrean seperti itu"));
}

TEST(ReadyList, names_every_row_that_cannot_be_used_and_applies_the_others_together) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string good = in_production(house, "6281");
    const std::string before = in_production(house, "6282");
    const std::string unpaid = house.books("6283", on("2026-11-27"));
    house.at("2026-12-04T15:00:00+07:00");
    house.act(OpenCases{booking(unpaid)});
    house.act(MoveCase{passport(before), CaseState::ready});
    house.sent();
    engine::ImportReady list;
    list.rows = {
        {2, passport(good)},
        {3, passport(good)},
        {4, passport(before)},
        {5, passport(unpaid)},
        {7, passport(good, 2)}};
    const auto expected = ElementsAre(
        "2 usable", "3 named_twice", "4 ready_before", "5 not_in_production", "7 case_unknown"
    );
    const auto journal = house.journal_kinds();
    EXPECT_THAT(verdicts(house.act(list)), expected);
    EXPECT_EQ(house.journal_kinds(), journal) << "only a preview";
    list.resolve = Resolve::confirm;
    EXPECT_THAT(verdicts(house.act(list)), expected);
    EXPECT_THAT(text_of(house.sent()), HasSubstr("paspor_selesai"));
    EXPECT_THAT(verdicts(house.act(list))[0], "2 ready_before") << "confirmed again";
    EXPECT_THAT(house.sent(), IsEmpty());
}

}  // namespace antre::cases
