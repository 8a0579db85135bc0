// antre-whatsapp-emulator: the WhatsApp Business Cloud API on your own machine.

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "emulator/emulator.h"

namespace {

constexpr const char* about =
    "Behaves as the WhatsApp Business Cloud API: serves the Graph API under any /vNN.N/, sends "
    "signed webhooks to your server, and lets you play the phones in a chat page or by a control "
    "API.";

constexpr const char* lesson =
    "A first try:\n"
    "  antre-whatsapp-emulator --callback http://127.0.0.1:8080/webhook --app-secret s3cret\n"
    "  curl -X POST localhost:8090/_emulator/phones -d "
    "'{\"name\":\"Amina\",\"wa_id\":\"6281100000001\"}'\n"
    "  curl -X POST localhost:8090/_emulator/phones/6281100000001/send \\\n"
    "       -d '{\"number\":\"301000000000001\",\"type\":\"text\",\"text\":{\"body\":\"halo\"}}'\n"
    "Your server now got a signed webhook. It answers with\n"
    "  POST http://127.0.0.1:8090/v26.0/301000000000001/messages   Authorization: Bearer anything\n"
    "The control API is described in docs/emulator.md. All of it is for tests: no login, loopback.";

struct Arguments {
    antre::emulator::EmulatorOptions options;
    std::string callback;
    std::string app_secret;
    std::string verify_token;
    std::string numbers_file;
    std::string chaos_file;
    std::string now = "real";
    std::string expiry = "silent";
    std::int64_t review_delay_ms = 5000;
};

void declare(CLI::App& app, Arguments& given) {
    auto& cloud = given.options.cloud;
    cloud.public_url.clear();
    app.add_option("--listen", given.options.listen, "Address and port to serve")
        ->capture_default_str();
    app.add_option("--callback", given.callback, "URL of your webhook; without it none are sent");
    app.add_option("--app-secret", given.app_secret, "Signs webhooks (X-Hub-Signature-256)");
    app.add_option(
        "--verify-token", given.verify_token, "Named to your app; overrides bring their own"
    );
    app.add_option(
        "--access-token", cloud.access_tokens, "Accepted Bearer tokens; without it any is taken"
    );
    app.add_option(
        "--numbers",
        given.numbers_file,
        "JSON array of business numbers (antre admin offices --json)"
    );
    app.add_option("--seed", cloud.seed, "Seed of ids and chaos: the same seed, the same world")
        ->capture_default_str();
    app.add_option("--now", given.now, "'real', or an ISO time at which a manual clock begins")
        ->capture_default_str();
    app.add_option("--web", given.options.web_folder, "Folder of the chat page");
    app.add_option("--chaos", given.chaos_file, "JSON file of chaos switches to begin with");
    app.add_option(
           "--throughput", cloud.throughput_per_second, "Messages a second per number, in and out"
    )
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    app.add_option(
           "--portfolio-limit", cloud.portfolio_people_max, "People per 24 h outside a window"
    )
        ->capture_default_str();
    app.add_option("--review-delay-ms", given.review_delay_ms, "Until a template is approved")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    app.add_option("--expiry", given.expiry, "What tells of a message past its time to live")
        ->check(CLI::IsMember({"silent", "failed"}))
        ->capture_default_str();
    app.add_option(
           "--webhook-version",
           cloud.webhook_version.major,
           "Graph version of webhooks; below 24 with conversation"
    )
        ->capture_default_str();
    app.add_option(
        "--public-url", cloud.public_url, "Where media URLs point; by default the listen address"
    );
    app.footer(lesson);
}

std::optional<std::string> file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// One clear line on stderr; 1 is the exit code.
int refuse(const std::string& sentence) {
    std::fprintf(stderr, "antre-whatsapp-emulator: %s\n", sentence.c_str());
    return 1;
}

// Gives a sentence when a file or value cannot be used.
std::optional<std::string> complete(Arguments& given) {
    auto& cloud = given.options.cloud;
    antre::whatsapp_cloud::AppOptions app;
    app.secret = given.app_secret;
    app.callback_url = given.callback;
    app.verify_token = given.verify_token;
    cloud.apps = {app};
    if (!given.callback.empty() && given.app_secret.empty()) {
        return "--callback needs --app-secret, which signs what is sent there";
    }
    if (!given.numbers_file.empty()) {
        const auto text = file_text(given.numbers_file);
        if (!text) return "cannot read " + given.numbers_file;
        auto numbers = antre::emulator::read_numbers(*text);
        if (!numbers) return given.numbers_file + ": " + numbers.error();
        cloud.numbers = std::move(*numbers);
    }
    if (!given.chaos_file.empty()) {
        const auto text = file_text(given.chaos_file);
        if (!text) return "cannot read " + given.chaos_file;
        boost::system::error_code error;
        const auto chaos = boost::json::parse(*text, error);
        if (error || !chaos.is_object()) return given.chaos_file + " must be a JSON object";
        given.options.chaos = chaos.get_object();
    }
    if (given.now != "real") {
        given.options.manual_start = antre::parse_iso_instant(given.now);
        if (!given.options.manual_start)
            return "--now takes 'real' or a time like 2026-11-24T02:00:00Z";
    }
    cloud.review_delay = {given.review_delay_ms};
    if (given.expiry == "failed") cloud.expiry = antre::whatsapp_cloud::Expiry::failed;
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app(about, "antre-whatsapp-emulator");
    Arguments given;
    declare(app, given);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (const auto sentence = complete(given)) return refuse(*sentence);

    // Signals are taken by sigwait below; the threads inherit the mask.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const std::string listen = given.options.listen;
    antre::emulator::Emulator emulator(std::move(given.options));
    const auto port = emulator.start();
    if (!port) return refuse(port.error());
    const std::string host = listen.substr(0, listen.rfind(':'));
    std::printf("antre-whatsapp-emulator listens on http://%s:%u\n", host.c_str(), unsigned{*port});
    std::fflush(stdout);
    int signal = 0;
    sigwait(&signals, &signal);
    emulator.stop();
    return 0;
}
