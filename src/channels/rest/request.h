#pragma once

// What a program asks over REST, read strictly: unknown fields, wrong types and impossible values
// are refused, and the problem names the field as the request spells it ("people[1].birth_date").

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "channels/rest/problem.h"
#include "engine/command.h"
#include "foundation/result.h"
#include "foundation/time.h"
#include "scheduling/allocation.h"

namespace antre::channels::rest {

// `today` below is the office's own day: visits lie on or after it, births on or before it.

// {"service", "people": [{"name", "birth_date"}], "wish"?: {…}, "phone"?}
Result<engine::Book, Problem> parse_booking(std::string_view body, LocalDate today);

// {"birth_date"}: of a lookup and of a cancellation.
Result<LocalDate, Problem> parse_proof(std::string_view body, LocalDate today);

struct MoveRequest {
    LocalDate born;
    scheduling::Wish wish;  // its party is the booking's, so it is left at 1
};
// {"birth_date", "wish": {"date"?, "date_to"?, "time"?, "time_to"?}}
Result<MoveRequest, Problem> parse_move(std::string_view body, LocalDate today);

using Query = std::vector<std::pair<std::string, std::string>>;  // decoded, in order
// service=, from=YYYY-MM-DD (today), days=1-62 (14), party=1-5 (1)
Result<engine::AskAvailability, Problem> parse_availability(const Query& query, LocalDate today);
// For addresses that take none.
Result<void, Problem> parse_no_query(const Query& query);

// 1-255 visible ASCII characters.
Result<void, Problem> check_idempotency_key(std::string_view key);
// The same key, address and body are the same wish, obeyed once. The body counts, so that the keys
// of two clients cannot meet, and a key alone proves nothing to who guesses it.
engine::CommandKey command_key(
    std::string_view slug, std::string_view path, std::string_view key, std::string_view body
);

}  // namespace antre::channels::rest
