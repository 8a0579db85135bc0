// The form inside WhatsApp, as far as the engine decides it: the place is held before the summary,
// booked once, and never refused for being late.

#include <gtest/gtest.h>
#include <variant>

#include "engine/town.h"
#include "foundation/text.h"

namespace antre::stories {

namespace {

namespace talk = conversation;
using talk::FormStep;

// One form that was sent to one person, and what its screens say.
class Form {
public:
    Form(Town& town, const std::string& name, std::uint8_t number = 1)
        : town_(town) {
        if (town.contact_of(town.whatsapp_of(name)) == 0) town.tell(name + " says halo");
        filled_.contact = {town.contact_of(town.whatsapp_of(name))};
        filled_.form[0] = 0xF0;
        filled_.form[1] = number;
        filled_.form[2] = static_cast<std::uint8_t>(filled_.contact.value);
    }

    // Sends the step; the screen that comes, or the booking.
    std::string send(FormStep step) {
        filled_.step = step;
        engine::Command command = town_.stamped(filled_, jakarta);
        if (step == FormStep::agreement) command.key = filled_.form;
        const auto answers = town_.engine().handle({&command, 1});
        if (!answers) return "failure";
        const engine::Answer& answer = answers->front();
        const auto* told = std::get_if<engine::FormAnswer>(&answer);
        if (told == nullptr) return town_.describe(answer);
        page_ = told->page;
        filled_.answers = page_.answers;
        return screen() + (page_.error.empty() ? "" : ": " + page_.error);
    }
    std::string asks_for(std::uint8_t count) {
        filled_.answers.service = Service::new_passport;
        filled_.answers.count = count;
        return send(FormStep::party);
    }
    std::string names(const std::string& name, std::int32_t born = 7'000) {
        filled_.answers.people = {{PersonName(name), LocalDate{born}}};
        return send(FormStep::people);
    }
    std::string picks(std::int32_t days_ahead, int hour) {
        filled_.answers.day = local_time(town_.now(), Zone::wib).date + days_ahead;
        filled_.answers.hour = clock_time(hour, 0);
        return send(FormStep::time);
    }
    std::string agrees() { return send(FormStep::agreement); }
    // All steps up to the summary.
    std::string reaches_the_summary(const std::string& name) {
        send(FormStep::opened);
        asks_for(1);
        names(name);
        return picks(0, 8);
    }
    talk::FormPage& page() { return page_; }
    talk::FormAnswers& answers() { return filled_.answers; }

private:
    std::string screen() {
        struct Namer {
            std::string operator()(const talk::PartyScreen&) const { return "party"; }
            std::string operator()(const talk::PeopleScreen&) const { return "people"; }
            std::string operator()(const talk::TimeScreen&) const { return "time"; }
            std::string operator()(const talk::SummaryScreen& shown) const { return shown.number; }
            std::string operator()(const talk::ClosedScreen& shown) const {
                return "closed: " + shown.sentence;
            }
        };
        return std::visit(Namer{}, page_.screen);
    }

