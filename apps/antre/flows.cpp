#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include "antre/commands.h"
#include "antre/graph_desk.h"
#include "channels/whatsapp/flow_form.h"
#include "channels/whatsapp/flow_lifecycle.h"
#include "channels/whatsapp/flow_seal.h"
#include "channels/wording_file.h"
#include "foundation/text.h"
#include "server/office_forms.h"

namespace antre::app {

namespace whatsapp = channels::whatsapp;

namespace {

std::optional<std::string> read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// A new file that only its owner may read; an old key is never written over.
bool write_secret(const std::string& path, const std::string& text) {
    constexpr mode_t owner_only = 0600;
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_only);
    if (file < 0) return false;
    const bool is_written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file) == 0;
    return ::close(file) == 0 && is_written;
}

int make_key(const std::string& path, const std::string& passphrase_file) {
    Token passphrase;
    if (!passphrase_file.empty()) {
        const auto text = read(passphrase_file);
        if (!text) return refuse(passphrase_file + ": cannot be read");
        passphrase = Token(std::string(trim(*text)));
    }
    const auto pair = whatsapp::make_flow_key(passphrase);
    if (!pair) return refuse(pair.error().reason);
    if (!write_secret(path, pair->private_pem.reveal())) {
        return refuse(path + ": cannot be written; an existing key is left as it is");
    }
    std::printf("%s", pair->public_pem.c_str());
    return done;
}

// What the calls of one office share.
struct Account {
    const server::Config& config;
    std::string slug;
    std::string account;
    GraphDesk desk;

    whatsapp::FlowAnswer
    call(http::Method method, const std::string& path, const whatsapp::Upload& upload) {
        const auto reply = desk.call(method, path, upload);
        if (!reply) return {"", "", "", reply.error()};
        return whatsapp::parse_flow_answer(reply->status, reply->body);
    }
};

std::optional<whatsapp::FlowKey> key_of(const server::Config& config, const std::string& slug) {
    const auto found = config.whatsapp.flows.find(slug);
    if (found == config.whatsapp.flows.end()) {
        refuse("whatsapp.flows." + slug + " is not configured");
        return std::nullopt;
    }
    const auto pem = read(found->second.private_key_file);
    auto key = whatsapp::FlowKey::load(pem.value_or(""), found->second.passphrase);
    if (key) return std::move(*key);
    refuse("whatsapp.flows." + slug + ".private_key_file " + key.error().reason);
    return std::nullopt;
}

// Every Flow of the account, or a line on stderr and nothing.
std::optional<std::vector<whatsapp::RegisteredFlow>> flows_of(Account& account) {
    constexpr std::size_t pages_max = 20;
    std::vector<whatsapp::RegisteredFlow> all;
    std::string after;
    for (std::size_t i = 0; i < pages_max; ++i) {
        const auto reply = account.desk.call(
            http::Method::get, account.account + "/flows" + whatsapp::flow_page_query(after)
        );
        if (!reply) return refuse("the account's forms: " + reply.error()), std::nullopt;
        auto page = whatsapp::parse_flow_page(reply->status, reply->body);
        if (!page.fault.empty()) {
            return refuse("the account's forms: " + page.fault), std::nullopt;
        }
        for (whatsapp::RegisteredFlow& flow : page.flows)
            all.push_back(std::move(flow));
        if (page.after.empty() || page.after == after) break;
        after = page.after;
    }
    return all;
}

// The definition as WhatsApp has it; empty when it cannot be had.
std::string definition_at(Account& account, const std::string& flow) {
    const auto assets = account.desk.call(http::Method::get, flow + "/assets");
    if (!assets || assets->status != 200) return "";
    const std::string url = whatsapp::parse_flow_asset(assets->body);
    if (url.empty()) return "";
    const auto file = account.desk.fetch(url);
    return file && file->status == 200 ? file->body : "";
}

// The draft's endpoint and definition, then publishing: whether it went well; else a line on
// stderr.
bool publish(
    Account& account, const std::string& name, const std::string& flow, const std::string& form
) {
    const auto asset =
        account.call(http::Method::post, flow + "/assets", whatsapp::render_flow_asset(form));
    if (!asset.fault.empty()) return refuse(name + ": " + asset.fault), false;
    const auto published =
        account.call(http::Method::post, flow + "/publish", {"application/json", "{}"});
    if (!published.fault.empty()) return refuse(name + ": " + published.fault), false;
    return true;
}

// Leads an existing form to our endpoint, should it have moved.
bool keep_endpoint(
    Account& account, const whatsapp::RegisteredFlow& flow, const std::string& endpoint
) {
    if (flow.endpoint == endpoint) return true;
    const auto changed = account.call(
        http::Method::post, flow.id, {"application/json", whatsapp::render_flow_endpoint(endpoint)}
    );
    if (changed.fault.empty()) return true;
    return refuse(flow.name + ": " + changed.fault), false;
}

