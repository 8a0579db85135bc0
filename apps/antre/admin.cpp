#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "antre/commands.h"
#include "antre/engine_at_rest.h"
#include "antre/staff_acts.h"
#include "channels/holiday_file.h"
#include "channels/office_file.h"
#include "channels/whatsapp/template_definition.h"
#include "channels/wording_file.h"
#include "server/clock.h"

namespace antre::app {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::vector<fs::path> json_files(const fs::path& path) {
    std::vector<fs::path> files;
    if (fs::is_directory(path)) {
        for (const auto& entry : fs::directory_iterator(path)) {
            if (entry.path().extension() == ".json") files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
    } else {
        files.push_back(path);
    }
    return files;
}

// The holidays that hold for every office: a folder beside the offices' one unless another is
// named.
std::optional<std::vector<scheduling::DayException>> read_holidays(const fs::path& folder) {
    std::vector<scheduling::DayException> all;
    if (!fs::is_directory(folder)) return all;
    for (const fs::path& path : json_files(folder)) {
        const auto text = read(path);
        const auto days = channels::parse_holidays(text.value_or(""));
        if (!days) {
            refuse(path.string() + ": " + days.error().path + " " + days.error().reason);
            return std::nullopt;
        }
        all.insert(all.end(), days->begin(), days->end());
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    return all;
}

// Reads every file before anything is kept; all bad files are told at once.
std::optional<std::vector<scheduling::Office>>
read_offices(const fs::path& path, const std::vector<scheduling::DayException>& holidays) {
    std::vector<scheduling::Office> offices;
    bool is_good = true;
    for (const fs::path& file : json_files(path)) {
        const auto text = read(file);
        if (!text) {
            refuse(file.string() + ": cannot be read");
            is_good = false;
            continue;
        }
        auto office = channels::parse_office(*text);
        if (!office) {
            refuse(file.string() + ": " + office.error().path + " " + office.error().reason);
            is_good = false;
            continue;
        }
        offices.push_back(channels::with_holidays(std::move(*office), holidays));
    }
    if (!is_good) return std::nullopt;
    return offices;
}

int load(const Shared& shared, const std::string& path, const std::string& holidays_folder) {
    if (!fs::exists(path)) return refuse(path + ": there is no such file or folder");
    const fs::path folder = holidays_folder.empty()
                                ? fs::absolute(path).lexically_normal().parent_path() / "holidays"
                                : fs::path(holidays_folder);
    const auto holidays = read_holidays(folder);
    if (!holidays) return failed;
    const auto offices = read_offices(path, *holidays);
    if (!offices) return refuse("nothing was loaded");
    if (offices->empty()) return refuse(path + ": holds no office file (*.json)");
    const auto opened = EngineAtRest::open(shared);
    if (!opened) return failed;
    std::vector<engine::Command> commands;
    for (const scheduling::Office& office : *offices) {
        engine::Command command;
        command.actor = engine::ActorKind::console;
        command.at = server::now();
        command.chance = server::draw_chance();
        command.body = engine::PutOffice{office};
        commands.push_back(std::move(command));
    }
    const auto answers = (*opened)->handle(commands);
    if (!answers) return refuse("nothing was loaded: " + answers.error().detail);
    std::printf("%zu offices loaded\n", answers->size());
    return done;
}

int offices(const Shared& shared, bool as_json) {
    const auto opened = EngineAtRest::open(shared);
    if (!opened) return failed;
    boost::json::array list;
    for (const auto& [id, book] : (*opened)->offices().all()) {
        const scheduling::Office& office = book.office();
        if (!as_json) {
            std::printf(
                "%-20s %-44s %-4s %s\n",
                office.slug.c_str(),
                office.profile.name_id.c_str(),
                std::string(name_of(office.zone)).c_str(),
                std::string(name_of(office.stage)).c_str()
            );
            continue;
        }
        list.push_back(
            {{"id", office.slug},
             {"name", office.profile.name_id},
             {"name_en", office.profile.name_en},
             {"city", office.profile.city},
             {"zone", std::string(name_of(office.zone))},
             {"phone_number_id", office.phone_number_id},
             {"waba_id", office.business_account_id},
             {"phone", office.display_phone},
             {"state", std::string(name_of(office.stage))}}
        );
    }
    if (as_json) std::printf("%s\n", boost::json::serialize(list).c_str());
    return done;
}

}  // namespace

void add_admin(CLI::App& app, Shared& shared) {
    auto* admin = app.add_subcommand("admin", "Acts of the operator and of an office's people");
    admin->require_subcommand(1);

    auto* load_command = admin->add_subcommand("load", "Loads offices from a file or a folder");
    auto path = std::make_shared<std::string>();
    auto holidays = std::make_shared<std::string>();
    load_command->add_option("path", *path, "An office file (JSON) or a folder of them")
        ->required();
    load_command->add_option(
        "--holidays", *holidays, "Folder of holiday files (default: holidays beside PATH)"
    );
    load_command->callback([&shared, path, holidays] {
        shared.exit_code = load(shared, *path, *holidays);
    });

    auto* list = admin->add_subcommand("offices", "Lists the offices");
    auto as_json = std::make_shared<bool>(false);
    list->add_flag("--json", *as_json, "As JSON, for programs");
    list->callback([&shared, as_json] { shared.exit_code = offices(shared, *as_json); });
    admin
        ->add_subcommand(
            "templates", "The message templates that WhatsApp must approve, as JSON to POST"
        )
        ->callback([&shared] {
            const auto wording = channels::built_in_wording();
            std::printf("%s\n", channels::whatsapp::template_requests(wording).c_str());
            shared.exit_code = done;
        });
    add_staff_acts(*admin, shared);
}

}  // namespace antre::app
