#include <gtest/gtest.h>

#include "server/config.h"

namespace antre::server {

namespace {

std::optional<std::string> no_file(const std::string& /*path*/) {
    return std::nullopt;
}

std::string fault_of(std::string_view toml) {
    const auto config = parse_config(toml, {}, no_file);
    return config ? "" : config.error().key + " " + config.error().reason;
}

constexpr std::string_view key_line = "[whatsapp.flows.batam]\nprivate_key_file = \"k.pem\"\n";

std::string with(std::string_view line) {
    return std::string(key_line) + std::string(line) + "\n";
}

}  // namespace

TEST(Config, an_offices_form_is_a_table_of_its_own) {
    const auto config = parse_config(
        with("flow_id = \"7\"\nflow_id_en = \"8\"\nenabled = false\npassphrase = \"geheim\""),
        {{"ANTRE_WHATSAPP_FLOWS.JAKARTA-SELATAN.PRIVATE_KEY_FILE", "j.pem"}},
        no_file
    );
    ASSERT_TRUE(config) << config.error().key << config.error().reason;
    const auto& batam = config->whatsapp.flows.at("batam");
    EXPECT_EQ(batam.private_key_file, "k.pem");
    EXPECT_EQ(batam.flow_id, "7");
    EXPECT_EQ(batam.flow_id_en, "8");
    EXPECT_FALSE(batam.is_enabled);
    EXPECT_EQ(config->whatsapp.flows.at("jakarta-selatan").private_key_file, "j.pem");
    EXPECT_TRUE(config->whatsapp.flows.at("jakarta-selatan").is_enabled);
    EXPECT_EQ(describe(*config).find("geheim"), std::string::npos);
}

TEST(Config, a_passphrase_comes_from_a_file_too) {
    const auto from_file = [](const std::string& path) -> std::optional<std::string> {
        if (path != "secret") return std::nullopt;
        return "from the file\n";
    };
    const auto config = parse_config(with("passphrase_file = \"secret\""), {}, from_file);
    ASSERT_TRUE(config);
    EXPECT_TRUE(config->whatsapp.flows.at("batam").passphrase == Token("from the file"));
}

TEST(Config, what_is_wrong_with_a_form_is_named) {
    const struct {
        std::string toml;
        const char* fault;  // its beginning
    } rows[] = {
        {with(""), ""},
        {with("enabled = \"perhaps\""), "whatsapp.flows.batam.enabled is no key of a form"},
        {with("flow = \"7\""), "whatsapp.flows.batam.flow is no key of a form"},
        {with("passphrase_file = \"nowhere\""),
         "whatsapp.flows.batam.passphrase_file cannot be read"},
        {"[whatsapp.flows.batam]\nflow_id = \"7\"\n",
         "whatsapp.flows.batam needs a private_key_file"},
        {"[whatsapp.flows]\nbatam = \"7\"\n", "whatsapp.flows.batam must be a table"},
    };
    for (const auto& row : rows) {
        const std::string fault = fault_of(row.toml);
        EXPECT_EQ(fault.substr(0, std::string_view(row.fault).size()), row.fault) << row.toml;
        EXPECT_EQ(fault.empty(), std::string_view(row.fault).empty()) << fault;
    }
}

}  // namespace antre::server
