#pragma once

// Two demo offices on a memory store, and a form whose private key is that of the published
// vectors of WhatsApp's Flow endpoint.

#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <unistd.h>

#include "channels/office_file.h"
#include "channels/wording_file.h"
#include "engine/engine.h"
#include "language/tables.h"
#include "server/config.h"
#include "storage/memory/memory_store.h"

namespace antre::server {

inline std::string file_of_tree(const std::string& path) {
    std::ifstream file(std::string(ANTRE_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(file), {});
    EXPECT_FALSE(text.empty()) << path;
    return text;
}

inline boost::json::object flow_vectors() {
    return boost::json::parse(file_of_tree("src/channels/whatsapp/testdata/flow_endpoint.json"))
        .as_object();
}

// The vectors' private key as a file, for as long as the test runs.
class KeyFile {
public:
    KeyFile()
        : path_(testing::TempDir() + "antre-form-" + std::to_string(::getpid()) + ".pem") {
        const auto all = flow_vectors();
        std::ofstream file(path_);
        file << "-----BEGIN PRIVATE KEY-----\n"
             << all.at("test_private_key_pkcs8_der_base64").as_string().c_str()
             << "\n-----END PRIVATE KEY-----\n";
    }
    ~KeyFile() { std::remove(path_.c_str()); }
    KeyFile(const KeyFile&) = delete;
    KeyFile& operator=(const KeyFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

// Batam and Jakarta Selatan, in a store that an engine may load.
class TwoOffices {
public:
    TwoOffices()
        : tables(language::built_in_tables())
        , wording(channels::built_in_wording()) {
        engine::Engine first(store, speech, engine::EngineOptions{});
        EXPECT_TRUE(first.load(at));
        for (const char* slug : {"batam", "jakarta-selatan"}) {
            const auto office =
                channels::parse_office(file_of_tree("data/demo/" + std::string(slug) + ".json"));
            EXPECT_TRUE(office);
            engine::Command command;
            command.actor = engine::ActorKind::console;
            command.at = at;
            command.body = engine::PutOffice{*office};
            EXPECT_TRUE(first.handle({&command, 1}));
        }
    }

    Instant at{1'795'500'000'000};
    storage::MemoryStore store;
    language::Tables tables;
    conversation::Wording wording;
    engine::Speech speech{tables, wording};
};

}  // namespace antre::server
