#include "cases/own_data_house.h"

namespace antre::cases {

namespace {

using engine::CasesAnswer;
using engine::MoveCase;
using engine::OpenCases;
using engine::StaffRefusal;
using scheduling::CaseState;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// Beside its places for applying, six an hour for collecting.
scheduling::Office with_hours_for_collecting() {
    scheduling::Office office = small_office();
    office.pools[0].places_per_hour = 6;
    scheduling::Pool pool = office.pools[0];
    pool.id = {2};
    pool.key = "pickup";
    pool.services = {Service::pickup};
    pool.first_letter = 'P';
    office.pools.push_back(pool);
    return office;
}

// Passports applied for on Friday, 27 November, and ready on Thursday, 3 December, 09:00; on a real
// database.
class Collecting : public testing::Test {
protected:
    Collecting()
        : house_("2026-11-24T09:00:00+07:00", with_hours_for_collecting(), &database_.store()) {}

    // Applies for these people, who come and pay.
    BookingId applies(const std::string& phone, const std::vector<std::string>& names) {
        const BookingId visit = booking(house_.books(phone, on("2026-11-27"), names));
        const Instant before = house_.now();
        house_.at("2026-11-27T09:30:00+07:00");
        house_.act(OpenCases{visit});
        for (std::uint8_t person = 1; person <= names.size(); ++person)
            house_.act(MoveCase{scheduling::case_of(visit, person), CaseState::in_production});
        house_.at(iso_instant(before));
        return visit;
    }
    void becomes(BookingId visit, std::uint8_t person, CaseState state) {
        house_.act(MoveCase{scheduling::case_of(visit, person), state});
    }
    void are_ready(BookingId visit, std::uint8_t people) {
        house_.at("2026-12-03T09:00:00+07:00");
        for (std::uint8_t person = 1; person <= people; ++person)
            becomes(visit, person, CaseState::ready);
        house_.sent();
    }
    std::string says(const std::string& text) {
        house_.says("6281", text);
        const auto sent = house_.sent();
        return sent.empty() ? "nothing" : sent.back().text;
    }
    static BookingId booking(const std::string& code) { return *scheduling::booking_coded(code); }
    std::vector<scheduling::Booking> visits() {
        std::vector<scheduling::Booking> found;
        const auto contact = *database_.store().find_contact({UserKey{}, PhoneNumber("6281")});
        for (const scheduling::Booking& each : contact->bookings) {
            if (each.service == Service::pickup) found.push_back(each);
        }
        return found;
    }

