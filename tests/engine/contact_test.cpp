// Who writes: one person is one contact whatever WhatsApp calls them, and nobody sees another's
// bookings or gets another's messages.

#include <gtest/gtest.h>

#include "engine/town.h"

namespace antre::stories {

namespace {

const UserKey user_of_siti{"ID.SITI"};
const UserKey user_of_budi{"ID.BUDI"};
const PhoneNumber first_phone{"6281300000001"};
const PhoneNumber second_phone{"6281300000002"};

// A town in which people are named by their ids alone.
class IdTown : public Town {
public:
    std::string hears(const engine::Identity& who, const std::string& text = "halo") {
        return handle(engine(), {stamped(engine::Hear{who, engine::TextHeard{text}}, jakarta)})
            .front();
    }
    std::string books(const PhoneNumber& phone, const std::string& name) {
        engine::Book book;
        book.phone = phone;
        book.people = {{PersonName(name), LocalDate{7'000}}};
        return handle(engine(), {stamped(book, jakarta)}).front();
    }
    // The identities that messages claimed now go to.
    std::vector<engine::Identity> claimed() {
        const std::vector<engine::Command> claim{stamped(engine::ClaimMessages{})};
        const auto answers = engine().handle(claim);
        std::vector<engine::Identity> to;
        for (const auto& each : std::get<engine::ClaimAnswer>(answers->front()).messages)
            to.push_back(each.to);
        return to;
    }
    std::size_t bookings_of(const engine::Identity& who) {
        const auto found = store().inside().find_contact(who);
        return *found ? (*found)->bookings.size() : 0;
    }
    std::uint64_t contacts() { return store().inside().next_ids()->contact.value - 1; }
};

}  // namespace

TEST(Contact, without_a_phone_is_known_by_the_user_id) {
    IdTown town;
    EXPECT_EQ(town.hears({user_of_siti, {}}, "#SITI RAHAYU#14051990#24112026"), "done");
    EXPECT_EQ(town.hears({user_of_siti, {}}), "done");
    EXPECT_EQ(town.contacts(), 1u);
    EXPECT_EQ(town.bookings_of({user_of_siti, {}}), 1u);
    const auto to = town.claimed();
    ASSERT_EQ(to.size(), 1u);
    EXPECT_TRUE(to[0].user == user_of_siti);
    EXPECT_TRUE(to[0].phone.empty());
}

TEST(Contact, whose_phone_appears_later_stays_one_person) {
    IdTown town;
    town.hears({user_of_siti, {}}, "#SITI RAHAYU#14051990#24112026");
    town.hears({user_of_siti, first_phone});
    EXPECT_EQ(town.contacts(), 1u);
    EXPECT_EQ(town.bookings_of({{}, first_phone}), 1u);
    town.hears({{}, first_phone});
    EXPECT_EQ(town.contacts(), 1u) << "the phone alone is enough from now on";
}

TEST(Contact, who_booked_by_a_program_is_the_one_who_writes_later) {
    IdTown town;
    EXPECT_EQ(town.books(first_phone, "Siti"), "A-001 Tue 08:00 booked");
    town.hears({user_of_siti, first_phone});
    EXPECT_EQ(town.contacts(), 1u);
    EXPECT_EQ(town.bookings_of({user_of_siti, {}}), 1u);
}

TEST(Contact, learns_the_ids_that_whatsapp_answers_with) {
    IdTown town;
    town.hears({user_of_siti, {}});
    const std::vector<engine::Command> claim{town.stamped(engine::ClaimMessages{})};
    const auto answers = town.engine().handle(claim);
    engine::RecordSend report;
    report.message = std::get<engine::ClaimAnswer>(answers->front()).messages.front().message.id;
    report.outcome = engine::SendOutcome::accepted;
    report.wamid = "wamid.1";
    report.learned = {user_of_siti, first_phone};
    town.handle(town.engine(), {town.stamped(report)});
    EXPECT_EQ(town.contact_of({{}, first_phone}), town.contact_of({user_of_siti, {}}));
}

TEST(Contact, a_changed_number_takes_the_bookings_along_and_is_journalled) {
    IdTown town;
    town.hears({user_of_siti, first_phone}, "#SITI RAHAYU#14051990#24112026");
    const engine::ChangeIdentity change{{user_of_siti, first_phone}, {{}, second_phone}};
    town.handle(town.engine(), {town.stamped(change, jakarta)});
    EXPECT_EQ(town.bookings_of({{}, second_phone}), 1u);
    EXPECT_EQ(town.bookings_of({{}, first_phone}), 0u);
    EXPECT_EQ(town.journal(), "office_set booked contact_linked");
    town.handle(town.engine(), {town.stamped(change, jakarta)});
    EXPECT_EQ(town.journal(), "office_set booked contact_linked") << "twice changes nothing";
    ASSERT_EQ(town.claimed().size(), 1u);
}

TEST(Contact, a_change_of_somebody_unknown_adds_nobody) {
    IdTown town;
    const engine::ChangeIdentity change{{user_of_siti, first_phone}, {{}, second_phone}};
    EXPECT_EQ(town.handle(town.engine(), {town.stamped(change, jakarta)}).front(), "done");
    EXPECT_EQ(town.contacts(), 0u);
}

TEST(Contact, a_number_sold_again_shows_nothing_of_its_earlier_owner) {
    IdTown town;
    town.hears({user_of_siti, first_phone}, "#SITI RAHAYU#14051990#24112026");
    town.hears({user_of_budi, first_phone});
    EXPECT_EQ(town.contacts(), 2u);
    EXPECT_EQ(town.bookings_of({user_of_budi, {}}), 0u);
    EXPECT_EQ(town.bookings_of({{}, first_phone}), 0u);
    EXPECT_EQ(town.bookings_of({user_of_siti, {}}), 1u);
    const auto to = town.claimed();
    ASSERT_EQ(to.size(), 2u);
    EXPECT_TRUE(to[0].phone.empty()) << "the earlier owner's ticket must not go to the new one";
    EXPECT_TRUE(to[0].user == user_of_siti);
    EXPECT_TRUE(to[1].phone == first_phone);
}

TEST(Contact, a_number_taken_over_by_somebody_known_leaves_its_earlier_owner) {
    IdTown town;
    town.hears({user_of_budi, second_phone});
    town.hears({user_of_siti, first_phone}, "#SITI RAHAYU#14051990#24112026");
    town.hears({user_of_budi, first_phone});
    EXPECT_EQ(town.contacts(), 2u);
    const auto to = town.claimed();
    ASSERT_EQ(to.size(), 2u);
    for (const engine::Identity& each : to) {
        const bool is_budi = each.user == user_of_budi;
        EXPECT_TRUE(each.phone == (is_budi ? first_phone : PhoneNumber())) << "whose is it?";
    }
    town.restart();
    EXPECT_EQ(town.contact_of({{}, first_phone}), town.contact_of({user_of_budi, {}}));
}

TEST(Contact, is_found_by_the_user_id_although_memory_knows_the_phone_as_anothers) {
    IdTown town;
    town.hears({user_of_siti, {}}, "#SITI RAHAYU#14051990#24112026");
    town.hears({user_of_budi, first_phone});
    town.restart();  // memory knows nobody
    town.hears({user_of_budi, first_phone});
    town.hears({user_of_siti, first_phone});
    EXPECT_EQ(town.contacts(), 2u) << "a third contact was made for somebody known";
    EXPECT_EQ(town.bookings_of({user_of_siti, {}}), 1u);
}

TEST(Contact, who_left_a_number_in_this_batch_is_not_found_by_it) {
    IdTown town;
    town.hears({user_of_siti, first_phone}, "#SITI RAHAYU#14051990#24112026");
    town.restart();
    const engine::ChangeIdentity change{{user_of_siti, first_phone}, {{}, second_phone}};
    town.handle(
        town.engine(),
        {town.stamped(change, jakarta),
         town.stamped(
             engine::Hear{{user_of_budi, first_phone}, engine::TextHeard{"halo"}}, jakarta
         )}
    );
    EXPECT_EQ(town.bookings_of({{}, second_phone}), 1u);
    EXPECT_EQ(town.contact_of({{}, second_phone}), town.contact_of({user_of_siti, {}}));
    EXPECT_EQ(town.contact_of({{}, first_phone}), town.contact_of({user_of_budi, {}}));
}

TEST(Contact, two_people_behind_one_phone_each_hold_a_place) {
    check(R"(
        Siti says #SITI RAHAYU#14051990#24112026      -> done
        Siti says #BUDI SANTOSO#03071978#24112026     -> done
        Siti says #SITI RAHAYU#14051990#25112026      -> done
        places                        -> A-001 A-002
        journal                       -> office_set booked booked
    )");
}

TEST(Contact, of_one_office_talks_with_another_as_the_same_person) {
    check(R"(
        Siti books                            -> A-001 Tue 08:00 booked
        Siti books in denpasar                -> person_already_booked
        Siti says halo in denpasar            -> done
    )");
}

}  // namespace antre::stories
