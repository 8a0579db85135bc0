// Messages handed out whose fate nobody knows: answers that were lost, processes that ended, a
// store that failed. None is sent twice on suspicion, and none blocks the ones behind it.

#include <gtest/gtest.h>

#include "engine/town.h"

namespace antre::stories {

// ---- nobody knows whether it was sent
// ----------------------------------------------------------------

TEST(Unknown, waits_for_its_echo_and_is_not_sent_again) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is unknown        -> done
        after 30 seconds              -> done
        send                          -> none
        Siti's status is sent         -> done
        after 10 minutes              -> done
        send                          -> none
        Siti's messages               -> reply sent
    )");
}

TEST(Unknown, a_reply_without_echo_goes_once_more_and_no_oftener) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is unknown        -> done
        after 60 seconds              -> done
        send                          -> Siti reply
        Siti's send is unknown        -> done
        after 60 seconds              -> done
        send                          -> none
        Siti's messages               -> reply dropped
        journal                       -> office_set message_dropped
    )");
}

TEST(Unknown, a_late_echo_takes_the_message_out_of_the_queue_again) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        Siti's send is unknown        -> done
        after 60 seconds              -> done
        Siti's messages               -> reply queued
        Siti's status is delivered    -> done
        send                          -> none
        Siti's messages               -> reply delivered
        Siti says biaya              -> done
        send                          -> Siti reply
    )");
}

TEST(Unknown, sent_again_while_another_is_on_its_way_waits_for_its_turn) {
    check(R"(
        Siti says halo                -> done
        Siti says biaya              -> done
        send                          -> Siti reply
        Siti's send is unknown        -> done
        after 59 seconds              -> done
        send                          -> Siti reply
        after 1 second                -> done
        Siti's messages               -> reply queued, reply sending
        send                          -> none
        Siti's send is accepted       -> done
        send                          -> Siti reply
    )");
}

TEST(Unknown, a_notice_is_never_sent_twice) {
    Town town;
    town.tell("Siti says halo");
    town.queue_notice("Siti");
    check(town, R"(
        send                          -> Siti reply
        Siti's send is accepted       -> done
        send                          -> Siti notice
        Siti's send is unknown        -> done
        after 60 seconds              -> done
        send                          -> none
        Siti's messages               -> reply accepted, notice dropped
    )");
}

// ---- the process ends between claim and report
// ---------------------------------------------------------

TEST(Claim, a_crash_after_it_makes_the_outcome_unknown) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        restart
        send                          -> none
        Siti's status is delivered    -> done
        after 5 minutes               -> done
        send                          -> none
        Siti's messages               -> reply delivered
    )");
}

TEST(Claim, a_crash_before_the_send_costs_a_minute) {
    check(R"(
        Siti says halo                -> done
        send                          -> Siti reply
        restart
        after 60 seconds              -> done
        send                          -> Siti reply
    )");
}

TEST(Claim, that_was_not_kept_hands_out_nothing_and_is_claimed_again) {
    Town town;
    town.tell("Siti says halo");
    town.store().next_commit(Fault::nothing_kept);
    check(town, R"(
        send                          -> unavailable
        Siti's messages               -> reply queued
        send                          -> Siti reply
    )");
}

TEST(Claim, whose_fate_is_unknown_is_not_handed_out_twice) {
    Town town;
    town.tell("Siti says halo");
    town.store().next_commit(Fault::kept_answer_lost);
    check(town, R"(
        send                          -> unknown
        Siti's messages               -> reply sending
        send                          -> none
    )");
}

TEST(Claim, a_report_after_the_store_failed_still_counts) {
    Town town;
    check(town, R"(
        Siti says halo                -> done
        send                          -> Siti reply
    )");
    town.store().next_commit(Fault::nothing_kept);
    check(town, R"(
        Budi books                    -> unavailable
        Siti's send is accepted       -> done
        Siti's messages               -> reply accepted
        after 5 minutes               -> done
        send                          -> none
    )");
}

TEST(Claim, a_report_that_was_not_kept_can_be_given_again) {
    Town town;
    check(town, R"(
        Siti says halo                -> done
        send                          -> Siti reply
    )");
    town.store().next_commit(Fault::nothing_kept);
    check(town, R"(
        Siti's send is refused 131047 -> unavailable
        Siti's send is refused 131047 -> done
        Siti's messages               -> reply failed
    )");
}

TEST(Claim, without_a_report_runs_out_and_the_next_message_goes) {
    check(R"(
        Siti says halo                -> done
        Siti says biaya              -> done
        send                          -> Siti reply
        after 2 minutes               -> done
        send                          -> none
        after 1 minute                -> done
        Siti's messages               -> reply unknown, reply queued
        send                          -> Siti reply
        Siti's send is accepted       -> done
        after 60 seconds              -> done
        send                          -> Siti reply
    )");
}

}  // namespace antre::stories
