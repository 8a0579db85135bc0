// What is said over WhatsApp, as far as the engine decides it: holds, consent, the once-only effect
// of messages, and that a restart changes nothing.

#include <gtest/gtest.h>

#include "engine/town.h"

namespace antre::stories {

// ---- holds
// -----------------------------------------------------------------------------------------

TEST(Hold, becomes_a_booking_when_the_name_is_told) {
    check(R"(
        Siti says halo                        -> done
        Siti taps Ambil jadwal ini            -> done
        Siti's booking                        -> A-001 Tue 08:00 held
        Budi books                            -> A-002 Tue 08:10 booked
        Siti says Siti Rahayu, 14-05-1990     -> done
        Siti's booking                        -> A-001 Tue 08:00 booked
        after 10 minutes                      -> done
        Siti's booking                        -> A-001 Tue 08:00 booked
        journal                               -> office_set held booked booked
    )");
}

TEST(Hold, runs_out_after_five_minutes_and_its_place_is_free) {
    check(R"(
        Siti says halo                        -> done
        Siti taps Ambil jadwal ini            -> done
        Siti's booking                        -> A-001 Tue 08:00 held
        after 299 seconds                     -> done
        Budi books                            -> A-002 Tue 08:10 booked
        after 1 second                        -> done
        Siti's booking                        -> A-001 Tue 08:00 expired
        places                                -> A-002
        Dewi books                            -> A-001 Tue 08:00 booked
        journal                               -> office_set held booked expired booked
    )");
}

TEST(Hold, that_ran_out_is_asked_for_again_when_the_answer_comes_late) {
    check(R"(
        Siti says halo                        -> done
        Siti taps Ambil jadwal ini            -> done
        after 6 minutes                       -> done
        Budi books                            -> A-001 Tue 08:00 booked
        Siti says Siti Rahayu, 14-05-1990     -> done
        Budi looks                            -> A-001 Tue 08:00 booked
        places                                -> A-001 A-002
    )");
}

TEST(Hold, there_is_one_for_each_contact_and_office) {
    check(R"(
        Siti says halo                        -> done
        Siti taps Ambil jadwal ini            -> done
        Siti says menu                        -> done
        Siti says halo                        -> done
        Siti taps Ambil jadwal ini            -> done
        places                                -> A-002
        journal                               -> office_set held released held
    )");
}

TEST(Hold, survives_a_restart_and_still_runs_out) {
    Town town;
    check(town, R"(
        Siti says halo                        -> done
        Siti taps Ambil jadwal ini            -> done
        Siti's booking                        -> A-001 Tue 08:00 held
        restart
        Budi books                            -> A-002 Tue 08:10 booked
    )");
    EXPECT_EQ(town.engine().next_due(), town.now()) << "the message that waits";
    check(town, R"(
        send                                  -> Siti reply
        Siti's send is accepted               -> done
        after 5 minutes                       -> done
        Siti's booking                        -> A-001 Tue 08:00 expired
        Dewi books                            -> A-001 Tue 08:00 booked
    )");
}

TEST(Hold, decides_when_time_has_something_to_do) {
    Town town;
    check(town, R"(
        Siti says halo                        -> done
        send                                  -> Siti reply
        Siti's send is accepted               -> done
        Siti taps Ambil jadwal ini            -> done
        send                                  -> Siti reply
        Siti's send is accepted               -> done
    )");
    EXPECT_EQ(town.engine().next_due(), town.now() + minutes(5));
    check(town, "after 5 minutes -> done");
    EXPECT_GT(town.engine().next_due(), town.now() + hours(1)) << "only the next day's reminders";
}

TEST(Hold, for_a_move_keeps_the_booking_where_it_is) {
    check(R"(
        Siti says #SITI RAHAYU#14051990#24112026      -> done
        Siti says pindah ke 25-11-2026                -> done
        places                                        -> A-001 A-001
        after 5 minutes                               -> done
        places                                        -> A-001
        Siti's booking                                -> A-001 Tue 08:00 booked
        journal                                       -> office_set booked held expired
    )");
}

// ---- consent
// -----------------------------------------------------------------------------------------

TEST(Consent, stop_and_start_are_journalled_once_each) {
    check(R"(
        Siti says STOP                -> done
        Siti says STOP                -> done
        Siti says MULAI               -> done
        Siti stops                    -> done
        Siti starts                   -> done
        journal                       -> office_set opted_out opted_in opted_out opted_in
    )");
}

TEST(Consent, is_kept_over_a_restart) {
    Town town;
    check(town, R"(
        Siti says STOP                -> done
        restart
        Siti stops                    -> done
        journal                       -> office_set opted_out
        Siti's messages               -> reply queued
    )");
}

TEST(Consent, a_reaction_opens_the_window_and_is_not_answered) {
    check(R"(
        Siti reacts                   -> done
        Siti's messages               -> none
        Siti says halo                -> done
        Siti reacts                   -> done
        Siti's messages               -> reply queued
    )");
}

// ---- odd things
// ----------------------------------------------------------------------------------------

TEST(Aside, what_was_not_understood_is_kept_once) {
    Town town;
    engine::Command aside = town.stamped(engine::KeepAside{"{}", "no entry"});
    aside.key[0] = 9;
    EXPECT_EQ(town.handle(town.engine(), {aside, aside}).front(), "done");
    EXPECT_EQ(town.handle(town.engine(), {aside}).front(), "done");
    EXPECT_EQ(town.store().inside().kept_aside(), 1u);
}

TEST(Batch, that_is_empty_commits_nothing) {
    Town town;
    const std::size_t before = town.store().commits();
    EXPECT_TRUE(town.engine().handle({})->empty());
    check(town, R"(
        time                          -> done
        Siti looks                    -> booking_unknown
        send                          -> none
    )");
    EXPECT_EQ(town.store().commits(), before);
}

// ---- restarts
// ------------------------------------------------------------------------------------------

// Everything that can be seen of an engine without changing it.
std::vector<std::string> seen(Town& town, engine::Engine& engine) {
    std::vector<std::string> out;
    for (const OfficeId office : {jakarta, denpasar}) {
        engine::AskAvailability question;
        question.from = *date_of({2026, 11, 24});
        question.days = 3;
        for (std::uint8_t party = 1; party <= 5; ++party) {
            question.party = party;
            out.push_back(town.handle(engine, {town.stamped(question, office)}).front());
        }
        const engine::OfficeBook* book = engine.offices().find(office);
        out.push_back("revision " + std::to_string(book->revision()));
        const auto hold = book->first_hold();
        out.push_back(hold ? "hold until " + iso_instant(hold->until) : "no hold");
    }
    out.push_back("waiting " + std::to_string(engine.messages_waiting()));
    const auto due = engine.next_due();
    out.push_back(due ? "due " + iso_instant(*due) : "never due");
    const auto send = engine.next_send();
    out.push_back(send ? "send " + iso_instant(*send) : "nothing to send");
    return out;
}

TEST(Restart, memory_is_what_it_was_before) {
    Town town;
    for (const char* sentence :
         {"Siti books for 2 Tue 08:20",
          "Budi says halo",
          "Budi taps Ambil jadwal ini",
          "Dewi books in denpasar",
          "Ana books for 5",
          "Siti moves Wed",
          "Ana cancels",
          "Eko says #EKO PUTRA#14051990#25112026",
          "Eko says STOP",
          "Fitri books",
          "time"}) {
        town.tell(sentence);
        const auto fresh = town.another_engine();
        ASSERT_TRUE(fresh->load(town.now()));
        EXPECT_EQ(seen(town, town.engine()), seen(town, *fresh)) << "after: " << sentence;
    }
}

TEST(Restart, a_long_random_day_is_remembered_place_by_place) {
    Town town;
    for (int i = 0; i < 600; ++i) {
        const std::string name = "Orang" + std::to_string(town.random().below(12));
        switch (town.random().below(8)) {
        case 0: town.tell(name + " books for " + std::to_string(1 + town.random().below(3))); break;
        case 1: town.tell(name + " books Wed 08:20"); break;
        case 2: town.tell(name + " moves Wed"); break;
        case 3: town.tell(name + " cancels"); break;
        case 4: town.tell(name + " says daftar paspor baru besok"); break;
        case 5: town.tell(name + " says " + name + ", 14-05-1990"); break;
        case 6: town.now_moves(seconds(40)); break;
        case 7: town.tell("time"); break;
        }
        if (i % 20 != 0) continue;
        const auto fresh = town.another_engine();
        ASSERT_TRUE(fresh->load(town.now()));
        ASSERT_EQ(seen(town, town.engine()), seen(town, *fresh)) << "after step " << i;
    }
}

}  // namespace antre::stories
