#include "cases/office_at_work.h"

namespace antre::cases {

namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Somebody books by message and asks to be reminded.
void asks_for_a_reminder(OfficeAtWork& house, const std::string& phone, const std::string& form) {
    house.says(phone, form);
    const auto ticket = house.sent();
    ASSERT_FALSE(ticket.empty());
    ASSERT_THAT(ticket.back().payloads, SizeIs(3));
    house.taps(phone, ticket.back().payloads[0]);
    house.sent();
}

std::vector<std::string> texts(const std::vector<Sent>& sent) {
    std::vector<std::string> all;
    for (const Sent& each : sent)
        all.push_back(each.text);
    return all;
}

// Time passes as in the server: a little after each moment at which something is due.
void pass_to(OfficeAtWork& house, std::string_view until) {
    const Instant end = *parse_iso_instant(until);
    for (int moments = 0; moments < 1'000; ++moments) {
        const auto due = house.engine().next_due();
        if (!due || *due > end) break;
        house.at(iso_instant(std::max(*due, house.now())));
        house.pass_time();
        if (house.engine().next_due() && *house.engine().next_due() <= house.now()) break;
    }
    house.at(until);
    house.pass_time();
}

constexpr auto siti = "#SITI RAHAYU#14051990#27112026";

}  // namespace

TEST(Reminder, goes_at_four_in_the_afternoon_before_to_who_asked_for_it_and_once) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    asks_for_a_reminder(house, "6281", siti);
    house.books("6282", on("2026-11-27"));
    pass_to(house, "2026-11-26T15:59:59+07:00");
    EXPECT_THAT(house.sent(), IsEmpty());
    EXPECT_EQ(house.engine().next_due(), *parse_iso_instant("2026-11-26T16:00:00+07:00"));
    pass_to(house, "2026-11-26T16:00:00+07:00");
    const auto sent = house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent[0].to, "6281");
    EXPECT_EQ(
        sent[0].text,
        "template pengingat_h1: | Kantor Imigrasi Jakarta Selatan | "
        "Jumat, 27 November 2026, 08.00 WIB | A-001 | dokumen asli Anda (daftarnya: ketik syarat)"
    );
    EXPECT_THAT(sent[0].payloads, SizeIs(3));
    for (const char* moment : {"2026-11-26T16:00:01+07:00", "2026-11-26T19:00:00+07:00"}) {
        house.restart();
        pass_to(house, moment);
        EXPECT_THAT(house.sent(), IsEmpty());
    }
    pass_to(house, "2026-11-27T23:00:00+07:00");
    EXPECT_THAT(house.sent(), IsEmpty());
}

TEST(Reminder, is_not_sent_for_a_booking_that_was_cancelled_or_moved_away) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    asks_for_a_reminder(house, "6281", siti);
    asks_for_a_reminder(house, "6282", "#BUDI SANTOSO#25011987#27112026");
    const auto booking = [&](const std::string& phone) {
        const auto contact = *house.store().find_contact({UserKey{}, PhoneNumber(phone)});
        return contact->bookings.at(0);
    };
    const auto first = booking("6281");
    const auto second = booking("6282");
    house.ask(engine::CancelBooking{{first.id, *first.people[0].born}});
    house.ask(engine::MoveBooking{{second.id, *second.people[0].born}, on("2026-11-30")});
    pass_to(house, "2026-11-26T16:00:00+07:00");
    EXPECT_THAT(house.sent(), IsEmpty());
    pass_to(house, "2026-11-29T16:00:00+07:00");
    EXPECT_THAT(texts(house.sent()), ElementsAre(HasSubstr("Senin, 30 November 2026")));
}

TEST(Reminder, is_dropped_when_the_booking_changes_before_it_is_sent) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    asks_for_a_reminder(house, "6281", siti);
    const auto contact = *house.store().find_contact({UserKey{}, PhoneNumber("6281")});
    const auto booking = contact->bookings.at(0);
    pass_to(house, "2026-11-26T16:00:00+07:00");
    house.ask(engine::MoveBooking{{booking.id, *booking.people[0].born}, on("2026-11-30")});
    EXPECT_THAT(house.sent(), IsEmpty());
}

