#include "contract/store_contract.h"

namespace antre::contract {

// ---- closures
// ------------------------------------------------------------------------------------

TEST_P(StoreContract, everybody_on_a_day_is_found_once_by_what_they_hold) {
    outcomes(store(), {opening(jakarta, "jakarta"), opening(denpasar, "denpasar")});
    const auto tomorrow = placement({1}, friday + 1);
    const auto other_pool = placement({1}, friday, {4});
    Commit puts = commit(jakarta, 1);
    puts.changes = {
        engine::PutBooking{booking(72, {8}, placement({1, 2})), true},
        engine::PutBooking{booking(71, {9}, other_pool), true},
        engine::PutBooking{booking(73, {9}, tomorrow), true},
        engine::TakePlaces{jakarta, placement({1, 2}), {72}},
        engine::TakePlaces{jakarta, other_pool, {71}},
        engine::TakePlaces{jakarta, tomorrow, {73}}};
    Commit elsewhere = commit(denpasar, 1);
    elsewhere.changes = {
        engine::PutBooking{booking(74, {8}, placement({1}), denpasar), true},
        engine::TakePlaces{denpasar, placement({1}), {74}}};
    outcomes(store(), {puts, elsewhere});
    reopen();
    EXPECT_THAT(
        *store().holders_on(jakarta, friday),
        ElementsAre(engine::Holder{{71}, {9}}, engine::Holder{{72}, {8}})
    );
    EXPECT_THAT(*store().holders_on(jakarta, friday + 2), IsEmpty());
    outcomes(store(), {with(commit(jakarta, 2), frees({1, 2}, 72))});
    EXPECT_THAT(*store().holders_on(jakarta, friday), ElementsAre(engine::Holder{{71}, {9}}));
}

TEST_P(StoreContract, a_closure_is_kept_with_who_went_where_and_a_later_one_replaces_it) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    engine::Closure closure{jakarta, friday, ten_o_clock, {}};
    closure.moves = {
        {{77}, placement({1, 2}), placement({3, 4}, friday + 3), engine::Reach::told},
        {{78}, placement({5}), placement({5}, friday + 3), engine::Reach::opted_out},
        {{79}, placement({6}), placement({6}, friday + 3), engine::Reach::without_phone}};
    outcomes(store(), {with(commit(jakarta, 1), engine::PutClosure{closure})});
    reopen();
    EXPECT_EQ(*store().closure(jakarta, friday), closure);
    EXPECT_FALSE(*store().closure(jakarta, friday + 1));
    EXPECT_FALSE(*store().closure(denpasar, friday));
    closure.moves.clear();
    outcomes(store(), {with(commit(jakarta, 2), engine::PutClosure{closure})});
    EXPECT_EQ(*store().closure(jakarta, friday), closure);
}

// ---- passport cases
// ------------------------------------------------------------------------------

TEST_P(StoreContract, a_passport_case_comes_back_with_its_owner_and_when_it_is_due) {
    outcomes(store(), {opening(jakarta, "jakarta")});
    scheduling::PassportCase young;
    young.id = scheduling::case_of({77}, 2);
    young.office = jakarta;
    young.contact = {1};
    young.person = {4};
    young.service = Service::lost;
    young.opened_on = friday;
    scheduling::PassportCase ready = young;
    ready.id = scheduling::case_of({77}, 1);
    ready.state = scheduling::CaseState::ready;
    ready.version = 4;
    ready.paid_on = friday;
    ready.expected_on = friday + 6;
    ready.ready_on = friday + 5;
    ready.told_uncollected = 1;
    scheduling::PassportCase rated = ready;
    rated.id = scheduling::case_of({78}, 1);
    rated.state = scheduling::CaseState::collected;
    rated.is_rating_asked = true;
    rated.score = 4;
    Commit puts = with(commit(jakarta, 1), engine::PutContact{contact(1, "ID.1", "")});
    for (const auto& each : {young, ready, rated})
        puts = with(puts, engine::PutCase{each});
    outcomes(store(), {puts});
    reopen();
    EXPECT_THAT((*store().contact({1}))->cases, ElementsAre(ready, young, rated));
    EXPECT_THAT(
        store().load(jakarta, friday)->due_cases,
        ElementsAre(engine::DueCase{friday + 5 + 21, ready.id, {1}})
    );
    ready.state = scheduling::CaseState::collected;
    outcomes(store(), {with(commit(jakarta, 2), engine::PutCase{ready})});
    EXPECT_THAT(store().load(jakarta, friday)->due_cases, IsEmpty());
    EXPECT_THAT((*store().contact({1}))->cases, ElementsAre(ready, young, rated));
}

