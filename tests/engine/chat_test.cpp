// What people write, as far as it could harm: texts that look like commands of the machine, codes
// of other people, taps that are old or forged, days that turn over between two messages.

#include <gtest/gtest.h>

#include "engine/town.h"
#include "scheduling/booking.h"

namespace antre::stories {

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string code_of(Town& town, const std::string& name) {
    const auto found = town.store().inside().find_contact(town.whatsapp_of(name));
    return scheduling::code_of((*found)->bookings.front().id);
}

std::string without(std::string text, const std::string& part) {
    const std::size_t at = text.find(part);
    return at == std::string::npos ? text : text.erase(at, part.size());
}

}  // namespace

TEST(Chat, a_name_that_looks_like_a_placeholder_stays_what_it_is) {
    for (const char* name : {"{code}", "{{1}} Siti", "Siti {number}"}) {
        Town town;
        town.tell(std::string("Siti says #") + name + "#14051990#24112026");
        const std::string told = town.told_to("Siti");
        if (town.booking_of("Siti") != "A-001 Tue 08:00 booked") continue;  // asked again: no name
        EXPECT_FALSE(contains(told, "Nama: " + code_of(town, "Siti"))) << told;
        EXPECT_FALSE(contains(told, "Siti A-001")) << told;
    }
}

TEST(Chat, tomorrow_is_told_by_the_office_and_not_by_the_server) {
    const char* const wish = "says daftar paspor baru besok, Siti Rahayu, 14-05-1990";
    struct Line {
        const char* at;
        const char* office;
        const char* booked;  // Wednesday is open, Thursday is not
    };
    // Denpasar is an hour ahead of Jakarta.
    for (const Line& line :
         {Line{"at 22:59", "", "A-001 Wed 08:00 booked"},
          Line{"at 23:59", "", "A-001 Wed 08:00 booked"},
          Line{"at 22:59", " in denpasar", "A-001 Wed 08:00 booked"},
          Line{"at 23:00", " in denpasar", "none"}}) {
        Town town;
        town.beside(line.at);
        engine::Command said = town.command(std::string("Siti ") + wish);
        if (line.office[0] != '\0') said.office = denpasar;
        town.handle(town.engine(), {said});
        const std::string booking = town.booking_of("Siti");
        if (std::string(line.booked) == "none") {
            EXPECT_FALSE(contains(booking, "booked")) << line.at << line.office << ": " << booking;
        } else {
            EXPECT_EQ(booking, line.booked) << line.at << line.office;
        }
    }
}

TEST(Chat, a_national_id_is_not_kept_anywhere) {
    Town town;
    const std::string nik = "3174051405900001";
    town.tell("Siti says daftar paspor baru, Siti Rahayu, NIK " + nik + ", 14-05-1990");
    EXPECT_FALSE(contains(town.told_to("Siti"), nik));
    const auto found = town.store().inside().find_contact(town.whatsapp_of("Siti"));
    for (const engine::OfficeTalk& talk : (*found)->talks) {
        for (const conversation::PersonEntry& person : talk.talk.draft.people)
            EXPECT_FALSE(contains(person.name.reveal(), nik));
        for (const std::string& shown : talk.talk.shown_titles)
            EXPECT_FALSE(contains(shown, nik));
    }
    for (const storage::JournalRow& row : town.store().inside().journal(jakarta))
        EXPECT_FALSE(contains(row.body, nik));
}

TEST(Chat, a_code_of_somebody_else_is_answered_like_one_that_does_not_exist) {
    Town town;
    town.tell("Siti says #SITI RAHAYU#14051990#24112026");
    const std::string foreign = code_of(town, "Siti");
    const std::string unknown = foreign == "7F3K9Q" ? "7F3K9P" : "7F3K9Q";
    town.tell("Budi says #BATAL#" + foreign);
    const std::string told_of_foreign = without(town.told_to("Budi"), foreign);
    town.tell("Budi says #BATAL#" + unknown);
    EXPECT_EQ(told_of_foreign, without(town.told_to("Budi"), unknown));
    EXPECT_FALSE(contains(told_of_foreign, "Siti"));
    EXPECT_EQ(town.booking_of("Siti"), "A-001 Tue 08:00 booked");
    town.tell("Siti says #BATAL#" + foreign);
    EXPECT_EQ(town.booking_of("Siti"), "A-001 Tue 08:00 cancelled");
}

TEST(Chat, a_button_of_another_persons_message_changes_nothing_of_theirs) {
    Town town;
    check(town, R"(
        Siti says #SITI RAHAYU#14051990#24112026      -> done
        Siti says gak jadi                            -> done
    )");
    engine::Command tap = town.command("Siti taps Ya, batalkan");
    std::get<engine::Hear>(tap.body).who = town.whatsapp_of("Budi");
    EXPECT_EQ(town.handle(town.engine(), {tap}).front(), "done");
    check(town, R"(
        Siti's booking                                -> A-001 Tue 08:00 booked
        Siti taps Ya, batalkan                        -> done
        Siti's booking                                -> A-001 Tue 08:00 cancelled
        Siti taps Ya, batalkan                        -> done
        journal                                       -> office_set booked cancelled
    )");
}

TEST(Chat, one_person_with_two_phones_shows_neither_what_the_other_holds) {
    Town town;
    check(town, R"(
        Siti says #SITI RAHAYU#14051990#24112026      -> done
        Dua says #SITI RAHAYU#14051990#24112026       -> done
        places                                        -> A-001 A-002
        Dua says antrean saya                         -> done
    )");
    EXPECT_TRUE(contains(town.told_to("Dua"), "A-002")) << town.told_to("Dua");
    EXPECT_FALSE(contains(town.told_to("Dua"), "A-001")) << town.told_to("Dua");
}

TEST(Chat, an_answer_goes_while_its_window_is_open_and_not_after) {
    check(R"(
        Siti says halo                -> done
        after 22 hours                -> done
        send                          -> Siti reply
    )");
    check(R"(
        Siti says halo                -> done
        after 1439 minutes            -> done
        send                          -> none
        Siti's messages               -> reply dropped
    )");
}

}  // namespace antre::stories
