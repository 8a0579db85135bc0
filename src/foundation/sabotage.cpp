#include "foundation/sabotage.h"

namespace antre {

std::string_view name_of(Sabotage bug) {
    switch (bug) {
    case Sabotage::none: return "none";
    case Sabotage::repeats_obeyed: return "repeats_obeyed";
    case Sabotage::hour_too_large: return "hour_too_large";
    case Sabotage::places_not_freed: return "places_not_freed";
    case Sabotage::closed_days_open: return "closed_days_open";
    case Sabotage::reply_not_kept: return "reply_not_kept";
    case Sabotage::lost_answer_resent: return "lost_answer_resent";
    case Sabotage::stale_ticket_sent: return "stale_ticket_sent";
    case Sabotage::hold_kept_for_ever: return "hold_kept_for_ever";
    case Sabotage::status_falls: return "status_falls";
    case Sabotage::same_person_twice: return "same_person_twice";
    case Sabotage::broken_chain: return "broken_chain";
    case Sabotage::refusal_is_final: return "refusal_is_final";
    case Sabotage::sync_skipped: return "sync_skipped";
    case Sabotage::last_waits_first: return "last_waits_first";
    case Sabotage::reminders_unmarked: return "reminders_unmarked";
    }
    return "none";
}

std::optional<Sabotage> sabotage_named(std::string_view name) {
    for (std::uint8_t i = 0; i < sabotages; ++i) {
        const auto bug = static_cast<Sabotage>(i);
        if (name_of(bug) == name) return bug;
    }
    return std::nullopt;
}

#ifdef ANTRE_SABOTAGE
namespace {
Sabotage switched_on = Sabotage::none;
}

void sabotage(Sabotage bug) {
    switched_on = bug;
}

bool is_sabotaged(Sabotage bug) {
    return switched_on == bug;
}
#endif

}  // namespace antre
