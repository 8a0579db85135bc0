#include <gtest/gtest.h>
#include <set>

#include "scheduling/allocation.h"
#include "scheduling/testing/office_text.h"

namespace antre::scheduling {

namespace {

using testing::clock;
using testing::day;
using testing::lines_of;
using testing::office_of;
using testing::usual_office;
using testing::words_of;

std::string text_of(const Result<Offer, Refusal>& found) {
    if (!found) return std::string(name_of(found.error()));
    const Placement& placement = found->placement;
    std::string text = iso_date(placement.day) + " " + iso_time(placement.window);
    for (const PlaceNumber number : placement.numbers)
        text += " " + label_of(number);
    return text + " " + std::string(name_of(found->match));
}

// "find [N people] [priority|walk_in] [on DAY] [till DAY] [from TIME] [to TIME]"
Wish wish_in(const std::vector<std::string>& words) {
    Wish wish;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i] == "people") wish.party = static_cast<std::uint8_t>(std::stoi(words[i - 1]));
        if (words[i] == "priority") wish.audience = Audience::priority;
        if (words[i] == "walk_in") wish.audience = Audience::walk_in;
        if (words[i] == "on") wish.date = day(words[++i]);
        if (words[i] == "till") wish.date_to = day(words[++i]);
        if (words[i] == "from") wish.time = clock(words[++i]);
        if (words[i] == "to") wish.time_to = clock(words[++i]);
    }
    return wish;
}

// One office's calendar, told line by line:
//     now  DAY TIME            no window may begin before
//     full DAY[..DAY]          every place of the day(s) is held
//     take|free DAY A-001[..A-016] ...
//     find WISH -> what must come out
class Story {
public:
    Story(std::string_view office, std::string_view first_day)
        : office_(office_of(office))
        , calendar_(office_, office_.pools.front(), day(first_day))
        , now_{day(first_day), clock("07:00")} {}

    void tell(std::string_view lines) {
        for (const std::string_view line : lines_of(lines))
            tell_line(line);
    }

private:
    void tell_line(std::string_view line) {
        const std::vector<std::string> words = words_of(line);
        if (words[0] == "now") {
            now_ = {day(words[1]), clock(words[2])};
        } else if (words[0] == "full") {
            fill(words[1]);
        } else if (words[0] == "take" || words[0] == "free") {
            for (std::size_t i = 2; i < words.size(); ++i)
                change(words[0], day(words[1]), words[i]);
        } else {
            const std::size_t arrow = line.find("->");
            ASSERT_TRUE(words[0] == "find" && arrow != std::string_view::npos) << line;
            const Wish wish = wish_in(words_of(line.substr(0, arrow)));
            const std::string outcome = text_of(find_place(calendar_, wish, now_));
            EXPECT_EQ(outcome, trim(line.substr(arrow + 2))) << line;
        }
    }

    void fill(const std::string& days) {
        const LocalDate last = day(days.size() > 10 ? days.substr(12) : days);
        for (LocalDate each = day(days.substr(0, 10)); each <= last; each = each + 1) {
            const DayPlan& plan = calendar_.plan_on(each);
            for (std::uint16_t at = 0; at < plan.places(); ++at)
                calendar_.take(each, number_at(plan, at));
        }
    }

    void change(const std::string& verb, LocalDate date, const std::string& labels) {
        const auto first = number_labelled(labels.substr(0, 5));
        const auto last = number_labelled(labels.size() > 5 ? labels.substr(7) : labels);
        ASSERT_TRUE(first && last) << labels;
        for (PlaceNumber number = *first; number <= *last; ++number.running) {
            const bool was_done =
                verb == "take" ? calendar_.take(date, number) : calendar_.release(date, number);
            EXPECT_TRUE(was_done) << verb << " " << label_of(number);
        }
    }

    Office office_;
    PoolCalendar calendar_;
    LocalTime now_;
};

void check_story(std::string_view office, std::string_view first_day, std::string_view lines) {
    Story(office, first_day).tell(lines);
}

}  // namespace

