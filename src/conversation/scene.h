#pragma once

// A scene is one step of a dialog while it is being made: what may be seen, the talk as it changes,
// and the replies so far. Every part of the dialog writes into it; `advance` turns it into a Turn.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversation/dialog.h"
#include "conversation/payload.h"
#include "notices/content.h"

namespace antre::conversation {

struct Scene {
    const View& view;
    Talk talk;
    Language language = Language::id;  // to speak in from here on
    std::string preface;               // said before the next reply's body
    std::vector<Reply> replies;
    std::optional<Proposal> proposal;
    std::optional<Language> switched_to;
    std::optional<bool> opted_out;

    [[nodiscard]] std::string
    say(std::string_view key,
        std::initializer_list<std::pair<std::string_view, std::string_view>> values = {}) const;
};

// A choice of a question: one button or one row.
struct Option {
    Payload payload;
    std::string title;
    std::string description;
};

// Titled by the wording key button.<act>.
Option button(const Scene& scene, Act act);
Option button(const Scene& scene, const Payload& payload, std::string title);

notices::Note note(std::string body);

// Said before the next reply's body, after what is to be said there already.
void say_before(Scene& scene, const std::string& text);

// Asks: the options become the present menu, all older questions' taps are stale from now on.
void ask(Scene& scene, Step step, notices::Note note, std::vector<Option> options);
// The same as a list; the rows are repeated in the body as "1. …", for clients that show text only.
void ask_list(
    Scene& scene,
    Step step,
    notices::Note note,
    std::string_view button_key,
    std::vector<Option> options
);
// Tells without asking: an open question stays open. REQUIRES: options reach `booking` or `always`.
void tell(Scene& scene, notices::Note note, std::vector<Option> options);
// The same with the ticket's kind and the booking it is about.
void tell_ticket(
    Scene& scene, notices::Note note, std::vector<Option> options, notices::About about
);
void show_place(Scene& scene, notices::LocationPin pin);

// Whether the talk is on the way to a new booking, to a move.
bool is_booking(Step step);
bool is_moving(Step step);
// Forgets what is in hand; the talk rests.
void rest(Scene& scene);

}  // namespace antre::conversation
