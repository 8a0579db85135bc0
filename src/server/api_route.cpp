#include "server/api_route.h"

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "channels/rest/limits.h"
#include "channels/rest/openapi.h"
#include "channels/rest/render.h"
#include "channels/rest/request.h"
#include "scheduling/booking.h"
#include "server/clock.h"

namespace antre::server {

namespace rest = channels::rest;
using rest::Resource;

namespace {

http::Response response_to(const rest::Problem& problem) {
    http::Response response;
    response.status = problem.status;
    response.headers.add("Content-Type", "application/problem+json");
    if (problem.status == 503) response.headers.add("Retry-After", "1");
    response.body = rest::render(problem, http::reason_of(problem.status));
    return response;
}

// For answers that are public and change seldom.
http::Response public_response(std::string body) {
    http::Response response = http::json_response(200, std::move(body));
    response.headers.set("Cache-Control", "public, max-age=60");
    return response;
}

http::Response private_response(int status, std::string body) {
    http::Response response = http::json_response(status, std::move(body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

rest::OfficeCard card_of(const OfficeEntry& office) {
    return {
        office.slug,
        office.zone,
        office.name_id,
        office.name_en,
        office.city,
        office.display_phone,
        office.stage};
}

bool is_allowed(Resource resource, http::Method method) {
    return http::has_token(rest::methods_of(resource), http::name_of(method));
}

http::Response method_refused(Resource resource) {
    const bool is_a_booking = resource == Resource::booking;
    http::Response response = problem(
        405,
        "method_not_allowed",
        is_a_booking ? "A booking is looked up by POST to …/lookup, with a birth date in the body."
                     : "This address does not take this method; see the Allow header."
    );
    response.headers.add("Allow", rest::methods_of(resource));
    return response;
}

// "application/json", with or without parameters.
bool is_json(const http::Request& request) {
    const auto types = request.headers.all("Content-Type");
    if (types.size() != 1) return false;
    std::string_view type = types.front().substr(0, types.front().find(';'));
    while (type.ends_with(' ') || type.ends_with('\t'))
        type.remove_suffix(1);
    return http::equals_ignoring_case(type, "application/json");
}

Result<void, rest::Problem> check_body(const http::Request& request) {
    if (auto no_query = rest::parse_no_query(request.query); !no_query) return no_query;
    if (!is_json(request)) {
        return fail(rest::Problem{
            415, "content_type_unsupported", "Send the body as application/json.", {}});
    }
    if (request.body.size() <= rest::body_bytes_max) return {};
    return fail(rest::Problem{413, "body_too_large", "The body is larger than 16 KiB.", {}});
}

// The key of an unsafe call; all zero when the caller gave none.
Result<engine::CommandKey, rest::Problem>
key_of(const http::Request& request, const rest::Address& address) {
    const auto given = request.headers.all("Idempotency-Key");
    if (given.empty()) return engine::CommandKey{};
    const std::string_view key = given.size() == 1 ? given.front() : std::string_view();
    if (auto checked = rest::check_idempotency_key(key); !checked) return fail(checked.error());
    return rest::command_key(address.slug, request.path, key, request.body);
}

// Turns the engine's answer into ours. Lives until the answer comes, on the worker's thread.
struct Teller {
    Resource resource;
    rest::OfficeClock office;
    engine::AskAvailability question;

    http::Response operator()(const engine::BookingAnswer& answer) const {
        std::string body = rest::render(answer.booking, office);
        if (resource != Resource::bookings) return private_response(200, std::move(body));
        http::Response response = private_response(201, std::move(body));
        const std::string code = scheduling::code_of(answer.booking.id);
        response.headers.add("Location", rest::path_of_booking(office.slug, code));
        return response;
    }
    http::Response operator()(const engine::AvailabilityAnswer& answer) const {
        return private_response(200, rest::render(answer, question, office));
    }
    http::Response operator()(const engine::RefusedAnswer& answer) const {
        return response_to(rest::problem_of(answer.refusal));
    }
    http::Response operator()(const engine::UnknownOffice&) const {
        return response_to(rest::office_unknown());
    }
    http::Response operator()(const engine::TryAgain&) const { return response_to(rest::busy()); }
    // A program fills no form.
    http::Response operator()(const engine::FormAnswer&) const { return response_to(rest::busy()); }
    // A repeated call whose booking is gone by now.
    http::Response operator()(const engine::Done&) const {
        return response_to(rest::problem_of(scheduling::Refusal::booking_unknown));
    }
    http::Response operator()(const engine::ClaimAnswer&) const {
        return http::empty_response(500);
    }
    http::Response operator()(const engine::OfficeAnswer&) const {
        return http::empty_response(500);
    }
    http::Response operator()(const engine::StaffAnswer&) const {
        return http::empty_response(500);
    }
};

}  // namespace

http::Response problem(int status, std::string_view code, std::string_view detail) {
    return response_to(rest::Problem{status, std::string(code), std::string(detail), {}});
}

void ApiRoute::handle(http::Request&& request, http::Responder responder) {
    figures_.add(Figures::Count::api_requests);
    const auto address = rest::address_of(request.path);
    if (!address) {
        return responder.answer(problem(404, "not_found", "There is nothing at this address."));
    }
    if (!is_allowed(address->resource, request.method)) {
        return responder.answer(method_refused(address->resource));
    }
    switch (address->resource) {
    case Resource::contract:
    case Resource::offices:
    case Resource::office: {
        auto response = read(request, *address);
        return responder.answer(response ? std::move(*response) : response_to(response.error()));
    }
    case Resource::availability:
    case Resource::bookings:
    case Resource::booking:
    case Resource::lookup:
    case Resource::move:
    case Resource::cancel: return ask(request, *address, std::move(responder));
    }
}

Result<http::Response, rest::Problem>
ApiRoute::read(const http::Request& request, const Address& address) const {
    if (auto no_query = rest::parse_no_query(request.query); !no_query) {
        return fail(no_query.error());
    }
    if (address.resource == Resource::contract) {
        return public_response(std::string(rest::openapi_document()));
    }
    if (address.resource == Resource::offices) {
        std::vector<rest::OfficeCard> cards;
        for (const auto& [slug, office] : directory_.all())
            cards.push_back(card_of(office));
        return public_response(rest::render(cards));
    }
    const OfficeEntry* office = directory_.by_slug(address.slug);
    if (office == nullptr) return fail(rest::office_unknown());
    return public_response(rest::render(card_of(*office)));
}

void ApiRoute::ask(
    const http::Request& request, const Address& address, http::Responder responder
) {
    const OfficeEntry* office = directory_.by_slug(address.slug);
    if (office == nullptr) return responder.answer(response_to(rest::office_unknown()));
    engine::Command command;
    command.actor = engine::ActorKind::api;
    command.office = office->id;
    command.at = now();
    command.chance = draw_chance();
    auto body = body_of(request, address, local_time(command.at, office->zone).date);
    if (!body) return responder.answer(response_to(body.error()));
    Teller teller{address.resource, {office->slug, office->zone}, {}};
    const auto* question = std::get_if<engine::AskAvailability>(&*body);
    if (question != nullptr) {
        teller.question = *question;
    } else {
        const auto key = key_of(request, address);
        if (!key) return responder.answer(response_to(key.error()));
        // Looking changes nothing, so its answer is always today's.
        if (address.resource != Resource::lookup) command.key = *key;
    }
    command.body = std::move(*body);
    auto waiting = std::make_shared<http::Responder>(std::move(responder));
    worker_.submit(std::move(command), [waiting, teller](const Outcome& outcome) {
        waiting->answer(outcome ? std::visit(teller, *outcome) : response_to(rest::busy()));
    });
}

Result<engine::Body, rest::Problem>
ApiRoute::body_of(const http::Request& request, const Address& address, LocalDate today) {
    if (address.resource == Resource::availability) {
        auto question = rest::parse_availability(request.query, today);
        if (!question) return fail(question.error());
        return engine::Body{*question};
    }
    if (auto checked = check_body(request); !checked) return fail(checked.error());
    if (address.resource == Resource::bookings) {
        auto book = rest::parse_booking(request.body, today);
        if (!book) return fail(book.error());
        return engine::Body{std::move(*book)};
    }
    // What is no code at all is answered like a code that nobody has: id 0 is nobody's.
    engine::Proof proof{scheduling::booking_coded(address.code).value_or(BookingId{}), {}};
    if (address.resource == Resource::move) {
        auto move = rest::parse_move(request.body, today);
        if (!move) return fail(move.error());
        proof.born = move->born;
        return engine::Body{engine::MoveBooking{proof, move->wish}};
    }
    auto born = rest::parse_proof(request.body, today);
    if (!born) return fail(born.error());
    proof.born = *born;
    if (address.resource == Resource::cancel) return engine::Body{engine::CancelBooking{proof}};
    return engine::Body{engine::LookUp{proof}};
}

}  // namespace antre::server
