#include "contract/store_contract.h"

namespace antre::contract {

namespace {

// Contact 1 with a booking for Ani, a talk, a message, a question to an officer and a wait.
Commit everything_of_ani() {
    scheduling::Booking made = booking(77, {1}, placement({1}));
    made.people = {person(3, "Ani")};
    scheduling::Wait wait;
    wait.booking = {77};
    wait.office = jakarta;
    wait.contact = {1};
    wait.pool = {2};
    wait.from = friday;
    wait.to = friday;
    conversation::Talk talk;
    talk.heard_at = ten_o_clock;
    Commit all = with(commit(jakarta, 1), engine::PutContact{contact(1, "ID.1", "628")});
    all = with(all, engine::PutTalk{jakarta, {1}, talk});
    all = with(all, engine::PutBooking{made, true});
    all = with(all, engine::QueueMessage{message(1, {1}, "Halo Ani")});
    all = with(
        all, engine::PutInquiry{{{1}, jakarta, {1}, ten_o_clock, {}, Remark("Saya Ani, mau tanya")}}
    );
    return with(all, engine::PutWait{wait});
}

}  // namespace

TEST_P(StoreContract, an_erasure_asked_for_is_due_until_it_is_undone) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    engine::Contact marked = contact(1, "ID.1", "628");
    marked.erasure = engine::Erasure{ten_o_clock + minutes(10), jakarta};
    marked.doubt = engine::Doubt{ten_o_clock, 2};
    outcomes(store(), {with(commit(jakarta, 1), engine::PutContact{marked})});
    reopen();
    EXPECT_THAT(
        *store().erasures_due(),
        ElementsAre(engine::DueErasure{ten_o_clock + minutes(10), jakarta, {1}})
    );
    EXPECT_EQ((*store().contact({1}))->contact.erasure, marked.erasure);
    EXPECT_EQ((*store().contact({1}))->contact.doubt, marked.doubt);
    outcomes(store(), {with(commit(jakarta, 2), engine::PutContact{contact(1, "ID.1", "628")})});
    EXPECT_THAT(*store().erasures_due(), IsEmpty());
    EXPECT_FALSE((*store().contact({1}))->contact.erasure);
    EXPECT_FALSE((*store().contact({1}))->contact.doubt);
}

TEST_P(StoreContract, an_erased_contact_is_nobody_and_its_bookings_name_nobody) {
    outcomes(store(), {opening(jakarta, "jakarta"), everything_of_ani()});
    outcomes(store(), {with(commit(jakarta, 2), engine::EraseContact{{1}})});
    reopen();
    EXPECT_FALSE(*store().contact({1}));
    EXPECT_FALSE(*store().find_contact({UserKey("ID.1"), {}}));
    EXPECT_FALSE(*store().find_contact({{}, PhoneNumber("628")}));
    const auto nobodys = *store().booking({77});
    ASSERT_TRUE(nobodys);
    EXPECT_EQ(nobodys->people.at(0).id, PersonId{3});
    EXPECT_TRUE(nobodys->people.at(0).name.empty());
    EXPECT_FALSE(nobodys->people.at(0).born);
    EXPECT_FALSE(*store().message({1}));
    EXPECT_THAT(*store().pending_messages(), IsEmpty());
    EXPECT_FALSE(*store().inquiry({1}));
    EXPECT_THAT(*store().open_inquiries(jakarta), IsEmpty());
    EXPECT_THAT(store().load(jakarta, friday)->waits, IsEmpty());
    EXPECT_EQ(store().next_ids()->contact, ContactId{2}) << "ids are not given again";
    EXPECT_EQ(store().next_ids()->person, PersonId{4});
}

TEST_P(StoreContract, what_whatsapp_still_reports_of_an_erased_contacts_message_finds_no_one) {
    outcomes(store(), {opening(jakarta, "jakarta"), everything_of_ani()});
    outcomes(store(), {with(commit(jakarta, 2), engine::EraseContact{{1}})});
    notices::MessageProgress late;
    late.id = {1};
    late.state = notices::MessageState::delivered;
    late.wamid = "wamid.1";
    outcomes(store(), {with(commit(jakarta, 3), engine::UpdateMessage{late})});
    reopen();
    EXPECT_FALSE(*store().message_by_wamid("wamid.1"));
    EXPECT_FALSE(*store().contact({1}));
    EXPECT_FALSE(*store().message({1}));
}

TEST_P(StoreContract, the_number_of_an_erased_contact_is_free_for_somebody_new) {
    outcomes(store(), {opening(jakarta, "jakarta"), everything_of_ani()});
    Commit erasure = with(commit(jakarta, 2, 7), engine::EraseContact{{1}});
    EXPECT_THAT(outcomes(store(), {erasure}), ElementsAre(kept));
    outcomes(store(), {with(commit(jakarta, 3), engine::PutContact{contact(2, "ID.1", "628")})});
    EXPECT_THAT(outcomes(store(), {erasure}), ElementsAre(CommitOutcome::repeated));
    reopen();
    const auto found = *store().find_contact({UserKey("ID.1"), {}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->contact.id, ContactId{2});
    EXPECT_THAT(found->bookings, IsEmpty());
    EXPECT_THAT(found->talks, IsEmpty());
}

}  // namespace antre::contract
