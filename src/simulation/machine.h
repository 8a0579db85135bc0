#pragma once

// The machine is one server of the simulated world: the real engine on the real SQLite store on a
// disk that can lose power, with the real WhatsApp codecs around it. It may be killed at any moment
// and starts again with what its disk kept.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "channels/whatsapp/signature.h"
#include "conversation/wording.h"
#include "engine/engine.h"
#include "foundation/random.h"
#include "language/tables.h"
#include "simulation/agenda.h"
#include "simulation/faults.h"
#include "simulation/figures.h"
#include "simulation/ledger.h"
#include "simulation/tape.h"
#include "simulation/witness.h"
#include "storage/sqlite/crash_vfs.h"
#include "storage/sqlite/sqlite_store.h"
#include "whatsapp_cloud/cloud.h"

namespace antre::simulation {

inline const std::string app_secret = "simulated-app-secret-0123456789abcdef";
inline const std::string access_token = "simulated-access-token";

// Where in its work a process may be killed.
enum class DeathPoint : std::uint8_t {
    at_once,
    before_commit,
    after_commit,  // kept, but nobody was told
    after_claim,   // messages are marked as being sent, and were not
    after_send,    // they were sent, and we do not know
};
inline constexpr std::uint8_t death_points = 5;

class Machine {
public:
    struct Around {
        const Instant& now;
        Agenda& agenda;
        whatsapp_cloud::Cloud& cloud;
        Ledger& ledger;
        Verdict& verdict;
        Tape& tape;
        Figures& figures;
        const Faults& faults;
    };
    Machine(Around around, std::uint64_t seed, std::vector<scheduling::Office> offices);
    ~Machine();

    void start();
    void stop();
    void kill(DeathPoint point, Milliseconds down);
    void plan_disk_fault(storage::DiskFault fault, std::uint64_t acts, Milliseconds down);
    void heal_disk() { disk_.heal(); }
    [[nodiscard]] bool is_up() const { return engine_ != nullptr && !is_dying_; }
    // From here on nothing goes wrong any more.
    void be_spared() { is_spared_ = true; }

    // Each webhook's HTTP status; nothing where no answer came.
    std::vector<std::optional<int>> receive(const std::vector<whatsapp_cloud::Delivery>& webhooks);
    // A request of a program; nothing when it was not answered.
    std::optional<engine::Answer> request(engine::Command command, const std::string& key);
    // Lets time pass and sends what waits.
    void pass();
    [[nodiscard]] std::optional<Instant> next_due() const;

    [[nodiscard]] std::size_t messages_waiting() const;
    [[nodiscard]] const engine::OfficeBooks* offices() const;
    [[nodiscard]] storage::SqliteStore* store() { return store_.get(); }
    [[nodiscard]] std::size_t log_bytes() const { return disk_.bytes_of(path_ + "-wal"); }

private:
    struct Heard {
        std::size_t webhook = 0;
        engine::Command command;
    };
    bool open_store();
    void put_offices();
    std::optional<int>
    read(const whatsapp_cloud::Delivery& webhook, std::size_t index, std::vector<Heard>& heard);
    using Answers = std::optional<std::vector<engine::Answer>>;
    // Decides and keeps a batch as the server's worker does. Nothing when the store said no or
    // the process died.
    Answers ask(const std::vector<engine::Command>& batch);
    void die(Milliseconds down);
    void bury();

    void send_waiting();
    void carry_all(const engine::Answer& answer);
    void carry(const engine::Claimed& claimed);
    void post(const engine::Claimed& claimed, const std::optional<std::string>& media_id);
    void report(MessageId message, engine::RecordSend result, Milliseconds after);
    void record(const engine::RecordSend& result);
    whatsapp_cloud::Answer call(std::string path, std::string type, std::string body);
    void mark_read(const std::string& number, const std::string& wamid);
    engine::Command stamped(engine::Body body);

    Around around_;
    Random random_;
    const std::string path_ = "antre.db";
    storage::CrashVfs disk_;
    storage::SqliteOptions options_;
    std::vector<scheduling::Office> offices_;
    language::Tables tables_;
    conversation::Wording wording_;
    engine::Speech speech_;
    channels::whatsapp::SignatureCheck signature_;
    std::unique_ptr<storage::SqliteStore> store_;
    std::unique_ptr<Witness> witness_;
    std::unique_ptr<engine::Engine> engine_;
    std::uint64_t life_ = 0;  // answers to an earlier life are not heard
    std::size_t under_way_ = 0;
    std::optional<DeathPoint> death_;
    Milliseconds down_;
    Milliseconds down_after_disk_fault_ = seconds(20);
    bool is_dying_ = false;
    bool is_spared_ = false;
    bool is_migrated_ = false;
    bool has_power_failed_ = false;
    Instant passed_at_;
    Instant time_told_at_;
};

}  // namespace antre::simulation
