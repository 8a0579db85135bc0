#include "conversation/told.h"

#include <algorithm>
#include <span>

#include "conversation/collecting.h"
#include "conversation/draft.h"
#include "conversation/limits.h"
#include "conversation/room.h"
#include "conversation/taps.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr std::size_t keeping_words_max = 4;

bool is_told(const Told& told, Instant now) {
    return told.at <= now;
}

bool is_latest(const Told& told, Instant now) {
    return is_told(told, now) && !told.is_passed;
}

Act first_act(const Told& told) {
    const auto payload = decode_payload(told.payloads.front());
    return payload ? payload->act : Act::menu;
}

// Whether "yes" means its first button. An address and a mark are not agreed to.
bool asks_for_yes(Act first) {
    return first == Act::come || first == Act::take_offer || first == Act::write ||
           first == Act::start || first == Act::collect || first == Act::helped;
}

// The button of that act; "" if it has none.
std::string choice_of(const Told& told, Act act) {
    for (const std::string& text : told.payloads) {
        const auto payload = decode_payload(text);
        if (payload && payload->act == act) return text;
    }
    return "";
}

// `payload` is our own copy: hearing it forgets the notice.
bool take_choice(Scene& scene, const std::string& payload) {
    if (payload.empty()) return false;
    hear_tap(scene, payload);
    return true;
}

bool is_meant(const scheduling::Placement& place, const language::Meaning& meaning) {
    if (meaning.date != place.day || meaning.date_to) return false;
    return !meaning.time || (*meaning.time <= place.window &&
                             place.window <= meaning.time_to.value_or(*meaning.time));
}

bool may_name_place(language::Intent intent) {
    switch (intent) {
    case language::Intent::affirm:
    case language::Intent::deny:
    case language::Intent::inform:
    case language::Intent::other:
    case language::Intent::book:
    case language::Intent::reschedule: return true;
    case language::Intent::menu:
    case language::Intent::thanks:
    case language::Intent::availability:
    case language::Intent::my_booking:
    case language::Intent::queue_status:
    case language::Intent::cancel:
    case language::Intent::late:
    case language::Intent::arrived:
    case language::Intent::passport_status:
    case language::Intent::info:
    case language::Intent::human:
    case language::Intent::language:
    case language::Intent::opt_out:
    case language::Intent::opt_in: return false;
    }
    return false;
}

// "Wednesday please", "I keep Thursday": the act meant when one of the two places is named.
std::optional<Act>
place_named(const Scene& scene, const Told& told, const language::Meaning& said) {
    const auto first = decode_payload(told.payloads.front());
    if (!first || first->act != Act::take_offer || !may_name_place(said.intent)) return {};
    for (const WaitSeen& seen : scene.view.waits) {
        if (seen.offer == nullptr || seen.offer->id != first->booking) continue;
        const BookingSeen* own = booking_seen(scene.view, seen.wait->booking);
        const bool is_offered = is_meant(seen.offer->placement, said);
        const bool is_own = own != nullptr && is_meant(own->booking->placement, said);
        if (is_offered == is_own) return {};
        const bool is_refused = said.intent == language::Intent::deny;
        return is_own || is_refused ? Act::pass_offer : Act::take_offer;
    }
    return {};
}

// The word a title begins with: what it says in short.
std::string_view head_of(std::string_view title) {
    return title.substr(0, title.find(' '));
}

// Whether one of the words is that with which the button begins, in either language.
bool says_button(
    const Scene& scene, std::string_view key, std::span<const std::string_view> words
) {
    for (const Language language : {Language::id, Language::en}) {
        const std::string title = to_lower_ascii(scene.view.wording.say(language, key));
        if (std::ranges::find(words, head_of(title)) != words.end()) return true;
    }
    return false;
}

bool is_yes_or_no(Step step) {
    return step == Step::confirming || step == Step::confirming_move ||
           step == Step::confirming_cancel || step == Step::confirming_fix ||
           step == Step::confirming_erasure;
}

// "Keep it", "tetap saja": a yes to the old place sounds like one to the new.
bool keeps_place(const Scene& scene, const Told& told, const Said& said) {
    const language::Intent intent = said.meaning.intent;
    const bool is_answer = intent == language::Intent::affirm || intent == language::Intent::deny ||
                           intent == language::Intent::inform || intent == language::Intent::other;
    if (!is_answer || first_act(told) != Act::take_offer) return false;
    const std::string typed = to_lower_ascii(said.text);
    const std::vector<std::string_view> words = split(typed, ' ');
    return words.size() <= keeping_words_max && says_button(scene, "button.pass_offer", words) &&
           !says_button(scene, "button.take_offer", words);
}

bool may_name_hour(language::Intent intent) {
    switch (intent) {
    case language::Intent::affirm:
    case language::Intent::inform:
    case language::Intent::other:
    case language::Intent::book:
    case language::Intent::availability:
    case language::Intent::passport_status: return true;
    case language::Intent::deny:
    case language::Intent::reschedule:
    case language::Intent::menu:
    case language::Intent::thanks:
    case language::Intent::my_booking:
    case language::Intent::queue_status:
    case language::Intent::cancel:
    case language::Intent::late:
    case language::Intent::arrived:
    case language::Intent::info:
    case language::Intent::human:
    case language::Intent::language:
    case language::Intent::opt_out:
    case language::Intent::opt_in: return false;
    }
    return false;
}

