#include <functional>
#include <gtest/gtest.h>

#include "channels/whatsapp/template_rules.h"
#include "channels/wording_file.h"

namespace antre::channels::whatsapp {

namespace {

TemplateDefinition good() {
    TemplateDefinition definition;
    definition.name = "pengingat_h1";
    definition.language = "id";
    definition.category = "UTILITY";
    definition.body = "Giliran Anda di {{1}} pada hari {{2}}, sampai jumpa di sana.";
    definition.samples = {"Kantor Imigrasi Jakarta Selatan", "Jumat"};
    definition.buttons = {"Saya datang", "Ubah jadwal"};
    return definition;
}

std::string rules_broken(const TemplateDefinition& definition) {
    std::string names;
    for (const TemplateFault& fault : faults_of(definition)) {
        EXPECT_FALSE(fault.reason.empty());
        names += (names.empty() ? "" : " ") + std::string(name_of(fault.rule));
    }
    return names;
}

std::string many(std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

}  // namespace

TEST(TemplateRules, each_broken_rule_is_named) {
    using Made = TemplateDefinition;
    const struct {
        const char* broken;
        std::function<void(Made&)> by;
    } rows[] = {
        {"", [](Made&) {}},
        {"name_shape", [](Made& d) { d.name = "Pengingat H-1"; }},
        {"name_shape", [](Made& d) { d.name = ""; }},
        {"name_shape", [](Made& d) { d.name = many(513, "a"); }},
        {"language_known", [](Made& d) { d.language = "jv"; }},
        {"category_set", [](Made& d) { d.category = ""; }},
        {"category_set", [](Made& d) { d.category = "TRANSACTIONAL"; }},
        {"time_to_live", [](Made& d) { d.ttl_seconds = 29; }},
        {"", [](Made& d) { d.ttl_seconds = 43'200; }},
        {"time_to_live", [](Made& d) { d.ttl_seconds = 43'201; }},
        {"", [](Made& d) { d.header = many(60, "a"); }},
        {"header_length", [](Made& d) { d.header = many(61, "a"); }},
        {"header_plain", [](Made& d) { d.header = "Besok *giliran* Anda"; }},
        {"header_plain", [](Made& d) { d.header = "Besok\nAnda"; }},
        {"header_plain", [](Made& d) { d.header = "Besok 📅"; }},
        {"", [](Made& d) { d.footer = many(60, "a"); }},
        {"footer_length", [](Made& d) { d.footer = many(61, "a"); }},
        {"footer_plain", [](Made& d) { d.footer = "Hubungi {{1}} ya"; }},
        {"body_length sample_missing", [](Made& d) { d.body = ""; }},
        {"body_length", [](Made& d) { d.body += many(1000, "a"); }},
        {"body_filled_length", [](Made& d) { d.body += many(940, "a"); }},
        {"white_space", [](Made& d) { d.body += "\n\n\nSalam"; }},
        {"", [](Made& d) { d.body += "\n\nSalam"; }},
        {"white_space", [](Made& d) { d.body += "     Salam"; }},
        {"white_space", [](Made& d) { d.body += "\tSalam"; }},
        {"variable_shape",
         [](Made& d) {
             d.body = "Giliran Anda di {{office}} pada hari {{2}}, sampai jumpa di sana.";
         }},
        {"variable_numbering",
         [](Made& d) { d.body = "Giliran Anda di {{1}} pada hari {{3}}, sampai jumpa di sana."; }},
        {"variable_numbering",
         [](Made& d) { d.body = "Giliran Anda di {{2}} pada hari {{1}}, sampai jumpa di sana."; }},
        {"variable_at_edge",
         [](Made& d) { d.body = "{{1}} menunggu Anda pada hari {{2}}, sampai jumpa di sana."; }},
        {"variable_at_edge",
         [](Made& d) { d.body = "Giliran Anda di {{1}}, sampai jumpa di sana pada {{2}}\n"; }},
        {"variables_adjacent",
         [](Made& d) { d.body = "Giliran Anda: {{1}} {{2}}, sampai jumpa di sana."; }},
        {"variables_too_many", [](Made& d) { d.body = "Di {{1}}, {{2}} sampai jumpa."; }},
        {"sample_missing", [](Made& d) { d.samples.pop_back(); }},
        {"sample_missing", [](Made& d) { d.samples.back() = " "; }},
        {"sample_missing", [](Made& d) { d.samples.emplace_back("lebih"); }},
        {"sample_shape", [](Made& d) { d.samples.back() = "Jumat\nSabtu"; }},
        {"buttons_count",
         [](Made& d) {
             d.buttons = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"};
         }},
        {"button_length", [](Made& d) { d.buttons.back() = many(26, "a"); }},
        {"", [](Made& d) { d.buttons.back() = many(25, "a"); }},
        {"button_length", [](Made& d) { d.buttons.back() = ""; }},
        {"button_plain", [](Made& d) { d.buttons.back() = "Ubah *jadwal*"; }},
        {"button_plain", [](Made& d) { d.buttons.back() = "Datang ✅"; }},
        {"button_plain", [](Made& d) { d.buttons.back() = "Jam {{1}}"; }},
        {"button_repeated", [](Made& d) { d.buttons.back() = d.buttons.front(); }},
    };
    for (const auto& row : rows) {
        TemplateDefinition definition = good();
        row.by(definition);
        EXPECT_EQ(rules_broken(definition), row.broken) << definition.body;
    }
}

TEST(TemplateRules, our_own_templates_break_none) {
    const auto all = template_definitions(built_in_wording());
    EXPECT_EQ(all.size(), 22u);
    for (const TemplateDefinition& definition : all) {
        EXPECT_EQ(rules_broken(definition), "") << definition.name << " " << definition.language;
        EXPECT_EQ(definition.category, "UTILITY");
    }
}

TEST(TemplateRules, settings_that_leave_something_out_are_named) {
    const auto all = template_definitions(built_in_wording(), R"({"pengingat_h1":{}})");
    EXPECT_EQ(rules_broken(all.front()), "category_set sample_missing");
    EXPECT_EQ(
        rules_broken(template_definitions(built_in_wording(), "?").front()),
        "category_set sample_missing"
    );
}

}  // namespace antre::channels::whatsapp
