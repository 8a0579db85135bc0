// A number that was silent for sixty days may have another owner.

#include "cases/own_data_house.h"

namespace antre::cases {

namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::string phone = "628111222333";

}  // namespace

class RecycledNumber : public OwnData {
protected:
    // Siti wrote once, booked for February, and was silent for sixty-one days.
    void SetUp() override {
        house_.says(phone, "halo");
        code_ = house_.books(phone, on("2027-02-26"), {"Siti Rahayu"});
        house_.sent();
        wait_until("2027-01-24T09:00:01+07:00");
        house_.sent();
    }
    std::string code_;
};

TEST_F(RecycledNumber, nothing_old_is_shown_moved_or_cancelled) {
    for (const char* text :
         {"antrean saya",
          "data saya",
          "batal",
          "hapus data",
          "ubah jadwal ke senin",
          "paspor saya"}) {
        const std::string answer = last(phone, text);
        EXPECT_THAT(answer, HasSubstr("sudah lama tidak menghubungi kami")) << text;
        EXPECT_THAT(answer, AllOf(Not(HasSubstr("Siti")), Not(HasSubstr(code_)))) << text;
    }
    EXPECT_EQ(house_.place(code_), "A-001 2027-02-26 08:00");
    EXPECT_THAT(kinds(), Contains("number_doubted"));
    house_.restart();
    EXPECT_THAT(last(phone, "halo"), HasSubstr("sudah lama tidak menghubungi kami"));
}

TEST_F(RecycledNumber, code_and_birth_date_prove_it) {
    house_.says(phone, "halo");
    house_.sent();
    EXPECT_THAT(last(phone, code_ + " 03-03-1989"), HasSubstr("Sisa percobaan: 2"));
    EXPECT_THAT(last(phone, code_ + " 02-03-1989"), HasSubstr("datanya cocok"));
    EXPECT_THAT(last(phone, "antrean saya"), HasSubstr("Siti Rahayu"));
    EXPECT_THAT(kinds(), Contains("number_proven"));
}

TEST_F(RecycledNumber, three_wrong_proofs_lead_to_the_counter) {
    house_.says(phone, "halo");
    for (const char* born : {"03-03-1989", "04-03-1989", "05-03-1989"})
        house_.says(phone, code_ + " " + born);
    house_.sent();
    EXPECT_THAT(last(phone, code_ + " 02-03-1989"), HasSubstr("datang ke"));
    EXPECT_THAT(last(phone, "antrean saya"), Not(HasSubstr("Siti")));
}

TEST_F(RecycledNumber, a_new_owner_begins_anew_and_the_booking_is_found_by_its_code) {
    house_.says(phone, "halo");
    house_.sent();
    EXPECT_THAT(last(phone, "bukan milik saya"), HasSubstr("mulai dari awal"));
    EXPECT_THAT(last(phone, "antrean saya"), HasSubstr("belum punya antrean"));
    EXPECT_EQ(looked_up(code_), "found");
    EXPECT_THAT(contact(phone).bookings, IsEmpty());
    EXPECT_THAT(kinds(), Contains("number_disowned"));
    house_.restart();
    EXPECT_THAT(last(phone, "data saya"), Not(HasSubstr("Siti")));
}

TEST_F(RecycledNumber, what_the_web_booked_since_is_no_proof_of_what_was_before) {
    const std::string late = house_.books(phone, on("2027-02-26"), {"Dewi"});
    house_.says(phone, "halo");
    house_.sent();
    EXPECT_THAT(last(phone, late + " 02-03-1989"), HasSubstr("tidak cocok"));
}

TEST_F(RecycledNumber, the_user_id_of_who_has_the_number_now_is_not_taken_for_the_owners) {
    const engine::Identity who{UserKey("ID.new"), PhoneNumber(phone)};
    house_.says_as(who, "halo");
    house_.sent();
    EXPECT_TRUE(contact(phone).contact.identity.user.empty());
    house_.says_as(who, "bukan milik saya");
    house_.sent();
    const auto fresh = *store().find_contact({UserKey("ID.new"), PhoneNumber{}});
    ASSERT_TRUE(fresh);
    EXPECT_THAT(fresh->bookings, IsEmpty());
}

TEST_F(RecycledNumber, a_change_of_number_proves_nothing) {
    house_.ask(
        engine::ChangeIdentity{
            {UserKey{}, PhoneNumber(phone)}, {UserKey("ID.new"), PhoneNumber("628999")}},
        engine::ActorKind::system
    );
    EXPECT_TRUE(contact("628999").contact.identity.user.empty());
    EXPECT_THAT(last("628999", "antrean saya"), HasSubstr("sudah lama tidak menghubungi kami"));
}

TEST_F(RecycledNumber, stop_is_obeyed_without_a_proof) {
    house_.says(phone, "halo");
    house_.sent();
    EXPECT_THAT(last(phone, "STOP"), HasSubstr("tidak akan mengirim"));
    EXPECT_TRUE(contact(phone).contact.is_opted_out);
}

TEST_F(RecycledNumber, what_we_begin_to_say_names_nobody) {
    wait_until("2027-02-26T09:00:00+07:00");
    house_.sent();
    const BookingId id = *scheduling::booking_coded(code_);
    house_.act(engine::OpenCases{id});
    house_.act(engine::MoveCase{scheduling::case_of(id, 1)});
    const auto sent = house_.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_THAT(sent[0].text, AllOf(HasSubstr("pemohon"), Not(HasSubstr("Siti"))));
}

TEST_F(OwnData, a_user_id_that_goes_on_is_proof_enough) {
    const engine::Identity who{UserKey("ID.siti"), PhoneNumber(phone)};
    house_.says_as(who, "halo");
    const std::string code = house_.books(phone, on("2027-02-26"), {"Siti Rahayu"});
    house_.sent();
    wait_until("2027-01-30T09:00:00+07:00");
    house_.says_as(who, "antrean saya");
    EXPECT_THAT(house_.sent().back().text, AllOf(HasSubstr(code), HasSubstr("Siti Rahayu")));
}

TEST_F(OwnData, sixty_days_of_silence_are_no_doubt_yet) {
    house_.says(phone, "halo");
    const std::string code = house_.books(phone, on("2027-02-26"), {"Siti Rahayu"});
    house_.sent();
    wait_until("2027-01-23T09:00:00+07:00");
    EXPECT_THAT(last(phone, "antrean saya"), HasSubstr(code));
}

}  // namespace antre::cases
