#include "simulation/checks/agreement.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace antre::simulation {

namespace {

using Taken = std::map<scheduling::PlaceKey, BookingId>;
using Holds = std::map<BookingId, std::pair<std::uint32_t, Instant>>;
using Waiting = std::map<MessageId, std::tuple<notices::MessageState, std::uint8_t, Instant>>;

Taken taken_in(const engine::OfficeState& state) {
    Taken taken;
    for (const engine::TakenPlace& place : state.taken)
        taken[place.place] = place.holder;
    return taken;
}

Holds holds_in(const engine::OfficeState& state) {
    Holds holds;
    for (const scheduling::Booking& hold : state.holds)
        holds[hold.id] = {hold.version, hold.hold_until};
    return holds;
}

Waiting waiting_in(const std::vector<engine::PendingMessage>& messages) {
    Waiting waiting;
    for (const engine::PendingMessage& message : messages) {
        waiting[message.id] = {
            message.progress.state, message.progress.attempts, message.progress.next_try_at};
    }
    return waiting;
}

}  // namespace

void agree(engine::Store& model, engine::Store& store, LocalDate from, Verdict& verdict) {
    const auto offices = model.offices();
    const auto kept = store.offices();
    if (!offices || !kept || *offices != *kept) {
        return verdict.broken("I1", "the database does not know the same offices");
    }
    for (const OfficeId id : *offices) {
        const std::string name = "office " + std::to_string(id.value);
        const auto due = model.load(id, from);
        const auto found = store.load(id, from);
        verdict.looked("I1");
        if (!due || !found) {
            verdict.broken("I1", name + " cannot be loaded");
            continue;
        }
        if (due->revision != found->revision) verdict.broken("I1", name + " has another revision");
        if (taken_in(*due) != taken_in(*found)) {
            verdict.broken("I2", name + " has other places taken");
        }
        if (holds_in(*due) != holds_in(*found)) verdict.broken("I1", name + " has other holds");
    }
    const auto due = model.pending_messages();
    const auto found = store.pending_messages();
    if (!due || !found || waiting_in(*due) != waiting_in(*found)) {
        verdict.broken("I5", "the database has other messages waiting");
    }
}

void agree_on_booking(engine::Store& model, engine::Store& store, BookingId id, Verdict& verdict) {
    const auto due = model.booking(id);
    const auto found = store.booking(id);
    verdict.looked("I1");
    const bool is_there = due && found && due->has_value() && found->has_value();
    const bool is_same = is_there && (*due)->status == (*found)->status &&
                         (*due)->version == (*found)->version &&
                         (*due)->placement == (*found)->placement &&
                         (*due)->people.size() == (*found)->people.size();
    if (!is_same) {
        verdict.broken("I1", "booking " + std::to_string(id.value) + " is not as it was kept");
    }
}

}  // namespace antre::simulation
