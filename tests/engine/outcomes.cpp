#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "engine/town.h"
#include "foundation/assert.h"

namespace antre::stories {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string places_of(const scheduling::Booking& booking) {
    std::string text;
    for (const scheduling::PlaceNumber number : booking.placement.numbers) {
        text += (text.empty() ? "" : "+") + scheduling::label_of(number);
    }
    const auto weekday = static_cast<std::size_t>(weekday_of(booking.placement.day));
    text += ' ' + std::string(weekdays.at(weekday));
    return text + ' ' + iso_time(booking.placement.window);
}

std::string said_of(const scheduling::Booking& booking) {
    return places_of(booking) + ' ' + std::string(scheduling::name_of(booking.status));
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : between) + part;
    return text.empty() ? "none" : text;
}

std::string name_of(engine::StoreFailure::Kind kind) {
    switch (kind) {
    case engine::StoreFailure::Kind::unavailable: return "unavailable";
    case engine::StoreFailure::Kind::unknown: return "unknown";
    case engine::StoreFailure::Kind::corrupt: return "corrupt";
    }
    return "corrupt";
}

}  // namespace

std::string Town::describe(const engine::Answer& answer) {
    struct Describer {
        Town& town;
        std::string operator()(const engine::Done&) const { return "done"; }
        std::string operator()(const engine::BookingAnswer& told) const {
            return said_of(told.booking);
        }
        std::string operator()(const engine::FormAnswer&) const { return "screen"; }
        std::string operator()(const engine::AvailabilityAnswer& told) const {
            std::string text;
            for (const engine::DayRoom& day : told.days)
                text += std::to_string(day.free) + '/' + std::to_string(day.capacity) + ' ';
            if (!told.earliest) return text + "never";
            return text + scheduling::label_of(told.earliest->placement.numbers.front());
        }
        std::string operator()(const engine::ClaimAnswer& told) const {
            std::vector<std::string> parts;
            for (const engine::Claimed& claimed : told.messages) {
                std::string to = "somebody";
                for (auto& [name, who] : town.people_) {
                    if (claimed.to.phone.reveal() != who.phone) continue;
                    who.claimed = claimed.message.id;
                    to = name;
                }
                parts.push_back(to + ' ' + std::string(notices::name_of(claimed.message.kind)));
            }
            return joined(parts, ", ");
        }
        std::string operator()(const engine::StaffAnswer& told) const {
            const auto* refused = std::get_if<engine::StaffRefusal>(&told);
            return refused == nullptr ? "done" : std::string(engine::name_of(*refused));
        }
        std::string operator()(const engine::OfficeAnswer& told) const {
            return "office " + std::to_string(told.office.value);
        }
        std::string operator()(const engine::RefusedAnswer& told) const {
            return std::string(scheduling::name_of(told.refusal));
        }
        std::string operator()(const engine::UnknownOffice&) const { return "unknown_office"; }
        std::string operator()(const engine::TryAgain&) const { return "try_again"; }
    };
    return std::visit(Describer{*this}, answer);
}

std::vector<std::string> Town::handle(engine::Engine& with, std::vector<engine::Command> commands) {
    latest_ = std::move(commands);
    const auto answers = with.handle(latest_);
    if (!answers) {
        return std::vector<std::string>(latest_.size(), stories::name_of(answers.error().kind));
    }
    std::vector<std::string> outcomes;
    outcomes.reserve(answers->size());
    for (const engine::Answer& answer : *answers) {
        if (const auto* told = std::get_if<engine::BookingAnswer>(&answer)) {
            for (auto& each : people_) {
                const LocalDate born = each.second.born;
                const bool is_theirs = std::any_of(
                    told->booking.people.begin(),
                    told->booking.people.end(),
                    [&](const scheduling::Person& person) { return person.born == born; }
                );
                if (is_theirs) each.second.booking = told->booking.id;
            }
        }
        outcomes.push_back(describe(answer));
    }
    return outcomes;
}

std::vector<std::string> Town::tell_together(const std::vector<std::string>& sentences) {
    std::vector<engine::Command> commands;
    commands.reserve(sentences.size());
    for (const std::string& sentence : sentences)
        commands.push_back(command(sentence));
    return handle(*engine_, std::move(commands));
}

std::vector<std::string> Town::repeat() {
    return handle(*engine_, std::move(latest_));
}

// ---- what the store holds
// ----------------------------------------------------------------------------

std::uint64_t Town::contact_of(const engine::Identity& who) {
    const auto found = store_.inside().find_contact(who);
    return *found ? (*found)->contact.id.value : 0;
}

std::string Town::booking_of(const std::string& name) {
    const auto found = store_.inside().find_contact(whatsapp_of(name));
    if (*found) {
        for (const scheduling::Booking& booking : (*found)->bookings)
            person(name).booking = booking.id;
    }
    const auto kept = store_.inside().booking(person(name).booking);
    return *kept ? said_of(**kept) : "none";
}

std::string Town::messages_of(const std::string& name) {
    const std::uint64_t contact = contact_of(whatsapp_of(name));
    const auto next = store_.inside().next_ids();
    std::vector<std::string> parts;
    for (std::uint64_t id = 1; id < next->message.value; ++id) {
        const auto kept = store_.inside().message({id});
        if (!*kept || (*kept)->message.contact.value != contact) continue;
        parts.push_back(
            std::string(notices::name_of((*kept)->message.kind)) + ' ' +
            std::string(notices::name_of((*kept)->progress.state))
        );
    }
    return joined(parts, ", ");
}

std::string Town::told_to(const std::string& name) {
    const std::uint64_t contact = contact_of(whatsapp_of(name));
    const auto next = store_.inside().next_ids();
    for (std::uint64_t id = next->message.value; id > 0; --id) {
        const auto kept = store_.inside().message({id});
        if (!*kept || (*kept)->message.contact.value != contact) continue;
        const auto* note = std::get_if<notices::Note>(&(*kept)->message.content);
        if (note != nullptr) return note->body;
    }
    return {};
}

std::string Town::places(OfficeId office) {
    const auto state = store_.inside().load(office, LocalDate{});
    std::vector<std::string> labels;
    for (const engine::TakenPlace& taken : state->taken)
        labels.push_back(scheduling::label_of(taken.place.number));
    return joined(labels, " ");
}

std::string Town::journal(OfficeId office) {
    std::vector<std::string> kinds;
    for (const storage::JournalRow& row : store_.inside().journal(office))
        kinds.emplace_back(engine::name_of(row.kind));
    return joined(kinds, " ");
}

MessageId Town::last_claimed(const std::string& name) {
    return person(name).claimed;
}

void Town::queue_notice(const std::string& name) {
    notices::OutMessage message;
    message.id = store_.inside().next_ids()->message;
    message.office = jakarta;
    message.contact = {contact_of(whatsapp_of(name))};
    message.kind = notices::MessageKind::notice;
    message.content = notices::Template{"pengingat_h1", "id", {}, {}};
    message.queued_at = now_;
    message.due_at = now_;
    message.moot_at = now_ + hours(12);
    engine::Commit commit;
    commit.at = now_;
    commit.changes.emplace_back(engine::QueueMessage{std::move(message)});
    ASSERT(store_.inside().commit(std::span(&commit, 1)).has_value());
    restart();
}

}  // namespace antre::stories
