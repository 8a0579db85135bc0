#include <array>
#include <gtest/gtest.h>
#include <string>

#include "channels/rest/limits.h"
#include "channels/rest/request.h"

namespace antre::channels::rest {
namespace {

const LocalDate today = *parse_iso_date("2026-11-24");

std::string booking_with(std::string_view member) {
    return R"({"service":"new","people":[{"name":"Siti","birth_date":"1990-05-01"}],)" +
           std::string(member) + "}";
}

std::string booking_of(std::string_view people) {
    return R"({"service":"new","people":)" + std::string(people) + "}";
}

struct Refused {
    std::string body;
    std::string_view field;
    std::string_view reason;  // how it begins
};

// A problem names its field for programs and in its sentence.
void expect_detail(const Problem& problem, std::string_view field, std::string_view reason) {
    std::string begin(field);
    if (!begin.empty()) begin += ": ";
    begin += reason;
    EXPECT_EQ(problem.detail.substr(0, begin.size()), begin);
}

template <class Parsed>
void expect_refused(const Parsed& parsed, const Refused& row) {
    ASSERT_FALSE(parsed) << row.body;
    EXPECT_EQ(parsed.error().status, 422) << row.body;
    EXPECT_EQ(parsed.error().code, "field_invalid") << row.body;
    EXPECT_EQ(parsed.error().field, row.field) << row.body;
    expect_detail(parsed.error(), row.field, row.reason);
}

TEST(RestRequest, a_full_booking_is_read_whole) {
    const auto book = parse_booking(
        R"({"service":"lost","phone":"0812-3456-7890",
            "people":[{"name":" Siti Rahma ","birth_date":"1990-05-01"},
                      {"name":"Budi","birth_date":"2026-11-24"}],
            "wish":{"date":"2026-11-24","date_to":"2026-11-30","time":"08:00","time_to":"10:30"}})",
        today
    );
    ASSERT_TRUE(book);
    EXPECT_EQ(book->service, Service::lost);
    EXPECT_EQ(book->phone.reveal(), "6281234567890");
    ASSERT_EQ(book->people.size(), 2u);
    EXPECT_EQ(book->people[0].name.reveal(), "Siti Rahma");
    EXPECT_EQ(book->people[0].born, parse_iso_date("1990-05-01"));
    EXPECT_EQ(book->people[1].born, today);
    EXPECT_EQ(book->wish.date, today);
    EXPECT_EQ(book->wish.date_to, parse_iso_date("2026-11-30"));
    EXPECT_EQ(book->wish.time, clock_time(8, 0));
    EXPECT_EQ(book->wish.time_to, clock_time(10, 30));
    EXPECT_EQ(book->wish.party, 2);
}

TEST(RestRequest, a_booking_needs_neither_wish_nor_phone) {
    const auto book =
        parse_booking(booking_of(R"([{"name":"Siti","birth_date":"1990-05-01"}])"), today);
    ASSERT_TRUE(book);
    EXPECT_TRUE(book->phone.empty());
    EXPECT_EQ(book->wish, scheduling::Wish{});
}

TEST(RestRequest, a_body_that_is_no_json_is_malformed_not_unprocessable) {
    struct Row {
        std::string_view body;
        std::string_view detail;
    };
    constexpr std::array rows{
        Row{"", "line 1 ends before the JSON is complete"},
        Row{"service=new", "line 1 is not valid JSON here"},
        Row{R"({"service":"new","service":"new"})", "service is given twice"},
    };
    for (const Row& row : rows) {
        const auto book = parse_booking(row.body, today);
        ASSERT_FALSE(book) << row.body;
        EXPECT_EQ(book.error().status, 400) << row.body;
        EXPECT_EQ(book.error().code, "json_invalid") << row.body;
        EXPECT_EQ(book.error().detail, row.detail) << row.body;
    }
}

