#include "storage/words.h"

#include <array>

namespace antre::storage {

std::optional<scheduling::Refusal> refusal_named(std::string_view name) {
    using scheduling::Refusal;
    constexpr std::array all{
        Refusal::office_not_open,
        Refusal::service_not_offered,
        Refusal::party_too_large,
        Refusal::person_already_booked,
        Refusal::horizon_full,
        Refusal::booking_unknown,
        Refusal::booking_ended,
        Refusal::too_late_to_change,
        Refusal::moves_exhausted,
        Refusal::hold_expired,
        Refusal::place_taken};
    for (const Refusal refusal : all) {
        if (name == scheduling::name_of(refusal)) return refusal;
    }
    return std::nullopt;
}

std::optional<engine::ActorKind> actor_named(std::string_view name) {
    using engine::ActorKind;
    for (const ActorKind kind :
         {ActorKind::contact, ActorKind::api, ActorKind::console, ActorKind::system}) {
        if (name == engine::name_of(kind)) return kind;
    }
    return std::nullopt;
}

}  // namespace antre::storage