TEST(FindPlace, an_empty_wish_means_the_earliest) {
    check_story(usual_office, "2026-11-23", R"(
        find -> 2026-11-23 08:00 A-001 as_wished
        take 2026-11-23 A-001..A-016
        find -> 2026-11-23 08:20 A-017 as_wished
        free 2026-11-23 A-007
        find -> 2026-11-23 08:00 A-007 as_wished
    )");
}

TEST(FindPlace, no_window_begins_before_it_may) {
    check_story(usual_office, "2026-11-23", R"(
        now  2026-11-23 08:20
        find -> 2026-11-23 08:20 A-017 as_wished
        now  2026-11-23 08:21
        find -> 2026-11-23 08:30 A-026 as_wished
        find on 2026-11-23 from 08:00 to 08:30 -> 2026-11-23 08:30 A-026 later_that_day
        now  2026-11-23 14:51
        find -> 2026-11-24 08:00 A-001 as_wished
        find on 2026-11-23 -> 2026-11-24 08:00 A-001 other_day
        find on 2026-11-20 -> 2026-11-24 08:00 A-001 other_day
    )");
}

TEST(FindPlace, a_wished_day_and_hour_is_honoured) {
    check_story(usual_office, "2026-11-23", R"(
        find on 2026-11-26                         -> 2026-11-26 08:00 A-001 as_wished
        find on 2026-11-26 from 09:20              -> 2026-11-26 09:20 B-017 as_wished
        find on 2026-11-26 from 09:20 to 09:30     -> 2026-11-26 09:20 B-017 as_wished
        find on 2026-11-26 to 10:00                -> 2026-11-26 08:00 A-001 as_wished
        find from 13:00                            -> 2026-11-23 13:00 E-001 as_wished
    )");
}

TEST(FindPlace, later_that_day_comes_before_earlier_and_earlier_before_another_day) {
    check_story(usual_office, "2026-11-23", R"(
        take 2026-11-24 B-001..B-050
        find on 2026-11-24 from 09:00 to 10:00 -> 2026-11-24 10:00 C-001 later_that_day
        take 2026-11-24 C-001..C-050 D-001..D-050 E-001..E-050 F-001..F-050
        find on 2026-11-24 from 09:00 to 10:00 -> 2026-11-24 08:50 A-050 earlier_that_day
        find on 2026-11-24 from 09:00          -> 2026-11-24 08:50 A-050 earlier_that_day
        take 2026-11-24 A-001..A-050
        find on 2026-11-24 from 09:00 to 10:00 -> 2026-11-25 09:00 B-001 other_day
    )");
}

TEST(FindPlace, the_day_of_a_range_that_has_the_hour_comes_first) {
    check_story(usual_office, "2026-11-23", R"(
        take 2026-11-24 B-001..B-050
        find on 2026-11-24 till 2026-11-26 from 09:00 to 10:00 -> 2026-11-25 09:00 B-001 as_wished
        take 2026-11-25 B-001..B-050
        take 2026-11-26 B-001..B-050
    find on 2026-11-24 till 2026-11-26 from 09:00 to 09:50 -> 2026-11-24 10:00 C-001 later_that_day
        full 2026-11-24..2026-11-26
        find on 2026-11-24 till 2026-11-26 from 09:00 to 10:00 -> 2026-11-27 09:00 B-001 other_day
        find on 2026-11-20 till 2026-11-24                     -> 2026-11-23 08:00 A-001 as_wished
    )");
}

TEST(FindPlace, a_window_is_met_to_the_minute_within_the_range) {
    check_story(usual_office, "2026-11-23", R"(
        take 2026-11-24 B-026..B-033
        find on 2026-11-24 till 2026-11-25 from 09:30 to 09:40 -> 2026-11-25 09:30 B-026 as_wished
    find on 2026-11-24 from 09:30 to 09:40                 -> 2026-11-24 09:40 B-034 later_that_day
    )");
}

