// The outbox: which message goes when, what becomes of it, and that no message is sent twice on
// suspicion.

#include <gtest/gtest.h>

#include "engine/town.h"

namespace antre::stories {

// ---- the ladder of one message -----------------------------------------------------------------

TEST(Sending, a_reply_is_claimed_once_and_climbs) {
    check(R"(
        Siti says halo                -> done
        Siti's messages               -> reply queued
        send                          -> Siti reply
        Siti's messages               -> reply sending
        send                          -> none
        Siti's send is accepted       -> done
        Siti's messages               -> reply accepted
        Siti's status is sent         -> done
        Siti's messages               -> reply sent
        Siti's status is read         -> done
        Siti's messages               -> reply read
        send                          -> none
    )");
}

TEST(Sending, statuses_only_climb) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is accepted       -> done
        Siti's status is read         -> done
        Siti's status is sent         -> done
        Siti's status is delivered    -> done
        Siti's status is failed 131026        -> done
        Siti's messages               -> reply read
        journal                       -> office_set
    )");
}

TEST(Sending, a_status_quicker_than_the_answer_is_not_undone_by_it) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's status is delivered    -> done
        Siti's send is accepted       -> done
        Siti's messages               -> reply delivered
        Siti says menu                -> done
        send                          -> Siti reply
    )");
}

TEST(Sending, a_failed_status_is_final_and_journalled) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is accepted       -> done
        Siti's status is failed 131026        -> done
        Siti's status is delivered    -> done
        Siti's messages               -> reply failed
        journal                       -> office_set message_failed
    )");
}

TEST(Sending, a_status_without_our_id_is_found_by_whatsapps) {
    Town town;
    check(town, R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is accepted       -> done
    )");
    engine::HearStatus status;
    status.wamid = "wamid." + std::to_string(town.last_claimed("Siti").value);
    status.state = notices::MessageState::delivered;
    town.handle(town.engine(), {town.stamped(status, jakarta)});
    EXPECT_EQ(town.messages_of("Siti"), "reply delivered");
    status.wamid = "wamid.of-somebody-else";
    EXPECT_EQ(town.handle(town.engine(), {town.stamped(status, jakarta)}).front(), "done");
}

// ---- order and pace
// ------------------------------------------------------------------------------

TEST(Sending, one_person_is_written_to_in_order_and_one_at_a_time) {
    check(R"(
        Siti says halo                -> done
        Siti says biaya              -> done
        & Budi says halo              -> done
        send                          -> Siti reply, Budi reply
        Siti's send is accepted       -> done
        send                          -> Siti reply
    )");
}

TEST(Sending, a_message_queued_and_claimed_in_one_batch_is_not_lost) {
    check(R"(
        Siti says halo                -> done
        & send                        -> none
        Siti's messages               -> reply queued
        send                          -> Siti reply
        journal                       -> office_set
    )");
}

TEST(Sending, the_pair_limit_lets_a_burst_go_and_then_one_every_six_seconds) {
    Town town;
    for (int i = 0; i < 50; ++i)
        town.tell("Siti says biaya");
    int burst = 0;
    for (; town.tell("send") == "Siti reply"; ++burst)
        town.tell("Siti's send is accepted");
    EXPECT_EQ(burst, 45);
    check(town, R"(
        after 5 seconds               -> done
        send                          -> none
        after 1 second                -> done
        send                          -> Siti reply
        Siti's send is accepted       -> done
        send                          -> none
    )");
}

TEST(Sending, next_send_and_next_due_say_when_to_ask_again) {
    Town town;
    EXPECT_FALSE(town.engine().next_send());
    EXPECT_GT(town.engine().next_due(), town.now() + hours(1)) << "only the next day's reminders";
    town.tell("Siti says halo");
    EXPECT_EQ(town.engine().next_send(), town.now());
    EXPECT_EQ(town.engine().messages_waiting(), 1u);
    town.tell("send");
    EXPECT_FALSE(town.engine().next_send());
    town.tell("Siti's send is unknown");
    EXPECT_EQ(town.engine().next_due(), town.now() + seconds(60)) << "when its echo is overdue";
    EXPECT_EQ(town.engine().messages_waiting(), 0u);
}

// ---- what WhatsApp refuses
// -------------------------------------------------------------------------

TEST(Refused, for_a_while_is_tried_again_and_others_are_not_held_up) {
    check(R"(
        Siti says halo                -> done
        & Budi says halo              -> done
        send                          -> Siti reply, Budi reply
        Siti's send is refused 131056 -> done
        Siti's messages               -> reply queued
        Budi says biaya              -> done
        Budi's send is accepted       -> done
        send                          -> Budi reply
        after 2 seconds               -> done
        send                          -> Siti reply
    )");
}

TEST(Refused, for_good_is_journalled_and_the_next_message_goes) {
    check(R"(
        Siti says halo                -> done
        Siti says biaya              -> done
        send                          -> Siti reply
        Siti's send is refused 131047 -> done
        Siti's messages               -> reply failed, reply queued
        journal                       -> office_set message_failed
        send                          -> Siti reply
    )");
}