TEST_P(StoreContract, a_message_about_one_persons_passport_keeps_whose) {
    notices::OutMessage sent = message(1, {1}, "Paspor selesai");
    sent.about = notices::About{{77}, 4, 2};
    Commit puts;
    puts.changes = {
        engine::PutContact{contact(1, "ID.1", "")}, engine::QueueMessage{std::move(sent)}};
    outcomes(store(), {puts});
    reopen();
    EXPECT_EQ((*store().message({1}))->message.about, (notices::About{{77}, 4, 2}));
}

// ---- the waiting list ---------------------------------------------------------------------------

TEST_P(StoreContract, the_waiting_list_keeps_its_order_until_somebody_leaves) {
    outcomes(store(), {opening(jakarta, "jakarta"), opening(denpasar, "denpasar")});
    const auto wait = [](std::uint64_t booking, OfficeId where, Instant joined) {
        scheduling::Wait made;
        made.booking = {booking};
        made.office = where;
        made.contact = {1};
        made.pool = {2};
        made.from = friday;
        made.to = friday + 3;
        made.party = 2;
        made.joined_at = joined;
        return made;
    };
    scheduling::Wait late = wait(5, jakarta, ten_o_clock + minutes(1));
    late.time = clock_time(9, 0);
    late.time_to = clock_time(12, 0);
    late.audience = scheduling::Audience::priority;
    const scheduling::Wait early = wait(7, jakarta, ten_o_clock);
    Commit puts = commit(jakarta, 1);
    for (const auto& each : {late, early, wait(6, denpasar, ten_o_clock)})
        puts = with(puts, engine::PutWait{each});
    outcomes(store(), {puts});
    reopen();
    EXPECT_THAT(store().load(jakarta, friday)->waits, ElementsAre(early, late));
    scheduling::Wait again = early;
    again.offer = BookingId{99};
    again.passed = LocalTime{friday, clock_time(8, 20)};
    again.lapses = 1;
    again.joined_at = ten_o_clock + minutes(2);
    outcomes(store(), {with(commit(jakarta, 2), engine::PutWait{again})});
    EXPECT_THAT(store().load(jakarta, friday)->waits, ElementsAre(late, again));
    outcomes(store(), {with(commit(jakarta, 3), engine::DropWait{late.booking})});
    reopen();
    EXPECT_THAT(store().load(jakarta, friday)->waits, ElementsAre(again));
}

// ---- the inbox
// -----------------------------------------------------------------------------------

TEST_P(StoreContract, what_people_wrote_to_an_officer_is_open_until_it_is_answered) {
    outcomes(store(), {opening(jakarta, "jakarta"), opening(denpasar, "denpasar")});
    const auto inquiry = [](std::uint64_t id, OfficeId where, std::string text) {
        return engine::Inquiry{{id}, where, {1}, ten_o_clock, {}, Remark(std::move(text))};
    };
    engine::Inquiry first = inquiry(1, jakarta, "Apakah \"bayi\" harus ikut?");
    const engine::Inquiry second = inquiry(2, jakarta, "Jam berapa tutup?");
    Commit puts = with(commit(jakarta, 1), engine::PutContact{contact(1, "ID.1", "")});
    for (const auto& each : {first, second, inquiry(3, denpasar, "Lain")})
        puts = with(puts, engine::PutInquiry{each});
    outcomes(store(), {puts});
    reopen();
    EXPECT_THAT(*store().open_inquiries(jakarta), ElementsAre(first, second));
    EXPECT_EQ(*store().inquiry({2}), second);
    EXPECT_FALSE(*store().inquiry({9}));
    EXPECT_EQ(store().next_ids()->inquiry, InquiryId{4});
    first.answered_at = ten_o_clock + hours(1);
    outcomes(store(), {with(commit(jakarta, 2), engine::PutInquiry{first})});
    EXPECT_THAT(*store().open_inquiries(jakarta), ElementsAre(second));
    EXPECT_EQ(*store().inquiry({1}), first);
}

}  // namespace antre::contract