// The form's id, or a line on stderr and nothing. What is there already is used.
std::optional<std::string> submit_form(
    Account& account,
    const std::vector<whatsapp::RegisteredFlow>& registered,
    const conversation::Wording& wording,
    Language language
) {
    const auto line = whatsapp::flow_line(server::flow_name(account.slug, language), registered);
    const std::string endpoint = account.config.web.public_url + "/whatsapp/flows/" + account.slug;
    const std::string form = whatsapp::flow_definition(wording, language);
    if (line.latest) {
        const whatsapp::RegisteredFlow& flow = *line.latest;
        const bool is_draft = flow.status == "DRAFT";
        const bool is_kept =
            is_draft || whatsapp::is_same_definition(definition_at(account, flow.id), form);
        if (is_kept && !keep_endpoint(account, flow, endpoint)) return std::nullopt;
        if (is_draft && !publish(account, flow.name, flow.id, form)) return std::nullopt;
        if (is_kept) {
            std::fprintf(
                stderr,
                "%s: %s\n",
                flow.name.c_str(),
                is_draft ? "the draft is published" : (flow.status + ", nothing to do").c_str()
            );
            return flow.id;
        }
        std::fprintf(
            stderr,
            "%s: says something else and cannot be changed once it is published; %s is made. "
            "Deprecate the old one a day later, when nobody has it open\n",
            flow.name.c_str(),
            line.next_name.c_str()
        );
    }
    const auto draft = account.call(
        http::Method::post,
        account.account + "/flows",
        {"application/json", whatsapp::render_flow_draft(line.next_name, endpoint)}
    );
    if (draft.id.empty()) return refuse(line.next_name + ": " + draft.fault), std::nullopt;
    if (!publish(account, line.next_name, draft.id, form)) return std::nullopt;
    std::fprintf(stderr, "%s: published\n", line.next_name.c_str());
    return draft.id;
}

int submit(
    const Shared& shared,
    const std::string& slug,
    const std::string& number,
    const std::string& waba
) {
    const auto config = configuration(shared);
    if (!config) return failed;
    const auto key = key_of(*config, slug);
    if (!key) return failed;
    Account account{*config, slug, waba, GraphDesk(*config, {number, waba})};
    const auto registered = account.call(
        http::Method::post,
        number + "/whatsapp_business_encryption",
        whatsapp::render_flow_key(key->public_pem())
    );
    if (!registered.fault.empty()) return refuse("the public key: " + registered.fault);
    const auto flows = flows_of(account);
    if (!flows) return failed;
    const auto wording = channels::built_in_wording();
    std::string lines;
    for (const Language language : {Language::id, Language::en}) {
        const auto id = submit_form(account, *flows, wording, language);
        if (!id) return failed;
        lines += (language == Language::id ? "flow_id = \"" : "flow_id_en = \"") + *id + "\"\n";
    }
    std::printf("[whatsapp.flows.%s]\n%s", slug.c_str(), lines.c_str());
    return done;
}

int check(const Shared& shared, const std::string& slug, const std::string& number) {
    const auto config = configuration(shared);
    if (!config) return failed;
    const auto key = key_of(*config, slug);
    if (!key) return failed;
    Account account{*config, slug, "", GraphDesk(*config, {number})};
    const auto registered =
        account.call(http::Method::get, number + "/whatsapp_business_encryption", {});
    if (!registered.fault.empty()) return refuse("the public key: " + registered.fault);
    if (trim(registered.key) != trim(key->public_pem())) {
        return refuse("the number has another public key: run antre whatsapp flows submit");
    }
    std::printf("key: the number's public key is ours\n");
    const server::Config::WhatsApp::Flow& flow = config->whatsapp.flows.at(slug);
    for (const std::string& id : {flow.flow_id, flow.flow_id_en}) {
        if (id.empty()) continue;
        const auto form = account.call(http::Method::get, id + "?fields=id,status", {});
        if (!form.fault.empty()) return refuse("form " + id + ": " + form.fault);
        std::printf("form %s: %s\n", id.c_str(), form.status.c_str());
        if (form.status != "PUBLISHED") return refuse("form " + id + " is not published");
    }
    return done;
}

}  // namespace

void add_flows(CLI::App& whatsapp, Shared& shared) {
    auto* flows = whatsapp.add_subcommand("flows", "The booking form inside WhatsApp");
    flows->require_subcommand(1);

    auto* keygen = flows->add_subcommand("keygen", "Makes an office's key; prints its public half");
    auto path = std::make_shared<std::string>();
    auto passphrase = std::make_shared<std::string>();
    keygen->add_option("--out", *path, "The private key's new file")->required();
    keygen->add_option("--passphrase-file", *passphrase, "Encrypts it with the text of this file");
    keygen->callback([&shared, path, passphrase] {
        shared.exit_code = make_key(*path, *passphrase);
    });

    auto* definition = flows->add_subcommand("definition", "The form as Flow JSON");
    auto language = std::make_shared<std::string>("id");
    definition->add_option("--language", *language, "id or en")->check(CLI::IsMember({"id", "en"}));
    definition->callback([&shared, language] {
        const auto wording = channels::built_in_wording();
        const Language chosen = language_coded(*language).value_or(Language::id);
        std::printf("%s\n", whatsapp::flow_definition(wording, chosen).c_str());
        shared.exit_code = done;
    });

    auto slug = std::make_shared<std::string>();
    auto number = std::make_shared<std::string>();
    auto account = std::make_shared<std::string>();
    auto* submit_command = flows->add_subcommand(
        "submit",
        "Registers the key and publishes the form in both languages; what is there already is kept"
    );
    auto* check_command =
        flows->add_subcommand("check", "Whether WhatsApp has our key and the form is published");
    for (CLI::App* command : {submit_command, check_command}) {
        command->add_option("--office", *slug, "The office's name in the configuration")
            ->required();
        command->add_option("--number", *number, "Its phone_number_id")->required();
    }
    submit_command->add_option("--account", *account, "The WhatsApp Business account's id")
        ->required();
    submit_command->callback([&shared, slug, number, account] {
        shared.exit_code = submit(shared, *slug, *number, *account);
    });
    check_command->callback([&shared, slug, number] {
        shared.exit_code = check(shared, *slug, *number);
    });
}

}  // namespace antre::app
