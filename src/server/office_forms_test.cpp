#include <gtest/gtest.h>

#include "server/office_forms.h"
#include "server/test_forms.h"

namespace antre::server {

namespace {

// The forms of two offices by a configuration that a test changes first.
class OfficeFormsTest : public testing::Test {
protected:
    OfficeFormsTest()
        : engine_(offices_.store, offices_.speech, engine::EngineOptions{}) {
        EXPECT_TRUE(engine_.load(offices_.at));
        directory_ = std::make_unique<Directory>(engine_);
        config_.app_secrets = {Token("an app secret")};
        config_.flows["batam"].private_key_file = key_.path();
    }
    Result<OfficeForms, std::string> load() { return OfficeForms::load(config_, *directory_); }
    [[nodiscard]] OfficeId id_of(std::string_view slug) const {
        return directory_->by_slug(slug)->id;
    }
    // A message that asks for a service, and may open a form.
    [[nodiscard]] notices::OutMessage message_of(std::string_view slug, Language language) const {
        notices::Note note;
        note.form = notices::Form{"Isi formulir", language};
        notices::OutMessage message;
        message.id = MessageId{7};
        message.office = id_of(slug);
        message.contact = ContactId{3};
        message.moot_at = offices_.at + hours(23);
        message.content = std::move(note);
        return message;
    }

    KeyFile key_;
    TwoOffices offices_;
    engine::Engine engine_;
    std::unique_ptr<Directory> directory_;
    Config::WhatsApp config_;
};

}  // namespace

TEST_F(OfficeFormsTest, what_cannot_be_loaded_is_one_line) {
    config_.flows["nowhere"].private_key_file = key_.path();
    EXPECT_EQ(load().error(), "whatsapp.flows.nowhere: there is no office of that name");
    config_.flows.erase("nowhere");
    config_.flows["batam"].private_key_file = "/nowhere.pem";
    EXPECT_EQ(load().error(), "whatsapp.flows.batam.private_key_file cannot be read");
    config_.flows["batam"].private_key_file =
        std::string(ANTRE_SOURCE_DIR) + "/data/demo/batam.json";
    ASSERT_FALSE(load());
    EXPECT_TRUE(load().error().starts_with("whatsapp.flows.batam.private_key_file "));
}

TEST_F(OfficeFormsTest, a_message_opens_the_form_of_its_office_and_language) {
    config_.flows["batam"].flow_id_en = "8";
    const auto forms = load();
    ASSERT_TRUE(forms) << forms.error();
    const auto link = forms->link_for(message_of("batam", Language::id));
    ASSERT_TRUE(link);
    EXPECT_EQ(link->flow_id, "");
    EXPECT_EQ(link->flow_name, "antre_booking_batam_id");
    const auto pass = forms->passes().read(link->token);
    ASSERT_TRUE(pass);
    EXPECT_EQ(pass->office, id_of("batam"));
    EXPECT_EQ(pass->message, MessageId{7});
    EXPECT_EQ(forms->link_for(message_of("batam", Language::en))->flow_id, "8");
    EXPECT_FALSE(forms->link_for(message_of("jakarta-selatan", Language::id)));
    EXPECT_TRUE(forms->of("batam") != nullptr);
    EXPECT_TRUE(forms->of("jakarta-selatan") == nullptr);
}

TEST_F(OfficeFormsTest, no_form_is_opened_by_what_has_none_or_is_shut) {
    notices::OutMessage plain = message_of("batam", Language::id);
    plain.content = notices::Note{};
    EXPECT_FALSE(load()->link_for(plain));
    config_.flows["batam"].is_enabled = false;
    EXPECT_FALSE(load()->link_for(message_of("batam", Language::id)));
}

TEST_F(OfficeFormsTest, news_of_a_form_finds_its_office_by_id_or_by_name) {
    config_.flows["batam"].flow_id_en = "8";
    const auto forms = load();
    ASSERT_TRUE(forms);
    const OfficeId batam = id_of("batam");
    const struct {
        const char* id;
        const char* name;
        std::optional<OfficeId> office;
    } rows[] = {
        {"8", "", batam},
        {"7", "antre_booking_batam_id", batam},
        {"", "antre_booking_batam_id", batam},
        {"7", "antre_booking_batam_en", std::nullopt},  // an older form: the id says which is ours
        {"7", "antre_booking_batam_id_2", std::nullopt},
        {"201000000000001", "", std::nullopt},
        {"", "", std::nullopt},
    };
    for (const auto& row : rows)
        EXPECT_TRUE(forms->office_of_flow(row.id, row.name) == row.office) << row.id << row.name;
}

}  // namespace antre::server
