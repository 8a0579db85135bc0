// People see, correct and erase what is kept of them; the engine on a real database.

#include "cases/own_data_house.h"

namespace antre::cases {

namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

}  // namespace

// ---- seeing ------------------------------------------------------------------------------------

TEST_F(OwnData, all_that_is_kept_is_told_and_the_number_only_by_its_end) {
    const std::string code = house_.books("628111222333", on("2026-11-27"), {"Siti Rahayu"});
    house_.says("628111222333", "kabari kalau ada yang kosong lebih cepat");
    house_.sent();
    const std::string told = last("628111222333", "data saya");
    EXPECT_THAT(told, AllOf(HasSubstr("••••2333"), HasSubstr(code), HasSubstr("Siti Rahayu")));
    EXPECT_THAT(told, AllOf(HasSubstr("2 Maret 1989"), HasSubstr("24 November 2026")));
    EXPECT_THAT(told, HasSubstr("Daftar tunggu"));
    EXPECT_THAT(told, Not(HasSubstr("628111222333")));
}

// ---- correcting --------------------------------------------------------------------------------

TEST_F(OwnData, a_corrected_name_keeps_place_number_and_code) {
    const std::string code = house_.books("6281", on("2026-11-27"), {"Siti Rahaju", "Budi"});
    const scheduling::Booking before = booking(code);
    house_.says("6281", "nama saya salah, seharusnya Siti Rahayu");
    house_.sent();
    EXPECT_THAT(last("6281", "ya"), AllOf(HasSubstr(code), HasSubstr("Siti Rahayu, Budi")));
    const scheduling::Booking after = booking(code);
    EXPECT_EQ(after.people.at(0).name, PersonName("Siti Rahayu"));
    EXPECT_EQ(after.people.at(0).id, before.people.at(0).id);
    EXPECT_EQ(after.people.at(0).born, before.people.at(0).born);
    EXPECT_EQ(after.placement, before.placement);
    EXPECT_EQ(after.version, before.version + 1);
    EXPECT_THAT(kinds(), Contains("corrected"));
    EXPECT_THAT(journal(), AllOf(HasSubstr("1 name"), Not(HasSubstr("Siti"))));
    house_.restart();
    EXPECT_THAT(last("6281", "antrean saya"), HasSubstr("Siti Rahayu, Budi"));
}

TEST_F(OwnData, a_correction_delivered_twice_is_made_once) {
    const std::string code = house_.books("6281", on("2026-11-27"), {"Siti Rahaju"});
    house_.says("6281", "nama saya salah, seharusnya Siti Rahayu");
    engine::Command yes;
    yes.key[0] = 9;
    yes.actor = engine::ActorKind::contact;
    yes.office = house_.office();
    yes.at = house_.now();
    yes.body = engine::Hear{{UserKey{}, PhoneNumber("6281")}, engine::TextHeard{"ya"}};
    for (int delivery = 0; delivery < 3; ++delivery)
        ASSERT_TRUE(house_.engine().handle({&yes, 1}));
    EXPECT_EQ(booking(code).version, 2u);
    house_.sent();
}

TEST_F(OwnData, who_has_a_place_already_cannot_be_corrected_into_a_second_one) {
    const std::string code = house_.books("6281", on("2026-11-27"), {"Siti Rahaju"});
    const std::string other = house_.books("6281", on("2026-11-27"), {"Siti Rahayu"});
    house_.says("6281", "koreksi nama");
    house_.says("6281", "1");
    house_.says("6281", "siti  RAHAYU");
    house_.sent();
    EXPECT_THAT(last("6281", "ya"), AllOf(HasSubstr("sudah punya antrean"), HasSubstr(other)));
    EXPECT_EQ(booking(code).people.at(0).name, PersonName("Siti Rahaju"));
    EXPECT_THAT(kinds(), Not(Contains("corrected")));
}

TEST_F(OwnData, from_the_visit_on_an_officer_corrects) {
    const std::string code = house_.books("6281", on("2026-11-27"), {"Siti Rahaju"});
    house_.at("2026-11-27T07:50:00+07:00");
    house_.says("6281", "nama saya salah, seharusnya Siti Rahayu");
    house_.sent();
    house_.at("2026-11-27T08:40:00+07:00");
    EXPECT_THAT(last("6281", "ya"), HasSubstr("sudah dimulai"));
    house_.act(engine::OpenCases{*scheduling::booking_coded(code)});
    EXPECT_THAT(last("6281", "nama saya salah"), HasSubstr("Permohonan paspornya sudah dibuka"));
    EXPECT_EQ(booking(code).people.at(0).name, PersonName("Siti Rahaju"));
}

TEST_F(OwnData, the_engine_refuses_what_the_talk_would_not_have_asked) {
    const std::string code = house_.books("6281", on("2026-11-27"), {"Siti Rahaju"});
    house_.says("6281", "nama saya salah, seharusnya Siti Rahayu");
    house_.sent();
    // The visit begins between the question and the answer.
    house_.act(engine::CloseDay{*parse_iso_date("2026-11-27"), "", "", engine::Resolve::confirm});
    EXPECT_THAT(hears("6281", "ya").back(), HasSubstr("Siti Rahayu"));
    EXPECT_EQ(booking(code).people.at(0).name, PersonName("Siti Rahayu"));
}

// ---- erasing -----------------------------------------------------------------------------------

