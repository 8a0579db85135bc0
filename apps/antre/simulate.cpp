#include <cstdio>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

#include "antre/commands.h"
#include "foundation/sabotage.h"
#include "simulation/limits.h"
#include "simulation/report.h"
#include "simulation/world.h"

namespace antre::app {

namespace {

struct Asked {
    std::uint64_t seed = 1;
    std::uint64_t seeds = 1;
    std::int32_t days = 3;
    std::int32_t offices = 2;
    std::string faults = "storm";
    std::string bug = "none";
    bool as_json = false;
};

// How far a long world is, on one line of a terminal; nothing where nobody looks.
simulation::World::DayDone progress_of(const Asked& asked) {
    if (isatty(STDERR_FILENO) == 0) return {};
    return [days = asked.days](std::int32_t day) {
        std::fprintf(stderr, "\rday %d of %d%s", day, days, day == days ? "\r\033[K" : "");
    };
}

std::string command_for(const Asked& asked, std::uint64_t seed) {
    return "antre simulate --seed " + std::to_string(seed) + " --days " +
           std::to_string(asked.days) + " --offices " + std::to_string(asked.offices) +
           " --faults " + asked.faults;
}

int simulate(const Asked& asked) {
    const auto profile = simulation::profile_named(asked.faults);
    const auto bug = sabotage_named(asked.bug);
    if (!profile || !bug) return refuse("--faults or --sabotage names nothing known");
    if (*bug != Sabotage::none && !can_be_sabotaged) {
        return refuse("--sabotage works only in antre-sabotaged, which has the seeded bugs");
    }
    sabotage(*bug);
    bool is_clean = true;
    for (std::uint64_t seed = asked.seed; seed < asked.seed + asked.seeds; ++seed) {
        simulation::World world({seed, asked.days, asked.offices, *profile});
        const simulation::Outcome outcome = world.run(progress_of(asked));
        if (asked.as_json) {
            std::cout << simulation::report_json(outcome) << "\n";
        } else if (asked.seeds == 1) {
            std::cout << simulation::report_text(outcome);
        } else {
            std::cout << "seed " << seed << ": " << (outcome.verdict.is_clean() ? "held" : "BROKEN")
                      << ", " << outcome.commits << " commits, " << outcome.figures.faults()
                      << " faults\n";
        }
        std::cout.flush();
        if (outcome.verdict.is_clean()) continue;
        is_clean = false;
        const simulation::Violation& first = outcome.verdict.violations().front();
        refuse(first.invariant + ": " + first.what + "; again with: " + command_for(asked, seed));
    }
    return is_clean ? done : failed;
}

}  // namespace

void add_simulate(CLI::App& app, Shared& shared) {
    auto* command = app.add_subcommand(
        "simulate",
        "Runs the whole server in simulated time against WhatsApp, people and troubles of a seed,\n"
        "and checks what must always hold. The same seed gives the same output, byte for byte."
    );
    auto asked = std::make_shared<Asked>();
    command->add_option("--seed", asked->seed, "First seed")->capture_default_str();
    command->add_option("--seeds", asked->seeds, "How many seeds, one after another")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command->add_option("--days", asked->days, "Days each")
        ->check(CLI::Range(1, simulation::days_max))
        ->capture_default_str();
    command->add_option("--offices", asked->offices, "Offices each")
        ->check(CLI::Range(1, simulation::offices_max))
        ->capture_default_str();
    command->add_option("--faults", asked->faults, "What may go wrong")
        ->check(CLI::IsMember({"calm", "network", "machine", "storm"}))
        ->capture_default_str();
    command->add_option("--sabotage", asked->bug, "A seeded bug that must be found");
    command->add_flag("--json", asked->as_json, "One JSON object a seed");
    command->callback([&shared, asked] { shared.exit_code = simulate(*asked); });
}

}  // namespace antre::app
