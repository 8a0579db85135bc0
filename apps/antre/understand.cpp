#include <iostream>
#include <string>

#include "antre/commands.h"
#include "channels/understand_lines.h"
#include "language/tables.h"

namespace antre::app {

void add_understand(CLI::App& app, Shared& shared) {
    auto* command = app.add_subcommand(
        "understand",
        "Reads JSON lines {\"text\",\"lang\"?,\"now\",\"ctx\"?} and writes what each text means"
    );
    auto explains = std::make_shared<bool>(false);
    command->add_flag("--explain", *explains, "Adds the confidence and the reason");
    command->callback([&shared, explains] {
        const language::Tables tables = language::built_in_tables();
        const auto explain = *explains ? channels::Explain::yes : channels::Explain::no;
        std::string line;
        while (std::getline(std::cin, line)) {
            if (line.empty()) continue;
            std::cout << channels::understand_line(line, explain, tables) << "\n";
        }
        std::cout.flush();
        shared.exit_code = done;
    });
}

}  // namespace antre::app
