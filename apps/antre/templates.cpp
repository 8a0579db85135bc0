#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <utility>

#include "antre/commands.h"
#include "antre/graph_desk.h"
#include "antre/office_accounts.h"
#include "antre/template_report.h"
#include "channels/whatsapp/template_limits.h"
#include "channels/wording_file.h"

namespace antre::app {

namespace whatsapp = channels::whatsapp;
using whatsapp::RegisteredTemplate;
using whatsapp::TemplateAct;

namespace {

constexpr const char* lesson =
    "A message that we begin outside of 24 hours after somebody wrote must be a template that\n"
    "WhatsApp has approved, for each business account and each language. Ours are made from\n"
    "wording/ and data/templates/. Begin with:\n"
    "  antre whatsapp templates check --offline      the definitions alone, without network\n"
    "  antre whatsapp templates submit               hands in what is missing or differs\n"
    "  antre whatsapp templates check                until all are good; exit code 0 says so\n"
    "Templates of somebody else in the same account are never touched. See docs/templates.md.";

// What was asked for at the command line.
struct Wish {
    std::vector<std::string> offices;   // none: all
    std::vector<std::string> accounts;  // instead of the offices' ones
    bool is_offline = false;
    bool as_json = false;
};

std::vector<TemplateProof> proofs() {
    std::vector<TemplateProof> all;
    for (auto& definition : whatsapp::template_definitions(channels::built_in_wording())) {
        auto faults = whatsapp::faults_of(definition);
        all.push_back({std::move(definition), std::move(faults)});
    }
    return all;
}

// The accounts to look at, each with its offices and the scopes of a token.
struct Account {
    std::string id;
    std::vector<std::string> offices;
    std::vector<std::string> scopes;
};

std::optional<std::vector<Account>> accounts_of(const Shared& shared, const Wish& wish) {
    std::vector<Account> accounts;
    for (const std::string& id : wish.accounts)
        accounts.push_back({id, {}, {id}});
    if (!accounts.empty()) return accounts;
    const auto offices = office_accounts(shared);
    if (!offices) return std::nullopt;
    for (const std::string& slug : wish.offices) {
        const bool is_known = std::any_of(offices->begin(), offices->end(), [&](const auto& one) {
            return one.slug == slug;
        });
        if (!is_known) return refuse("there is no office " + slug), std::nullopt;
    }
    std::map<std::string, Account> by_id;
    for (const OfficeAccount& office : *offices) {
        const bool is_wanted =
            wish.offices.empty() ||
            std::find(wish.offices.begin(), wish.offices.end(), office.slug) != wish.offices.end();
        if (!is_wanted || office.account.empty()) continue;
        Account& account = by_id[office.account];
        if (account.id.empty()) account = {office.account, {}, {office.account}};
        account.offices.push_back(office.slug);
        account.scopes.push_back(office.number);
    }
    for (auto& [id, account] : by_id)
        accounts.push_back(std::move(account));
    if (!accounts.empty()) return accounts;
    refuse("no office has a business account: give --account, or business_account_id in its file");
    return std::nullopt;
}

// All pages; the error is WhatsApp's sentence.
Result<std::vector<RegisteredTemplate>, std::string>
registered_in(GraphDesk& desk, const std::string& account) {
    std::vector<RegisteredTemplate> all;
    std::string after;
    for (std::size_t page = 0; page < whatsapp::template_pages_max; ++page) {
        const auto reply = desk.call(
            http::Method::get, account + "/message_templates" + whatsapp::template_page_query(after)
        );
        if (!reply) return fail(reply.error());
        auto parsed = whatsapp::parse_template_page(reply->status, reply->body);
        if (!parsed) return fail(parsed.error().sentence);
        for (RegisteredTemplate& told : parsed->templates)
            all.push_back(std::move(told));
        if (parsed->after.empty() || parsed->after == after) return all;
        after = parsed->after;
    }
    return all;
}

void compare(
    AccountReport& report,
    const std::vector<TemplateProof>& ours,
    const std::vector<RegisteredTemplate>& theirs
) {
    std::vector<TemplateRow> rows;
    for (const TemplateProof& proof : ours) {
        TemplateRow row;
        row.ours = proof.definition;
        const RegisteredTemplate* found = whatsapp::registered_as(proof.definition, theirs);
        if (found != nullptr) row.theirs = *found;
        row.standing = whatsapp::standing_of(proof.definition, found);
        for (const TemplateRow& before : report.rows) {
            const bool is_same =
                before.ours.name == row.ours.name && before.ours.language == row.ours.language;
            if (is_same) row.refusal = before.refusal;
        }
        rows.push_back(std::move(row));
    }
    const auto found = static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [](const TemplateRow& row) { return row.theirs.has_value(); }
    ));
    report.foreign = theirs.size() - std::min(theirs.size(), found);
    report.rows = std::move(rows);
}

AccountReport
look_at(GraphDesk& desk, const Account& account, const std::vector<TemplateProof>& ours) {
    AccountReport report;
    report.account = account.id;
    report.offices = account.offices;
    if (!desk.has_token()) {
        report.fault = "not asked: whatsapp.access_token is not set (--offline needs none)";
        return report;
    }
    const auto theirs = registered_in(desk, account.id);
    if (!theirs) {
        report.fault = "WhatsApp did not list its templates: " + theirs.error();
        return report;
    }
    compare(report, ours, *theirs);
    return report;
}

