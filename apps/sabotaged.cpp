// `antre simulate` with seeded bugs: --sabotage switches one on, and the checks must find it.

#include "antre/commands.h"

int main(int argc, char** argv) {
    CLI::App app{"Antre's simulation with seeded bugs. For tests only."};
    app.require_subcommand(1);
    antre::app::Shared shared;
    antre::app::add_simulate(app, shared);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool is_help = app.exit(error) == 0;
        return is_help ? 0 : 2;
    }
    return shared.exit_code;
}
