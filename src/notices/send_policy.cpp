#include "notices/send_policy.h"

#include <algorithm>
#include <array>
#include <limits>

namespace antre::notices {

namespace {

constexpr Milliseconds wait_max = minutes(5);
constexpr Milliseconds shut_template_wait = minutes(15);
constexpr std::uint8_t until_moot = std::numeric_limits<std::uint8_t>::max();
constexpr std::uint8_t attempts_of_unknown_code = 3;
constexpr std::uint8_t attempts_of_hiccup = 5;
constexpr std::uint8_t attempts_of_throttle = 10;

// How the wait grows from one try to the next.
enum class Growth : std::uint8_t {
    none,
    doubled,
    fourfold,
};

struct Rule {
    std::int32_t first;  // codes first..last
    std::int32_t last;
    Act act;
    std::uint8_t attempts_max;
    Milliseconds wait;  // after the first try
    Growth growth;
};

constexpr Rule one(std::int32_t code, Act act) {
    return {code, code, act, 1, {}, Growth::none};
}
constexpr Rule hiccup(std::int32_t code) {
    return {code, code, Act::retry, attempts_of_hiccup, seconds(1), Growth::doubled};
}
constexpr Rule throttle(std::int32_t code, Act act, Milliseconds wait, Growth growth) {
    return {code, code, act, attempts_of_throttle, wait, growth};
}
// Stays wrong until the operator mends it: looked at again every five minutes, nothing is lost.
constexpr Rule stop(std::int32_t first, std::int32_t last, Act act) {
    return {first, last, act, until_moot, wait_max, Growth::none};
}
constexpr Rule stop(std::int32_t code, Act act) {
    return stop(code, code, act);
}

// WhatsApp opens it again, or the operator mends it; until then the message is owed.
constexpr Rule shut_template(std::int32_t code) {
    return {code, code, Act::retry, until_moot, shut_template_wait, Growth::none};
}

// Sorted by code. What concerns one number stops that number only: an office that lost its
// registration must not silence the others.
constexpr std::array rules{
    stop(0, Act::pause_all),  // token
    hiccup(1),
    hiccup(2),
    stop(3, Act::pause_all),                                                // permission
    throttle(4, Act::pause_number, minutes(1), Growth::doubled),            // calls of the app
    stop(10, Act::pause_all),                                               // permission
    stop(33, Act::pause_number),                                            // number deleted
    one(100, Act::give_up),                                                 // invalid parameter
    stop(190, Act::pause_all),                                              // token
    stop(200, 299, Act::pause_all),                                         // permission
    stop(368, Act::pause_all),                                              // policy
    throttle(80'007, Act::pause_number, minutes(1), Growth::doubled),       // calls of the account
    one(130'403, Act::drop),                                                // we blocked them
    throttle(130'429, Act::pause_number, seconds(1), Growth::doubled),      // throughput
    one(130'472, Act::drop),                                                // experiment
    stop(130'497, Act::pause_all),                                          // country
    hiccup(131'000),                                                        // something went wrong
    stop(131'005, Act::pause_all),                                          // access denied
    one(131'008, Act::give_up),                                             // parameter missing
    one(131'009, Act::give_up),                                             // parameter's value
    hiccup(131'016),                                                        // service unavailable
    one(131'021, Act::drop),                                                // to ourselves
    Rule{131'026, 131'026, Act::retry, 2, hours(24), Growth::none},         // undeliverable
    stop(131'031, Act::pause_all),                                          // account locked
    stop(131'037, Act::pause_number),                                       // display name
    stop(131'042, Act::pause_all),                                          // payment
    stop(131'045, Act::pause_number),                                       // not registered
    one(131'047, Act::use_template),                                        // 24-hour window
    Rule{131'048, 131'048, Act::pause_number, 24, hours(1), Growth::none},  // called spam
    one(131'049, Act::drop),                                                // engagement limit
    one(131'050, Act::drop),                                                // stopped marketing
    one(131'051, Act::give_up),                                             // message type
    one(131'052, Act::give_up),                                             // media download
    one(131'053, Act::give_up),                                             // media upload
    throttle(131'056, Act::pause_pair, seconds(1), Growth::fourfold),       // pair rate
    throttle(131'057, Act::pause_number, minutes(3), Growth::none),         // maintenance
    one(131'062, Act::give_up),                                             // needs a phone number
    one(131'063, Act::give_up),                                             // marketing disabled
    one(131'064, Act::give_up),        // template misclassified
    one(132'000, Act::give_up),        // parameter count
    shut_template(132'001),            // not approved in this language
    one(132'005, Act::give_up),        // text too long
    one(132'007, Act::give_up),        // template policy
    one(132'012, Act::give_up),        // parameter format
    shut_template(132'015),            // template paused
    shut_template(132'016),            // template disabled
    one(132'068, Act::give_up),        // flow blocked
    one(132'069, Act::give_up),        // flow throttled
    stop(133'000, Act::pause_number),  // registration
    hiccup(133'004),                   // server unavailable
    one(133'005, Act::give_up),        // two-step PIN
    stop(133'006, Act::pause_number),  // number not verified
    one(133'008, Act::give_up),        // PIN guessed too often
    one(133'009, Act::give_up),        // PIN guessed too fast
    stop(133'010, Act::pause_number),  // not registered
    stop(133'015, Act::pause_number),  // just deleted
    one(133'016, Act::give_up),        // registered too often
    one(134'011, Act::give_up),        // payments terms
    one(135'000, Act::give_up),        // generic user error
};

constexpr bool is_sorted() {
    for (std::size_t i = 1; i < rules.size(); ++i) {
        if (rules[i].first <= rules[i - 1].last) return false;
    }
    return true;
}
static_assert(is_sorted());

Milliseconds grown(Milliseconds wait, Growth growth, std::uint8_t attempts) {
    if (growth == Growth::none) return wait;
    const std::int64_t factor = growth == Growth::doubled ? 2 : 4;
    for (std::uint8_t i = 1; i < attempts && wait < wait_max; ++i) {
        wait.value *= factor;
    }
    return std::min(wait, wait_max);
}

}  // namespace

Reaction reaction_to(std::int32_t error_code, std::uint8_t attempts) {
    const auto* const rule =
        std::find_if(rules.begin(), rules.end(), [error_code](const Rule& candidate) {
            return candidate.first <= error_code && error_code <= candidate.last;
        });
    if (rule == rules.end()) {
        return {Act::retry, grown(seconds(1), Growth::doubled, attempts), attempts_of_unknown_code};
    }
    return {rule->act, grown(rule->wait, rule->growth, attempts), rule->attempts_max};
}

bool is_template_shut(std::int32_t error_code) {
    return error_code == 132'001 || error_code == 132'015 || error_code == 132'016;
}

Reaction reaction_to_not_sent(std::uint8_t attempts) {
    return {Act::retry, grown(seconds(1), Growth::doubled, attempts), until_moot};
}

Milliseconds with_jitter(Milliseconds wait, const Chance& chance) {
    const std::int64_t drawn = chance[14] << 8 | chance[15];  // 0-65535
    return {wait.value + wait.value / 4 * drawn / 65'535};
}

}  // namespace antre::notices
