#include "conversation/rating.h"

#include "conversation/recovery.h"

namespace antre::conversation {

namespace {

constexpr std::uint8_t score_good = 3;  // below it a person is offered

}  // namespace

std::vector<Payload> rating_payloads(BookingId booking) {
    std::vector<Payload> payloads;
    for (std::uint8_t score = 1; score <= score_best; ++score) {
        payloads.push_back({.act = Act::rate, .number = score, .booking = booking});
    }
    return payloads;
}

void hear_rating(Scene& scene, const Payload& payload) {
    const bool is_score = payload.number && *payload.number >= 1 && *payload.number <= score_best;
    if (!is_score || !payload.booking) return recover(scene);
    scene.proposal = ProposeRating{*payload.booking, *payload.number};
}

void thank_for_rating(Scene& scene, std::uint8_t score) {
    const std::string text = std::to_string(score);
    if (score < score_good) {
        return tell(
            scene,
            note(scene.say("rating.sorry", {{"score", text}})),
            {button(scene, Act::human), button(scene, Act::menu)}
        );
    }
    tell(scene, note(scene.say("rating.thanks", {{"score", text}})), {});
}

}  // namespace antre::conversation
