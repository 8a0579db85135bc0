#include "conversation/wishes.h"

#include <algorithm>

#include "conversation/information.h"
#include "conversation/limits.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

// As few messages as hold the facts, and room for one more: what is to be done.
void tell_facts(Scene& scene, const std::vector<std::string>& facts) {
    std::vector<std::string> bodies;
    for (const std::string& fact : facts) {
        const std::size_t before = bodies.empty() ? utf16_units(scene.preface) + 2 : 0;
        const bool fits =
            !bodies.empty() &&
            utf16_units(bodies.back()) + utf16_units(fact) + 2 + before <= body_units_max;
        if (fits) {
            bodies.back() += "\n\n" + fact;
        } else if (bodies.size() + 1 < replies_max) {
            bodies.push_back(fact);
        }
    }
    for (std::string& body : bodies)
        tell(scene, note(std::move(body)), {});
}

std::size_t party_of(const language::Meaning& meaning) {
    if (meaning.count) return static_cast<std::size_t>(std::max(0, *meaning.count));
    return meaning.people.size();
}

// "Cancel Friday and book again next week" is a move: the old place is kept until there is a new
// one. Unless the new one is for others or for more.
language::Meaning
as_move(const View& view, const language::Meaning& cancelled, const language::Meaning& booked) {
    if (view.bookings.empty()) return booked;
    const bool is_for_others = !booked.people.empty();
    const auto has_party = [&](const BookingSeen& seen) {
        return seen.booking->placement.numbers.size() == party_of(booked);
    };
    const bool is_of_size = party_of(booked) == 0 || std::ranges::any_of(view.bookings, has_party);
    if (is_for_others || !is_of_size) return cancelled;
    language::Meaning move = booked;
    move.intent = language::Intent::reschedule;
    move.old_date = cancelled.date;
    move.code = cancelled.code;
    move.queue_no = cancelled.queue_no;
    return move;
}

}  // namespace

std::optional<Said> tell_facts_before(Scene& scene, const Said& said) {
    const std::vector<language::Meaning>& wishes = said.meaning.wishes;
    if (wishes.empty()) return std::nullopt;
    const auto is_fact = [](const language::Meaning& wish) {
        return wish.intent == language::Intent::info && wish.topic;
    };
    const auto act = std::ranges::find_if_not(wishes, is_fact);
    if (act == wishes.end()) return std::nullopt;
    const Service of_act =
        act->service.value_or(scene.talk.draft.service.value_or(Service::new_passport));
    std::vector<std::string> facts;
    for (auto fact = wishes.begin(); fact != act; ++fact) {
        const Service service = fact->service.value_or(of_act);
        facts.push_back(fact_text(scene, *fact->topic, service, fact->is_for_child));
    }
    tell_facts(scene, facts);
    const bool is_cancel_and_book =
        act + 1 != wishes.end() && act->intent == language::Intent::cancel;
    return Said{said.text, is_cancel_and_book ? as_move(scene.view, *act, *(act + 1)) : *act};
}

}  // namespace antre::conversation
