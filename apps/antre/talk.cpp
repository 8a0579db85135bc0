#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <variant>

#include "antre/commands.h"
#include "channels/office_file.h"
#include "channels/wording_file.h"
#include "conversation/transcript.h"
#include "engine/engine.h"
#include "foundation/text.h"
#include "language/tables.h"
#include "server/clock.h"
#include "storage/memory/memory_store.h"

namespace antre::app {

namespace {

class Conversation {
public:
    Conversation(scheduling::Office office, std::ostream& out)
        : engine_(store_, speech_, {})
        , out_(out) {
        engine::Command command = stamped();
        command.body = engine::PutOffice{std::move(office)};
        const auto answers = engine_.handle({&command, 1});
        if (answers) office_ = std::get<engine::OfficeAnswer>(answers->front()).office;
    }

    void say(const std::string& text) {
        engine::Command command = stamped();
        command.office = office_;
        command.key[0] = 1;
        command.key[1] = static_cast<std::uint8_t>(turn_);
        command.key[2] = static_cast<std::uint8_t>(turn_++ >> 8);
        command.body = engine::Hear{{UserKey("ID.talk"), PhoneNumber{}}, engine::TextHeard{text}};
        if (!engine_.handle({&command, 1})) return;
        engine::Command claim = stamped();
        claim.body = engine::ClaimMessages{16};
        const auto answers = engine_.handle({&claim, 1});
        if (!answers) return;
        for (const auto& claimed : std::get<engine::ClaimAnswer>(answers->front()).messages) {
            out_ << conversation::written(claimed.message.content);
            engine::Command sent = stamped();
            engine::RecordSend record;
            record.message = claimed.message.id;
            record.outcome = engine::SendOutcome::accepted;
            sent.body = std::move(record);
            if (!engine_.handle({&sent, 1})) return;
        }
    }

private:
    static engine::Command stamped() {
        engine::Command command;
        command.actor = engine::ActorKind::contact;
        command.at = server::now();
        command.chance = server::draw_chance();
        return command;
    }

    storage::MemoryStore store_;
    language::Tables tables_ = language::built_in_tables();
    conversation::Wording wording_ = channels::built_in_wording();
    engine::Speech speech_{tables_, wording_};
    engine::Engine engine_;
    std::ostream& out_;
    OfficeId office_;
    std::uint32_t turn_ = 0;
};

// As the dialogues of the tests begin: the chapter and the title, what it shows, and the clock.
void print_head() {
    std::cout << "# Booking: A talk\n# What happens in it.\nnow " << iso_instant(server::now())
              << "\n";
}

// What was typed, as it is sent: a new line is "⏎", a button may be named in brackets.
std::string as_sent(const std::string& typed) {
    constexpr std::string_view sign = "⏎";
    std::string sent;
    std::string_view rest = trim(typed);
    if (rest.size() > 2 && rest.starts_with('[') && rest.ends_with(']')) {
        return std::string(rest.substr(1, rest.size() - 2));
    }
    for (std::size_t at = rest.find(sign); at != std::string_view::npos; at = rest.find(sign)) {
        sent += std::string(trim(rest.substr(0, at))) + "\n";
        rest.remove_prefix(at + sign.size());
    }
    return sent += trim(rest);
}

int talk(const std::string& path, bool as_test) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return refuse(path + ": cannot be read; name an office file with --office");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    auto office = channels::parse_office(text);
    if (!office) return refuse(path + ": " + office.error().path + " " + office.error().reason);
    if (as_test) {
        print_head();
    } else {
        std::cout << "Write as to " << office->profile.name_id
                  << "; buttons and lists are chosen by typing, ⏎ is a new line. Ctrl-D ends.\n";
    }
    Conversation conversation(std::move(*office), std::cout);
    std::string line;
    for (;;) {
        if (!as_test) std::cout << "P: " << std::flush;
        if (!std::getline(std::cin, line)) break;
        if (as_test) std::cout << "P: " << line << "\n";
        conversation.say(as_sent(line));
    }
    if (!as_test) std::cout << "\n";
    return done;
}

}  // namespace

void add_talk(CLI::App& app, Shared& shared) {
    auto* command = app.add_subcommand(
        "talk", "Converses in the terminal, as a person would by WhatsApp; keeps nothing"
    );
    auto path = std::make_shared<std::string>("data/demo/jakarta-selatan.json");
    auto as_test = std::make_shared<bool>(false);
    command->add_option("--office", *path, "Office file to talk with");
    command->add_flag(
        "--as-test",
        *as_test,
        "Prints the talk in the form of the dialog's tests (src/conversation/dialogues)"
    );
    command->callback([&shared, path, as_test] { shared.exit_code = talk(*path, *as_test); });
}

}  // namespace antre::app