TEST(Reminder, after_a_pause_goes_in_the_evening_or_the_next_morning_while_it_helps) {
    struct Row {
        std::string_view awake_at;  // the server was off from Wednesday until then
        std::string_view hour;      // of Friday's booking
        std::size_t reminders;
    };
    constexpr Row rows[] = {
        {"2026-11-26T19:59:00+07:00", "08:00", 1},
        {"2026-11-26T20:00:00+07:00", "08:00", 0},  // quiet hours
        {"2026-11-27T06:59:00+07:00", "09:30", 0},
        {"2026-11-27T07:00:00+07:00", "08:00", 1},
        {"2026-11-27T07:01:00+07:00", "08:00", 0},  // less than an hour before
        {"2026-11-27T07:01:00+07:00", "09:30", 1},
        {"2026-11-27T12:00:00+07:00", "09:30", 0},
        {"2026-12-03T12:00:00+07:00", "08:00", 0},
    };
    for (const Row& row : rows) {
        OfficeAtWork house("2026-11-25T09:00:00+07:00");
        // The day's earlier places are taken by others.
        if (row.hour == "09:30") house.books("6290", on("2026-11-27"), {"A", "B", "C"});
        asks_for_a_reminder(house, "6281", siti);
        pass_to(house, "2026-11-25T17:00:00+07:00");
        house.at(row.awake_at);
        house.restart();
        house.pass_time();
        EXPECT_THAT(house.sent(), SizeIs(row.reminders)) << row.awake_at << " " << row.hour;
    }
}

TEST(Reminder, of_the_day_and_of_the_next_are_made_up_for_together) {
    OfficeAtWork house("2026-11-23T09:00:00+07:00");
    asks_for_a_reminder(house, "6281", siti);
    asks_for_a_reminder(house, "6282", "#BUDI SANTOSO#25011987#30112026");
    pass_to(house, "2026-11-23T17:00:00+07:00");
    house.at("2026-11-29T18:00:00+07:00");  // Sunday; Friday is over
    house.restart();
    house.pass_time();
    EXPECT_THAT(house.sent(), ElementsAre(Field(&Sent::to, "6282")));
}

TEST(Reminder, is_not_sent_to_who_said_stop) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    asks_for_a_reminder(house, "6281", siti);
    house.says("6281", "STOP");
    house.sent();
    pass_to(house, "2026-11-26T16:00:00+07:00");
    EXPECT_THAT(house.sent(), IsEmpty());
}

TEST(Reminder, within_the_window_is_a_note_and_its_buttons_act_on_the_booking) {
    OfficeAtWork house("2026-11-26T09:00:00+07:00");
    asks_for_a_reminder(house, "6281", siti);
    pass_to(house, "2026-11-26T16:00:00+07:00");
    const auto reminder = house.sent();
    ASSERT_THAT(reminder, SizeIs(1));
    EXPECT_FALSE(reminder[0].is_template);
    EXPECT_THAT(reminder[0].text, HasSubstr("Kami ingatkan giliran Anda"));
    house.taps("6281", reminder[0].payloads[0]);
    EXPECT_THAT(texts(house.sent()), ElementsAre(HasSubstr("Terima kasih. Datang 15 menit")));
    house.taps("6281", reminder[0].payloads[2]);
    EXPECT_THAT(texts(house.sent()), ElementsAre(HasSubstr("Batalkan antrean")));
}

TEST(Reminder, is_told_in_the_journal_by_day_and_number) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    asks_for_a_reminder(house, "6281", siti);
    pass_to(house, "2026-11-26T16:00:00+07:00");
    const auto journal = house.store().journal(house.office());
    EXPECT_EQ(journal.back().kind, engine::EventKind::reminders_queued);
    EXPECT_EQ(journal.back().body, R"({"detail":"2026-11-27 1"})");
}

}  // namespace antre::cases
