#include "antre/staff_acts.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "antre/engine_at_rest.h"
#include "antre/office_accounts.h"
#include "server/admin_door.h"
#include "server/clock.h"

namespace antre::app {

namespace console = channels::console;

namespace {

engine::Command stamped(OfficeId office, engine::StaffAct act) {
    engine::Command command;
    command.actor = engine::ActorKind::console;
    command.office = office;
    command.at = server::now();
    command.chance = server::draw_chance();
    command.body = std::move(act);
    return command;
}

std::string why(server::NoAnswer reason) {
    switch (reason) {
    case server::NoAnswer::queue_full: return "nothing was changed: the server is full, ask again";
    case server::NoAnswer::store_failed: return "the store failed; ask again to see what was kept";
    case server::NoAnswer::stopping: return "nothing was changed: the server is stopping";
    }
    return "";
}

console::Engine engine_of(server::RunningServer& server) {
    return {
        [&server](std::string_view slug) -> std::optional<console::OfficeFound> {
            const server::OfficeEntry* office = server.directory().by_slug(slug);
            if (office == nullptr) return std::nullopt;
            return console::OfficeFound{office->id, office->slug, office->zone};
        },
        [&server](OfficeId office, engine::StaffAct act) -> Result<engine::Answer, std::string> {
            auto outcome = server.ask(stamped(office, std::move(act)));
            if (!outcome) return fail(why(outcome.error()));
            return std::move(*outcome);
        },
        server::now};
}

console::Engine engine_of(EngineAtRest& engine) {
    return {
        [&engine](std::string_view slug) -> std::optional<console::OfficeFound> {
            const engine::OfficeBook* book = engine->offices().find_slug(slug);
            if (book == nullptr) return std::nullopt;
            return console::OfficeFound{
                book->office().id, book->office().slug, book->office().zone};
        },
        [&engine](OfficeId office, engine::StaffAct act) -> Result<engine::Answer, std::string> {
            const engine::Command command = stamped(office, std::move(act));
            auto answers = engine->handle({&command, 1});
            if (!answers) return fail("nothing was changed: " + answers.error().detail);
            return std::move(answers->front());
        },
        server::now};
}

int print(const console::Output& output) {
    std::fputs(output.out.c_str(), stdout);
    return output.exit_code == 0 ? done : refuse(output.err);
}

int carry_out(const Shared& shared, const console::Act& act) {
    const auto config = configuration(shared);
    if (!config) return failed;
    const std::string socket = server::admin_socket(store_options(*config).path);
    const auto answer = server::ask_admin_door(socket, console::encode(act));
    if (!answer) return refuse(answer.error());
    if (*answer) {
        const auto output = console::decode_output(**answer);
        if (!output) return refuse("the server's answer cannot be read: " + output.error());
        return print(*output);
    }
    const auto engine = EngineAtRest::open(shared);
    if (!engine) return failed;
    return print(console::perform(act, engine_of(*engine)));
}

// A subcommand whose options become the words of an act.
class Verb {
public:
    Verb(CLI::App& parent, const std::string& name, const std::string& help, std::string verb)
        : command_(parent.add_subcommand(name, help))
        , act_(std::make_shared<console::Act>()) {
        act_->verb = std::move(verb);
    }
    Verb& needs(const std::string& word, const std::string& help) {
        return option(word, word, help, true);
    }
    // The same, where people call it otherwise than the act does.
    Verb& needs(const std::string& word, const std::string& name, const std::string& help) {
        return option(word, name, help, true);
    }
    Verb& takes(const std::string& word, const std::string& flag, const std::string& help) {
        return option(word, flag, help, false);
    }
    Verb& may_be(const std::string& word, const std::string& flag, const std::string& help) {
        command_->add_flag_callback(
            flag, [act = act_, word] { act->words[word] = "yes"; }, help
        );
        return *this;
    }
    // Exactly one of --preview and --confirm.
    Verb& is_resolved() {
        auto* choice = command_->add_option_group("resolve");
        choice->add_flag_callback(
            "--preview", [] {}, "Shows what would be done; changes nothing"
        );
        choice->add_flag_callback(
            "--confirm", [act = act_] { act->words["confirm"] = "yes"; }, "Does it"
        );
        choice->require_option(1);
        return *this;
    }
    Verb& reads(const std::string& name, const std::string& help) {
        command_
            ->add_option_function<std::string>(
                name,
                [act = act_](const std::string& path) {
                    std::ifstream file(path, std::ios::binary);
                    act->body.assign(std::istreambuf_iterator<char>(file), {});
                },
                help
            )
            ->required()
            ->check(CLI::ExistingFile);
        return *this;
    }
    Verb& says(const std::string& word, const std::string& value) {
        act_->words[word] = value;
        return *this;
    }
    void runs(Shared& shared) {
        command_->callback([&shared, act = act_] { shared.exit_code = carry_out(shared, *act); });
    }

private:
    Verb& option(
        const std::string& word, const std::string& name, const std::string& help, bool is_needed
    ) {
        auto* added = command_->add_option_function<std::string>(
            name, [act = act_, word](const std::string& value) { act->words[word] = value; }, help
        );
        added->required(is_needed);
        return *this;
    }

