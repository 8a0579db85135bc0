#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "conversation/dialog.h"
#include "conversation/limits.h"
#include "conversation/payload.h"
#include "conversation/sendable.h"
#include "conversation/small_office.h"
#include "conversation/transcript.h"
#include "foundation/text.h"

// The dialogues are files that a clerk can read, src/conversation/dialogues/*.txt. NAME.txt is in
// Indonesian, NAME_english.txt the same course of events in English; both begin with
// "# chapter: title" and a line about what they show, for docs/transcripts.md, which
// tools/transcripts.mjs makes:
//
//   # a remark                     now 2026-11-26T08:00:00+07:00    the clock is set
//   P: halo                        what the person types ("⏎" is a new line)
//   P: [Ambil jadwal ini]          what the person taps
//   P: <voice>, P: <location>      what we cannot read
//   B: ...                         what we answer, buttons and rows below
//   full 2026-11-25                others fill that day
//   frees 2026-11-25 09:40         somebody gives up a place of that day
//   neighbour, neighbour depok     an office nearby has room
//   taken                          somebody takes the earliest place
//   gone 2026-11-30 09:10          others take all that is left of that window
//   close 2026-11-27 banjir        the office closes that day and moves its people
//   answer Silakan datang          an officer answers what was written
//   passport paid                  the first person's: paid, ready, recalled, lapsed, collected
//   elsewhere                      they have a booking at the office nearby, too
//   silent                         their number was silent so long that it may be another's now
//   erased                         the moment of the erasure they asked for has come
//   remind                         who asked for it is reminded of tomorrow
//   budget 3 in 3 out              at most so many messages since the last budget
//
// The person's lines are played; the whole file must come out again.

namespace antre::conversation {

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
    return text;
}

scheduling::Booking a_booking_elsewhere() {
    scheduling::Booking booking;
    booking.id = BookingId{12'345};
    booking.office = east_jakarta().id;
    booking.status = scheduling::BookingStatus::booked;
    booking.placement = {PoolId{1}, *date_of({2026, 12, 1}), clock_time(9, 0), {{'B', 4}}};
    booking.people = {{PersonId{9}, PersonName("Budi Santoso"), date_of({1987, 1, 25})}};
    return booking;
}

// Plays one file; gives it back as it should have been written.
class Play {
public:
    void line(const std::string& line) {
        if (line.starts_with("B:") || line.starts_with("   ")) return;
        out_ += line + "\n";
        if (line.starts_with("P: ")) return person(line.substr(3));
        std::istringstream words(line);
        std::string verb;
        std::string value;
        words >> verb >> value;
        if (verb == "now") office_.at(*parse_iso_instant(value));
        if (verb == "full") office_.fill_day(*parse_iso_date(value));
        if (verb == "taken") office_.take_next();
        if (verb == "neighbour") office_.add_other(value == "depok" ? depok() : east_jakarta());
        if (verb == "elsewhere") office_.add_elsewhere(&east_jakarta(), a_booking_elsewhere());
        if (verb == "silent") office_.fall_silent();
        if (verb == "erased") office_.pass_erasure();
        if (verb == "gone") {
            std::string window;
            words >> window;
            office_.fill_window(*parse_iso_date(value), *parse_iso_time(window));
        }
        if (verb == "frees") {
            std::string window;
            words >> window;
            write(office_.free(*parse_iso_date(value), *parse_iso_time(window)));
        }
        if (verb == "budget") budget(line);
        if (verb == "answer") write(office_.answer(line.substr(verb.size() + 1)));
        if (verb == "passport") write(office_.passport(value));
        if (verb == "remind") write(office_.remind());
        if (verb == "close") {
            std::string reason;
            std::getline(words >> std::ws, reason);
            write(office_.close(*parse_iso_date(value), reason));
        }
    }
    [[nodiscard]] const std::string& written_out() const { return out_; }

private:
    void person(const std::string& what) {
        std::vector<Reply> replies;
        if (what.starts_with("[") && what.ends_with("]")) {
            replies = office_.tap(what.substr(1, what.size() - 2));
        } else if (what == "<voice>") {
            replies = office_.hear(Received{Unreadable::voice});
        } else if (what == "<location>") {
            replies = office_.hear(SharedLocation{-6'200'000, 106'800'000});
        } else {
            replies = office_.say(replaced(what, " ⏎ ", "\n"));
        }
        EXPECT_LE(replies.size(), replies_max);
        write(replies);
    }

    void write(const std::vector<Reply>& replies) {
        for (const Reply& reply : replies) {
            expect_sendable(reply);
            out_ += written(reply.content);
        }
    }

    void budget(const std::string& line) {
        std::istringstream words(line);
        std::string word;
        std::size_t in = 0;
        std::size_t out = 0;
        words >> word >> in >> word >> out;
        EXPECT_LE(office_.heard_count() - heard_, in) << line;
        EXPECT_LE(office_.reply_count() - replied_, out) << line;
        heard_ = office_.heard_count();
        replied_ = office_.reply_count();
    }

    SmallOffice office_;
    std::string out_;
    std::size_t heard_ = 0;
    std::size_t replied_ = 0;
};

class Dialogue : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Dialogue, goes_as_written) {
    std::ifstream file(GetParam());
    std::string text;
    Play play;
    for (std::string line; std::getline(file, line);) {
        text += line + "\n";
        play.line(line);
    }
    // What was heard instead lies in the build folder, to be read and compared.
    const std::filesystem::path heard =
        std::filesystem::path(ANTRE_BINARY_DIR) / "dialogues" / GetParam().filename();
    std::filesystem::create_directories(heard.parent_path());
    std::ofstream(heard) << play.written_out();
    EXPECT_EQ(play.written_out(), text) << "as heard: " << heard;
}

