#include <gtest/gtest.h>
#include <set>

#include "scheduling/booking.h"
#include "scheduling/passport_case.h"

namespace antre::scheduling {

namespace {

LocalDate day(std::string_view text) {
    return *parse_iso_date(text);
}

Office office_with_holidays(std::initializer_list<std::string_view> closed) {
    Office office;
    for (const std::string_view each : closed) {
        DayException exception;
        exception.date = day(each);
        set_exception(office, exception);
    }
    return office;
}

}  // namespace

TEST(PassportCase, goes_only_along_the_edges_of_its_table) {
    using enum CaseState;
    const std::set<std::pair<CaseState, CaseState>> legal{
        {accepted, in_production},
        {accepted, deferred},
        {accepted, refused},
        {accepted, cancelled},
        {deferred, accepted},
        {deferred, refused},
        {deferred, cancelled},
        {in_production, ready},
        {in_production, refused},
        {in_production, cancelled},
        {ready, collected},
        {ready, cancelled}};
    for (const CaseState from :
         {accepted, deferred, refused, in_production, ready, collected, cancelled}) {
        bool leads_on = false;
        for (const CaseState to :
             {accepted, deferred, refused, in_production, ready, collected, cancelled}) {
            EXPECT_EQ(may_become(from, to), legal.contains({from, to}))
                << name_of(from) << " -> " << name_of(to);
            leads_on = leads_on || may_become(from, to);
        }
        EXPECT_EQ(is_over(from), !leads_on) << name_of(from);
        EXPECT_EQ(case_state_named(name_of(from)), from);
    }
    EXPECT_FALSE(case_state_named("gone"));
}

TEST(PassportCase, is_named_by_the_code_of_the_booking_and_the_person) {
    const BookingId booking = *booking_coded("7F3K9Q");
    EXPECT_EQ(code_of(case_of(booking, 2)), "7F3K9Q-2");
    EXPECT_EQ(booking_of(case_of(booking, 5)), booking);
    EXPECT_EQ(person_of(case_of(booking, 5)), 5);
    EXPECT_EQ(case_coded("7f3k9q-2"), case_of(booking, 2));
    EXPECT_EQ(case_coded("7F3K9Q"), case_of(booking, 1));
    for (const std::string_view bad :
         {"", "-1", "7F3K9Q-", "7F3K9Q-0", "7F3K9Q-6", "7F3K9Q-12", "7F3K9-1", "7F3K9Q-a"}) {
        EXPECT_FALSE(case_coded(bad)) << bad;
    }
}

TEST(WorkingDays, leave_out_weekends_and_the_holidays_of_the_office) {
    const Office office = office_with_holidays({"2026-12-24", "2026-12-25", "2027-01-01"});
    struct Row {
        std::string_view from;
        std::int32_t days;
        std::string_view gives;
    };
    constexpr Row rows[] = {
        {"2026-11-24", 4, "2026-11-30"},  // Tuesday: Wed Thu Fri Mon
        {"2026-11-27", 1, "2026-11-30"},  // Friday
        {"2026-11-28", 1, "2026-11-30"},  // Saturday
        {"2026-11-28", 0, "2026-11-30"},
        {"2026-11-27", 0, "2026-11-27"},
        {"2026-12-22", 4, "2026-12-30"},  // Wed, Mon, Tue, Wed: two days of Christmas
        {"2026-12-31", 1, "2027-01-04"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(iso_date(working_day_after(office, day(row.from), row.days)), row.gives)
            << row.from << " + " << row.days;
    }
}

TEST(WorkingDays, a_day_that_differs_but_is_open_counts) {
    Office office;
    DayException short_day;
    short_day.date = day("2026-11-25");
    short_day.is_closed = false;
    set_exception(office, short_day);
    EXPECT_TRUE(is_working_day(office, day("2026-11-25")));
}

TEST(ReadyPassport, is_recalled_after_7_21_and_28_days_and_cancelled_after_a_month) {
    PassportCase passport;
    passport.state = CaseState::ready;
    passport.ready_on = day("2026-11-30");
    constexpr std::string_view due[] = {"2026-12-07", "2026-12-21", "2026-12-28", "2026-12-30"};
    for (const std::string_view each : due) {
        EXPECT_EQ(iso_date(*due_on(passport)), each);
        ++passport.told_uncollected;
    }
    EXPECT_EQ(recalls_by(*passport.ready_on, day("2026-12-06")), 0);
    EXPECT_EQ(recalls_by(*passport.ready_on, day("2026-12-07")), 1);
    EXPECT_EQ(recalls_by(*passport.ready_on, day("2026-12-27")), 2);
    EXPECT_EQ(recalls_by(*passport.ready_on, day("2026-12-29")), 3);
    passport.state = CaseState::collected;
    EXPECT_FALSE(due_on(passport));
}

TEST(ReadyPassport, can_be_collected_until_the_last_working_day_of_its_month) {
    PassportCase passport;
    passport.state = CaseState::ready;
    passport.ready_on = day("2026-12-04");
    const Office office = office_with_holidays({"2027-01-01"});
    EXPECT_EQ(iso_date(last_day_to_collect(Office{}, passport)), "2027-01-01");
    EXPECT_EQ(iso_date(last_day_to_collect(office, passport)), "2026-12-31");
}

TEST(ReadyPassport, has_a_month_even_where_months_are_short) {
    PassportCase passport;
    passport.state = CaseState::ready;
    passport.ready_on = day("2027-01-31");
    EXPECT_EQ(iso_date(cancelled_on(passport)), "2027-03-01");  // 28 days, and one more
    passport.ready_on = day("2026-12-31");
    EXPECT_EQ(iso_date(cancelled_on(passport)), "2027-01-31");
    passport.ready_on = day("2026-10-31");
    EXPECT_EQ(iso_date(cancelled_on(passport)), "2026-11-30");
}

}  // namespace antre::scheduling
