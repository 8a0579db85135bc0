#pragma once

// One small office at work: the real engine over the store in memory, people who write to it, and a
// dispatcher that notes what is sent. Time stands where it is put.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "channels/wording_file.h"
#include "engine/engine.h"
#include "language/tables.h"
#include "storage/memory/memory_store.h"

namespace antre::cases {

// Two places an hour (priority takes none), Monday to Friday, 08:00-10:00.
inline scheduling::Office small_office() {
    scheduling::Office office;
    office.slug = "jakarta-selatan";
    office.stage = scheduling::OfficeStage::live;
    office.phone_number_id = "1001";
    office.profile.name_id = "Kantor Imigrasi Jakarta Selatan";
    office.profile.name_en = "South Jakarta Immigration Office";
    office.profile.address = "Jl. Warung Buncit Raya 207";
    scheduling::Pool pool;
    pool.id = {1};
    pool.key = "regular";
    pool.services = {Service::new_passport, Service::renew};
    pool.places_per_hour = 2;
    pool.window_minutes = 30;
    for (std::size_t day = 0; day < 5; ++day)
        pool.week[day] = {{clock_time(8, 0), clock_time(10, 0)}};
    office.pools = {pool};
    return office;
}

// What was sent to somebody: the note's body, or "template NAME: first | second".
struct Sent {
    std::string to;
    std::string text;
    std::vector<std::string> payloads;  // of its buttons
    bool is_template = false;
};

class OfficeAtWork {
public:
    explicit OfficeAtWork(std::string_view now, scheduling::Office office = small_office())
        : OfficeAtWork(now, std::move(office), nullptr) {}
    // On another store than the one in memory; it outlives the house.
    OfficeAtWork(std::string_view now, scheduling::Office office, engine::Store* instead)
        : used_(instead == nullptr ? &store_ : instead)
        , engine_(std::make_unique<engine::Engine>(*used_, speech_, engine::EngineOptions{})) {
        at(now);
        engine::Command command = stamped();
        command.body = engine::PutOffice{std::move(office)};
        office_ = std::get<engine::OfficeAnswer>(decided(std::move(command))).office;
    }

    void at(std::string_view now) { now_ = *parse_iso_instant(now); }
    void later(Milliseconds by) { now_ = now_ + by; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] OfficeId office() const { return office_; }
    [[nodiscard]] storage::MemoryStore& store() { return store_; }
    [[nodiscard]] engine::Engine& engine() { return *engine_; }
    // The process ends and another begins with what the store kept.
    void restart() {
        engine_ = std::make_unique<engine::Engine>(*used_, speech_, engine::EngineOptions{});
        EXPECT_TRUE(engine_->load(now_));
    }

    engine::Answer ask(engine::Body body, engine::ActorKind actor = engine::ActorKind::console) {
        engine::Command command = stamped();
        command.actor = actor;
        command.office = office_;
        command.body = std::move(body);
        return decided(std::move(command));
    }
    engine::StaffAnswer act(engine::StaffAct what) {
        return std::get<engine::StaffAnswer>(ask(engine::Body{std::move(what)}));
    }
    void pass_time() {
        engine::Command command = stamped();
        command.body = engine::PassTime{};
        decided(std::move(command));
    }