TEST(FindPlace, a_closed_or_full_day_rolls_over_weekend_and_holiday) {
    constexpr std::string_view office = R"(
        pool regular A 50/h 10min
          mon-thu 08:00-12:00 13:00-15:00
          fri     08:00-11:30 13:00-15:00
        closed 2026-12-24 Cuti bersama Natal
        closed 2026-12-25 Hari Raya Natal
    )";
    check_story(office, "2026-11-23", R"(
        find on 2026-11-28 -> 2026-11-30 08:00 A-001 other_day
        full 2026-11-27
        find on 2026-11-27 -> 2026-11-30 08:00 A-001 other_day
        full 2026-12-23
        find on 2026-12-23 from 10:10 -> 2026-12-28 10:10 C-009 other_day
    )");
}

TEST(FindPlace, a_full_fortnight_still_gets_a_place) {
    check_story(usual_office, "2026-11-23", R"(
        full 2026-11-23..2026-12-06
        find                          -> 2026-12-07 08:00 A-001 as_wished
        find 5 people on 2026-11-25   -> 2026-12-07 08:00 A-001 A-002 A-003 A-004 A-005 other_day
        find on 2026-11-25 from 14:00 -> 2026-12-07 14:00 F-001 other_day
    )");
}

TEST(FindPlace, the_year_end_and_the_leap_day_are_days_like_others) {
    check_story(usual_office, "2027-12-28", R"(
        full 2027-12-28..2027-12-31
        find               -> 2028-01-03 08:00 A-001 as_wished
        find on 2028-02-29 -> 2028-02-29 08:00 A-001 as_wished
        full 2028-02-29
        find on 2028-02-29 -> 2028-03-01 08:00 A-001 other_day
    )");
}

TEST(FindPlace, the_wished_hour_is_worth_a_week_and_no_more) {
    // Only Wednesdays have an afternoon.
    constexpr std::string_view office = R"(
        pool regular A 10/h 10min
          mon-fri 08:00-12:00
          wed     13:00-15:00
    )";
    check_story(office, "2026-11-23", R"(
        full 2026-11-24
        find on 2026-11-24 from 13:30 to 13:40 -> 2026-11-25 13:30 E-006 other_day
        full 2026-11-25
        find on 2026-11-25 from 13:00 to 14:00 -> 2026-12-02 13:00 E-001 other_day
        find on 2026-11-24 from 13:00          -> 2026-12-02 13:00 E-001 other_day
        full 2026-12-02
        find on 2026-11-25 from 13:00          -> 2026-11-26 11:50 D-010 other_day
        find from 13:00 to 15:00               -> 2026-11-23 11:50 D-010 earlier_that_day
        find from 12:00 to 12:30               -> 2026-11-23 11:50 D-010 earlier_that_day
        find from 07:00 to 08:00               -> 2026-11-23 08:00 A-001 later_that_day
    )");
}

TEST(FindPlace, on_another_day_the_whole_clock_hour_is_as_good_as_the_minute) {
    check_story(usual_office, "2026-11-23", R"(
        full 2026-11-24
        take 2026-11-25 B-017..B-025
        find on 2026-11-24 from 09:20 to 09:30 -> 2026-11-25 09:00 B-001 other_day
        find on 2026-11-24 from 09:20          -> 2026-11-25 09:30 B-026 other_day
    )");
}

TEST(FindPlace, a_family_gets_neighbours_and_never_across_a_break) {
    check_story(usual_office, "2026-11-23", R"(
        take 2026-11-23 A-003 A-006 A-010 A-015
        find 2 people -> 2026-11-23 08:00 A-001 A-002 as_wished
        find 3 people -> 2026-11-23 08:00 A-007 A-008 A-009 as_wished
        find 4 people -> 2026-11-23 08:10 A-011 A-012 A-013 A-014 as_wished
        find 5 people -> 2026-11-23 08:10 A-016 A-017 A-018 A-019 A-020 as_wished
        take 2026-11-24 A-001..A-049 B-003..B-050 C-001..C-050 D-001..D-048
        find 3 people on 2026-11-24 -> 2026-11-24 08:50 A-050 B-001 B-002 as_wished
        take 2026-11-24 B-001
        find 2 people on 2026-11-24 -> 2026-11-24 11:50 D-049 D-050 as_wished
        find 3 people on 2026-11-24 -> 2026-11-24 13:00 E-001 E-002 E-003 as_wished
        take 2026-11-24 E-001..E-050 F-001..F-050
        find 3 people on 2026-11-24 -> 2026-11-25 08:00 A-001 A-002 A-003 other_day
    )");
}

