#pragma once

// The world: one machine, WhatsApp, the people, and the troubles that befall them, in one thread on
// a clock that jumps from event to event. After the last day everything is healed and must settle.

#include <memory>
#include <optional>

#include "foundation/random.h"
#include "simulation/agenda.h"
#include "simulation/citizens.h"
#include "simulation/faults.h"
#include "simulation/figures.h"
#include "simulation/ledger.h"
#include "simulation/machine.h"
#include "simulation/options.h"
#include "simulation/tape.h"
#include "simulation/verdict.h"
#include "whatsapp_cloud/cloud.h"

namespace antre::simulation {

// What a world came to.
struct Outcome {
    Options options;
    Figures figures;
    Verdict verdict;
    BookingsCheck::Counts bookings;
    std::uint64_t commits = 0;
    std::uint64_t repeats = 0;
    std::uint64_t messages_queued = 0;
    std::uint64_t messages_sent = 0;
    std::uint64_t messages_sent_again = 0;
    std::uint64_t messages_dropped = 0;
    std::uint64_t messages_failed = 0;
    std::uint64_t places_offered = 0;  // to who waits for them
    std::size_t places_held = 0;
    Instant ended_at;
    std::string tape;  // digest of all that left the server
};

class World {
public:
    explicit World(Options options);
    ~World();

    // REQUIRES: called once. `day_done` is told each day that is over, for progress.
    using DayDone = std::function<void(std::int32_t day)>;
    Outcome run(const DayDone& day_done);

private:
    void step(Instant until);
    void run_until(Instant until);
    void deliver();
    void look_at_phones();
    void note_day(LocalDate day);

    void plan_day(std::int32_t day);
    void plan_requests(Instant begin);
    void request(Instant first, std::uint32_t attempt, std::uint64_t number);
    void meddle(std::uint64_t number);
    void change_an_office();
    using Trouble = std::function<void()>;
    void plan_troubles();
    void recur(std::uint32_t every_hours, Trouble trouble);

    void heal();
    void settle();
    void say_farewell();
    Outcome take_outcome();

    Options options_;
    Random random_;
    Instant now_;
    Instant end_;
    Faults faults_;
    std::vector<scheduling::Office> offices_;
    Tape tape_;
    Verdict verdict_;
    Figures figures_;
    Agenda agenda_;
    Ledger ledger_;
    whatsapp_cloud::Cloud cloud_;
    std::unique_ptr<Machine> machine_;
    std::unique_ptr<Citizens> citizens_;
    struct Asked {
        OfficeId office;
        std::string name;
        LocalDate born;
        std::optional<BookingId> booking;
    };
    std::vector<Asked> asked_;  // bookings that programs asked for
    bool is_healed_ = false;
};

}  // namespace antre::simulation
