#include "engine/engine.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "engine/bookings.h"
#include "engine/erasures.h"
#include "engine/forms.h"
#include "engine/limits.h"
#include "engine/recalls.h"
#include "engine/reminders.h"
#include "engine/requests.h"
#include "engine/sending.h"
#include "engine/staff_desk.h"
#include "engine/waiting.h"
#include "foundation/assert.h"
#include "foundation/sabotage.h"
#include "notices/limits.h"

namespace antre::engine {

Engine::Engine(Store& store, const Speech& speech, EngineOptions options)
    : store_(store)
    , speech_(speech)
    , options_(std::move(options))
    , memory_(store, options_.number_per_second) {
    memory_.forms = options_.forms;
}

Result<void, StoreFailure> Engine::load(Instant now) {
    is_stale_ = true;
    memory_.offices.clear();
    memory_.contacts.clear();
    memory_.outbox.clear();
    memory_.erasures.clear();
    memory_.forget_batch();
    const auto ids = store_.offices();
    if (!ids) return fail(ids.error());
    for (const OfficeId id : *ids) {
        // Yesterday's places are kept too: nowhere on earth is today earlier than that.
        const LocalDate from = local_time(now, Zone::wib).date - 1;
        auto state = store_.load(id, from);
        if (!state) return fail(state.error());
        const LocalDate today = local_time(now, state->office.zone).date;
        memory_.offices.add(std::move(*state), today).plan_times(now);
    }
    const auto erasures = store_.erasures_due();
    if (!erasures) return fail(erasures.error());
    memory_.erasures.insert(erasures->begin(), erasures->end());
    const auto next = store_.next_ids();
    if (!next) return fail(next.error());
    memory_.next = *next;
    auto pending = store_.pending_messages();
    if (!pending) return fail(pending.error());
    for (PendingMessage& message : *pending) {
        if (message.progress.state == notices::MessageState::queued) {
            memory_.outbox.add(message);
        } else {
            memory_.outbox.await_echo(std::move(message), now + notices::echo_wait);
        }
    }
    is_stale_ = false;
    return {};
}

std::optional<OfficeId> Engine::office_of_number(std::string_view phone_number_id) const {
    for (const auto& [id, book] : memory_.offices.all()) {
        if (book.office().phone_number_id == phone_number_id) return id;
    }
    return std::nullopt;
}

std::optional<Instant> Engine::next_due() const {
    std::optional<Instant> due = memory_.outbox.next_due();
    for (const auto& [id, book] : memory_.offices.all()) {
        const auto hold = book.first_hold();
        if (hold && (!due || hold->until < *due)) due = hold->until;
        if (!due || book.reminders_due() < *due) due = book.reminders_due();
        const auto cases = book.cases_due();
        if (cases && *cases < *due) due = cases;
    }
    if (!memory_.erasures.empty()) {
        const Instant erasure = memory_.erasures.begin()->at;
        if (!due || erasure < *due) due = erasure;
    }
    return due;
}

Result<std::optional<Answer>, StoreFailure>
Engine::answer_if_repeated(const Command& command, std::size_t index, Round& round) {
    if (!is_set(command.key)) return std::optional<Answer>{};
    if (is_sabotaged(Sabotage::repeats_obeyed)) return std::optional<Answer>{};
    // Twice in one batch: told what the first was told.
    for (std::size_t i = 0; i < round.commits.size(); ++i) {
        if (round.commits[i].key == command.key) {
            round.repeats.emplace_back(index, round.owners[i]);
            return std::optional(round.answers[round.owners[i]]);
        }
    }
    const auto kept = store_.kept_answer(command.key);
    if (!kept) return fail(kept.error());
    if (!kept->has_value()) return std::optional<Answer>{};
    Desk desk(memory_, command, nullptr, 0);
    Answer answer = repeated(desk, **kept);
    if (desk.failure()) return fail(*desk.failure());
    return std::optional(std::move(answer));
}

namespace {

// Which commands are about the office they name; the others have none or find it themselves.
bool needs_office(const Body& body) {
    return std::holds_alternative<Hear>(body) || std::holds_alternative<FillForm>(body) ||
           std::holds_alternative<SwitchForm>(body) || std::holds_alternative<Book>(body) ||
           std::holds_alternative<MoveBooking>(body) ||
           std::holds_alternative<CancelBooking>(body) || std::holds_alternative<LookUp>(body) ||
           std::holds_alternative<AskAvailability>(body) ||
           std::holds_alternative<HearStatus>(body) || std::holds_alternative<Prefer>(body) ||
           std::holds_alternative<ChangeIdentity>(body) || std::holds_alternative<StaffAct>(body);
}

struct Dispatcher {
    Desk& desk;
    const Speech& speech;

