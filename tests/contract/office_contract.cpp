#include "contract/store_contract.h"

namespace antre::contract {

// ---- offices -----------------------------------------------------------------------------------

TEST_P(StoreContract, an_office_is_kept_as_it_was_put) {
    ASSERT_THAT(outcomes(store(), {opening(jakarta, "jakarta-selatan")}), ElementsAre(kept));
    reopen();
    EXPECT_THAT(*store().offices(), ElementsAre(jakarta));
    const auto state = store().load(jakarta, friday);
    ASSERT_TRUE(state);
    EXPECT_EQ(state->revision, 1u);
    const scheduling::Office& read = state->office;
    EXPECT_EQ(read.slug, "jakarta-selatan");
    EXPECT_EQ(read.stage, scheduling::OfficeStage::live);
    ASSERT_EQ(read.pools.size(), 1u);
    EXPECT_THAT(read.pools[0].services, ElementsAre(Service::new_passport, Service::renew));
    EXPECT_EQ(read.pools[0].week, office(jakarta, "").pools[0].week);
    EXPECT_EQ(read.pools[0].walk_in_percent, 8);
    ASSERT_EQ(read.exceptions.size(), 2u);
    EXPECT_EQ(read.exceptions[0].places_per_hour, 20);
    EXPECT_TRUE(read.exceptions[1].is_closed);
    EXPECT_EQ(read.exceptions[1].reason_id, "Hari Raya Natal");
    EXPECT_THAT(read.profile.documents[0].items_id, ElementsAre("KTP", "Paspor lama"));
}

TEST_P(StoreContract, an_unknown_office_cannot_be_loaded_or_decided_on) {
    EXPECT_FALSE(store().load(denpasar, friday));
    EXPECT_THAT(outcomes(store(), {commit(denpasar, 0)}), ElementsAre(conflict));
    EXPECT_THAT(*store().offices(), IsEmpty());
}

// ---- revisions
// -----------------------------------------------------------------------------------

TEST_P(StoreContract, a_commit_decided_on_an_old_revision_conflicts_and_leaves_nothing) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    outcomes(store(), {with(commit(jakarta, 1), takes({1}, 50))});
    EXPECT_THAT(
        outcomes(store(), {with(commit(jakarta, 1, 9), takes({2}, 51))}), ElementsAre(conflict)
    );
    EXPECT_THAT(labels_taken(store(), jakarta), ElementsAre("A-001 by 50"));
    EXPECT_EQ(store().load(jakarta, friday)->revision, 2u);
    EXPECT_FALSE(*store().kept_answer(key(9)));
    EXPECT_EQ(journal(jakarta).size(), 2u);
}

TEST_P(StoreContract, after_a_conflict_the_office_conflicts_for_the_rest_of_the_batch) {
    outcomes(store(), {opening(jakarta, "jakarta"), opening(denpasar, "denpasar")});
    const std::vector<Commit> batch{
        with(commit(jakarta, 7), takes({1}, 50)),
        with(commit(jakarta, 1), takes({2}, 51)),
        with(commit(denpasar, 1), engine::TakePlaces{denpasar, placement({3}), {52}}),
    };
    EXPECT_THAT(outcomes(store(), batch), ElementsAre(conflict, conflict, kept));
    EXPECT_THAT(labels_taken(store(), jakarta), IsEmpty());
    EXPECT_THAT(labels_taken(store(), denpasar), ElementsAre("A-003 by 52"));
}

TEST_P(StoreContract, a_commit_of_no_office_checks_no_revision_and_writes_no_journal) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    Commit talk_only;
    talk_only.at = ten_o_clock;
    talk_only.changes = {engine::PutContact{contact(1, "ID.1", "6281")}};
    EXPECT_THAT(outcomes(store(), {talk_only}), ElementsAre(kept));
    EXPECT_EQ(found(store(), "ID.1", ""), 1u);
    EXPECT_EQ(store().load(jakarta, friday)->revision, 1u);
    EXPECT_EQ(journal(jakarta).size(), 1u);
}

// ---- once
// ----------------------------------------------------------------------------------------

