#include "server/config.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <toml++/toml.h>
#include <unistd.h>
#include <utility>

#include "foundation/text.h"

namespace antre::server {

namespace {

// One key: how its text is taken over, and how it is shown.
struct Key {
    std::string_view name;  // "server.listen"
    // Gives what is wrong, or nothing.
    std::function<std::optional<std::string>(Config&, const std::string&)> set;
    std::function<std::string(const Config&)> show;
    bool is_secret = false;
};

using Wrong = std::optional<std::string>;

template <class Field>
Key text_key(std::string_view name, Field field) {
    return {
        name,
        [field](Config& config, const std::string& value) -> Wrong {
            field(config) = value;
            return std::nullopt;
        },
        [field](const Config& config) { return field(config); },
        false};
}

template <class Field>
Key number_key(std::string_view name, std::uint32_t low, std::uint32_t high, Field field) {
    return {
        name,
        [field, low, high](Config& config, const std::string& value) -> Wrong {
            std::uint32_t number = 0;
            const char* end = value.data() + value.size();
            const auto [rest, error] = std::from_chars(value.data(), end, number);
            if (error != std::errc{} || rest != end || number < low || number > high) {
                return "must be a number from " + std::to_string(low) + " to " +
                       std::to_string(high);
            }
            field(config) = number;
            return std::nullopt;
        },
        [field](const Config& config) { return std::to_string(field(config)); },
        false};
}

template <class Field>
Key switch_key(std::string_view name, Field field) {
    return {
        name,
        [field](Config& config, const std::string& value) -> Wrong {
            if (value != "true" && value != "false") return "must be true or false";
            field(config) = value == "true";
            return std::nullopt;
        },
        [field](const Config& config) { return field(config) ? "true" : "false"; },
        false};
}

template <class Set>
Key secret_key(std::string_view name, Set set, bool (*is_there)(const Config&)) {
    return {
        name,
        [set](Config& config, const std::string& value) -> Wrong {
            const std::string_view bare = trim(value);
            if (bare.empty()) return "is empty";
            set(config, Token(std::string(bare)));
            return std::nullopt;
        },
        [is_there](const Config& config) { return is_there(config) ? "(set)" : "(not set)"; },
        true};
}

const std::vector<Key>& keys() {
    static const std::vector<Key> all{
        text_key(
            "server.listen", [](auto& c) -> auto& { return c.server.listen; }
        ),
        number_key(
            "server.io_threads", 1, 64, [](auto& c) -> auto& { return c.server.io_threads; }
        ),
        text_key(
            "server.tls_certificate_file",
            [](auto& c) -> auto& { return c.server.tls_certificate_file; }
        ),
        text_key(
            "server.tls_key_file", [](auto& c) -> auto& { return c.server.tls_key_file; }
        ),
        text_key(
            "store.url", [](auto& c) -> auto& { return c.store.url; }
        ),
        text_key(
            "store.master_key_file", [](auto& c) -> auto& { return c.store.master_key_file; }
        ),
        text_key(
            "whatsapp.graph_url", [](auto& c) -> auto& { return c.whatsapp.graph_url; }
        ),
        text_key(
            "whatsapp.graph_version", [](auto& c) -> auto& { return c.whatsapp.graph_version; }
        ),
        secret_key(
            "whatsapp.app_secret",
            [](Config& c, Token token) {
                c.whatsapp.app_secrets.insert(c.whatsapp.app_secrets.begin(), std::move(token));
            },
            [](const Config& c) { return !c.whatsapp.app_secrets.empty(); }
        ),
        secret_key(
            "whatsapp.app_secret_before",
            [](Config& c, Token token) { c.whatsapp.app_secrets.push_back(std::move(token)); },
            [](const Config& c) { return c.whatsapp.app_secrets.size() > 1; }
        ),
        secret_key(
            "whatsapp.verify_token",
            [](Config& c, Token token) { c.whatsapp.verify_token = std::move(token); },
            [](const Config& c) { return !c.whatsapp.verify_token.empty(); }
        ),
        secret_key(
            "whatsapp.access_token",
            [](Config& c, Token token) { c.whatsapp.access_token = std::move(token); },
            [](const Config& c) { return !c.whatsapp.access_token.empty(); }
        ),
        switch_key(
            "whatsapp.send", [](auto& c) -> auto& { return c.whatsapp.is_sending; }
        ),
        switch_key(
            "whatsapp.mark_read", [](auto& c) -> auto& { return c.whatsapp.marks_read; }
        ),
        number_key(
            "whatsapp.number_per_second", 1, 1'000, [](auto& c) -> auto& {
                return c.whatsapp.number_per_second;
            }
        ),
        text_key(
            "whatsapp.ca_file", [](auto& c) -> auto& { return c.whatsapp.ca_file; }
        ),
        number_key(
            "engine.threads", 1, 64, [](auto& c) -> auto& { return c.engine.threads; }
        ),
        number_key(
            "engine.queue_max", 1, 1'000'000, [](auto& c) -> auto& { return c.engine.queue_max; }
        ),
        number_key(
            "engine.batch_max", 1, 10'000, [](auto& c) -> auto& { return c.engine.batch_max; }
        ),
        text_key(
            "web.public_url", [](auto& c) -> auto& { return c.web.public_url; }
        ),
        text_key(
            "log.level", [](auto& c) -> auto& { return c.log.level; }
        ),
    };
    return all;
}

constexpr std::string_view tokens_prefix = "whatsapp.access_tokens.";
constexpr std::string_view flows_prefix = "whatsapp.flows.";
constexpr std::string_view file_suffix = "_file";

const Key* key_named(std::string_view name) {
    const auto found = std::find_if(keys().begin(), keys().end(), [&](const Key& key) {
        return key.name == name;
    });
    return found == keys().end() ? nullptr : &*found;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] =
                std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string unknown_key(std::string_view name) {
    std::string_view nearest;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const Key& key : keys()) {
        const std::size_t far = distance(name, key.name);
        if (far < least) {
            least = far;
            nearest = key.name;
        }
    }
    return "is not a key; did you mean " + std::string(nearest) + "?";
}