// "Thursday at nine" below the news that a passport is ready: when it is to be collected.
bool names_hour(const Told& told, const language::Meaning& meaning) {
    const bool is_for_another = meaning.service && *meaning.service != Service::pickup;
    return first_act(told) == Act::collect && speaks_of_time(meaning) && !is_for_another &&
           meaning.people.empty() && may_name_hour(meaning.intent);
}

}  // namespace

bool is_midway(Step step) {
    return step != Step::resting && step != Step::offering_earliest &&
           step != Step::writing_message;
}

void remember_told(Talk& talk, const notices::Note& note, Instant at) {
    Told told;
    told.at = at;
    for (const notices::Button& button : note.buttons) {
        told.payloads.push_back(button.id);
        told.titles.push_back(button.title);
    }
    if (note.menu) {
        for (const notices::Row& row : note.menu->rows) {
            told.payloads.push_back(row.id);
            told.titles.push_back(row.title);
        }
    }
    if (told.payloads.empty()) return;
    const auto later = std::ranges::upper_bound(talk.told, at, {}, &Told::at);
    talk.told.insert(later, std::move(told));
    if (talk.told.size() > told_max) talk.told.erase(talk.told.begin());
}

const Told* last_told(const Talk& talk, Instant now) {
    const Told* last = nullptr;
    for (const Told& told : talk.told) {
        if (is_latest(told, now)) last = &told;
    }
    return last;
}

void pass_told(Talk& talk, Instant now) {
    std::erase_if(talk.told, [&](const Told& told) { return now - told.at > told_answered_for; });
    for (Told& told : talk.told) {
        if (is_told(told, now)) told.is_passed = true;
    }
}

void answer_told(Talk& talk, std::string_view payload) {
    const auto answered = std::erase_if(talk.told, [&](const Told& told) {
        return std::ranges::find(told.payloads, payload) != told.payloads.end();
    });
    // What is answered now may offer something in turn.
    if (answered > 0 && !is_midway(talk.step)) talk.step = Step::resting;
}

std::optional<language::Asked> asked_by_told(const Talk& talk, Instant now) {
    const Told* told = last_told(talk, now);
    if (told == nullptr || is_midway(talk.step)) return std::nullopt;
    const Act first = first_act(*told);
    if (first == Act::come) return language::Asked::reminder;
    if (first == Act::take_offer) return language::Asked::offer_slot;
    return language::Asked::nothing;
}

bool hear_told_choice(Scene& scene, std::string_view text) {
    const Told* told = last_told(scene.talk, scene.view.now);
    return told != nullptr && take_choice(scene, choice_typed(told->payloads, told->titles, text));
}

bool hear_passed_choice(Scene& scene, std::string_view text) {
    // A number is one of what was asked since.
    const std::string_view typed = trim(text);
    const bool is_number = !typed.empty() && is_all_digits(typed.substr(0, 1));
    if (is_midway(scene.talk.step) || is_number) return false;
    for (auto told = scene.talk.told.rbegin(); told != scene.talk.told.rend(); ++told) {
        const Milliseconds age = scene.view.now - told->at;
        if (!told->is_passed || age > told_answered_for) continue;
        if (take_choice(scene, choice_typed(told->payloads, told->titles, text))) return true;
    }
    return false;
}

bool hear_told_answer(Scene& scene, const Said& said) {
    const language::Meaning& meaning = said.meaning;
    const Told* told = last_told(scene.talk, scene.view.now);
    if (told == nullptr) return false;
    const bool is_free = !is_midway(scene.talk.step);
    const Act first = first_act(*told);
    if (is_free) {
        const auto named = place_named(scene, *told, meaning);
        if (named) return take_choice(scene, choice_of(*told, *named));
    }
    if (is_free && names_hour(*told, meaning)) {
        begin_collecting(scene, meaning);
        return true;
    }
    if (is_free && keeps_place(scene, *told, said)) {
        return take_choice(scene, choice_of(*told, Act::pass_offer));
    }
    // A yes or no belongs to the question in hand if that is one of yes and no.
    if (is_yes_or_no(scene.talk.step)) return false;
    const bool is_about_place = first == Act::come || first == Act::take_offer;
    if (meaning.intent == language::Intent::affirm) {
        const bool is_agreed = is_free ? asks_for_yes(first) : is_about_place;
        return is_agreed && take_choice(scene, choice_of(*told, first));
    }
    if (meaning.intent != language::Intent::deny) return false;
    if (first == Act::take_offer) return take_choice(scene, choice_of(*told, Act::pass_offer));
    if (is_free && first == Act::helped) {
        return take_choice(scene, choice_of(*told, Act::not_helped));
    }
    // Who says no to coming is asked whether to cancel or to move.
    return is_free && first == Act::come && take_choice(scene, choice_of(*told, Act::cancel));
}

}  // namespace antre::conversation