TEST_P(StoreContract, the_same_key_is_kept_once) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    Commit first = with(commit(jakarta, 1, 9), takes({1}, 50));
    first.answer.booking = {50};
    EXPECT_THAT(outcomes(store(), {first}), ElementsAre(kept));
    reopen();
    EXPECT_THAT(
        outcomes(store(), {with(commit(jakarta, 2, 9), takes({2}, 51))}), ElementsAre(repeated)
    );
    EXPECT_THAT(labels_taken(store(), jakarta), ElementsAre("A-001 by 50"));
    EXPECT_EQ(store().load(jakarta, friday)->revision, 2u);
    EXPECT_EQ((*store().kept_answer(key(9)))->booking, BookingId{50});
}

TEST_P(StoreContract, the_same_key_twice_in_one_batch_is_kept_once) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    const std::vector<Commit> batch{
        with(commit(jakarta, 1, 9), takes({1}, 50)),
        with(commit(jakarta, 2, 9), takes({2}, 51)),
        with(commit(jakarta, 2, 8), takes({3}, 52)),
    };
    EXPECT_THAT(outcomes(store(), batch), ElementsAre(kept, repeated, kept));
    EXPECT_THAT(labels_taken(store(), jakarta), ElementsAre("A-001 by 50", "A-003 by 52"));
}

TEST_P(StoreContract, a_repeat_is_told_even_when_the_office_has_moved_on) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    outcomes(store(), {commit(jakarta, 1, 9)});
    EXPECT_THAT(outcomes(store(), {commit(jakarta, 1, 9)}), ElementsAre(repeated));
}

TEST_P(StoreContract, a_refusal_is_remembered_with_its_key) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    Commit refused = commit(jakarta, 1, 9);
    refused.answer.refusal = scheduling::Refusal::moves_exhausted;
    outcomes(store(), {refused});
    reopen();
    EXPECT_EQ((*store().kept_answer(key(9)))->refusal, scheduling::Refusal::moves_exhausted);
    EXPECT_FALSE(*store().kept_answer(key(8)));
}

TEST_P(StoreContract, a_commit_without_a_key_is_kept_as_often_as_it_comes) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    EXPECT_THAT(
        outcomes(store(), {commit(jakarta, 1), commit(jakarta, 2)}), ElementsAre(kept, kept)
    );
    EXPECT_FALSE(*store().kept_answer(engine::CommandKey{}));
}

// ---- places
// --------------------------------------------------------------------------------------

TEST_P(StoreContract, a_place_has_one_holder) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    outcomes(store(), {with(commit(jakarta, 1), takes({1, 2}, 50))});
    EXPECT_THAT(
        outcomes(store(), {with(commit(jakarta, 2, 9), takes({3, 2}, 51))}),
        ElementsAre(place_taken)
    );
    EXPECT_THAT(labels_taken(store(), jakarta), ElementsAre("A-001 by 50", "A-002 by 50"));
    EXPECT_EQ(store().load(jakarta, friday)->revision, 2u);
    EXPECT_FALSE(*store().kept_answer(key(9)));
}

TEST_P(StoreContract, what_a_refused_commit_put_before_is_gone_and_the_batch_stands) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    Commit loser = with(commit(jakarta, 2, 9), engine::PutContact{contact(5, "ID.5", "625")});
    loser = with(loser, engine::QueueMessage{message(5, {5}, "never")});
    loser = with(loser, takes({1}, 51));
    const std::vector<Commit> batch{
        with(commit(jakarta, 1), takes({1}, 50)),
        loser,
        with(commit(jakarta, 2), takes({2}, 52)),
    };
    EXPECT_THAT(outcomes(store(), batch), ElementsAre(kept, place_taken, kept));
    EXPECT_THAT(labels_taken(store(), jakarta), ElementsAre("A-001 by 50", "A-002 by 52"));
    EXPECT_EQ(found(store(), "ID.5", "625"), 0u);
    EXPECT_THAT(*store().pending_messages(), IsEmpty());
    EXPECT_FALSE(*store().kept_answer(key(9)));
    EXPECT_EQ(journal(jakarta).size(), 3u);
}

TEST_P(StoreContract, a_freed_place_can_be_taken_in_the_same_commit) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    outcomes(store(), {with(commit(jakarta, 1), takes({1, 2}, 50))});
    const Commit move = with(with(commit(jakarta, 2), frees({1, 2}, 50)), takes({2, 3}, 51));
    EXPECT_THAT(outcomes(store(), {move}), ElementsAre(kept));
    EXPECT_THAT(labels_taken(store(), jakarta), ElementsAre("A-002 by 51", "A-003 by 51"));
}