    CLI::App* command_;
    std::shared_ptr<console::Act> act_;
};

void add_closing(CLI::App& admin, Shared& shared) {
    Verb(
        admin,
        "close-day",
        "Closes a day and moves its people, in order, to the next certain places",
        "close_day"
    )
        .needs("office", "The office's id, e.g. jakarta-selatan")
        .needs("day", "The day, e.g. 2026-12-24")
        .is_resolved()
        .takes("reason", "--reason", "Told to people, in Indonesian: karena …")
        .takes(
            "reason_en",
            "--reason-en",
            "The same in English: because of …; without it they read --reason"
        )
        .may_be("json", "--json", "As JSON, for programs")
        .runs(shared);
    Verb(admin, "open-day", "Takes a closure back; who was moved stays moved", "open_day")
        .needs("office", "The office's id")
        .needs("day", "The day")
        .may_be("json", "--json", "As JSON, for programs")
        .runs(shared);
}

void add_passports(CLI::App& admin, Shared& shared) {
    auto& cases = *admin.add_subcommand("case", "Passport cases, from the visit to collection");
    cases.require_subcommand(1);
    const std::string code_help = "The case, e.g. 7F3K9Q-2; without a number the first person's";
    Verb(cases, "open", "Opens the case of each person of a booking that came", "case_open")
        .needs("office", "The office's id, e.g. jakarta-selatan")
        .needs("code", "The booking's code, e.g. 7F3K9Q")
        .may_be("json", "--json", "As JSON, for programs")
        .runs(shared);
    Verb(cases, "show", "Shows the cases of a booking", "case_show")
        .needs("office", "The office's id")
        .needs("code", "The booking's code")
        .may_be("json", "--json", "As JSON, for programs")
        .runs(shared);
    Verb(cases, "pay", "Paid: the passport goes into production", "case_move")
        .needs("office", "The office's id")
        .needs("code", "case", code_help)
        .takes("expected_on", "--ready-by", "Promised day; else four working days from today")
        .says("state", "in_production")
        .may_be("json", "--json", "As JSON, for programs")
        .runs(shared);
    Verb(cases, "move", "Moves a case to another state", "case_move")
        .needs("office", "The office's id")
        .needs("code", "case", code_help)
        .needs("state", "accepted, deferred, refused, in_production, ready, collected, cancelled")
        .may_be("json", "--json", "As JSON, for programs")
        .runs(shared);
    Verb(cases, "import", "Passports that became ready, from a CSV file", "case_import")
        .needs("office", "The office's id")
        .reads("file", "A CSV file with a column \"code\"")
        .is_resolved()
        .runs(shared);
}

void add_inbox(CLI::App& admin, Shared& shared) {
    auto& inbox = *admin.add_subcommand("inbox", "What people wrote to an officer");
    inbox.require_subcommand(1);
    Verb(inbox, "list", "Lists what waits for an answer, oldest first", "inbox_list")
        .needs("office", "The office's id, e.g. jakarta-selatan")
        .may_be("json", "--json", "As JSON, for programs")
        .runs(shared);
    Verb(inbox, "answer", "Answers one message; the answer goes to WhatsApp", "inbox_answer")
        .needs("office", "The office's id")
        .needs("id", "The message's number in the list")
        .needs("text", "The answer")
        .may_be("json", "--json", "As JSON, for programs")
        .runs(shared);
}

}  // namespace

void add_staff_acts(CLI::App& admin, Shared& shared) {
    add_closing(admin, shared);
    add_inbox(admin, shared);
    add_passports(admin, shared);
}

std::string answer_to_act(const std::string& line, server::RunningServer& server) {
    const auto act = console::decode_act(line);
    if (!act) return console::encode(console::refusal(act.error()));
    if (act->verb == offices_verb) return offices_answer(server.directory());
    return console::encode(console::perform(*act, engine_of(server)));
}

}  // namespace antre::app