// "whatsapp.flows.OFFICE.KEY", of the office's form.
Result<void, ConfigFault> set_flow(
    Config& config, const std::string& name, const std::string& value, const ReadFile& read_file
) {
    const std::string_view rest = std::string_view(name).substr(flows_prefix.size());
    const std::size_t dot = rest.find('.');
    if (dot == 0 || dot == std::string_view::npos) {
        return fail(ConfigFault{name, "must be a table, one an office"});
    }
    Config::WhatsApp::Flow& flow = config.whatsapp.flows[std::string(rest.substr(0, dot))];
    const std::string_view key = rest.substr(dot + 1);
    if (key == "private_key_file") {
        flow.private_key_file = value;
    } else if (key == "passphrase") {
        flow.passphrase = Token(value);
    } else if (key == "passphrase_file") {
        const auto read = read_file(value);
        if (!read) return fail(ConfigFault{name, "cannot be read: " + value});
        flow.passphrase = Token(std::string(trim(*read)));
    } else if (key == "flow_id") {
        flow.flow_id = value;
    } else if (key == "flow_id_en") {
        flow.flow_id_en = value;
    } else if (key == "enabled" && (value == "true" || value == "false")) {
        flow.is_enabled = value == "true";
    } else {
        return fail(ConfigFault{
            name,
            "is no key of a form; there are private_key_file, passphrase, passphrase_file, "
            "flow_id, flow_id_en, and enabled (true or false)"});
    }
    return {};
}

Result<void, ConfigFault>
set(Config& config, const std::string& name, const std::string& value, const ReadFile& read_file) {
    if (name.starts_with(tokens_prefix)) {
        config.whatsapp.access_tokens[name.substr(tokens_prefix.size())] = Token(value);
        return {};
    }
    if (name.starts_with(flows_prefix)) return set_flow(config, name, value, read_file);
    const Key* key = key_named(name);
    std::string text = value;
    if (key == nullptr && name.ends_with(file_suffix)) {
        // A secret kept in a file of its own.
        const Key* secret =
            key_named(std::string_view(name).substr(0, name.size() - file_suffix.size()));
        if (secret != nullptr && secret->is_secret) {
            const auto read = read_file(value);
            if (!read) return fail(ConfigFault{name, "cannot be read: " + value});
            key = secret;
            text = *read;
        }
    }
    if (key == nullptr) return fail(ConfigFault{name, unknown_key(name)});
    if (const Wrong wrong = key->set(config, text)) return fail(ConfigFault{name, *wrong});
    return {};
}

