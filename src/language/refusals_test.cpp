#include "language/said_test.h"

namespace antre::language {

TEST(Refusals, a_day_or_hour_that_is_refused_is_none_to_book) {
    for (const std::string_view text :
         {"jangan senin",
          "gak bisa weekend",
          "tidak bisa minggu ini",
          "yang penting jangan besok",
          "selain jumat",
          "any day but friday",
          "not this week",
          "can't do monday"}) {
        EXPECT_FALSE(heard(text, Asked::ask_date).date) << text;
    }
    for (const std::string_view text :
         {"jangan pagi", "gak bisa siang", "pagi gak bisa", "yang penting jangan jam 12"}) {
        EXPECT_FALSE(heard(text, Asked::ask_time).daypart) << text;
        EXPECT_FALSE(heard(text, Asked::ask_time).time) << text;
    }
    expect_said("besok pagi gak bisa, siang aja", "inform daypart=siang", Asked::ask_time);
}

TEST(Refusals, one_side_that_is_refused_means_the_other) {
    expect_said("tidak bisa sebelum jam 10", "inform time=10:00 time_rel=after", Asked::ask_time);
    expect_said("jangan setelah jam 2", "inform time=14:00 time_rel=before", Asked::ask_time);
    expect_said("not before 10", "inform time=10:00 time_rel=after", Asked::ask_time);
    expect_said(
        "gak bisa sebelum tanggal 5", "inform date=2026-12-05 date_rel=after", Asked::ask_date
    );
}

TEST(Refusals, in_answer_to_a_question_nothing_is_cancelled) {
    for (const Asked asked :
         {Asked::confirm,
          Asked::offer_slot,
          Asked::offer_list,
          Asked::reminder,
          Asked::ask_date,
          Asked::ask_time,
          Asked::ask_count,
          Asked::ask_name}) {
        for (const std::string_view text :
             {"jangan dibatalkan dong",
              "gak jadi jam 9, jam 10",
              "gak jadi kamis, jumat aja",
              "ga jadi berdua, tiga orang",
              "besok gak bisa, lusa aja",
              "tidak bisa kalau pagi",
              "I can't come at that time",
              "saya gak bisa datang jam itu",
              "teman saya batal, jadi saya saja",
              "just me, my wife cancelled",
              "none of those work",
              "stop dulu, saya pikir pikir",
              "gak batal kok",
              "tidak telat kok"}) {
            const Meaning meaning = heard(text, asked);
            EXPECT_NE(meaning.intent, Intent::cancel) << text << meaning.reason;
            EXPECT_NE(meaning.intent, Intent::opt_out) << text << meaning.reason;
        }
    }
    expect_said("none of those work", "deny", Asked::offer_list);
    expect_said("saya gak bisa datang jam itu", "deny", Asked::offer_slot);
    expect_said("can I come later", "reschedule", Asked::reminder);
    expect_said("tetap jadi ya", "affirm", Asked::reminder);
}

}  // namespace antre::language
