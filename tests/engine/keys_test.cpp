// One command, one effect: what a key promises, and what happens when the store or another server
// comes in between.

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/limits.h"
#include "engine/town.h"

namespace antre::stories {

using Lines = std::vector<std::string>;

// ---- the same key
// --------------------------------------------------------------------------------

TEST(Key, repeated_later_gives_the_same_answer_and_no_second_effect) {
    check(R"(
        Siti books key k1             -> A-001 Tue 08:00 booked
        Siti books key k1             -> A-001 Tue 08:00 booked
        Siti books key k2             -> person_already_booked
        Siti books key k2             -> person_already_booked
        Siti moves Wed key k3         -> A-001 Wed 08:00 booked
        Siti moves Wed key k3         -> A-001 Wed 08:00 booked
        Siti cancels key k4           -> A-001 Wed 08:00 cancelled
        Siti cancels key k4           -> A-001 Wed 08:00 cancelled
        Siti cancels key k2           -> person_already_booked
        journal                       -> office_set booked moved cancelled
        places                        -> none
    )");
}

TEST(Key, repeated_in_one_batch_has_one_effect) {
    check(R"(
        Siti books key k1             -> A-001 Tue 08:00 booked
        & Siti books key k1           -> A-001 Tue 08:00 booked
        & Budi books key k2           -> A-002 Tue 08:10 booked
        & Siti books key k1           -> A-001 Tue 08:00 booked
        journal                       -> office_set booked booked
    )");
}

TEST(Key, with_another_body_is_answered_by_what_it_was_first) {
    check(R"(
        Siti books key k1             -> A-001 Tue 08:00 booked
        Budi books key k1             -> A-001 Tue 08:00 booked
        places                        -> A-001
    )");
}

TEST(Key, survives_a_restart) {
    check(R"(
        Siti books key k1             -> A-001 Tue 08:00 booked
        Budi cancels key k2           -> booking_unknown
        restart
        Siti books key k1             -> A-001 Tue 08:00 booked
        Budi cancels key k2           -> booking_unknown
        places                        -> A-001
    )");
}

TEST(Key, of_a_message_gives_one_reply) {
    Town town;
    engine::Command hello = town.command("Siti says halo");
    hello.key[0] = 7;
    EXPECT_EQ(town.handle(town.engine(), {hello, hello}), (Lines{"done", "done"}));
    EXPECT_EQ(town.handle(town.engine(), {hello}), (Lines{"done"}));
    check(town, "Siti's messages -> reply queued");
}

TEST(Key, without_one_twice_is_two_commands) {
    check(R"(
        Siti books                    -> A-001 Tue 08:00 booked
        Siti cancels                  -> A-001 Tue 08:00 cancelled
        Siti books                    -> A-001 Tue 08:00 booked
        Siti cancels                  -> A-001 Tue 08:00 cancelled
        journal                       -> office_set booked cancelled booked cancelled
    )");
}

// ---- two servers on one store
// ----------------------------------------------------------------------

TEST(Conflict, the_second_server_loads_again_and_gives_the_next_place) {
    Town town;
    const auto other = town.another_engine();
    ASSERT_TRUE(other->load(town.now()));
    check(town, "Siti books -> A-001 Tue 08:00 booked");
    EXPECT_EQ(
        town.handle(*other, {town.command("Budi books"), town.command("Dewi books for 2")}),
        (Lines{"A-002 Tue 08:10 booked", "A-003+A-004 Tue 08:20 booked"})
    );
    check(town, R"(
        Agus books            -> A-005 Tue 08:40 booked
        places                -> A-001 A-002 A-003 A-004 A-005
    )");
}

TEST(Conflict, the_same_key_at_two_servers_has_one_effect) {
    Town town;
    const auto other = town.another_engine();
    ASSERT_TRUE(other->load(town.now()));
    const engine::Command book = town.command("Siti books key k1");
    EXPECT_EQ(town.handle(town.engine(), {book}), (Lines{"A-001 Tue 08:00 booked"}));
    EXPECT_EQ(town.handle(*other, {book}), (Lines{"A-001 Tue 08:00 booked"}));
    EXPECT_EQ(town.places(), "A-001");
}

TEST(Conflict, both_servers_together_give_out_every_place_once) {
    Town town;
    const auto other = town.another_engine();
    ASSERT_TRUE(other->load(town.now()));
    std::vector<std::string> given;
    for (int i = 0; i < 18; ++i) {
        engine::Engine& asked = i % 2 == 0 ? town.engine() : *other;
        const std::string sentence = "Orang" + std::to_string(i) + " books";
        given.push_back(town.handle(asked, {town.command(sentence)}).front());
    }
    std::sort(given.begin(), given.end());
    EXPECT_EQ(std::unique(given.begin(), given.end()), given.end());
    EXPECT_EQ(town.handle(*other, {town.command("Terakhir books")}), (Lines{"horizon_full"}));
}

TEST(Conflict, another_writer_in_between_costs_a_round_only) {
    Town town;
    town.store().next_commit(Fault::other_writer);
    check(town, R"(
        Siti books key k1             -> A-001 Tue 08:00 booked
        & Budi books                  -> A-002 Tue 08:10 booked
        & Ana books in denpasar       -> A-001 Wed 08:00 booked
        places                        -> A-001 A-002
        journal                       -> office_set office_set booked booked
    )");
}

TEST(Conflict, a_repeat_in_the_batch_is_told_what_was_kept_in_the_end) {
    Town town;
    const auto other = town.another_engine();
    ASSERT_TRUE(other->load(town.now()));
    check(town, "Siti books -> A-001 Tue 08:00 booked");
    const engine::Command book = town.command("Budi books key k1");
    EXPECT_EQ(
        town.handle(*other, {book, book}),
        (Lines{"A-002 Tue 08:10 booked", "A-002 Tue 08:10 booked"})
    );
}

TEST(Conflict, without_end_says_try_again_and_keeps_nothing) {
    Town town;
    for (int i = 0; i < engine::tries_max; ++i)
        town.store().next_commit(Fault::other_writer);
    check(town, R"(
        Siti books key k1             -> try_again
        & Siti books key k1           -> try_again
        places                        -> none
        Siti books key k1             -> A-001 Tue 08:00 booked
        places                        -> A-001
    )");
}

// ---- the store fails
// -------------------------------------------------------------------------------

TEST(StoreFailure, unavailable_answers_nobody_and_keeps_nothing) {
    Town town;
    town.store().next_commit(Fault::nothing_kept);
    check(town, R"(
        Siti books key k1             -> unavailable
        & Budi books key k2           -> unavailable
        places                        -> none
    )");
    EXPECT_EQ(town.repeat(), (Lines{"A-001 Tue 08:00 booked", "A-002 Tue 08:10 booked"}));
}

TEST(StoreFailure, memory_that_went_ahead_is_read_again) {
    Town town;
    town.store().next_commit(Fault::nothing_kept);
    check(town, R"(
        Siti books            -> unavailable
        Budi books            -> A-001 Tue 08:00 booked
        Siti books            -> A-002 Tue 08:10 booked
        places                -> A-001 A-002
    )");
}

TEST(StoreFailure, an_unknown_commit_that_was_kept_is_found_by_its_keys) {
    Town town;
    town.store().next_commit(Fault::kept_answer_lost);
    check(town, R"(
        Siti books key k1             -> unknown
        & Budi cancels key k2         -> unknown
        & Dewi books for 2 key k3     -> unknown
        places                        -> A-001 A-002 A-003
    )");
    EXPECT_EQ(
        town.repeat(),
        (Lines{"A-001 Tue 08:00 booked", "booking_unknown", "A-002+A-003 Tue 08:10 booked"})
    );
    check(town, "journal -> office_set booked booked");
}

TEST(StoreFailure, an_unknown_commit_that_was_lost_is_decided_again) {
    Town town;
    town.store().next_commit(Fault::lost);
    check(town, R"(
        Siti books key k1             -> unknown
        & Budi books key k2           -> unknown
        places                        -> none
    )");
    EXPECT_EQ(town.repeat(), (Lines{"A-001 Tue 08:00 booked", "A-002 Tue 08:10 booked"}));
    check(town, "journal -> office_set booked booked");
}

TEST(StoreFailure, corrupt_stops_the_act) {
    Town town;
    town.store().next_commit(Fault::corrupt);
    check(town, R"(
        Siti books            -> corrupt
        places                -> none
    )");
}

TEST(StoreFailure, a_read_that_fails_answers_nobody) {
    Town town;
    for (const char* sentence :
         {"Siti books key k1", "Siti says halo", "Siti looks", "Siti stops"}) {
        town.store().reads_fail_with(engine::StoreFailure::Kind::unavailable);
        EXPECT_EQ(town.tell(sentence), "unavailable") << sentence;
        town.store().reads_fail_with(std::nullopt);
    }
    check(town, R"(
        places                -> none
        Siti's messages       -> none
        Siti books key k1     -> A-001 Tue 08:00 booked
    )");
}

TEST(StoreFailure, a_message_is_answered_once_although_its_commit_was_unknown) {
    Town town;
    engine::Command hello = town.command("Siti says halo");
    hello.key[0] = 7;
    town.store().next_commit(Fault::kept_answer_lost);
    EXPECT_EQ(town.handle(town.engine(), {hello}), (Lines{"unknown"}));
    EXPECT_EQ(town.repeat(), (Lines{"done"}));
    EXPECT_EQ(town.repeat(), (Lines{"done"}));
    check(town, R"(
        Siti's messages       -> reply queued
        send                  -> Siti reply
    )");
}

}  // namespace antre::stories
