#include <array>
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "channels/rest/problem.h"

namespace antre::channels::rest {
namespace {

using scheduling::Refusal;

TEST(RestProblem, every_refusal_has_its_status_and_field) {
    struct Row {
        Refusal refusal;
        std::string_view code;
        int status;
        std::string_view field;
    };
    constexpr std::array rows{
        Row{Refusal::office_not_open, "office_not_open", 409, ""},
        Row{Refusal::service_not_offered, "service_not_offered", 422, "service"},
        Row{Refusal::party_too_large, "party_too_large", 422, "people"},
        Row{Refusal::person_already_booked, "person_already_booked", 409, ""},
        Row{Refusal::horizon_full, "horizon_full", 409, ""},
        Row{Refusal::booking_unknown, "booking_unknown", 404, ""},
        Row{Refusal::booking_ended, "booking_ended", 409, ""},
        Row{Refusal::too_late_to_change, "too_late_to_change", 409, ""},
        Row{Refusal::moves_exhausted, "moves_exhausted", 409, ""},
        Row{Refusal::hold_expired, "hold_expired", 409, ""},
        Row{Refusal::place_taken, "place_taken", 409, ""},
    };
    for (const Row& row : rows) {
        const Problem problem = problem_of(row.refusal);
        EXPECT_EQ(problem.code, row.code);
        EXPECT_EQ(problem.status, row.status) << row.code;
        EXPECT_EQ(problem.field, row.field) << row.code;
        EXPECT_FALSE(problem.detail.empty()) << row.code;
    }
}

TEST(RestProblem, a_document_has_the_members_of_rfc_9457_and_ours) {
    const std::string document =
        render(bad_field("people[0].birth_date", "must not lie in the future"), "Unprocessable");
    EXPECT_EQ(
        document,
        R"({"type":"about:blank","title":"Unprocessable","status":422,)"
        R"("detail":"people[0].birth_date: must not lie in the future","code":"field_invalid",)"
        R"("field":"people[0].birth_date"})"
    );
}

TEST(RestProblem, a_document_names_no_field_when_none_is_to_blame) {
    const auto document = boost::json::parse(render(office_unknown(), "Not Found")).as_object();
    EXPECT_FALSE(document.contains("field"));
    EXPECT_EQ(document.at("code"), "office_unknown");
    EXPECT_EQ(busy().status, 503);
    EXPECT_EQ(malformed("line 1 is not valid JSON here").status, 400);
}

}  // namespace
}  // namespace antre::channels::rest