TEST_P(StoreContract, only_its_holder_frees_a_place) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    outcomes(store(), {with(commit(jakarta, 1), takes({1}, 50))});
    outcomes(store(), {with(commit(jakarta, 2), frees({1}, 99))});
    EXPECT_THAT(labels_taken(store(), jakarta), ElementsAre("A-001 by 50"));
}

TEST_P(StoreContract, places_of_days_gone_by_are_not_loaded) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    Commit several = commit(jakarta, 1);
    std::uint64_t holder = 50;
    for (const PoolId pool : {PoolId{1}, PoolId{4}}) {
        for (const std::int32_t day : {-1, 0, 1}) {
            several = with(
                several, engine::TakePlaces{jakarta, placement({1}, friday + day, pool), {holder++}}
            );
        }
    }
    outcomes(store(), {several});
    EXPECT_THAT(
        labels_taken(store(), jakarta),
        ElementsAre("A-001 by 51", "A-001 by 52", "A-001 by 54", "A-001 by 55")
    );
}
TEST_P(StoreContract, how_far_an_office_has_reminded_is_kept_when_its_settings_change) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    EXPECT_EQ(store().load(jakarta, friday)->reminded_for, LocalDate{});
    Commit marks;
    marks.changes = {engine::MarkReminded{jakarta, friday}};
    outcomes(
        store(), {marks, with(commit(jakarta, 1), engine::PutOfficeRow{office(jakarta, "j")})}
    );
    reopen();
    EXPECT_EQ(store().load(jakarta, friday)->reminded_for, friday);
}

// ---- the rest
// ------------------------------------------------------------------------------------

TEST_P(StoreContract, an_empty_batch_is_nothing) {
    EXPECT_THAT(outcomes(store(), {}), IsEmpty());
    EXPECT_EQ(store().next_ids()->contact, ContactId{1});
    EXPECT_EQ(store().next_ids()->person, PersonId{1});
    EXPECT_EQ(store().next_ids()->message, MessageId{1});
}

TEST_P(StoreContract, a_crash_between_load_and_commit_leaves_the_loaded_state) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    outcomes(store(), {with(commit(jakarta, 1), takes({1}, 50))});
    const auto before = store().load(jakarta, friday);
    reopen();
    const auto after = store().load(jakarta, friday);
    EXPECT_EQ(after->revision, before->revision);
    EXPECT_THAT(labels_taken(store(), jakarta), ElementsAre("A-001 by 50"));
    EXPECT_THAT(
        outcomes(store(), {with(commit(jakarta, before->revision), takes({2}, 51))}),
        ElementsAre(kept)
    );
}

TEST_P(StoreContract, the_journal_is_gapless_and_chained_in_each_office) {
    outcomes(store(), {opening(jakarta, "jakarta"), opening(denpasar, "denpasar")});
    Commit two = commit(jakarta, 1, 9);
    two.events.push_back(two.events[0]);
    two.events[1].kind = engine::EventKind::moved;
    two.events[1].from = placement({1, 2});
    two.events[1].detail = "131047";
    outcomes(store(), {two, commit(denpasar, 1), commit(jakarta, 2)});
    reopen();
    outcomes(store(), {commit(jakarta, 3)});
    for (const auto& [where, rows] : {std::pair{jakarta, 5u}, std::pair{denpasar, 2u}}) {
        storage::JournalCheck check;
        for (const storage::JournalRow& row : journal(where)) {
            EXPECT_TRUE(check.follows(row)) << where.value << " " << row.seq;
        }
        EXPECT_EQ(check.head().seq, rows);
    }
    const storage::JournalRow moved = journal(jakarta)[2];
    EXPECT_EQ(moved.command, key(9));
    EXPECT_EQ(moved.actor, engine::ActorKind::contact);
    EXPECT_EQ(moved.kind, engine::EventKind::moved);
    EXPECT_EQ(
        moved.body,
        R"({"from":{"pool":1,"day":"2026-11-27","window":"08:20","numbers":["A-001","A-002"]},)"
        R"("detail":"131047"})"
    );
}

TEST_P(StoreContract, webhooks_put_aside_disturb_nothing) {
    Commit aside;
    aside.key = key(7);
    aside.at = ten_o_clock;
    aside.changes = {engine::KeepRaw{"{\"field\":\"new\"}", "unknown field"}};
    EXPECT_THAT(outcomes(store(), {aside, aside}), ElementsAre(kept, repeated));
}

}  // namespace antre::contract
