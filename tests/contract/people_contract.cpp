#include "contract/store_contract.h"

namespace antre::contract {

// ---- bookings
// ------------------------------------------------------------------------------------

TEST_P(StoreContract, a_booking_is_kept_with_its_people) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    scheduling::Booking made = booking(77, {1}, placement({1, 2}));
    made.people = {person(3, "Siti \"Ani\" Aminah"), {{4}, PersonName("Budi"), std::nullopt}};
    made.version = 5;
    made.moves = 2;
    made.wants_reminder = true;
    made.replaces = BookingId{76};
    made.hold_until = ten_o_clock + minutes(5);
    Commit commits = with(commit(jakarta, 1), engine::PutContact{contact(1, "ID.1", "")});
    outcomes(store(), {with(commits, engine::PutBooking{made, true})});
    reopen();
    const auto read = store().booking({77});
    ASSERT_TRUE(read && *read);
    EXPECT_EQ((*read)->placement, made.placement);
    EXPECT_EQ((*read)->service, Service::renew);
    EXPECT_EQ((*read)->version, 5u);
    EXPECT_EQ((*read)->moves, 2);
    EXPECT_TRUE((*read)->wants_reminder);
    EXPECT_EQ((*read)->replaces, BookingId{76});
    EXPECT_EQ((*read)->hold_until, made.hold_until);
    ASSERT_EQ((*read)->people.size(), 2u);
    EXPECT_EQ((*read)->people[0].name, made.people[0].name);
    EXPECT_EQ((*read)->people[0].born, made.people[0].born);
    EXPECT_EQ((*read)->people[1].id, PersonId{4});
    EXPECT_FALSE((*read)->people[1].born);
    EXPECT_FALSE(*store().is_free({77}));
    EXPECT_TRUE(*store().is_free({78}));
    EXPECT_FALSE(*store().booking({78}));
}

TEST_P(StoreContract, a_new_booking_never_replaces_another) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    scheduling::Booking old = booking(77, {1}, placement({1}));
    old.status = scheduling::BookingStatus::cancelled;
    outcomes(store(), {with(commit(jakarta, 1), engine::PutBooking{old, true})});
    Commit other = with(commit(jakarta, 2, 9), takes({5}, 77));
    other = with(other, engine::PutBooking{booking(77, {2}, placement({5})), true});
    EXPECT_THAT(outcomes(store(), {other}), ElementsAre(key_taken));
    EXPECT_EQ((*store().booking({77}))->contact, ContactId{1});
    EXPECT_THAT(labels_taken(store(), jakarta), IsEmpty());
}

TEST_P(StoreContract, two_new_bookings_of_one_batch_cannot_share_an_id) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    const std::vector<Commit> batch{
        with(commit(jakarta, 1), engine::PutBooking{booking(77, {1}, placement({1})), true}),
        with(commit(jakarta, 2), engine::PutBooking{booking(77, {2}, placement({2})), true}),
    };
    EXPECT_THAT(outcomes(store(), batch), ElementsAre(kept, key_taken));
}

TEST_P(StoreContract, a_changed_booking_replaces_itself_and_its_people) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    scheduling::Booking made = booking(77, {1}, placement({1, 2}));
    made.people = {person(3, "Ani"), person(4, "Budi")};
    Commit first = with(commit(jakarta, 1), engine::PutContact{contact(1, "ID.1", "")});
    outcomes(store(), {with(first, engine::PutBooking{made, true})});
    made.version = 2;
    made.people = {person(4, "Budi Santoso"), person(9, "Citra")};
    outcomes(store(), {with(commit(jakarta, 2), engine::PutBooking{made})});
    const auto read = *store().booking({77});
    EXPECT_EQ(read->version, 2u);
    ASSERT_EQ(read->people.size(), 2u);
    EXPECT_EQ(read->people[0].name, PersonName("Budi Santoso"));
    EXPECT_EQ(read->people[1].id, PersonId{9});
    EXPECT_EQ(store().next_ids()->person, PersonId{10});
}

