// Bookings as programs ask for them: every step of a booking's life and every refusal.

#include <gtest/gtest.h>

#include "engine/town.h"
#include "scheduling/booking.h"
#include "scheduling/limits.h"

namespace antre::stories {

// ---- places ------------------------------------------------------------------------------------

TEST(Booking, places_follow_the_order_of_receipt) {
    check(R"(
        Siti books            -> A-001 Tue 08:00 booked
        Budi books            -> A-002 Tue 08:10 booked
        & Dewi books          -> A-003 Tue 08:20 booked
        & Agus books          -> A-004 Tue 08:30 booked
        places                -> A-001 A-002 A-003 A-004
        journal               -> office_set booked booked booked booked
    )");
}

TEST(Booking, the_last_place_of_two_asked_for_in_one_batch_goes_to_the_first) {
    check(R"(
        Ana books for 5 Wed       -> A-001+A-002+A-003+A-004+A-005 Wed 08:00 booked
        Siti books Wed            -> A-006 Wed 08:50 booked
        & Budi books Wed          -> A-001 Tue 08:00 booked
    )");
}

TEST(Booking, days_fill_one_after_another_and_then_the_horizon_is_full) {
    check(R"(
        Ana books for 5       -> A-001+A-002+A-003+A-004+A-005 Tue 08:00 booked
        Ben books             -> A-006 Tue 08:50 booked
        Cici books for 5      -> B-001+B-002+B-003+B-004+B-005 Tue 09:00 booked
        Dodi books for 2      -> A-001+A-002 Wed 08:00 booked
        Eko books             -> B-006 Tue 09:50 booked
        Fitri books for 4     -> A-003+A-004+A-005+A-006 Wed 08:20 booked
        Gita books            -> horizon_full
        & Hadi books for 2    -> horizon_full
        Dodi cancels          -> A-001+A-002 Wed 08:00 cancelled
        Gita books            -> A-001 Wed 08:00 booked
        & Hadi books for 2    -> horizon_full
        & Ivan books          -> A-002 Wed 08:10 booked
        & Joko books          -> horizon_full
    )");
}

TEST(Booking, a_family_holds_neighbouring_places) {
    check(R"(
        Siti books Tue 08:20  -> A-003 Tue 08:20 booked
        Ana books for 3       -> A-004+A-005+A-006 Tue 08:30 booked
        Budi books for 2      -> A-001+A-002 Tue 08:00 booked
        Siti cancels          -> A-003 Tue 08:20 cancelled
        Dewi books for 2      -> B-001+B-002 Tue 09:00 booked
        Eko books             -> A-003 Tue 08:20 booked
    )");
}

TEST(Booking, a_window_is_not_given_within_the_lead_time) {
    check(R"(
        at 07:45
        Siti books            -> A-003 Tue 08:20 booked
        at 09:20
        Budi books            -> B-006 Tue 09:50 booked
        at 09:21
        Dewi books            -> A-001 Wed 08:00 booked
    )");
}

TEST(Booking, two_offices_do_not_take_places_from_each_other) {
    check(R"(
        Siti books Wed                -> A-001 Wed 08:00 booked
        & Budi books in denpasar      -> A-001 Wed 08:00 booked
        & Dewi books in denpasar      -> A-002 Wed 08:30 booked
        & Agus books in denpasar      -> horizon_full
        places                        -> A-001
        places denpasar               -> A-001 A-002
        journal denpasar              -> office_set booked booked
    )");
}

TEST(Booking, a_code_has_letters_and_digits_so_that_it_is_understood_in_a_sentence) {
    Town town;
    for (int i = 0; i < 400; ++i) {
        ASSERT_EQ(town.tell("Siti books"), "A-001 Tue 08:00 booked");
        const auto found = town.store().inside().find_contact(town.whatsapp_of("Siti"));
        const std::string code = scheduling::code_of((*found)->bookings.front().id);
        EXPECT_NE(code.find_first_of("0123456789"), std::string::npos) << code;
        EXPECT_NE(code.find_first_not_of("0123456789"), std::string::npos) << code;
        town.tell("Siti cancels");
    }
}

// ---- the life of a booking
// -----------------------------------------------------------------------

TEST(Booking, a_move_keeps_the_old_place_until_the_new_one_is_certain) {
    check(R"(
        Siti books            -> A-001 Tue 08:00 booked
        Siti moves Wed        -> A-001 Wed 08:00 booked
        Budi books            -> A-001 Tue 08:00 booked
        Ana books for 5 Tue 08:10     -> A-002+A-003+A-004+A-005+A-006 Tue 08:10 booked
        Cici books for 5      -> B-001+B-002+B-003+B-004+B-005 Tue 09:00 booked
        Dodi books            -> B-006 Tue 09:50 booked
        Eko books for 5       -> A-002+A-003+A-004+A-005+A-006 Wed 08:10 booked
        Siti moves Tue        -> horizon_full
        Siti looks            -> A-001 Wed 08:00 booked
    )");
}

TEST(Booking, a_cancelled_place_is_free_for_the_next) {
    check(R"(
        Siti books            -> A-001 Tue 08:00 booked
        Siti cancels          -> A-001 Tue 08:00 cancelled
        & Budi books          -> A-001 Tue 08:00 booked
        Siti looks            -> A-001 Tue 08:00 cancelled
        Siti books            -> A-002 Tue 08:10 booked
        journal               -> office_set booked cancelled booked booked
    )");
}

TEST(Booking, what_one_batch_holds_is_decided_in_its_order) {
    check(R"(
        Siti books            -> A-001 Tue 08:00 booked
        Siti moves 09:00      -> B-001 Tue 09:00 booked
        & Budi books          -> A-001 Tue 08:00 booked
        & Siti cancels        -> B-001 Tue 09:00 cancelled
        & Siti looks          -> B-001 Tue 09:00 cancelled
        & Siti moves Wed      -> booking_ended
        & Dewi books 09:00    -> B-001 Tue 09:00 booked
        journal               -> office_set booked moved booked cancelled booked
    )");
}

TEST(Booking, availability_counts_what_is_taken) {
    Town town;
    engine::AskAvailability question;
    question.from = *date_of({2026, 11, 24});
    question.days = 3;
    const auto asked = [&] {
        return town.handle(town.engine(), {town.stamped(question, jakarta)}).front();
    };
    EXPECT_EQ(asked(), "12/12 6/6 0/0 A-001");
    check(town, "Ana books for 4 -> A-001+A-002+A-003+A-004 Tue 08:00 booked");
    EXPECT_EQ(asked(), "8/12 6/6 0/0 A-005");
    check(town, "Ana cancels -> A-001+A-002+A-003+A-004 Tue 08:00 cancelled");
    EXPECT_EQ(asked(), "12/12 6/6 0/0 A-001");
    EXPECT_EQ(town.journal(), "office_set booked cancelled") << "questions are not journalled";
}

// ---- refusals
// --------------------------------------------------------------------------------------

TEST(BookingRefusal, one_person_holds_one_place_and_one_contact_five) {
    check(R"(
        Siti books            -> A-001 Tue 08:00 booked
        Siti books Wed        -> person_already_booked
        Ana books for 5       -> A-002+A-003+A-004+A-005+A-006 Tue 08:10 booked
        Ana books             -> party_too_large
        Budi books for 6      -> party_too_large
        Ana cancels           -> A-002+A-003+A-004+A-005+A-006 Tue 08:10 cancelled
        Ana books             -> A-002 Tue 08:10 booked
    )");
}

TEST(BookingRefusal, nobody_is_named_twice_in_one_booking) {
    Town town;
    engine::Command twice = town.command("Siti books");
    auto& book = std::get<engine::Book>(twice.body);
    book.people.push_back({PersonName("SITI  "), book.people.front().born});
    EXPECT_EQ(town.handle(town.engine(), {twice}).front(), "person_already_booked");
    book.people.clear();
    EXPECT_EQ(town.handle(town.engine(), {twice}).front(), "party_too_large");
    EXPECT_EQ(town.places(), "none");
}

TEST(BookingRefusal, a_wrong_proof_looks_like_an_unknown_booking) {
    Town town;
    check(town, "Siti books -> A-001 Tue 08:00 booked");
    for (const char* sentence : {"Siti looks", "Siti cancels", "Siti moves Wed"}) {
        engine::Command command = town.command(sentence);
        std::visit(
            [](auto& body) {
                if constexpr (requires { body.proof; }) body.proof.born = {1};
            },
            command.body
        );
        EXPECT_EQ(town.handle(town.engine(), {command}).front(), "booking_unknown") << sentence;
        command = town.command(std::string(sentence) + " in denpasar");
        EXPECT_EQ(town.handle(town.engine(), {command}).front(), "booking_unknown") << sentence;
    }
    check(town, R"(
        Budi cancels          -> booking_unknown
        Siti looks            -> A-001 Tue 08:00 booked
    )");
}

TEST(BookingRefusal, what_has_begun_or_ended_is_not_changed) {
    check(R"(
        Siti books            -> A-001 Tue 08:00 booked
        Budi books            -> A-002 Tue 08:10 booked
        Budi cancels          -> A-002 Tue 08:10 cancelled
        Budi cancels          -> booking_ended
        Budi moves Wed        -> booking_ended
        at 07:59
        Siti moves 09:00      -> B-001 Tue 09:00 booked
        at 09:00
        Siti moves Wed        -> too_late_to_change
        Siti cancels          -> too_late_to_change
        Siti looks            -> B-001 Tue 09:00 booked
    )");
}

TEST(BookingRefusal, three_moves_are_enough) {
    check(R"(
        Siti books            -> A-001 Tue 08:00 booked
        Siti moves Wed        -> A-001 Wed 08:00 booked
        Siti moves Tue        -> A-001 Tue 08:00 booked
        Siti moves 09:00      -> B-001 Tue 09:00 booked
        Siti moves Wed        -> moves_exhausted
        Siti cancels          -> B-001 Tue 09:00 cancelled
        journal               -> office_set booked moved moved moved cancelled
    )");
}

TEST(BookingRefusal, an_office_must_be_open_and_offer_the_service) {
    Town town;
    engine::Command lost = town.command("Siti books");
    std::get<engine::Book>(lost.body).service = Service::lost;
    EXPECT_EQ(town.handle(town.engine(), {lost}).front(), "service_not_offered");
    scheduling::Office office = town.engine().offices().find(jakarta)->office();
    check(town, "Budi books -> A-001 Tue 08:00 booked");
    for (const auto stage :
         {scheduling::OfficeStage::suspended, scheduling::OfficeStage::candidate}) {
        office.stage = stage;
        EXPECT_EQ(
            town.handle(town.engine(), {town.stamped(engine::PutOffice{office})}).front(),
            "office 1"
        );
        check(town, "Siti books -> office_not_open");
    }
    check(town, "Budi cancels -> A-001 Tue 08:00 cancelled");
}

TEST(BookingRefusal, an_office_that_does_not_exist_is_named_so) {
    Town town;
    for (const char* sentence : {"Siti books", "Siti looks", "Siti says halo", "Siti stops"}) {
        engine::Command command = town.command(sentence);
        command.office = {99};
        EXPECT_EQ(town.handle(town.engine(), {command}).front(), "unknown_office") << sentence;
    }
}

// ---- settings
// ----------------------------------------------------------------------------------------

TEST(Settings, an_office_is_known_by_its_slug_and_what_is_held_stays_held) {
    Town town;
    check(town, R"(
        Ana books for 3       -> A-001+A-002+A-003 Tue 08:00 booked
    )");
    scheduling::Office office = town.engine().offices().find(jakarta)->office();
    office.id = {};
    office.pools[0].places_per_hour = 2;  // capacity is cut below what is booked
    check(town, "places -> A-001 A-002 A-003");
    EXPECT_EQ(
        town.handle(town.engine(), {town.stamped(engine::PutOffice{office})}).front(), "office 1"
    );
    check(town, R"(
        Budi books            -> B-001 Tue 09:00 booked
        Ana looks             -> A-001+A-002+A-003 Tue 08:00 booked
        Ana cancels           -> A-001+A-002+A-003 Tue 08:00 cancelled
        Dewi books for 2      -> A-001+A-002 Tue 08:00 booked
    )");
}

}  // namespace antre::stories
