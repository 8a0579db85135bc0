#include "conversation/erasing.h"

#include <algorithm>

#include "conversation/dates.h"
#include "conversation/hearing.h"
#include "conversation/limits.h"
#include "conversation/room.h"
#include "conversation/taps.h"
#include "conversation/ticket.h"

namespace antre::conversation {

namespace {

constexpr std::size_t elsewhere_told_max = 4;

// The engine decides; to know it beforehand spares a question that would be refused.
std::optional<ErasureFault> fault_of(const View& view) {
    const bool is_case_open =
        std::any_of(view.cases.begin(), view.cases.end(), [](const CaseSeen& seen) {
            return !scheduling::is_over(seen.passport->state);
        });
    if (is_case_open) return ErasureFault::case_open;
    for (const BookingSeen& seen : view.bookings) {
        if (!is_of_this_office(view, seen)) return ErasureFault::booked_elsewhere;
    }
    const auto has_case = [&](const BookingSeen& seen) {
        return std::any_of(view.cases.begin(), view.cases.end(), [&](const CaseSeen& each) {
            return scheduling::booking_of(each.passport->id) == seen.booking->id;
        });
    };
    for (const BookingSeen& seen : view.bookings) {
        if (has_begun(view, seen) && !has_case(seen)) return ErasureFault::visit_today;
    }
    return std::nullopt;
}

std::string numbers_of(const std::vector<const scheduling::Booking*>& bookings) {
    std::string numbers;
    for (const scheduling::Booking* booking : bookings) {
        if (!numbers.empty()) numbers += ", ";
        numbers += numbers_text(*booking);
    }
    return numbers;
}

std::string elsewhere_lines(const Scene& scene) {
    std::string lines;
    std::size_t told = 0;
    for (const BookingSeen& seen : scene.view.bookings) {
        if (is_of_this_office(scene.view, seen) || told++ == elsewhere_told_max) continue;
        lines += "\n- " + scene.say(
                              "erase.elsewhere_line",
                              {{"number", numbers_text(*seen.booking)},
                               {"office", office_name(*seen.office, scene.language)},
                               {"phone", "+" + seen.office->display_phone},
                               {"code", scheduling::code_of(seen.booking->id)}}
                          );
    }
    return lines;
}

std::string erased_when(const Scene& scene, Instant at) {
    return clock_text(local_time(at, scene.view.office.zone).minute, scene.language);
}

bool is_taken_back(const Scene& scene, const Heard& heard) {
    std::string payload;
    if (const auto* tapped = std::get_if<Tapped>(&heard)) payload = tapped->payload;
    if (const auto* said = std::get_if<Said>(&heard)) {
        const language::Intent intent = said->meaning.intent;
        if (intent == language::Intent::cancel || intent == language::Intent::deny) return true;
        payload = payload_typed(scene.talk, said->text);
    }
    const auto decoded = decode_payload(payload);
    return decoded && decoded->act == Act::undo_erase;
}

}  // namespace

void ask_erasure(Scene& scene) {
    if (const auto fault = fault_of(scene.view)) return tell_not_erased(scene, *fault);
    rest(scene);
    std::vector<const scheduling::Booking*> bookings;
    for (const BookingSeen& seen : scene.view.bookings) {
        if (!has_begun(scene.view, seen)) bookings.push_back(seen.booking);
    }
    std::string body = scene.say("erase.confirm");
    if (!bookings.empty()) {
        body += "\n\n" + scene.say("erase.cancels", {{"numbers", numbers_of(bookings)}});
    }
    if (!scene.view.waits.empty()) body += " " + scene.say("erase.ends_waiting");
    ask(scene,
        Step::confirming_erasure,
        note(std::move(body)),
        {button(scene, Act::erase_now), button(scene, Act::keep_data)});
}

void erase_now(Scene& scene) {
    scene.proposal = ProposeErasure{};
}

void hear_while_erasing(Scene& scene, const Heard& heard) {
    if (const auto* said = std::get_if<Said>(&heard)) follow_language(scene, said->meaning);
    if (is_taken_back(scene, heard)) {
        scene.proposal = ProposeUndoing{};
        return;
    }
    rest(scene);
    tell(
        scene,
        note(scene.say("erase.under_way", {{"time", erased_when(scene, *scene.view.own.erased_at)}})
        ),
        {button(scene, Act::undo_erase)}
    );
}

void tell_erasure(Scene& scene, const ErasureBegun& begun) {
    rest(scene);
    std::vector<const scheduling::Booking*> cancelled;
    for (const scheduling::Booking& booking : begun.cancelled)
        cancelled.push_back(&booking);
    if (!cancelled.empty()) {
        say_before(scene, scene.say("erase.cancelled", {{"numbers", numbers_of(cancelled)}}));
    }
    tell(
        scene,
        note(scene.say("erase.done", {{"time", erased_when(scene, begun.at)}})),
        {button(scene, Act::undo_erase)}
    );
}

void tell_not_erased(Scene& scene, ErasureFault fault) {
    rest(scene);
    std::string body;
    switch (fault) {
    case ErasureFault::case_open: body = scene.say("erase.case_open"); break;
    case ErasureFault::visit_today: body = scene.say("erase.visit_today"); break;
    case ErasureFault::booked_elsewhere:
        body = scene.say("erase.elsewhere") + "\n" + elsewhere_lines(scene) + "\n\n" +
               scene.say("erase.elsewhere_then");
        break;
    }
    tell(
        scene,
        note(std::move(body)),
        {button(scene, Act::own_data), button(scene, Act::human), button(scene, Act::menu)}
    );
}

void tell_erasure_undone(Scene& scene) {
    rest(scene);
    tell(
        scene,
        note(scene.say("erase.undone")),
        {button(scene, Act::own_data), button(scene, Act::start), button(scene, Act::menu)}
    );
}

}  // namespace antre::conversation