TEST(RestRequest, a_bad_field_of_a_booking_is_named) {
    const std::string person = R"({"name":"Siti","birth_date":"1990-05-01"})";
    const std::string six = "[" + person + "," + person + "," + person + "," + person + "," +
                            person + "," + person + "]";
    const std::string long_name(person_name_units_max + 1, 'a');
    const std::array rows{
        Refused{"[]", "", "must be an object"},
        Refused{"{}", "service", "is missing"},
        Refused{R"({"service":7,"people":[]})", "service", "must be text"},
        Refused{R"({"service":"reneww","people":[]})", "service", "unknown word"},
        Refused{R"({"service":"new"})", "people", "is missing"},
        Refused{booking_of("{}"), "people", "must be a list"},
        Refused{booking_of("[]"), "people", "must name 1 to 5 people"},
        Refused{booking_of(six), "people", "must name 1 to 5 people"},
        Refused{booking_of("[1]"), "people[0]", "must be an object"},
        Refused{booking_of(R"([{"name":"Siti"}])"), "people[0].birth_date", "is missing"},
        Refused{booking_of(R"([{"birth_date":"1990-05-01"}])"), "people[0].name", "is missing"},
        Refused{
            booking_of("[" + person + R"(,{"name":" ","birth_date":"1990-05-01"}])"),
            "people[1].name",
            "must not be empty"},
        Refused{
            booking_of(R"([{"name":"a\u0000b","birth_date":"1990-05-01"}])"),
            "people[0].name",
            "must not hold control characters"},
        Refused{
            booking_of(R"([{"name":")" + long_name + R"(","birth_date":"1990-05-01"}])"),
            "people[0].name",
            "must have at most 60 characters"},
        Refused{
            booking_of(R"([{"name":"Siti","birth_date":"1990-02-30"}])"),
            "people[0].birth_date",
            "must be a day of the calendar"},
        Refused{
            booking_of(R"([{"name":"Siti","birth_date":"2026-11-25"}])"),
            "people[0].birth_date",
            "must not lie in the future"},
        Refused{
            booking_of(R"([{"name":"Siti","birth_date":"1890-01-01"}])"),
            "people[0].birth_date",
            "lies too far back"},
        Refused{
            booking_of(R"([{"name":"Siti","birth_date":"1990-05-01","nik":"1"}])"),
            "people[0].nik",
            "unknown key"},
        Refused{booking_with(R"("office":"x")"), "office", "unknown key"},
        Refused{booking_with(R"("phone":6281234567890)"), "phone", "must be text"},
        Refused{booking_with(R"("phone":"siti")"), "phone", "must be a phone number"},
        Refused{booking_with(R"("phone":"021-5551234")"), "phone", "must be an Indonesian mobile"},
        Refused{booking_with(R"("phone":"0812")"), "phone", "has too few or too many digits"},
    };
    for (const Refused& row : rows)
        expect_refused(parse_booking(row.body, today), row);
}

TEST(RestRequest, a_bad_field_of_a_wish_is_named) {
    const std::array rows{
        Refused{"null", "wish", "must be an object"},
        Refused{R"({"day":"2026-12-01"})", "wish.day", "unknown key"},
        Refused{R"({"date":"1 December"})", "wish.date", "must be a day of the calendar"},
        Refused{R"({"date":"2026-11-23"})", "wish.date", "must not lie in the past"},
        Refused{R"({"date_to":"2026-12-01"})", "wish.date_to", "needs date beside it"},
        Refused{
            R"({"date":"2026-12-02","date_to":"2026-12-01"})",
            "wish.date_to",
            "must not lie before date"},
        Refused{R"({"time":"8:00"})", "wish.time", "must be a time of day"},
        Refused{R"({"time":"24:00"})", "wish.time", "must be a time of day"},
        Refused{R"({"time_to":"10:00"})", "wish.time_to", "needs time beside it"},
        Refused{R"({"time":"10:00","time_to":"10:00"})", "wish.time_to", "must lie after time"},
    };
    for (const Refused& row : rows) {
        const std::string wish = R"("wish":)" + row.body;
        expect_refused(parse_booking(booking_with(wish), today), row);
        expect_refused(parse_move(R"({"birth_date":"1990-05-01",)" + wish + "}", today), row);
    }
}

TEST(RestRequest, a_move_is_a_birth_date_and_a_wish) {
    const auto move =
        parse_move(R"({"birth_date":"1990-05-01","wish":{"date":"2026-12-01"}})", today);
    ASSERT_TRUE(move);
    EXPECT_EQ(move->born, parse_iso_date("1990-05-01"));
    EXPECT_EQ(move->wish.date, parse_iso_date("2026-12-01"));
    const std::array rows{
        Refused{R"({"wish":{}})", "birth_date", "is missing"},
        Refused{R"({"birth_date":"1990-05-01"})", "wish", "is missing"},
        Refused{R"({"birth_date":"1990-05-01","wish":{},"party":2})", "party", "unknown key"},
    };
    for (const Refused& row : rows)
        expect_refused(parse_move(row.body, today), row);
}