std::vector<std::filesystem::path> dialogues() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry :
         std::filesystem::directory_iterator(ANTRE_SOURCE_DIR "/src/conversation/dialogues")) {
        found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

// What a file says about itself, and what happens in it besides talking. Reasons and answers are
// said in each language, and a greeting more may be needed to change the language.
struct Course {
    std::vector<std::string> head;
    std::vector<std::string> events;
    std::set<std::string> budgets;
};

Course course_of(const std::filesystem::path& path) {
    Course course;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("P:") || line.starts_with("B:") || line.starts_with("   ")) continue;
        std::istringstream words(line);
        std::string verb;
        std::string value;
        words >> verb >> value;
        if (verb == "#") {
            course.head.push_back(line);
        } else if (verb == "budget") {
            course.budgets.insert(line);
        } else if (verb == "close") {
            course.events.push_back(verb + " " + value);
        } else {
            course.events.push_back(verb == "answer" ? verb : line);
        }
    }
    return course;
}

TEST(Dialogues, take_the_same_course_in_both_languages) {
    constexpr std::string_view ending = "_english";
    for (const std::filesystem::path& path : dialogues()) {
        const std::string name = path.stem().string();
        const bool is_english = name.ends_with(ending);
        const std::string other =
            is_english ? name.substr(0, name.size() - ending.size()) : name + std::string(ending);
        const std::filesystem::path twin = path.parent_path() / (other + ".txt");
        ASSERT_TRUE(std::filesystem::exists(twin)) << name << " has no counterpart " << twin;
        const Course here = course_of(path);
        const Course there = course_of(twin);
        EXPECT_EQ(here.head.size(), 2u) << name << ": a title, and a line about what it shows";
        EXPECT_EQ(here.head, there.head) << name;
        EXPECT_EQ(here.events, there.events) << name;
        if (is_english) continue;
        for (const std::string& budget : here.budgets)
            EXPECT_TRUE(there.budgets.contains(budget)) << other << " lacks " << budget;
    }
}

INSTANTIATE_TEST_SUITE_P(All, Dialogue, testing::ValuesIn(dialogues()), [](const auto& param) {
    return param.param.stem().string();
});

}  // namespace

}  // namespace antre::conversation
