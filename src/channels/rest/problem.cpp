#include "channels/rest/problem.h"

#include <boost/json.hpp>
#include <utility>

namespace antre::channels::rest {

using scheduling::Refusal;

namespace {

// 404: it is not there. 409: it cannot be now. 422: the request itself asks for too much.
int status_of(Refusal refusal) {
    switch (refusal) {
    case Refusal::booking_unknown: return 404;
    case Refusal::service_not_offered:
    case Refusal::party_too_large: return 422;
    case Refusal::office_not_open:
    case Refusal::person_already_booked:
    case Refusal::horizon_full:
    case Refusal::booking_ended:
    case Refusal::too_late_to_change:
    case Refusal::moves_exhausted:
    case Refusal::hold_expired:
    case Refusal::place_taken: return 409;
    }
    return 409;
}

std::string_view detail_of(Refusal refusal) {
    switch (refusal) {
    case Refusal::office_not_open: return "The office does not take bookings yet.";
    case Refusal::service_not_offered: return "The office's queue does not serve this.";
    case Refusal::party_too_large:
        return "More people than one booking, or one phone number, may have.";
    case Refusal::person_already_booked:
        return "A person with this name and birth date already has a booking, or is named twice.";
    case Refusal::horizon_full: return "All places that can be booked are taken.";
    case Refusal::booking_unknown:
        return "No booking of this office has this code and a person with this birth date.";
    case Refusal::booking_ended: return "The booking is no longer valid.";
    case Refusal::too_late_to_change:
        return "Its arrival time has begun: the booking can no longer be changed.";
    case Refusal::moves_exhausted: return "The booking was moved as often as it may be.";
    case Refusal::hold_expired: return "The time to hold the place has run out.";
    case Refusal::place_taken: return "Somebody else has just taken the place.";
    }
    return "";
}

std::string_view field_of(Refusal refusal) {
    if (refusal == Refusal::service_not_offered) return "service";
    if (refusal == Refusal::party_too_large) return "people";
    return "";
}

}  // namespace

Problem bad_field(std::string field, std::string reason) {
    std::string detail = field.empty() ? std::move(reason) : field + ": " + reason;
    return {422, "field_invalid", std::move(detail), std::move(field)};
}

Problem malformed(std::string detail) {
    return {400, "json_invalid", std::move(detail), {}};
}

Problem problem_of(Refusal refusal) {
    return {
        status_of(refusal),
        std::string(name_of(refusal)),
        std::string(detail_of(refusal)),
        std::string(field_of(refusal))};
}

Problem office_unknown() {
    return {404, "office_unknown", "There is no such office here.", {}};
}

Problem busy() {
    return {503, "try_again", "We could not do this now. Send the same request again.", {}};
}

std::string render(const Problem& problem, std::string_view title) {
    boost::json::object document{
        {"type", "about:blank"},
        {"title", title},
        {"status", problem.status},
        {"detail", problem.detail},
        {"code", problem.code},
    };
    if (!problem.field.empty()) document["field"] = problem.field;
    return boost::json::serialize(document);
}

}  // namespace antre::channels::rest