    Answer operator()(const Hear& b) const { return hear(desk, speech, b), Done{}; }
    Answer operator()(const ChangeIdentity& b) const { return change_identity(desk, b), Done{}; }
    Answer operator()(const Prefer& b) const { return prefer(desk, b), Done{}; }
    Answer operator()(const FillForm& b) const { return fill_form(desk, speech, b); }
    Answer operator()(const SwitchForm& b) const { return switch_form(desk, b), Done{}; }
    Answer operator()(const Book& b) const { return book_for(desk, b); }
    Answer operator()(const MoveBooking& b) const { return move_for(desk, b); }
    Answer operator()(const CancelBooking& b) const { return cancel_for(desk, b); }
    Answer operator()(const LookUp& b) const { return look_up(desk, b); }
    Answer operator()(const AskAvailability& b) const { return availability(desk, b); }
    Answer operator()(const ClaimMessages& b) const { return claim(desk, b); }
    Answer operator()(const RecordSend& b) const { return record(desk, b), Done{}; }
    Answer operator()(const RetryTemplates&) const {
        desk.memory().outbox.retry_templates(desk.now());
        return Done{};
    }
    Answer operator()(const HearStatus& b) const { return hear_status(desk, b), Done{}; }
    Answer operator()(const PutOffice& b) const { return put_office(desk, b); }
    Answer operator()(const KeepAside& b) const {
        desk.change(KeepRaw{b.raw, b.reason});
        return Done{};
    }
    Answer operator()(const StaffAct& b) const { return StaffAnswer{act(desk, speech, b)}; }
    Answer operator()(const PassTime&) const { return give_up_waiting(desk), Done{}; }
};

}  // namespace

Result<Answer, StoreFailure>
Engine::decide(const Command& command, std::uint8_t attempt, std::size_t index, Round& round) {
    auto repeat = answer_if_repeated(command, index, round);
    if (!repeat) return fail(repeat.error());
    if (*repeat) return std::move(**repeat);
    OfficeBook* book = command.office.is_set() ? memory_.offices.find(command.office) : nullptr;
    if (book == nullptr && needs_office(command.body)) return Answer{UnknownOffice{}};
    if (book != nullptr) book->roll_to(local_time(command.at, book->office().zone).date);
    if (std::holds_alternative<PassTime>(command.body)) {
        const auto passed = pass_time(command, index, round);
        if (!passed) return fail(passed.error());
    }
    Desk desk(memory_, command, book, attempt);
    Answer answer = std::visit(Dispatcher{desk, speech_}, command.body);
    if (desk.has_freed() && !desk.failure()) offer_freed(desk, speech_);
    if (desk.failure()) return fail(*desk.failure());
    for (Commit& commit : desk.take_commits()) {
        round.commits.push_back(std::move(commit));
        round.owners.push_back(index);
    }
    return answer;
}

Result<void, StoreFailure>
Engine::pass_time(const Command& command, std::size_t index, Round& round) {
    for (auto& [id, book] : memory_.offices.all()) {
        book.roll_to(local_time(command.at, book.office().zone).date);
        Desk desk(memory_, command, &book, 0);
        for (auto hold = book.first_hold(); hold && hold->until <= command.at;
             hold = book.first_hold()) {
            if (is_sabotaged(Sabotage::hold_kept_for_ever)) break;
            auto contact = memory_.contacts.find(hold->contact);
            if (!contact) return fail(contact.error());
            if (*contact != nullptr) end_hold(desk, **contact, hold->hold, EventKind::expired);
            book.end_hold(hold->until, hold->hold);
        }
        if (desk.has_freed()) offer_freed(desk, speech_);
        remind_who_is_due(desk, speech_);
        recall_ready_passports(desk, speech_);
        erase_who_is_due(desk);
        if (desk.failure()) return fail(*desk.failure());
        for (Commit& commit : desk.take_commits()) {
            commit.key = {};
            round.commits.push_back(std::move(commit));
            round.owners.push_back(index);
        }
    }
    if (command.at - idle_lanes_forgotten_at_ >= minutes(1)) {
        memory_.outbox.forget_idle(command.at);
        idle_lanes_forgotten_at_ = command.at;
    }
    return {};
}

Result<std::vector<Answer>, StoreFailure> Engine::handle(std::span<const Command> batch) {
    if (batch.empty()) return std::vector<Answer>{};
    if (is_stale_) {
        const auto loaded = load(batch.front().at);
        if (!loaded) return fail(loaded.error());
    }
    auto answers = settle(batch);
    // Memory went ahead of a store that kept nothing (or we do not know what): read it again.
    if (!answers) {
        is_stale_ = true;
        memory_.queued.clear();
    }
    for (const PendingMessage& message : memory_.queued)
        memory_.outbox.add(message);
    memory_.forget_batch();
    memory_.contacts.trim(contacts_kept_max);
    return answers;
}

std::vector<std::size_t>
Engine::left_by(std::span<const CommitOutcome> outcomes, const Round& round) {
    std::set<std::size_t> left;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (outcomes[i] != CommitOutcome::kept) left.insert(round.owners[i]);
    }
    for (const auto& [repeat, first] : round.repeats) {
        if (left.contains(first)) left.insert(repeat);
    }
    return {left.begin(), left.end()};
}

// Decides, commits, and decides again what met a conflict, until everything is kept or answered.
Result<std::vector<Answer>, StoreFailure> Engine::settle(std::span<const Command> batch) {
    std::vector<Answer> answers(batch.size(), TryAgain{});
    std::vector<std::size_t> left(batch.size());
    for (std::size_t i = 0; i < left.size(); ++i)
        left[i] = i;

    for (std::uint8_t attempt = 0; attempt < tries_max && !left.empty(); ++attempt) {
        Round round{{}, {}, answers, {}};
        round.commits.reserve(left.size());
        round.owners.reserve(left.size());
        for (const std::size_t index : left) {
            auto decided = decide(batch[index], attempt, index, round);
            if (!decided) return fail(decided.error());
            answers[index] = std::move(*decided);
        }
        if (round.commits.empty()) return answers;
        auto outcomes = store_.commit(round.commits);
        if (!outcomes) return fail(outcomes.error());
        ASSERT(outcomes->size() == round.commits.size());

        left = left_by(*outcomes, round);
        for (const std::size_t index : left)
            answers[index] = TryAgain{};
        if (left.empty()) return answers;
        const auto loaded = load(batch[left.front()].at);
        if (!loaded) return fail(loaded.error());
    }
    return answers;
}

}  // namespace antre::engine
