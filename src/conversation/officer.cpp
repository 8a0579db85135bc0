#include "conversation/officer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "conversation/dates.h"
#include "conversation/information.h"
#include "conversation/limits.h"
#include "conversation/recovery.h"
#include "foundation/text.h"
#include "scheduling/office.h"

namespace antre::conversation {

namespace {

constexpr std::size_t command_words_max = 2;
constexpr std::size_t claim_words_max = 6;  // "hapus data saya"; more words tell an officer why
constexpr std::size_t question_words_max = 6;
constexpr std::uint8_t question_percent_min = 50;
constexpr std::int32_t duty_days_searched = 14;
constexpr std::string_view hidden_digit = "\u2022";

std::size_t words_in(std::string_view text) {
    const auto words = split(text, ' ');
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](auto word) {
        return !word.empty();
    }));
}

// A NIK is not kept: then no digit is.
std::string without_digits(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            out += hidden_digit;
        } else {
            out += c;
        }
    }
    return out;
}

bool is_arranging(const Scene& scene) {
    return scene.talk.step != Step::resting && scene.talk.step != Step::offering_earliest &&
           scene.talk.step != Step::writing_message;
}

std::vector<Option> ways_back(const Scene& scene) {
    return {button(scene, Act::start), button(scene, Act::mine), button(scene, Act::menu)};
}

// When officers are next on duty; nothing while they are.
std::optional<LocalTime> next_on_duty(const View& view) {
    for (std::int32_t ahead = 0; ahead <= duty_days_searched; ++ahead) {
        const LocalDate day = view.local_now.date + ahead;
        for (const scheduling::OpenHours& hours : scheduling::open_hours_on(view.office, day)) {
            if (ahead > 0 || view.local_now.minute < hours.opens)
                return LocalTime{day, hours.opens};
            if (view.local_now.minute < hours.closes) return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace

void tell_human(Scene& scene) {
    std::string contact = contact_text(scene);
    if (const auto next = next_on_duty(scene.view)) {
        const std::string when =
            near_text(next->date, next->minute, scene.view.office.zone, scene.language);
        contact = scene.say("human.closed_now", {{"when", when}}) + "\n\n" + contact;
    }
    if (is_arranging(scene)) {
        return tell(
            scene,
            note(contact),
            {button(scene, Act::proceed), button(scene, Act::write), button(scene, Act::menu)}
        );
    }
    rest(scene);
    ask(scene,
        Step::writing_message,
        note(contact + "\n\n" + scene.say("human.write")),
        ways_back(scene));
}

void ask_message(Scene& scene) {
    rest(scene);
    ask(scene, Step::writing_message, note(scene.say("human.ask")), ways_back(scene));
}

void tell_human_again(Scene& scene) {
    say_before(scene, scene.say("recover.again"));
    if (!is_arranging(scene)) return ask_message(scene);
    tell(
        scene,
        note(scene.say("recover.choose")),
        {button(scene, Act::proceed), button(scene, Act::write), button(scene, Act::menu)}
    );
}

bool is_own_question(const Said& said) {
    const language::Meaning& meaning = said.meaning;
    const bool is_answered_here = meaning.intent == language::Intent::my_booking ||
                                  meaning.intent == language::Intent::queue_status;
    return is_answered_here && words_in(said.text) <= question_words_max &&
           meaning.confidence_percent >= question_percent_min;
}

void keep_writing(Scene& scene) {
    scene.talk.step = Step::writing_message;
    tell(scene, note(scene.say("human.still_open")), {});
}

bool is_for_officer(const Talk& talk, const Said& said) {
    if (talk.step != Step::writing_message) return false;
    const language::Meaning& meaning = said.meaning;
    const std::size_t most = meaning.data_wish ? claim_words_max : command_words_max;
    return words_in(said.text) > most && !meaning.is_legacy_form && !meaning.is_legacy_template;
}

void hear_message(Scene& scene, const Said& said) {
    std::string text = shorten(trim(said.text), message_units_max);
    if (said.meaning.nik) {
        text = without_digits(text);
        const std::string notice = std::exchange(scene.preface, "");
        tell(scene, note(notice), {});
    }
    scene.proposal = ProposeInquiry{Remark(std::move(text))};
}

void tell_inquiry(Scene& scene, Inbox inbox) {
    rest(scene);
    const std::string text = inbox == Inbox::kept
                                 ? scene.say("human.kept")
                                 : scene.say("human.full") + "\n\n" + contact_text(scene);
    tell(scene, note(text), {button(scene, Act::mine), button(scene, Act::menu)});
}

void hear_verdict(Scene& scene, const Payload& payload) {
    if (!payload.inquiry) return recover(scene);
    const bool has_helped = payload.act == Act::helped;
    scene.proposal =
        ProposeVerdict{*payload.inquiry, has_helped ? Verdict::helped : Verdict::not_helped};
}

void tell_judged(Scene& scene, Verdict verdict) {
    if (verdict == Verdict::not_helped) {
        rest(scene);
        return ask(
            scene, Step::writing_message, note(scene.say("human.ask_again")), ways_back(scene)
        );
    }
    tell(scene, note(scene.say("human.helped")), {});
}

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::none: return "none";
    case Verdict::helped: return "helped";
    case Verdict::not_helped: return "not_helped";
    }
    return "none";
}

std::optional<Verdict> verdict_named(std::string_view name) {
    for (const Verdict verdict : {Verdict::none, Verdict::helped, Verdict::not_helped}) {
        if (name == name_of(verdict)) return verdict;
    }
    return std::nullopt;
}

}  // namespace antre::conversation