Result<whatsapp::TemplateTaken, whatsapp::TemplateRefusal>
hand_in(GraphDesk& desk, const std::string& account, const TemplateRow& row) {
    const bool is_new = row.standing.act == TemplateAct::create;
    const std::string path = is_new ? account + "/message_templates" : row.theirs->id;
    const auto reply = desk.call(
        http::Method::post,
        path,
        {"application/json",
         is_new ? whatsapp::render_template(row.ours) : whatsapp::render_template_edit(row.ours)}
    );
    if (!reply) return fail(whatsapp::TemplateRefusal{0, 0, reply.error()});
    return whatsapp::parse_template_taken(reply->status, reply->body);
}

// What else to know of a refusal.
std::string hint_for(const TemplateRow& row, const whatsapp::TemplateRefusal& refusal) {
    if (refusal.code == 80'007 || refusal.code == 80'008 || refusal.code == 4) {
        return " (an account may make " + std::to_string(whatsapp::template_creations_hourly_max) +
               " templates an hour: run submit again later, it goes on where it stopped)";
    }
    const bool is_edit_of_approved = row.theirs && row.theirs->status == "APPROVED";
    if (!is_edit_of_approved) return "";
    return " (an approved template may be edited " +
           std::to_string(whatsapp::template_edits_daily_max) + " time in 24 hours and " +
           std::to_string(whatsapp::template_edits_monthly_max) + " times in 30 days)";
}

// Creates and edits; `told` is called with a line for each act.
void submit_to(
    GraphDesk& desk,
    AccountReport& report,
    const std::vector<TemplateProof>& ours,
    const std::function<void(const std::string&)>& told
) {
    for (TemplateRow& row : report.rows) {
        const TemplateAct act = row.standing.act;
        if (act != TemplateAct::create && act != TemplateAct::edit) continue;
        const std::string what = row.ours.name + " " + row.ours.language;
        const auto taken = hand_in(desk, report.account, row);
        if (taken) {
            ++report.handed_in;
            const std::string status = taken->status.empty() ? "under review" : taken->status;
            told(what + (act == TemplateAct::create ? ": created, " : ": edited, ") + status);
            continue;
        }
        row.refusal = taken.error().sentence + hint_for(row, taken.error());
        told(what + ": refused: " + row.refusal);
        if (whatsapp::ends_the_run(taken.error())) break;
    }
    if (report.handed_in == 0) return;
    const auto theirs = registered_in(desk, report.account);
    if (theirs) {
        compare(report, ours, *theirs);
    } else {
        report.fault = "handed in, but WhatsApp did not list its templates: " + theirs.error();
    }
}

enum class Errand {
    check,
    submit,
};

int print(
    const Wish& wish,
    const std::vector<TemplateProof>& ours,
    const std::vector<AccountReport>& reports
) {
    if (wish.as_json) {
        std::fputs(report_json(ours, reports).c_str(), stdout);
        return done;
    }
    std::fputs(proofs_text(ours).c_str(), stdout);
    std::string closing;
    for (const AccountReport& report : reports) {
        std::fputs(account_text(report).c_str(), stdout);
        if (report.fault.empty()) closing += closing_text(report);
    }
    if (!closing.empty()) std::fputs(("\n" + closing).c_str(), stdout);
    return done;
}

int run(const Shared& shared, const Wish& wish, Errand errand) {
    const std::vector<TemplateProof> ours = proofs();
    std::vector<AccountReport> reports;
    if (has_faults(ours) || wish.is_offline) {
        print(wish, ours, reports);
        return has_faults(ours) ? refuse("a definition breaks WhatsApp's rules, see above") : done;
    }
    const auto config = configuration(shared);
    if (!config) return failed;
    const auto accounts = accounts_of(shared, wish);
    if (!accounts) return failed;
    // Progress is for whoever watches; a program reads the JSON alone.
    std::FILE* progress = wish.as_json ? stderr : stdout;
    for (const Account& account : *accounts) {
        GraphDesk desk(*config, account.scopes);
        AccountReport report = look_at(desk, account, ours);
        if (errand == Errand::submit && report.fault.empty()) {
            submit_to(desk, report, ours, [&](const std::string& line) {
                std::fprintf(progress, "%s %s\n", account.id.c_str(), line.c_str());
                std::fflush(progress);
            });
        }
        reports.push_back(std::move(report));
    }
    print(wish, ours, reports);
    const bool is_good = errand == Errand::check
                             ? std::all_of(reports.begin(), reports.end(), is_all_good)
                             : std::none_of(reports.begin(), reports.end(), needs_somebody);
    if (is_good) return done;
    return refuse(
        errand == Errand::check ? "not every template is approved and the same, see above"
                                : "not everything could be handed in, see above"
    );
}

}  // namespace

void add_templates(CLI::App& whatsapp, Shared& shared) {
    auto* templates = whatsapp.add_subcommand(
        "templates", "The messages that WhatsApp must approve before we may begin with them"
    );
    templates->require_subcommand(1);
    templates->footer(lesson);
    const auto add = [&](const char* name, const char* help, Errand errand) {
        auto* command = templates->add_subcommand(name, help);
        auto wish = std::make_shared<Wish>();
        auto* office = command->add_option(
            "--office", wish->offices, "Only the business accounts of these offices"
        );
        command->add_option("--account", wish->accounts, "These business accounts; needs no store")
            ->excludes(office);
        command->add_flag("--json", wish->as_json, "As JSON, for programs");
        if (errand == Errand::check) {
            command->add_flag(
                "--offline", wish->is_offline, "The definitions alone; WhatsApp is not asked"
            );
        }
        command->footer(lesson);
        command->callback([&shared, wish, errand] { shared.exit_code = run(shared, *wish, errand); }
        );
    };
    add("check",
        "Proves our definitions and sets them beside WhatsApp's; 0: all approved and the same",
        Errand::check);
    add("submit",
        "Creates what is missing and edits what differs; a second run finds nothing to do",
        Errand::submit);
}

}  // namespace antre::app