TEST(RestRequest, a_proof_is_a_birth_date_and_nothing_else) {
    EXPECT_EQ(parse_proof(R"({"birth_date":"1990-05-01"})", today), parse_iso_date("1990-05-01"));
    const std::array rows{
        Refused{"{}", "birth_date", "is missing"},
        Refused{R"({"birth_date":"01-05-1990"})", "birth_date", "must be a day of the calendar"},
        Refused{R"({"birth_date":"2027-01-01"})", "birth_date", "must not lie in the future"},
        Refused{R"({"birth_date":"1990-05-01","name":"Siti"})", "name", "unknown key"},
    };
    for (const Refused& row : rows)
        expect_refused(parse_proof(row.body, today), row);
}

TEST(RestRequest, a_question_about_room_has_defaults) {
    const auto question = parse_availability({{"service", "renew"}}, today);
    ASSERT_TRUE(question);
    EXPECT_EQ(question->service, Service::renew);
    EXPECT_EQ(question->from, today);
    EXPECT_EQ(question->days, 14);
    EXPECT_EQ(question->party, 1);
    const auto full = parse_availability(
        {{"party", "5"}, {"days", "62"}, {"from", "2026-12-01"}, {"service", "new"}}, today
    );
    ASSERT_TRUE(full);
    EXPECT_EQ(full->from, parse_iso_date("2026-12-01"));
    EXPECT_EQ(full->days, 62);
    EXPECT_EQ(full->party, 5);
}

TEST(RestRequest, a_bad_parameter_of_a_question_is_named) {
    struct Row {
        Query query;
        std::string_view field;
        std::string_view reason;
    };
    const std::pair<std::string, std::string> service{"service", "new"};
    const std::array rows{
        Row{{}, "service", "is missing"},
        Row{{{"service", "visa"}}, "service", "it must be one of"},
        Row{{service, service}, "service", "is given twice"},
        Row{{service, {"from", "tomorrow"}}, "from", "must be a day of the calendar"},
        Row{{service, {"days", "0"}}, "days", "must be a whole number between 1 and 62"},
        Row{{service, {"days", "63"}}, "days", "must be a whole number between 1 and 62"},
        Row{{service, {"days", "99999999999"}}, "days", "must be a whole number between 1 and 62"},
        Row{{service, {"party", "-1"}}, "party", "must be a whole number between 1 and 5"},
        Row{{service, {"party", "6"}}, "party", "must be a whole number between 1 and 5"},
        Row{{service, {"partyy", "2"}}, "partyy", "unknown parameter; did you mean"},
    };
    for (const Row& row : rows) {
        const auto question = parse_availability(row.query, today);
        ASSERT_FALSE(question) << row.field;
        EXPECT_EQ(question.error().status, 422) << row.field;
        EXPECT_EQ(question.error().field, row.field);
        expect_detail(question.error(), row.field, row.reason);
    }
}

TEST(RestRequest, an_address_without_parameters_takes_none) {
    EXPECT_TRUE(parse_no_query({}));
    const auto refused = parse_no_query({{"birth_date", "1990-05-01"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "birth_date");
}

TEST(RestRequest, an_idempotency_key_is_visible_and_of_bounded_length) {
    EXPECT_TRUE(check_idempotency_key("8e03978e-40d5-43dd-bc93-6894a57f9324"));
    EXPECT_TRUE(check_idempotency_key(std::string(255, '~')));
    for (const std::string& key :
         {std::string(), std::string(256, 'a'), std::string("a b"), std::string("k\xc3\xa9y")}) {
        const auto refused = check_idempotency_key(key);
        ASSERT_FALSE(refused) << key;
        EXPECT_EQ(refused.error().code, "idempotency_key_invalid") << key;
        EXPECT_EQ(refused.error().status, 400) << key;
    }
}

TEST(RestRequest, only_the_very_same_call_has_the_same_command_key) {
    const auto key = command_key("bogor", "/b", "k", "{}");
    EXPECT_TRUE(engine::is_set(key));
    EXPECT_EQ(key, command_key("bogor", "/b", "k", "{}"));
    EXPECT_NE(key, command_key("batam", "/b", "k", "{}"));
    EXPECT_NE(key, command_key("bogor", "/c", "k", "{}"));
    EXPECT_NE(key, command_key("bogor", "/b", "l", "{}"));
    EXPECT_NE(key, command_key("bogor", "/b", "k", "[]"));
}

}  // namespace
}  // namespace antre::channels::rest