    // Somebody with this phone books by REST for these people; the code.
    std::string books(
        const std::string& phone, scheduling::Wish wish, std::vector<std::string> names = {"Siti"}
    ) {
        engine::Book book;
        book.phone = PhoneNumber(phone);
        book.wish = wish;
        for (const std::string& name : names)
            book.people.push_back({PersonName(name), LocalDate{7'000}});
        book.wish.party = static_cast<std::uint8_t>(names.size());
        const engine::Answer answer = ask(std::move(book), engine::ActorKind::api);
        const auto* booked = std::get_if<engine::BookingAnswer>(&answer);
        return booked == nullptr ? "refused" : scheduling::code_of(booked->booking.id);
    }
    // Somebody of whom WhatsApp tells the user id as well.
    void says_as(const engine::Identity& who, const std::string& text) {
        ask(engine::Hear{who, engine::TextHeard{text}}, engine::ActorKind::contact);
    }
    void says(const std::string& phone, const std::string& text) {
        heard(phone, engine::TextHeard{text});
    }
    void taps(const std::string& phone, const std::string& payload) {
        heard(phone, engine::TapHeard{payload, ""});
    }

    // Everything that may be sent now is sent, one message after the other.
    std::vector<Sent> sent() {
        std::vector<Sent> all;
        for (int round = 0; round < 100; ++round) {
            engine::Command claim = stamped();
            claim.body = engine::ClaimMessages{64};
            const engine::Answer answer = decided(std::move(claim));
            const auto& claimed = std::get<engine::ClaimAnswer>(answer).messages;
            if (claimed.empty()) break;
            for (const engine::Claimed& each : claimed) {
                all.push_back(as_sent(each));
                engine::RecordSend record;
                record.message = each.message.id;
                record.outcome = engine::SendOutcome::accepted;
                record.wamid = "wamid." + std::to_string(each.message.id.value);
                ask(std::move(record), engine::ActorKind::system);
            }
        }
        return all;
    }

    // "A-001 Fri 27 08:00" of a booking.
    std::string place(const std::string& code) {
        const auto booking = *used_->booking(*scheduling::booking_coded(code));
        if (!booking) return "nobody";
        if (booking->status != scheduling::BookingStatus::booked) {
            return std::string(scheduling::name_of(booking->status));
        }
        return written(booking->placement);
    }
    static std::string written(const scheduling::Placement& placement) {
        return scheduling::label_of(placement.numbers.front()) + " " + iso_date(placement.day) +
               " " + iso_time(placement.window);
    }
    // The kinds of all journal lines, in order.
    std::vector<std::string> journal_kinds() {
        std::vector<std::string> kinds;
        for (const storage::JournalRow& row : store_.journal(office_))
            kinds.emplace_back(engine::name_of(row.kind));
        return kinds;
    }

private:
    engine::Command stamped() {
        engine::Command command;
        command.at = now_;
        command.chance[0] = static_cast<std::uint8_t>(++turn_);
        command.chance[1] = static_cast<std::uint8_t>(turn_ >> 8);
        return command;
    }
    engine::Answer decided(engine::Command command) {
        auto answers = engine_->handle({&command, 1});
        EXPECT_TRUE(answers) << (answers ? "" : answers.error().detail);
        return answers ? std::move(answers->front()) : engine::Answer{engine::TryAgain{}};
    }
    void heard(const std::string& phone, engine::Utterance what) {
        ask(engine::Hear{{UserKey{}, PhoneNumber(phone)}, std::move(what)},
            engine::ActorKind::contact);
    }
    static Sent as_sent(const engine::Claimed& claimed) {
        Sent sent;
        sent.to = claimed.to.phone.reveal();
        if (const auto* note = std::get_if<notices::Note>(&claimed.message.content)) {
            sent.text = note->body;
            for (const notices::Button& button : note->buttons)
                sent.payloads.push_back(button.id);
            if (note->menu) {
                for (const notices::Row& row : note->menu->rows)
                    sent.payloads.push_back(row.id);
            }
        } else if (const auto* form = std::get_if<notices::Template>(&claimed.message.content)) {
            sent.is_template = true;
            sent.text = "template " + form->name + ":";
            for (const std::string& parameter : form->parameters)
                sent.text += " | " + parameter;
            sent.payloads = form->payloads;
        }
        return sent;
    }

    storage::MemoryStore store_;
    engine::Store* used_;
    language::Tables tables_ = language::built_in_tables();
    conversation::Wording wording_ = channels::built_in_wording();
    engine::Speech speech_{tables_, wording_};
    std::unique_ptr<engine::Engine> engine_;
    OfficeId office_;
    Instant now_;
    std::uint32_t turn_ = 0;
};

inline scheduling::Wish on(std::string_view day) {
    scheduling::Wish wish;
    wish.date = *parse_iso_date(day);
    return wish;
}

}  // namespace antre::cases
