#pragma once

// What our notices offer, so that it can be typed as well as tapped: the button's title, its
// number, yes and no, and for a place that is offered its day.

#include "conversation/scene.h"

namespace antre::conversation {

// A notice goes out at `at`. An open question stays open, and what is in hand stays in hand.
void remember_told(Talk& talk, const notices::Note& note, Instant at);
// The notice that was said last, unless it is answered or something was asked since.
const Told* last_told(const Talk& talk, Instant now);
// Something newer is asked: what was told before is answered by its own words only.
void pass_told(Talk& talk, Instant now);
// One of its buttons was tapped or typed.
void answer_told(Talk& talk, std::string_view payload);
// What the last notice asked; nothing while a question of the talk is open.
std::optional<language::Asked> asked_by_told(const Talk& talk, Instant now);

// Whether a question is open whose answer something depends on.
bool is_midway(Step step);

// Takes what was typed for the last notice, if it is an answer to it.
bool hear_told_choice(Scene& scene, std::string_view text);
bool hear_told_answer(Scene& scene, const Said& said);
// The title of a button of an older one, while no question is open.
bool hear_passed_choice(Scene& scene, std::string_view text);

}  // namespace antre::conversation