TEST_P(StoreContract, holds_are_loaded_with_their_office_and_nothing_else) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    Commit puts = commit(jakarta, 1);
    std::uint64_t id = 70;
    for (const auto status :
         {scheduling::BookingStatus::held,
          scheduling::BookingStatus::booked,
          scheduling::BookingStatus::expired}) {
        scheduling::Booking each = booking(id++, {1}, placement({1}));
        each.status = status;
        puts = with(puts, engine::PutBooking{each, true});
    }
    outcomes(store(), {puts});
    const auto state = store().load(jakarta, friday);
    ASSERT_EQ(state->holds.size(), 1u);
    EXPECT_EQ(state->holds[0].id, BookingId{70});
    scheduling::Booking ended = state->holds[0];
    ended.status = scheduling::BookingStatus::expired;
    outcomes(store(), {with(commit(jakarta, 2), engine::PutBooking{ended})});
    EXPECT_THAT(store().load(jakarta, friday)->holds, IsEmpty());
}

// ---- contacts
// ------------------------------------------------------------------------------------

TEST_P(StoreContract, a_contact_is_found_by_user_id_or_phone_or_either) {
    Commit puts;
    puts.changes = {
        engine::PutContact{contact(1, "ID.1", "6281")},
        engine::PutContact{contact(2, "ID.2", "")},
        engine::PutContact{contact(3, "", "6283")}};
    outcomes(store(), {puts});
    reopen();
    EXPECT_EQ(found(store(), "ID.1", ""), 1u);
    EXPECT_EQ(found(store(), "", "6281"), 1u);
    EXPECT_EQ(found(store(), "ID.2", "6299"), 2u);
    EXPECT_EQ(found(store(), "ID.9", "6283"), 3u) << "known by the phone number only";
    EXPECT_EQ(found(store(), "ID.2", "6281"), 2u) << "the user id decides";
    EXPECT_EQ(found(store(), "ID.9", "6299"), 0u);
    EXPECT_EQ(found(store(), "", ""), 0u);
    EXPECT_EQ(found(store(), "6281", "ID.1"), 0u) << "a phone number is no user id";
    const auto read = *store().contact({1});
    EXPECT_EQ(read->contact.identity.phone, PhoneNumber("6281"));
    EXPECT_EQ(read->contact.language, Language::en);
    EXPECT_EQ(read->contact.heard_at, ten_o_clock + minutes(5));
    EXPECT_EQ(store().next_ids()->contact, ContactId{4});
}

TEST_P(StoreContract, a_new_identity_replaces_the_old_one) {
    Commit puts;
    puts.changes = {engine::PutContact{contact(1, "ID.1", "6281")}};
    outcomes(store(), {puts});
    engine::Contact changed = contact(1, "ID.1", "6289");
    changed.is_opted_out = true;
    puts.changes = {engine::PutContact{changed}};
    outcomes(store(), {puts});
    reopen();
    EXPECT_EQ(found(store(), "", "6281"), 0u);
    EXPECT_EQ(found(store(), "", "6289"), 1u);
    EXPECT_EQ(found(store(), "ID.1", ""), 1u);
    EXPECT_TRUE((*store().contact({1}))->contact.is_opted_out);
}

TEST_P(StoreContract, a_recycled_number_finds_its_new_owner_only) {
    Commit puts;
    puts.changes = {
        engine::PutContact{contact(1, "ID.1", "6281")},
        engine::PutContact{contact(2, "ID.2", "6281")}};
    outcomes(store(), {puts});
    EXPECT_EQ(found(store(), "", "6281"), 2u);
    // The old owner's row changes without the number: the new owner keeps it.
    puts.changes = {engine::PutContact{contact(1, "ID.1", "")}};
    outcomes(store(), {puts});
    EXPECT_EQ(found(store(), "", "6281"), 2u);
    EXPECT_EQ(found(store(), "ID.1", ""), 1u);
}

