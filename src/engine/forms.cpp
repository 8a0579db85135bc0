#include "engine/forms.h"

#include <utility>
#include <variant>

#include "engine/bookings.h"
#include "engine/limits.h"
#include "engine/requests.h"

namespace antre::engine {

using conversation::FormMove;
using conversation::FormPage;

namespace {

// Asks the form at this moment: every decision changes the contact, and what is seen points into
// it.
template <class Ask>
auto seeing(
    Desk& desk, const Speech& speech, ContactState& contact, const FillForm& filled, Ask ask
) {
    const Seen seen = seen_by(desk, contact);
    conversation::View view = view_of(desk, speech, contact, seen);
    view.language = filled.language;
    return ask(view);
}

FormPage unknown_form(const Speech& speech, Language language) {
    return {conversation::ClosedScreen{speech.wording.say(language, "form.expired")}, {}, ""};
}

struct FormDecider {
    Desk& desk;
    ContactState& contact;

    std::optional<conversation::Decision> operator()(const FormPage&) const { return std::nullopt; }
    std::optional<conversation::Decision> operator()(const conversation::ProposeHold& p) const {
        return hold(desk, contact, p);
    }
    std::optional<conversation::Decision> operator()(const conversation::ProposeBooking& p) const {
        return book(desk, contact, p);
    }
};

Answer close_with(
    Desk& desk,
    const Speech& speech,
    ContactState& contact,
    const FillForm& filled,
    const conversation::Booked& booked
) {
    auto turn = seeing(desk, speech, contact, filled, [&](const conversation::View& view) {
        const conversation::Talk& talk = talk_with(contact, desk.office());
        return conversation::close_form(talk, filled.answers, booked, view);
    });
    keep_turn(desk, contact, std::move(turn.talk), std::move(turn.replies));
    desk.answer_with({booked.booking.id, std::nullopt});
    return BookingAnswer{booked.booking, booked.match};
}

}  // namespace

Answer fill_form(Desk& desk, const Speech& speech, const FillForm& filled) {
    auto kept = desk.memory().store.kept_answer(filled.form);
    if (!kept) return desk.fail_with(kept.error()), TryAgain{};
    if (kept->has_value()) return repeated(desk, **kept);
    auto found = desk.memory().contacts.find(filled.contact);
    if (!found) return desk.fail_with(found.error()), TryAgain{};
    if (*found == nullptr)
        return desk.leave_key_unused(), FormAnswer{unknown_form(speech, filled.language)};
    ContactState& contact = **found;
    auto move = seeing(desk, speech, contact, filled, [&](const conversation::View& view) {
        return conversation::fill_form(filled.step, filled.answers, view);
    });
    for (std::uint8_t proposals = 0; proposals < proposals_max; ++proposals) {
        const auto decision = std::visit(FormDecider{desk, contact}, move);
        if (!decision) break;
        if (const auto* booked = std::get_if<conversation::Booked>(&*decision)) {
            return close_with(desk, speech, contact, filled, *booked);
        }
        move = seeing(desk, speech, contact, filled, [&](const conversation::View& view) {
            return conversation::hear_form_decision(filled.answers, *decision, view);
        });
    }
    desk.leave_key_unused();
    if (auto* page = std::get_if<FormPage>(&move)) return FormAnswer{std::move(*page)};
    return TryAgain{};
}

void switch_form(Desk& desk, const SwitchForm& change) {
    const std::string& slug = desk.book().office().slug;
    if (change.form == conversation::FormOffer::open) {
        desk.memory().forms.insert(slug);
    } else {
        desk.memory().forms.erase(slug);
    }
}

}  // namespace antre::engine
