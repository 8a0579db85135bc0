#pragma once

// The configuration: antre.toml, each key overridable as ANTRE_SECTION_KEY, secrets also from files
// (`*_file`). No file is needed when all required keys are given by the environment. Unknown keys
// are refused, with the nearest known one named.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "foundation/secret.h"

namespace antre::server {

struct Config {
    struct Server {
        std::string listen = "127.0.0.1:8080";
        std::uint32_t io_threads = 1;
        std::string tls_certificate_file;  // PEM chain; with tls_key_file serves HTTPS by itself
        std::string tls_key_file;
    } server;
    struct Store {
        std::string url = "sqlite:var/antre.db";
        std::string master_key_file;  // empty: beside the database, ".key" added
    } store;
    struct WhatsApp {
        std::string graph_url = "https://graph.facebook.com";
        std::string graph_version = "v26.0";
        std::vector<Token> app_secrets;  // app_secret, and app_secret_before while it is changed
        Token verify_token;
        Token access_token;                          // for all numbers,
        std::map<std::string, Token> access_tokens;  // or one by phone number id or account id
        // Forms inside WhatsApp, by office.
        struct Flow {
            std::string private_key_file;  // PEM; its public half is registered for the number
            Token passphrase;              // of that file, if it has one
            bool is_enabled = true;
            std::string flow_id;     // of the Indonesian form; without one it is opened by name
            std::string flow_id_en;  // of the English one
        };
        std::map<std::string, Flow> flows;
        bool is_sending = true;
        bool marks_read = true;
        std::uint32_t number_per_second = 80;
        std::string ca_file;  // empty: the system's certificate authorities
    } whatsapp;
    struct Engine {
        std::uint32_t threads = 1;
        std::uint32_t queue_max = 20'000;
        std::uint32_t batch_max = 512;
    } engine;
    struct Web {
        std::string public_url = "http://127.0.0.1:8080";
    } web;
    struct Log {
        std::string level = "info";
    } log;
};

struct ConfigFault {
    std::string key;     // "server.listen"
    std::string reason;  // what is wrong and what is allowed
};

using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;

// `toml` is the file's text ("" for none); `environment` is all of it, so
// that an unknown ANTRE_… is refused too.
Result<Config, ConfigFault> parse_config(
    std::string_view toml,
    const std::map<std::string, std::string>& environment,
    const ReadFile& read_file
);
// The file (none is fine if `is_needed` is not set) and this process' environment.
enum class FileNeed {
    optional,
    required,
};
Result<Config, ConfigFault> load_config(const std::string& path, FileNeed need);

// What would be used, one "section.key = value" a line, secrets hidden.
std::string describe(const Config& config);

// The path of "sqlite:PATH"; nothing for other stores.
std::optional<std::string> sqlite_path(const Config& config);

}  // namespace antre::server