TEST_P(StoreContract, a_contact_comes_with_talks_and_active_bookings_of_all_offices) {
    outcomes(store(), {opening(jakarta, "jakarta"), opening(denpasar, "denpasar")});
    conversation::Talk talk;
    talk.menu = 4;
    talk.draft.people = {{PersonName("Ani"), LocalDate{5'000}}};
    conversation::Talk later = talk;
    later.menu = 5;
    scheduling::Booking held = booking(70, {1}, placement({1}));
    held.status = scheduling::BookingStatus::held;
    scheduling::Booking gone = booking(71, {1}, placement({2}));
    gone.status = scheduling::BookingStatus::cancelled;
    scheduling::Booking booked = booking(72, {1}, placement({3}), denpasar);
    booked.people = {person(1, "Ani")};
    Commit puts = commit(jakarta, 1);
    puts.changes = {
        engine::PutContact{contact(1, "ID.1", "")},
        engine::PutTalk{denpasar, {1}, talk},
        engine::PutTalk{jakarta, {1}, talk},
        engine::PutTalk{jakarta, {1}, later},
        engine::PutBooking{held, true},
        engine::PutBooking{gone, true},
        engine::PutBooking{booked, true}};
    outcomes(store(), {puts});
    reopen();
    const auto read = *store().contact({1});
    ASSERT_EQ(read->talks.size(), 2u);
    EXPECT_EQ(read->talks[0].office, jakarta);
    EXPECT_EQ(read->talks[0].talk, later);
    EXPECT_EQ(read->talks[1].talk, talk);
    ASSERT_EQ(read->bookings.size(), 2u);
    EXPECT_EQ(read->bookings[0].id, BookingId{70});
    EXPECT_EQ(read->bookings[1].people.at(0).name, PersonName("Ani"));
}

// ---- messages
// ------------------------------------------------------------------------------------

TEST_P(StoreContract, messages_wait_in_the_order_they_were_queued) {
    Commit puts;
    puts.changes = {
        engine::PutContact{contact(1, "ID.1", "")},
        engine::QueueMessage{message(1, {1}, "one")},
        engine::QueueMessage{message(2, {1}, "two")},
        engine::QueueMessage{message(3, {1}, "three")},
        engine::QueueMessage{message(4, {1}, "four")},
        engine::UpdateMessage{progress(1, notices::MessageState::accepted, "wamid.1")},
        engine::UpdateMessage{progress(3, notices::MessageState::unknown)}};
    outcomes(store(), {puts});
    reopen();
    const auto pending = *store().pending_messages();
    ASSERT_EQ(pending.size(), 3u);
    EXPECT_EQ(pending[0].id, MessageId{2});
    EXPECT_EQ(pending[0].progress.state, notices::MessageState::queued);
    EXPECT_EQ(pending[0].progress.attempts, 0);
    EXPECT_EQ(pending[0].moot_at, ten_o_clock + hours(1));
    EXPECT_EQ(pending[0].kind, notices::MessageKind::ticket);
    EXPECT_EQ(pending[1].id, MessageId{3});
    EXPECT_EQ(pending[1].progress.state, notices::MessageState::unknown);
    EXPECT_EQ(pending[1].progress.next_try_at, ten_o_clock + minutes(1));
    EXPECT_EQ(pending[2].id, MessageId{4});
    EXPECT_EQ(store().next_ids()->message, MessageId{5});
}

TEST_P(StoreContract, a_message_is_read_with_content_and_progress) {
    notices::OutMessage sent = message(1, {1}, "Nomor antrean A-017 \xF0\x9F\x99\x82");
    Commit puts;
    puts.changes = {
        engine::PutContact{contact(1, "ID.1", "")},
        engine::QueueMessage{sent},
        engine::UpdateMessage{progress(1, notices::MessageState::delivered, "wamid.HBg=")}};
    outcomes(store(), {puts});
    reopen();
    const auto read = *store().message({1});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->message.content, sent.content);
    EXPECT_EQ(read->message.about, sent.about);
    EXPECT_EQ(read->message.due_at, sent.due_at);
    EXPECT_EQ(read->progress.state, notices::MessageState::delivered);
    EXPECT_EQ(read->progress.wamid, "wamid.HBg=");
    EXPECT_EQ(read->progress.error, 131'049);
    EXPECT_EQ((*store().progress({1}))->attempts, 2);
    EXPECT_EQ(*store().message_by_wamid("wamid.HBg="), MessageId{1});
    EXPECT_FALSE(*store().message_by_wamid("wamid.other"));
    EXPECT_FALSE(*store().message({2}));
    EXPECT_FALSE(*store().progress({2}));
}

TEST_P(StoreContract, a_report_about_no_message_of_ours_changes_nothing) {
    Commit puts;
    puts.changes = {engine::UpdateMessage{progress(9, notices::MessageState::sent, "wamid.9")}};
    EXPECT_THAT(outcomes(store(), {puts}), ElementsAre(kept));
    EXPECT_FALSE(*store().progress({9}));
    EXPECT_FALSE(*store().message_by_wamid("wamid.9"));
}

}  // namespace antre::contract