    Database database_;
    OfficeAtWork house_;
};

}  // namespace

TEST_F(Collecting, below_the_news_an_hour_is_chosen_and_nothing_else_is_asked) {
    const BookingId visit = applies("6281", {"Siti"});
    house_.at("2026-12-03T09:00:00+07:00");
    becomes(visit, 1, CaseState::ready);
    const auto news = house_.sent();
    ASSERT_THAT(news.back().payloads, SizeIs(3));
    EXPECT_THAT(news.back().text, HasSubstr("template paspor_selesai:"));
    house_.taps("6281", news.back().payloads[0]);
    EXPECT_THAT(
        house_.sent().back().text,
        AllOf(HasSubstr("Pilih jam ambil, *Kamis, 3 Desember 2026*"), HasSubstr("09.00-10.00"))
    );
    house_.restart();
    EXPECT_THAT(
        says("besok jam 8"),
        AllOf(HasSubstr("Jam ambil paspor sudah tercatat"), HasSubstr("Siti"), HasSubstr("P-001"))
    );
    ASSERT_THAT(visits(), SizeIs(1));
    EXPECT_EQ(OfficeAtWork::written(visits()[0].placement), "P-001 2026-12-04 08:00");
    EXPECT_EQ(visits()[0].people.at(0).born, LocalDate{7'000});
}

TEST_F(Collecting, one_visit_serves_all_of_a_family_and_is_not_chosen_twice) {
    const BookingId visit = applies("6281", {"Ani", "Budi", "Cici"});
    are_ready(visit, 2);
    EXPECT_THAT(says("1"), HasSubstr("Satu kali datang untuk 2 paspor"));
    EXPECT_THAT(says("besok jam 8"), AllOf(HasSubstr("Ani, Budi"), HasSubstr("P-001 - P-002")));
    becomes(visit, 3, CaseState::ready);
    EXPECT_THAT(
        says("1"), AllOf(HasSubstr("Jam ambil Anda sudah tercatat"), HasSubstr("P-001 - P-002"))
    );
    EXPECT_THAT(says("ambil paspor besok jam 9"), HasSubstr("Pindah ke: *Jumat, 4 Desember"));
    EXPECT_THAT(says("ya"), HasSubstr("Jadwal sudah pindah"));
    EXPECT_THAT(visits(), SizeIs(1));
    EXPECT_EQ(OfficeAtWork::written(visits()[0].placement), "Q-001 2026-12-04 09:00");
}

TEST_F(Collecting, is_not_counted_with_the_places_for_applying) {
    const BookingId visit = applies("6281", {"Siti"});
    house_.at("2026-12-02T09:00:00+07:00");
    const std::string family =
        house_.books("6281", on("2026-12-08"), {"Ani", "Budi", "Cici", "Dedi", "Eka"});
    ASSERT_NE(family, "refused");
    are_ready(visit, 1);
    EXPECT_THAT(says("ambil besok jam 8"), HasSubstr("Jam ambil paspor sudah tercatat"));
    EXPECT_EQ(house_.books("6281", on("2026-12-09"), {"Fani"}), "refused") << "five are booked";
}

TEST_F(Collecting, who_was_served_may_apply_again_later) {
    applies("6281", {"Ani", "Budi", "Cici", "Dedi", "Eka"});
    EXPECT_EQ(house_.books("6281", on("2026-12-09"), {"Ani"}), "refused");
    house_.at("2026-12-03T09:00:00+07:00");
    EXPECT_NE(house_.books("6281", on("2026-12-09"), {"Ani"}), "refused");
    EXPECT_EQ(house_.books("6281", on("2026-12-10"), {"Ani"}), "refused") << "one place at a time";
}

TEST_F(Collecting, is_possible_until_the_passport_is_cancelled) {
    const BookingId visit = applies("6281", {"Siti"});
    are_ready(visit, 1);
    EXPECT_THAT(
        says("ambil tanggal 4 januari jam 8"),
        HasSubstr("hanya bisa diambil sampai *Jumat, 1 Januari 2027*")
    );
    EXPECT_THAT(says("1 januari jam 8"), HasSubstr("Pilih jam ambil, *Jumat, 1 Januari 2027*"));
    EXPECT_THAT(says("1"), HasSubstr("Jam ambil paspor sudah tercatat"));
    const BookingId chosen = visits().at(0).id;
    EXPECT_THAT(says("pindah ke 4 januari jam 8"), HasSubstr("hanya bisa diambil sampai"));
    const engine::Proof proof{chosen, LocalDate{7'000}};
    const auto moved = house_.ask(engine::MoveBooking{proof, on("2027-01-04")});
    EXPECT_TRUE(std::holds_alternative<engine::RefusedAnswer>(moved));
}

TEST_F(Collecting, opens_no_case_and_shows_those_that_it_is_for) {
    const BookingId visit = applies("6281", {"Siti"});
    are_ready(visit, 1);
    says("ambil besok jam 8");
    house_.at("2026-12-04T08:10:00+07:00");
    const BookingId chosen = visits().at(0).id;
    EXPECT_EQ(
        std::get<StaffRefusal>(house_.act(OpenCases{chosen})), StaffRefusal::booking_to_collect
    );
    const auto shown = std::get<CasesAnswer>(house_.act(engine::ShowCases{chosen})).cases;
    ASSERT_THAT(shown, SizeIs(1));
    EXPECT_EQ(shown[0].id, scheduling::case_of(visit, 1));
}

TEST_F(Collecting, ends_when_the_last_passport_it_was_for_is_collected) {
    const BookingId visit = applies("6281", {"Ani", "Budi"});
    are_ready(visit, 2);
    says("ambil besok jam 8");
    const BookingId chosen = visits().at(0).id;
    becomes(visit, 1, CaseState::collected);
    EXPECT_EQ(house_.place(scheduling::code_of(chosen)), "P-001 2026-12-04 08:00");
    becomes(visit, 2, CaseState::collected);
    EXPECT_EQ(house_.place(scheduling::code_of(chosen)), "cancelled");
    EXPECT_THAT(says("antrean saya"), Not(HasSubstr("P-001")));
}

TEST_F(Collecting, is_reminded_of_and_cancelled_like_any_place) {
    const BookingId visit = applies("6281", {"Siti"});
    are_ready(visit, 1);
    says("ambil besok jam 8");
    EXPECT_THAT(says("ingatkan saya"), HasSubstr("pengingat"));
    house_.at("2026-12-03T16:00:00+07:00");
    house_.pass_time();
    EXPECT_THAT(
        house_.sent().back().text,
        AllOf(HasSubstr("*Jumat, 4 Desember 2026, 08.00 WIB*"), HasSubstr("bukti bayar"))
    );
    EXPECT_THAT(says("tidak"), HasSubstr("Batalkan antrean *P-001*"));
    EXPECT_THAT(says("ya"), HasSubstr("Jam ambil P-001 sudah dibatalkan"));
    EXPECT_THAT(says("1"), HasSubstr("Pilih jam ambil, *Jumat, 4 Desember 2026*"));
}

TEST_F(Collecting, when_all_hours_are_taken_says_that_none_is_needed) {
    const BookingId visit = applies("6281", {"Siti"});
    are_ready(visit, 1);
    for (LocalDate day = *parse_iso_date("2026-12-03"); day < *parse_iso_date("2027-01-04");
         day = day + 1) {
        engine::CloseDay closing;
        closing.day = day;
        closing.resolve = engine::Resolve::confirm;
        if (day != *parse_iso_date("2026-12-03")) house_.act(closing);
    }
    house_.at("2026-12-03T09:40:00+07:00");
    EXPECT_THAT(says("1"), HasSubstr("Tanpa jam pun paspor bisa diambil"));
}

TEST(CollectingNowhere, where_no_hours_are_given_the_news_offers_none) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    const BookingId visit = *scheduling::booking_coded(house.books("6281", on("2026-11-27")));
    house.at("2026-11-27T09:00:00+07:00");
    house.act(OpenCases{visit});
    for (const CaseState to : {CaseState::in_production, CaseState::ready})
        house.act(MoveCase{scheduling::case_of(visit, 1), to});
    const auto news = house.sent();
    ASSERT_FALSE(news.empty());
    EXPECT_THAT(news.back().text, HasSubstr("template paspor_selesai_tanpa_jam:"));
    EXPECT_THAT(news.back().payloads, SizeIs(2));
    house.taps("6281", "a1.0.collect");
    EXPECT_THAT(house.sent().back().text, HasSubstr("tanpa memilih jam"));
}

}  // namespace antre::cases