    Town& town_;
    engine::FillForm filled_;
    talk::FormPage page_;
};

template <class Screen>
const Screen& shown(Form& form) {
    return std::get<Screen>(form.page().screen);
}

}  // namespace

TEST(Form, goes_from_service_to_ticket_and_sends_one_ticket) {
    Town town;
    Form form(town, "Siti");
    EXPECT_EQ(form.send(FormStep::opened), "party");
    EXPECT_EQ(shown<talk::PartyScreen>(form).services.size(), 2U);
    EXPECT_EQ(shown<talk::PartyScreen>(form).counts.size(), 5U);
    EXPECT_EQ(form.asks_for(1), "people");
    EXPECT_EQ(form.names("Siti Rahayu"), "time");
    EXPECT_EQ(shown<talk::TimeScreen>(form).days.size(), 2U);
    EXPECT_TRUE(shown<talk::TimeScreen>(form).hours.empty());
    EXPECT_EQ(form.picks(0, 8), "Nomor A-001");
    EXPECT_EQ(shown<talk::SummaryScreen>(form).when, "Selasa, 24 November 2026, 08.00 WIB");
    EXPECT_EQ(shown<talk::SummaryScreen>(form).why, "");
    check(town, R"(
        places                                -> A-001
        Budi books                            -> A-002 Tue 08:10 booked
    )");
    EXPECT_EQ(form.agrees(), "A-001 Tue 08:00 booked");
    check(town, R"(
        Siti's messages                       -> reply queued, ticket queued
        journal                               -> office_set held booked booked
    )");
}

TEST(Form, that_is_sent_twice_books_once_and_says_the_same) {
    Town town;
    Form form(town, "Siti");
    EXPECT_EQ(form.reaches_the_summary("Siti Rahayu"), "Nomor A-001");
    EXPECT_EQ(form.agrees(), "A-001 Tue 08:00 booked");
    EXPECT_EQ(form.agrees(), "A-001 Tue 08:00 booked");
    // Opened again, at whatever step, it says what it has done.
    EXPECT_EQ(form.send(FormStep::opened), "A-001 Tue 08:00 booked");
    EXPECT_EQ(form.picks(0, 9), "A-001 Tue 08:00 booked");
    town.restart();
    EXPECT_EQ(form.agrees(), "A-001 Tue 08:00 booked");
    check(town, R"(
        places                                -> A-001
        Siti's messages                       -> reply queued, ticket queued
    )");
}

TEST(Form, that_comes_late_gets_the_same_hour_when_it_is_still_there) {
    Town town;
    Form form(town, "Siti");
    EXPECT_EQ(form.reaches_the_summary("Siti Rahayu"), "Nomor A-001");
    check(town, R"(
        after 6 minutes                       -> done
        places                                -> none
    )");
    EXPECT_EQ(form.agrees(), "A-001 Tue 08:00 booked");
    EXPECT_NE(town.told_to("Siti").find("masa tahannya"), std::string::npos);
}

TEST(Form, that_comes_late_gets_the_next_place_and_says_so) {
    Town town;
    Form form(town, "Siti");
    EXPECT_EQ(form.reaches_the_summary("Siti Rahayu"), "Nomor A-001");
    check(town, R"(
        after 6 minutes                       -> done
        Budi books                            -> A-001 Tue 08:00 booked
    )");
    EXPECT_EQ(form.agrees(), "A-002 Tue 08:10 booked");
    EXPECT_NE(town.told_to("Siti").find("masa tahannya"), std::string::npos);
    EXPECT_EQ(form.agrees(), "A-002 Tue 08:10 booked");
}

TEST(Form, another_time_gives_the_first_place_back) {
    Town town;
    Form form(town, "Siti");
    EXPECT_EQ(form.reaches_the_summary("Siti Rahayu"), "Nomor A-001");
    EXPECT_EQ(form.picks(0, 9), "Nomor B-001");
    check(town, R"(
        places                                -> B-001
    )");
    EXPECT_EQ(form.agrees(), "B-001 Tue 09:00 booked");
}

TEST(Form, a_full_hour_is_answered_by_the_next_place_with_its_reason) {
    Town town;
    check(town, R"(
        Budi books for 5 08:00                -> A-001+A-002+A-003+A-004+A-005 Tue 08:00 booked
        Dewi books 08:00                      -> A-006 Tue 08:50 booked
    )");
    Form form(town, "Siti");
    EXPECT_EQ(form.reaches_the_summary("Siti Rahayu"), "Nomor B-001");
    EXPECT_NE(shown<talk::SummaryScreen>(form).why, "");
}

TEST(Form, shows_only_hours_that_have_room) {
    Town town;
    check(town, R"(
        Budi books for 5 08:00                -> A-001+A-002+A-003+A-004+A-005 Tue 08:00 booked
        Dewi books 08:00                      -> A-006 Tue 08:50 booked
    )");
    Form form(town, "Siti");
    form.send(FormStep::opened);
    form.asks_for(1);
    form.names("Siti Rahayu");
    form.answers().day = local_time(town.now(), Zone::wib).date;
    EXPECT_EQ(form.send(FormStep::day), "time");
    const auto& hours = shown<talk::TimeScreen>(form).hours;
    ASSERT_EQ(hours.size(), 1U);
    EXPECT_EQ(hours.front().id, "09:00");
}

TEST(Form, asks_again_for_what_is_wrong) {
    Town town;
    Form form(town, "Siti");
    form.send(FormStep::opened);
    EXPECT_TRUE(form.asks_for(0).starts_with("party: "));
    EXPECT_TRUE(form.asks_for(6).starts_with("party: "));
    EXPECT_EQ(form.asks_for(1), "people");
    EXPECT_EQ(form.names(""), "people: Nama pemohon 1: tulis dengan huruf, tanpa angka.");
    EXPECT_EQ(
        form.names("3171234567890001"), "people: Nama pemohon 1: tulis dengan huruf, tanpa angka."
    );
    EXPECT_EQ(form.names("Siti", 99'999), "people: Tanggal lahir pemohon 1 belum benar.");
    EXPECT_EQ(form.names("Siti Rahayu"), "time");
    EXPECT_EQ(form.send(FormStep::time), "time: Pilih hari dan jam datang dahulu.");
    EXPECT_EQ(form.send(FormStep::agreement), "time: Pilih hari dan jam datang dahulu.");
    EXPECT_EQ(form.picks(0, 8), "Nomor A-001") << "what was wrong has not used the form up";
}

TEST(Form, a_family_gets_neighbouring_places) {
    Town town;
    Form form(town, "Siti");
    form.send(FormStep::opened);
    EXPECT_EQ(form.asks_for(2), "people");
    form.answers().people = {
        {PersonName("Siti"), LocalDate{7'000}}, {PersonName("siti"), LocalDate{7'000}}};
    EXPECT_EQ(form.send(FormStep::people), "people: Pemohon 2 tertulis dua kali.");
    form.answers().people[1].name = PersonName("Ani");
    EXPECT_EQ(form.send(FormStep::people), "time");
    EXPECT_EQ(form.picks(0, 8), "Nomor A-001 - A-002");
    EXPECT_EQ(form.agrees(), "A-001+A-002 Tue 08:00 booked");
}

TEST(Form, somebody_booked_already_is_told_before_a_place_is_held) {
    Town town;
    Form first(town, "Siti");
    first.reaches_the_summary("Siti Rahayu");
    EXPECT_EQ(first.agrees(), "A-001 Tue 08:00 booked");
    Form second(town, "Siti", 2);
    second.send(FormStep::opened);
    second.asks_for(1);
    EXPECT_TRUE(second.names("SITI RAHAYU").starts_with("people: Orang dengan nama"));
    check(town, R"(
        places                                -> A-001
    )");
}

TEST(Form, a_stranger_s_hold_is_not_taken) {
    Town town;
    Form siti(town, "Siti");
    EXPECT_EQ(siti.reaches_the_summary("Siti Rahayu"), "Nomor A-001");
    Form budi(town, "Budi");
    EXPECT_EQ(budi.reaches_the_summary("Budi Santoso"), "Nomor A-002");
    budi.answers().hold = siti.answers().hold;
    budi.answers().hour = clock_time(8, 0);
    EXPECT_EQ(budi.agrees(), "A-002 Tue 08:10 booked");
    EXPECT_EQ(siti.agrees(), "A-001 Tue 08:00 booked");
}

TEST(Form, is_offered_in_the_talk_while_the_office_has_one) {
    Town town;
    const auto offered = [&town](const std::string& name) {
        town.tell(name + " says daftar");
        return town.told_to(name).find("tombol di bawah") != std::string::npos;
    };
    EXPECT_FALSE(offered("Siti"));
    const auto change = [&town](talk::FormOffer form) {
        town.handle(town.engine(), {town.stamped(engine::SwitchForm{form}, jakarta)});
    };
    change(talk::FormOffer::open);
    EXPECT_TRUE(offered("Budi"));
    change(talk::FormOffer::none);
    EXPECT_FALSE(offered("Dewi"));
}

TEST(Form, whose_message_comes_back_is_not_answered_a_second_time) {
    Town town;
    Form form(town, "Siti");
    form.reaches_the_summary("Siti Rahayu");
    form.agrees();
    const engine::Hear back{town.whatsapp_of("Siti"), engine::FormHeard{}};
    EXPECT_EQ(
        town.handle(town.engine(), {town.stamped(back, jakarta)}), std::vector<std::string>{"done"}
    );
    EXPECT_EQ(town.messages_of("Siti"), "reply queued, ticket queued");
}

}  // namespace antre::stories
