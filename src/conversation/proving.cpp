#include "conversation/proving.h"

#include <algorithm>

#include "conversation/changing.h"
#include "conversation/greeting.h"
#include "conversation/hearing.h"
#include "conversation/information.h"
#include "conversation/taps.h"
#include "conversation/ticket.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr std::size_t code_letters = 6;

std::vector<Option> ways(const Scene& scene) {
    return {button(scene, Act::not_mine), button(scene, Act::human)};
}

void ask_with(Scene& scene, std::string_view key) {
    ask(scene,
        Step::proving,
        note(scene.say(
            key,
            {{"office", office_name(scene.view.office, scene.language)},
             {"phone", phone_text(scene)}}
        )),
        ways(scene));
}

void tell_contact(Scene& scene) {
    scene.talk.step = Step::resting;
    tell(scene, note(contact_text(scene)), {button(scene, Act::not_mine)});
    scene.talk.step = Step::proving;
}

// A day in the past: whatever it would mean elsewhere.
std::optional<LocalDate> birth_said(const Scene& scene, const language::Meaning& meaning) {
    for (const language::PersonMeant& person : meaning.people) {
        if (person.birth_date) return person.birth_date;
    }
    const bool is_past = meaning.date && *meaning.date < scene.view.local_now.date;
    return is_past ? meaning.date : std::nullopt;
}

// A word of letters and digits that can be a code, also where the sentence was read otherwise.
std::optional<BookingId> code_said(const Said& said) {
    if (const auto code = scheduling::booking_coded(said.meaning.code)) return code;
    std::string text = said.text;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == ',' || c == '\n'; }, ' '
    );
    for (const std::string_view word : split(text, ' ')) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        const bool is_mixed = std::any_of(word.begin(), word.end(), is_digit) &&
                              !std::all_of(word.begin(), word.end(), is_digit);
        if (word.size() != code_letters || !is_mixed) continue;
        if (const auto code = scheduling::booking_coded(word)) return code;
    }
    return std::nullopt;
}

// Takes in a code and a birth date, in one message or in two. False when neither was said.
bool absorb_proof(Scene& scene, const Said& said) {
    Draft& draft = scene.talk.draft;
    const auto code = code_said(said);
    const auto born = birth_said(scene, said.meaning);
    if (!code && !born) return false;
    if (code) draft.booking = code;
    if (born) draft.people = {{PersonName{}, born}};
    return true;
}

void hear_words(Scene& scene, const Said& said) {
    follow_language(scene, said.meaning);
    const bool is_locked = *scene.view.own.tries_left == 0;
    if (!is_locked && absorb_proof(scene, said)) return ask_proof(scene);
    switch (said.meaning.intent) {
    case language::Intent::opt_out:
        scene.opted_out = true;
        return tell(scene, note(scene.say("stop.done")), {});
    case language::Intent::info: return tell_info(scene, said.meaning);
    case language::Intent::human: return tell_contact(scene);
    case language::Intent::language:
        if (said.meaning.lang_to) return switch_language(scene, *said.meaning.lang_to);
        return ask_proof(scene);
    case language::Intent::deny: scene.proposal = ProposeStartingAnew{}; return;
    case language::Intent::menu:
    case language::Intent::thanks:
    case language::Intent::book:
    case language::Intent::availability:
    case language::Intent::my_booking:
    case language::Intent::queue_status:
    case language::Intent::reschedule:
    case language::Intent::cancel:
    case language::Intent::late:
    case language::Intent::arrived:
    case language::Intent::passport_status:
    case language::Intent::opt_in:
    case language::Intent::affirm:
    case language::Intent::inform:
    case language::Intent::other: return ask_proof(scene);
    }
}

}  // namespace

void ask_proof(Scene& scene) {
    if (*scene.view.own.tries_left == 0) return ask_with(scene, "proof.locked");
    const Draft& draft = scene.talk.draft;
    const bool has_born = !draft.people.empty() && draft.people.front().born;
    if (draft.booking && has_born) {
        scene.proposal = ProposeProof{*draft.booking, *draft.people.front().born};
        return;
    }
    if (draft.booking) return ask_with(scene, "proof.birth");
    ask_with(scene, has_born ? "proof.code" : "proof.ask");
}

void hear_unproven(Scene& scene, const Heard& heard) {
    // What was in hand before is as old as the silence.
    if (scene.talk.step != Step::proving) {
        rest(scene);
        scene.talk.step = Step::proving;
    }
    std::string payload;
    const auto* said = std::get_if<Said>(&heard);
    if (said != nullptr) payload = payload_typed(scene.talk, said->text);
    if (const auto* tapped = std::get_if<Tapped>(&heard)) payload = tapped->payload;
    const auto decoded = decode_payload(payload);
    if (decoded && decoded->act == Act::not_mine) {
        scene.proposal = ProposeStartingAnew{};
        return;
    }
    if (decoded && decoded->act == Act::human) return tell_contact(scene);
    if (said != nullptr) return hear_words(scene, *said);
    ask_proof(scene);
}

void tell_proven(Scene& scene) {
    rest(scene);
    say_before(scene, scene.say("proof.done"));
    scene.view.bookings.empty() ? greet(scene) : show_bookings(scene);
}

void tell_not_proven(Scene& scene, const NotProven& missed) {
    rest(scene);
    if (missed.tries_left > 0) {
        say_before(scene, scene.say("proof.wrong", {{"left", std::to_string(missed.tries_left)}}));
    }
    ask_with(scene, missed.tries_left > 0 ? "proof.again" : "proof.locked");
}

void tell_started_anew(Scene& scene) {
    rest(scene);
    say_before(scene, scene.say("proof.anew"));
    greet(scene);
}

}  // namespace antre::conversation
