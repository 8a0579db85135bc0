#include "simulation/machine.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "channels/whatsapp/webhook.h"
#include "channels/wording_file.h"
#include "foundation/sabotage.h"
#include "simulation/limits.h"
#include "storage/sqlite/migration.h"

namespace antre::simulation {

namespace whatsapp = channels::whatsapp;
using whatsapp_cloud::Delivery;

Machine::Machine(Around around, std::uint64_t seed, std::vector<scheduling::Office> offices)
    : around_(around)
    , random_(seed)
    , disk_("simulated-disk", random_.next())
    , offices_(std::move(offices))
    , tables_(language::built_in_tables())
    , wording_(channels::built_in_wording())
    , speech_{tables_, wording_}
    , signature_({Token(app_secret)}) {
    options_.path = path_;
    options_.file_system = disk_.name();
    options_.master_key = storage::SecretKey{};
    options_.rest_frames = static_cast<int>(40 + random_.below(400));
    if (is_sabotaged(Sabotage::sync_skipped)) options_.durability = storage::Durability::next_sync;
    options_.randomness = [this](std::span<std::uint8_t> bytes) {
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(random_.next());
    };
}

Machine::~Machine() {
    engine_.reset();
    witness_.reset();
    store_.reset();
}

// ---- life and death --------------------------------------------------------------------------

bool Machine::open_store() {
    disk_.revive();
    if (!is_migrated_) {
        if (!storage::migrate(options_)) return false;
        is_migrated_ = true;
    }
    auto opened = storage::SqliteStore::open(options_);
    if (!opened) return false;
    store_ = std::move(*opened);
    witness_ = std::make_unique<Witness>(
        *store_,
        disk_,
        path_ + "-wal",
        around_.ledger,
        around_.verdict,
        around_.faults.store,
        around_.figures.store,
        random_
    );
    engine_ = std::make_unique<engine::Engine>(*witness_, speech_, engine::EngineOptions{});
    return engine_->load(around_.now).has_value();
}

void Machine::start() {
    if (engine_ != nullptr) return;
    is_dying_ = false;
    has_power_failed_ = false;
    under_way_ = 0;
    ++life_;
    if (!open_store()) {
        ++around_.figures.starts_failed;
        if (is_spared_) around_.verdict.broken("I17", "the store does not open any more");
        return die(seconds(5)), bury();
    }
    around_.ledger.settle(*store_);
    const LocalDate from = local_time(around_.now, Zone::wib).date - 1;
    around_.ledger.compare(*store_, from, random_, around_.now);
    passed_at_ = around_.now;
    time_told_at_ = around_.now;
    around_.tape.note("start " + iso_instant(around_.now));
    if (life_ == 1) put_offices();
}

// Until each has been kept: the store may say no at first.
void Machine::put_offices() {
    while (!offices_.empty() && is_up()) {
        const scheduling::Office& office = offices_.front();
        if (!request(stamped(engine::PutOffice{office}), "office " + office.slug)) break;
        offices_.erase(offices_.begin());
    }
    if (!offices_.empty()) around_.agenda.at(around_.now + seconds(1), [this] { put_offices(); });
}

void Machine::stop() {
    if (!is_up()) return;
    ++around_.figures.restarts;
    engine_.reset();
    witness_.reset();
    store_.reset();
    around_.agenda.at(around_.now + seconds(2), [this] { start(); });
}

void Machine::kill(DeathPoint point, Milliseconds down) {
    if (!is_up()) return;
    down_ = down;
    if (point != DeathPoint::at_once) {
        death_ = point;
        return;
    }
    die(down);
    bury();
}

void Machine::plan_disk_fault(storage::DiskFault fault, std::uint64_t acts, Milliseconds down) {
    if (!is_up()) return;
    down_after_disk_fault_ = down;
    disk_.plan(fault, acts);
}

// The process is gone from this moment; what is left of it is cleared away by `bury`.
void Machine::die(Milliseconds down) {
    if (is_dying_) return;
    is_dying_ = true;
    has_power_failed_ = disk_.is_dead();
    down_ = down;
    death_.reset();
}

void Machine::bury() {
    if (!is_dying_) return;
    const bool had_engine = engine_ != nullptr;
    const bool is_error = store_ != nullptr && store_->must_exit() && !has_power_failed_;
    if (!has_power_failed_) disk_.process_dies();
    engine_.reset();
    witness_.reset();
    store_.reset();
    if (had_engine) {
        ++(has_power_failed_ ? around_.figures.power_losses
           : is_error        ? around_.figures.disk_errors
                             : around_.figures.kills);
        ++around_.figures.by_day[local_time(around_.now, Zone::wib).date].crashes;
        around_.tape.note("died " + iso_instant(around_.now));
    }
    around_.agenda.at(around_.now + down_, [this] { start(); });
}

// ---- deciding --------------------------------------------------------------------------------

engine::Command Machine::stamped(engine::Body body) {
    engine::Command command;
    command.at = around_.now;
    command.chance = random_.chance();
    command.body = std::move(body);
    return command;
}

Machine::Answers Machine::ask(const std::vector<engine::Command>& batch) {
    if (!is_up()) return std::nullopt;
    if (death_ == DeathPoint::before_commit) {
        die(down_);
        return std::nullopt;
    }
    auto answers = engine_->handle(batch);
    // As the worker does: an unknown outcome is settled by asking again.
    if (!answers && answers.error().kind == engine::StoreFailure::Kind::unknown) {
        answers = engine_->handle(batch);
    }
    if (answers) {
        if (death_ != DeathPoint::after_commit) return std::move(*answers);
        die(down_);
        return std::nullopt;
    }
    const bool is_fatal = answers.error().kind != engine::StoreFailure::Kind::unavailable;
    if (answers.error().kind == engine::StoreFailure::Kind::corrupt) {
        around_.verdict.broken("I2", "the store refused a commit: " + answers.error().detail);
    }
    if (is_fatal || disk_.is_dead() || store_->must_exit()) die(down_after_disk_fault_);
    return std::nullopt;
}

std::optional<int>
Machine::read(const Delivery& webhook, std::size_t index, std::vector<Heard>& heard) {
    ++around_.figures.webhooks;
    const auto header = std::find_if(webhook.headers.begin(), webhook.headers.end(), [](auto& one) {
        return one.first == "X-Hub-Signature-256";
    });
    if (header == webhook.headers.end() || !signature_.verify(header->second, webhook.body)) {
        ++around_.figures.webhooks_refused;
        return 401;
    }
    auto inbound = whatsapp::parse_webhook(webhook.body);
    if (!inbound) {
        ++around_.figures.unreadable;
        engine::Command command =
            stamped(engine::KeepAside{webhook.body.substr(0, 65'536), inbound.error().reason});
        command.key = whatsapp::key_of_text("raw:" + webhook.body);
        heard.push_back({index, std::move(command)});
        return std::nullopt;
    }
    for (whatsapp::Inbound& one : *inbound) {
        OfficeId office;
        if (whatsapp::is_of_a_number(one)) {
            const auto found = engine_->office_of_number(one.phone_number_id);
            if (!found) continue;
            office = *found;
        }
        const std::string wamid = one.wamid;
        if (std::holds_alternative<engine::Hear>(one.what)) mark_read(one.phone_number_id, wamid);
        auto command = whatsapp::command_of(std::move(one), office, around_.now, random_.chance());
        if (!command) continue;
        if (command->actor == engine::ActorKind::contact) {
            around_.ledger.commands().caused(*command, "wa " + wamid);
        }
        heard.push_back({index, std::move(*command)});
    }
    return std::nullopt;
}

std::vector<std::optional<int>> Machine::receive(const std::vector<Delivery>& webhooks) {
    std::vector<std::optional<int>> statuses(webhooks.size());
    if (!is_up()) {
        around_.figures.webhooks_unanswered += webhooks.size();
        return statuses;
    }
    std::vector<Heard> heard;
    for (std::size_t i = 0; i < webhooks.size(); ++i) {
        statuses[i] = read(webhooks[i], i, heard);
        if (!statuses[i]) statuses[i] = 200;
    }
    const std::size_t batch_max = 1 + random_.below(64);
    for (std::size_t from = 0; from < heard.size(); from += batch_max) {
        const std::size_t end = std::min(heard.size(), from + batch_max);
        std::vector<engine::Command> batch;
        for (std::size_t i = from; i < end; ++i)
            batch.push_back(heard[i].command);
        // The sender asks at any time, so its claim may stand in any batch.
        const bool has_claim = random_.one_in(3);
        if (has_claim) batch.push_back(stamped(engine::ClaimMessages{claim_messages}));
        Answers answers = ask(batch);
        if (answers && has_claim) carry_all(answers->back());
        for (std::size_t i = from; i < end; ++i) {
            const bool is_kept =
                answers && !std::holds_alternative<engine::TryAgain>((*answers)[i - from]);
            if (!is_kept) statuses[heard[i].webhook] = is_up() ? 503 : 0;
        }
    }
    for (const Heard& one : heard) {
        const bool is_acknowledged = is_up() && statuses[one.webhook] == 200;
        if (!is_acknowledged) continue;
        if (engine::is_set(one.command.key)) {
            around_.ledger.commands().acknowledged(one.command.key, around_.now);
        }
        if (const auto* status = std::get_if<engine::HearStatus>(&one.command.body)) {
            around_.ledger.messages().echoed(status->message);
        }
    }
    for (auto& status : statuses) {
        if (!is_up() || status == 0) status.reset();
        if (!status) ++around_.figures.webhooks_unanswered;
        if (status == 503) ++around_.figures.webhooks_turned_away;
        around_.tape.note("webhook " + std::to_string(status.value_or(0)));
    }
    bury();
    return statuses;
}

std::optional<engine::Answer> Machine::request(engine::Command command, const std::string& key) {
    if (!is_up()) return std::nullopt;
    ++around_.figures.requests;
    command.key = whatsapp::key_of_text("api:" + key);
    command.actor = engine::ActorKind::api;
    command.at = around_.now;
    around_.ledger.commands().caused(command, "api " + key);
    Answers answers = ask({command});
    std::optional<engine::Answer> answer;
    if (answers && !std::holds_alternative<engine::TryAgain>(answers->front())) {
        answer = std::move(answers->front());
        const bool is_kept = !std::holds_alternative<engine::UnknownOffice>(*answer);
        if (is_kept) around_.ledger.commands().acknowledged(command.key, around_.now);
    }
    bury();
    return answer;
}

// ---- time ------------------------------------------------------------------------------------

void Machine::pass() {
    if (!is_up()) return;
    const auto due = engine_->next_due();
    const bool is_due = due && *due <= around_.now;
    if (is_due || around_.now - time_told_at_ >= time_passes_every) {
        time_told_at_ = around_.now;
        ask({stamped(engine::PassTime{})});
    }
    if (is_up()) send_waiting();
    if (is_up() && random_.one_in(4)) {
        const auto rested = store_->rest();
        if (!rested && (disk_.is_dead() || store_->must_exit())) die(down_after_disk_fault_);
    }
    if (is_up() && log_bytes() > log_bytes_max) {
        around_.verdict.broken("I15", "the write-ahead log grows without end");
    }
    around_.verdict.looked("I15");
    passed_at_ = around_.now;
    bury();
}

std::optional<Instant> Machine::next_due() const {
    if (!is_up()) return std::nullopt;
    Instant due = time_told_at_ + time_passes_every;
    if (const auto next = engine_->next_due()) due = std::min(due, *next);
    if (const auto send = engine_->next_send()) due = std::min(due, *send);
    return std::max(due, passed_at_ + Milliseconds{100});
}

std::size_t Machine::messages_waiting() const {
    return engine_ == nullptr ? 0 : engine_->messages_waiting();
}

const engine::OfficeBooks* Machine::offices() const {
    return engine_ == nullptr ? nullptr : &engine_->offices();
}

}  // namespace antre::simulation