TEST_F(OwnData, erased_people_are_nobody_and_greeted_as_new) {
    const std::string code = house_.books("628111222333", on("2026-11-27"), {"Siti Rahayu"});
    house_.says("628111222333", "kabari kalau ada yang kosong lebih cepat");
    house_.says("628111222333", "petugas");
    house_.says("628111222333", "Apakah Siti harus membawa ijazah asli?");
    house_.sent();
    EXPECT_THAT(last("628111222333", "hapus data"), HasSubstr("ikut dibatalkan: *A-001*"));
    EXPECT_THAT(last("628111222333", "ya"), HasSubstr("dihapus pukul *09.10*"));
    EXPECT_EQ(house_.place(code), "cancelled");
    EXPECT_LE(*house_.engine().next_due(), *parse_iso_instant("2026-11-24T09:10:00+07:00"));
    house_.restart();
    wait_until("2026-11-24T09:09:59+07:00");
    EXPECT_TRUE(knows("628111222333"));
    wait_until("2026-11-24T09:10:00+07:00");
    EXPECT_FALSE(knows("628111222333"));
    EXPECT_TRUE(booking(code).people.at(0).name.empty());
    EXPECT_EQ(looked_up(code), "booking_unknown");
    const auto open = house_.act(engine::ListInquiries{});
    EXPECT_THAT(std::get<engine::InquiriesAnswer>(open).inquiries, IsEmpty());
    EXPECT_FALSE(*store().message({1}));
    EXPECT_THAT(journal(), Not(HasSubstr("Siti")));
    EXPECT_THAT(kinds(), AllOf(Contains("erasure_asked"), Contains("erased")));
    EXPECT_THAT(last("628111222333", "antrean saya"), HasSubstr("belum punya antrean"));
    EXPECT_EQ(contact("628111222333").contact.id, ContactId{2});
    house_.restart();
    EXPECT_THAT(last("628111222333", "data saya"), HasSubstr("tidak ada"));
}

TEST_F(OwnData, until_the_moment_comes_it_can_be_taken_back_and_nothing_else) {
    const std::string code = house_.books("6281", on("2026-11-27"));
    house_.says("6281", "hapus data");
    house_.says("6281", "ya");
    house_.sent();
    house_.later(minutes(3));
    EXPECT_THAT(last("6281", "mau daftar besok"), HasSubstr("akan dihapus pukul *09.10*"));
    EXPECT_THAT(last("6281", "batal hapus"), HasSubstr("Penghapusan dibatalkan"));
    wait_until("2026-11-24T10:00:00+07:00");
    EXPECT_TRUE(knows("6281"));
    EXPECT_EQ(house_.place(code), "cancelled") << "its place was given up";
    EXPECT_THAT(kinds(), AllOf(Contains("erasure_undone"), Not(Contains("erased"))));
}

TEST_F(OwnData, a_right_claimed_where_a_message_to_an_officer_was_expected_is_obeyed) {
    house_.says("6281", "petugas");
    house_.sent();
    EXPECT_THAT(last("6281", "hapus data saya"), HasSubstr("Hapus semua data"));
}

TEST_F(OwnData, messages_that_still_wait_are_dropped_with_their_reader) {
    house_.books("6281", on("2026-11-27"));
    house_.says("6281", "hapus data");
    house_.says("6281", "ya");
    wait_until("2026-11-24T09:10:00+07:00");
    EXPECT_THAT(house_.sent(), IsEmpty());
    EXPECT_EQ(house_.engine().messages_waiting(), 0u);
    EXPECT_THAT(*store().pending_messages(), IsEmpty());
    EXPECT_THAT(journal(), HasSubstr("erased"));
}

TEST_F(OwnData, what_is_still_needed_is_not_erased) {
    const std::string code = house_.books("6281", on("2026-11-27"));
    house_.at("2026-11-27T08:40:00+07:00");
    EXPECT_THAT(last("6281", "hapus data"), HasSubstr("masih diperlukan di loket"));
    house_.act(engine::OpenCases{*scheduling::booking_coded(code)});
    EXPECT_THAT(last("6281", "hapus data"), HasSubstr("belum selesai"));
    house_.act(engine::MoveCase{
        scheduling::case_of(*scheduling::booking_coded(code), 1),
        scheduling::CaseState::refused,
        std::nullopt});
    EXPECT_THAT(last("6281", "hapus data"), HasSubstr("Hapus semua data"));
    EXPECT_THAT(last("6281", "ya"), HasSubstr("dihapus pukul"));
    wait_until("2026-11-27T09:00:00+07:00");
    EXPECT_FALSE(knows("6281"));
}

TEST_F(OwnData, a_booking_at_another_office_is_cancelled_there_first) {
    const std::string code = house_.books("6281", on("2026-11-27"));
    const BookingId elsewhere = books_elsewhere("6281", "2026-11-30");
    EXPECT_THAT(
        last("6281", "hapus data"),
        AllOf(HasSubstr("Kantor Imigrasi Depok"), HasSubstr(scheduling::code_of(elsewhere)))
    );
    EXPECT_EQ(house_.place(code), "A-001 2026-11-27 08:00");
}

TEST_F(OwnData, who_books_again_meanwhile_is_kept) {
    house_.says("6281", "halo");
    house_.says("6281", "hapus data");
    house_.says("6281", "ya");
    house_.sent();
    const std::string code = house_.books("6281", on("2026-11-27"));
    wait_until("2026-11-24T09:10:00+07:00");
    EXPECT_TRUE(knows("6281"));
    EXPECT_THAT(last("6281", "antrean saya"), HasSubstr(code));
    EXPECT_THAT(journal(), HasSubstr("booked meanwhile"));
}

}  // namespace antre::cases