TEST(Refused, because_of_the_token_stops_all_sending_and_loses_nothing) {
    check(R"(
        Siti says halo                -> done
        & Budi says halo              -> done
        & Dewi says halo in denpasar  -> done
        send                          -> Siti reply, Budi reply, Dewi reply
        Siti's send is refused 190    -> done
        Budi's send is accepted       -> done
        Dewi's send is accepted       -> done
        Budi says biaya              -> done
        after 4 minutes               -> done
        send                          -> none
        Agus books                    -> A-001 Tue 08:00 booked
        after 3 minutes               -> done
        send                          -> Budi reply, Siti reply
    )");
}

TEST(Refused, because_its_template_is_paused_stays_owed_until_it_is_taken) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is refused 132015 -> done
        Siti's messages               -> reply queued
        after 10 minutes              -> done
        send                          -> none
        after 10 minutes              -> done
        send                          -> Siti reply
        Siti's send is refused 132001 -> done
        after 20 minutes              -> done
        send                          -> Siti reply
        Siti's send is accepted       -> done
        Siti's messages               -> reply accepted
    )");
}

TEST(Refused, because_its_template_is_paused_goes_as_soon_as_templates_are_taken_again) {
    check(R"(
        Siti says halo                -> done
        & Budi says halo              -> done
        send                          -> Siti reply, Budi reply
        Siti's send is refused 132015 -> done
        Budi's send is refused 131000 -> done
        send                          -> none
        templates are taken again     -> done
        send                          -> Siti reply
        Siti's send is accepted       -> done
        templates are taken again     -> done
        send                          -> none
        after 2 seconds               -> done
        send                          -> Budi reply
    )");
}

TEST(Refused, for_one_number_leaves_the_other_offices_alone) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is refused 130429 -> done
        Budi says halo                -> done
        Dewi says halo in denpasar    -> done
        send                          -> Dewi reply
        after 2 seconds               -> done
        send                          -> Budi reply, Siti reply
    )");
}

TEST(Refused, not_sent_is_always_safe_to_send_again) {
    Town town;
    town.tell("Siti says halo");
    for (int i = 0; i < 8; ++i) {
        EXPECT_EQ(town.tell("send"), "Siti reply");
        town.tell("Siti's send is not_sent");
        check(town, "after 7 minutes -> done");
    }
    check(town, R"(
        send                          -> Siti reply
        Siti's send is accepted       -> done
        Siti's messages               -> reply accepted
    )");
}

// ---- what is no longer true is not sent
// ------------------------------------------------------------------

TEST(Stale, a_ticket_of_a_cancelled_booking_is_dropped) {
    check(R"(
        Siti says #SITI RAHAYU#14051990#24112026      -> done
        Siti's booking                -> A-001 Tue 08:00 booked
        Siti says gak jadi            -> done
        Siti taps Ya, batalkan        -> done
        Siti's booking                -> A-001 Tue 08:00 cancelled
        Siti's messages               -> ticket queued, reply queued, reply queued
        send                          -> Siti reply
        Siti's messages               -> ticket dropped, reply sending, reply queued
        journal                       -> office_set booked cancelled message_dropped
    )");
}

TEST(Stale, a_ticket_of_a_moved_booking_is_dropped) {
    check(R"(
        Siti says #SITI RAHAYU#14051990#24112026      -> done
        Siti says pindah ke 25-11-2026                -> done
        Siti taps Pindahkan           -> done
        Siti's booking                -> A-001 Wed 08:00 booked
        Siti's messages               -> ticket queued, reply queued, ticket queued
        send                          -> Siti reply
        Siti's send is accepted       -> done
        send                          -> Siti ticket
        Siti's messages               -> ticket dropped, reply accepted, ticket sending
    )");
}

TEST(Stale, nothing_is_sent_after_a_day_and_an_answer_nobody_waits_for_is_dropped) {
    check(R"(
        Siti says halo                -> done
        after 24 hours                -> done
        send                          -> none
        Siti's messages               -> reply dropped
        journal                       -> office_set message_dropped
    )");
}

TEST(Stale, who_said_stop_gets_answers_but_no_notices) {
    Town town;
    town.tell("Siti says halo");
    town.queue_notice("Siti");
    check(town, R"(
        Siti stops                    -> done
        send                          -> Siti reply
        Siti's send is accepted       -> done
        send                          -> none
        Siti's messages               -> reply accepted, notice dropped
        Siti stops                    -> done
        Siti starts                   -> done
        journal                       -> office_set opted_out message_dropped opted_in
    )");
    town.queue_notice("Siti");
    check(town, "send -> Siti notice");
}

TEST(Stale, a_notice_goes_outside_the_window_and_an_answer_does_not) {
    Town town;
    check(town, R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is accepted       -> done
        after 25 hours                -> done
    )");
    town.queue_notice("Siti");
    check(town, "send -> Siti notice");
}

}  // namespace antre::stories
