#pragma once

// Seeded bugs: each can be switched on in one program made for it (antre-sabotaged), to see that
// the simulation's checks find it. Everywhere else the question is a constant and costs nothing.

#include <cstdint>
#include <optional>
#include <string_view>

namespace antre {

enum class Sabotage : std::uint8_t {
    none,
    repeats_obeyed,      // a message delivered twice acts twice
    hour_too_large,      // one place more an hour than the office set
    places_not_freed,    // moving leaves the old places taken
    closed_days_open,    // exceptions of the calendar are not looked at
    reply_not_kept,      // a reply is queued in memory only
    lost_answer_resent,  // an unknown outcome is taken for "not sent"
    stale_ticket_sent,   // a ticket goes out although its booking changed since
    hold_kept_for_ever,  // holds do not run out
    status_falls,        // a late "sent" takes "read" back
    same_person_twice,   // nobody looks whether the person is booked already
    broken_chain,        // a journal row does not cover the row before it
    refusal_is_final,    // "too fast" ends a message instead of delaying it
    sync_skipped,        // commits do not wait for the disk
    last_waits_first,    // freed places are offered from the end of the waiting list
    reminders_unmarked,  // a restart forgets how far an office has come with its reminders
};
inline constexpr std::uint8_t sabotages = 16;  // `none` included

std::string_view name_of(Sabotage bug);
std::optional<Sabotage> sabotage_named(std::string_view name);

#ifdef ANTRE_SABOTAGE
inline constexpr bool can_be_sabotaged = true;
// For the whole process; once, before anything else runs.
void sabotage(Sabotage bug);
bool is_sabotaged(Sabotage bug);
#else
inline constexpr bool can_be_sabotaged = false;
constexpr void sabotage(Sabotage) {}
constexpr bool is_sabotaged(Sabotage) {
    return false;
}
#endif

}  // namespace antre
