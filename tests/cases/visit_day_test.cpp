#include "cases/office_at_work.h"

// Late and missed turns, priority places, the warning of brokers: what the chat may do of it.

namespace antre::cases {

namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

std::string last(OfficeAtWork& house) {
    const std::vector<Sent> sent = house.sent();
    return sent.empty() ? "" : sent.back().text;
}

// Taps the n-th button of the last message sent.
void taps_last(OfficeAtWork& house, const std::string& phone, std::size_t button) {
    const std::vector<Sent> sent = house.sent();
    ASSERT_FALSE(sent.empty());
    ASSERT_GT(sent.back().payloads.size(), button);
    house.taps(phone, sent.back().payloads[button]);
}

}  // namespace

TEST(Late, a_delay_within_the_hour_keeps_the_number) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-25"));
    house.at("2026-11-25T07:50:00+07:00");
    house.says("6281", "maaf telat 20 menit");
    EXPECT_THAT(last(house), HasSubstr("tiba sekitar *08.20*. Nomor Anda tetap *A-001*"));
    EXPECT_EQ(house.place(code), "A-001 2026-11-25 08:00");
}

TEST(Late, who_cannot_be_there_in_time_gets_another_place_even_after_their_window_began) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-25"));
    house.at("2026-11-25T08:15:00+07:00");
    house.says("6281", "masih kejebak banjir, baru sampai jam 9.15");
    taps_last(house, "6281", 0);
    EXPECT_EQ(house.place(code), "B-002 2026-11-25 09:30");
}

TEST(Late, with_no_place_left_that_day_it_is_the_next) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-25"));
    house.at("2026-11-25T08:15:00+07:00");
    house.says("6281", "baru sampai jam 11");
    taps_last(house, "6281", 0);
    EXPECT_EQ(house.place(code), "A-001 2026-11-26 08:00");
}

TEST(Late, within_the_hour_the_place_cannot_be_changed_but_after_it_can) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-25"));
    house.at("2026-11-25T08:15:00+07:00");
    house.says("6281", "ubah ke jumat");
    EXPECT_THAT(last(house), HasSubstr("tidak dapat diubah"));
    house.at("2026-11-25T09:01:00+07:00");
    house.says("6281", "berapa antrian lagi?");
    EXPECT_THAT(last(house), HasSubstr("sudah lewat, dan batas lapor hari ini 09.00"));
    house.says("6281", "ubah ke jumat");
    taps_last(house, "6281", 0);
    EXPECT_EQ(house.place(code), "A-001 2026-11-27 08:00");
}

TEST(Late, whose_visit_took_place_has_missed_nothing) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-25"));
    house.at("2026-11-25T08:15:00+07:00");
    house.act(engine::OpenCases{*scheduling::booking_coded(code)});
    house.at("2026-11-25T09:30:00+07:00");
    house.says("6281", "ubah ke jumat");
    EXPECT_THAT(last(house), HasSubstr("tidak dapat diubah"));
    EXPECT_EQ(house.place(code), "A-001 2026-11-25 08:00");
}

TEST(Late, a_visit_that_took_place_meanwhile_is_not_moved_by_an_old_offer) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-25"));
    house.at("2026-11-25T08:15:00+07:00");
    house.says("6281", "masih kejebak banjir, baru sampai jam 9.15");
    house.act(engine::OpenCases{*scheduling::booking_coded(code)});
    taps_last(house, "6281", 0);
    EXPECT_EQ(house.place(code), "A-001 2026-11-25 08:00");
}

TEST(Late, programs_are_refused_as_before) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const std::string code = house.books("6281", on("2026-11-25"));
    house.at("2026-11-25T09:30:00+07:00");
    const engine::Proof proof{*scheduling::booking_coded(code), LocalDate{7'000}};
    const auto answer =
        house.ask(engine::MoveBooking{proof, on("2026-11-27")}, engine::ActorKind::api);
    EXPECT_EQ(
        std::get<engine::RefusedAnswer>(answer).refusal, scheduling::Refusal::too_late_to_change
    );
}

TEST(QueueStatus, tells_how_many_numbers_come_before) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    for (const char* phone : {"6281", "6282", "6283"})
        house.books(phone, on("2026-11-25"));
    house.at("2026-11-25T07:30:00+07:00");
    house.says("6283", "berapa antrian lagi?");
    EXPECT_THAT(last(house), HasSubstr("Sebelum Anda ada 2 nomor"));
    house.says("6281", "berapa antrian lagi?");
    EXPECT_THAT(last(house), HasSubstr("Belum ada nomor sebelum Anda"));
}

TEST(Priority, is_asked_plainly_and_gives_a_place_that_is_kept) {
    scheduling::Office office = small_office();
    office.pools[0].places_per_hour = 4;
    office.pools[0].priority_percent = 25;
    OfficeAtWork house("2026-11-24T09:00:00+07:00", office);
    for (int i = 0; i < 6; ++i)
        house.books("62" + std::to_string(i), on("2026-11-25"));
    house.says("6281", "daftar besok");
    EXPECT_THAT(last(house), HasSubstr("sisanya untuk prioritas"));
    house.says("6281", "ada lansia");
    house.says("6281", "Siti Rahayu, 14-05-1940");
    EXPECT_THAT(last(house), HasSubstr("25 November 2026"));
}

TEST(Brokers, the_first_ticket_warns_of_them_where_the_office_wants_it) {
    scheduling::Office office = small_office();
    office.warns_of_brokers = true;
    OfficeAtWork house("2026-11-24T09:00:00+07:00", office);
    house.says("6281", "#SITI RAHAYU#14051990#25112026");
    EXPECT_THAT(last(house), HasSubstr("Petugas tidak pernah meminta uang"));
    house.says("6281", "#BUDI SANTOSO#14051991#26112026");
    EXPECT_THAT(last(house), Not(HasSubstr("Petugas tidak pernah meminta uang")));
    OfficeAtWork quiet("2026-11-24T09:00:00+07:00");
    quiet.says("6281", "#SITI RAHAYU#14051990#25112026");
    EXPECT_THAT(last(quiet), Not(HasSubstr("Petugas tidak pernah meminta uang")));
}

}  // namespace antre::cases