TEST(FindPlace, places_kept_for_others_do_not_part_a_family) {
    constexpr std::string_view office = R"(
        pool regular A 10/h 60min walk_in 20% priority 20%
          mon-fri 08:00-10:00
    )";
    // Kept places are 3, 5, 8 and 10 of each hour: priority, walk-in, priority, walk-in.
    check_story(office, "2026-11-23", R"(
        find 5 people          -> 2026-11-23 08:00 A-001 A-002 A-004 A-006 A-007 as_wished
        find 3 people priority -> 2026-11-23 08:00 A-001 A-002 A-003 as_wished
        find 1 people walk_in  -> 2026-11-23 08:00 A-005 as_wished
        find 3 people walk_in  -> 2026-11-23 08:00 A-005 A-010 B-005 as_wished
        take 2026-11-23 A-001 A-002 A-004 A-006 A-007 A-009
        find                   -> 2026-11-23 09:00 B-001 as_wished
        find priority          -> 2026-11-23 08:00 A-003 as_wished
        find 2 people priority -> 2026-11-23 09:00 B-001 B-002 as_wished
        take 2026-11-23 A-005 A-010 B-005 B-010
        find walk_in           -> 2026-11-24 08:00 A-005 as_wished
    )");
}

TEST(FindPlace, beyond_the_horizon_the_nearest_day_before_is_given) {
    check_story("pool regular A 2/h 60min\n mon-fri 08:00-09:00", "2026-11-23", R"(
        find on 2028-06-01            -> 2027-12-28 08:00 A-001 other_day
        full 2027-12-20..2027-12-28
        find on 2027-12-27 from 08:00 -> 2027-12-17 08:00 A-001 other_day
    )");
}

TEST(FindPlace, horizon_full_is_said_only_when_no_place_is_left) {
    check_story("pool regular A 2/h 60min\n mon-fri 08:00-09:00", "2026-11-23", R"(
        full 2026-11-23..2027-12-27
        find               -> 2027-12-28 08:00 A-001 as_wished
        find on 2026-11-24 -> 2027-12-28 08:00 A-001 other_day
        full 2027-12-28
        find               -> horizon_full
        find on 2026-11-24 -> horizon_full
        find 2 people from 08:00 to 09:00 -> horizon_full
        free 2026-11-24 A-002
        find on 2027-11-24 -> 2026-11-24 08:00 A-002 other_day
        find 2 people      -> horizon_full
        now  2026-11-25 07:00
        find on 2027-11-24 -> horizon_full
    )");
}

TEST(FindPlace, a_special_saturday_is_a_day_to_come) {
    check_story(
        "pool regular A 50/h 10min\n mon-fri 08:00-12:00\n special 2026-11-28 09:00-11:00 12/h",
        "2026-11-23",
        R"(
        full 2026-11-27
        find on 2026-11-27            -> 2026-11-28 09:00 A-001 other_day
        find on 2026-11-28 from 10:00 -> 2026-11-28 10:00 B-001 as_wished
    )"
    );
}

TEST(Refusal, every_reason_has_a_name_of_its_own) {
    std::set<std::string_view> names;
    for (const Refusal refusal :
         {Refusal::office_not_open,
          Refusal::service_not_offered,
          Refusal::party_too_large,
          Refusal::person_already_booked,
          Refusal::horizon_full,
          Refusal::booking_unknown,
          Refusal::booking_ended,
          Refusal::too_late_to_change,
          Refusal::moves_exhausted,
          Refusal::hold_expired,
          Refusal::place_taken}) {
        names.insert(name_of(refusal));
    }
    EXPECT_EQ(names.size(), 11u);
    EXPECT_FALSE(names.contains(""));
}

}  // namespace antre::scheduling