std::optional<std::string> text_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    return std::nullopt;
}

Result<void, ConfigFault> set_from_table(
    Config& config, const toml::table& table, const std::string& prefix, const ReadFile& read_file
) {
    for (const auto& [name, node] : table) {
        const std::string full = prefix + std::string(name.str());
        if (const auto* inner = node.as_table()) {
            const auto done = set_from_table(config, *inner, full + ".", read_file);
            if (!done) return done;
            continue;
        }
        const auto text = text_of(node);
        if (!text) return fail(ConfigFault{full, "must be a text, a number or true/false"});
        const auto done = set(config, full, *text, read_file);
        if (!done) return done;
    }
    return {};
}

// "ANTRE_WHATSAPP_GRAPH_URL" -> "whatsapp.graph_url".
std::string key_of_variable(std::string_view variable) {
    std::string name = to_lower_ascii(variable);
    const std::size_t at = name.find('_');
    if (at != std::string::npos) name[at] = '.';
    return name;
}

Result<void, ConfigFault> check(const Config& config) {
    if (config.engine.threads != 1 && sqlite_path(config)) {
        return fail(ConfigFault{"engine.threads", "must be 1 with SQLite, which has one writer"});
    }
    if (!sqlite_path(config)) {
        return fail(ConfigFault{"store.url", "must begin with sqlite: (as in sqlite:var/antre.db)"}
        );
    }
    for (const auto& [office, flow] : config.whatsapp.flows) {
        if (!flow.private_key_file.empty()) continue;
        return fail(ConfigFault{"whatsapp.flows." + office, "needs a private_key_file"});
    }
    const bool has_certificate = !config.server.tls_certificate_file.empty();
    if (has_certificate != !config.server.tls_key_file.empty()) {
        return fail(ConfigFault{
            "server.tls_certificate_file", "needs server.tls_key_file too, and the other way"});
    }
    return {};
}

}  // namespace

Result<Config, ConfigFault> parse_config(
    std::string_view toml,
    const std::map<std::string, std::string>& environment,
    const ReadFile& read_file
) {
    Config config;
    try {
        const toml::table table = toml::parse(toml);
        const auto done = set_from_table(config, table, "", read_file);
        if (!done) return fail(done.error());
    } catch (const toml::parse_error& error) {
        const auto line = error.source().begin.line;
        return fail(ConfigFault{"line " + std::to_string(line), std::string(error.description())});
    }
    constexpr std::string_view prefix = "ANTRE_";
    for (const auto& [variable, value] : environment) {
        if (!variable.starts_with(prefix)) continue;
        const auto done =
            set(config, key_of_variable(variable.substr(prefix.size())), value, read_file);
        if (!done) return fail(ConfigFault{variable, done.error().reason});
    }
    const auto checked = check(config);
    if (!checked) return fail(checked.error());
    return config;
}

Result<Config, ConfigFault> load_config(const std::string& path, FileNeed need) {
    const auto read_file = [](const std::string& name) -> std::optional<std::string> {
        std::ifstream file(name, std::ios::binary);
        if (!file) return std::nullopt;
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const auto text = read_file(path);
    if (!text && need == FileNeed::required) {
        return fail(ConfigFault{"--config", "cannot be read: " + path});
    }
    std::map<std::string, std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view pair = *entry;
        const std::size_t at = pair.find('=');
        if (at != std::string_view::npos) {
            environment.emplace(pair.substr(0, at), pair.substr(at + 1));
        }
    }
    return parse_config(text.value_or(""), environment, read_file);
}

std::string describe(const Config& config) {
    std::string out;
    for (const Key& key : keys()) {
        out += std::string(key.name) + " = " + key.show(config) + "\n";
    }
    for (const auto& [scope, token] : config.whatsapp.access_tokens) {
        out += std::string(tokens_prefix) + scope + " = (set)\n";
    }
    for (const auto& [office, flow] : config.whatsapp.flows) {
        out += std::string(flows_prefix) + office + ".enabled = ";
        out += flow.is_enabled ? "true\n" : "false\n";
    }
    return out;
}

std::optional<std::string> sqlite_path(const Config& config) {
    constexpr std::string_view prefix = "sqlite:";
    if (!config.store.url.starts_with(prefix)) return std::nullopt;
    return config.store.url.substr(prefix.size());
}

}  // namespace antre::server
