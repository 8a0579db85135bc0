// What people do on their phones.

#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

TEST(Phones, a_tap_names_the_message_and_carries_the_words_of_the_button) {
    Stage stage;
    stage.hears();
    json::value body = parsed(testdata("sends/list.json"));
    const std::string menu = Stage::wamid_of(stage.send(body.as_object()));
    ASSERT_TRUE(stage.cloud.taps(amina, menu, "v1:slot:2026-11-26T09:30", stage.now));
    stage.pass(seconds(1));
    const json::object tap = stage.listed("messages").back();
    EXPECT_EQ(at(tap, "/context/id"), json::value(menu));
    EXPECT_EQ(at(tap, "/context/from"), json::value("15550100001"));
    EXPECT_EQ(at(tap, "/interactive/list_reply/title"), json::value("1. 09:30"));
    EXPECT_EQ(at(tap, "/interactive/list_reply/description"), json::value("Guichet 3"));
    EXPECT_FALSE(stage.cloud.taps(amina, menu, "no such row", stage.now));
    EXPECT_FALSE(stage.cloud.taps(amina, "wamid.none", "x", stage.now));
}

TEST(Phones, a_template_button_gives_back_the_payload_set_at_sending) {
    Stage stage;
    stage.call(
        "POST", account + "/message_templates", testdata("sends/manage_template_create.json")
    );
    stage.pass(minutes(1));
    const std::string wamid =
        Stage::wamid_of(stage.send(parsed(testdata("sends/template_positional_with_buttons.json")))
        );
    EXPECT_EQ(
        at(*stage.cloud.message(wamid), "/rendered/body"),
        json::value("Votre rendez-vous est le jeudi 26 novembre à 09:30, merci de venir avec vos "
                    "pièces.")
    );
    ASSERT_TRUE(stage.cloud.taps(amina, wamid, "v1:cancel:apt_8Q2", stage.now));
    stage.pass(seconds(1));
    const json::object tap = stage.listed("messages").back();
    EXPECT_EQ(text_of(tap, "type"), "button");
    EXPECT_EQ(at(tap, "/button/payload"), json::value("v1:cancel:apt_8Q2"));
    EXPECT_EQ(at(tap, "/button/text"), json::value("Annuler"));
}

TEST(Phones, one_message_can_be_delivered_many_times_under_one_id) {
    Stage stage;
    const json::object text{{"type", "text"}, {"text", {{"body", "halo"}}}};
    const auto wamid = stage.cloud.person_sends(amina, office, text, stage.now, 3);
    ASSERT_TRUE(wamid);
    stage.pass(seconds(1));
    EXPECT_EQ(stage.deliveries.size(), 3u);
    for (const json::object& message : stage.listed("messages")) {
        EXPECT_EQ(text_of(message, "id"), *wamid);
    }
    EXPECT_FALSE(stage.cloud.person_sends(amina, office, text, stage.now, 101));
}

TEST(Phones, a_new_number_is_told_of_and_the_old_one_is_gone) {
    Stage stage;
    stage.hears();
    const std::string old_id = as_text(at(stage.cloud.state(stage.now), "/phones/0/user_id"));
    ASSERT_TRUE(stage.cloud.change_number(amina, "6281110009", stage.now));
    stage.pass(seconds(1));
    const json::object told = stage.listed("messages").back();
    EXPECT_EQ(text_of(told, "from"), amina);
    EXPECT_EQ(at(told, "/system/wa_id"), json::value("6281110009"));
    EXPECT_EQ(at(told, "/system/previous_user_id"), json::value(old_id));
    EXPECT_NE(at(told, "/system/user_id"), json::value(old_id));
    EXPECT_EQ(stage.say("hello", "+6281110009").status, 200) << "the chat goes on";
    EXPECT_EQ(Stage::code_of(stage.say("hello")), 131047) << "nobody is at the old number";
    EXPECT_FALSE(stage.cloud.change_number("6281110009", "6281110009", stage.now));
}

TEST(Phones, a_new_user_id_is_told_of_without_a_number) {
    Stage stage;
    stage.hears();
    ASSERT_TRUE(stage.cloud.change_user_id(amina, stage.now));
    stage.pass(seconds(1));
    const json::object told = stage.listed("messages").back();
    EXPECT_FALSE(told.contains("from"));
    EXPECT_EQ(at(told, "/system/type"), json::value("user_changed_user_id"));
}

TEST(Phones, bad_acts_are_refused_with_a_sentence_and_change_nothing) {
    Stage stage;
    EXPECT_FALSE(stage.cloud.add_phone("", "6281110001", stage.now));
    EXPECT_FALSE(stage.cloud.add_phone("A", "12", stage.now));
    EXPECT_FALSE(stage.cloud.add_phone("A", amina, stage.now));
    EXPECT_FALSE(stage.cloud.add_phone("A", "15550100001", stage.now)) << "a business number";
    EXPECT_FALSE(stage.cloud.says("999999", office, "x", stage.now));
    EXPECT_FALSE(stage.cloud.says(amina, "999", "x", stage.now));
    EXPECT_FALSE(stage.cloud.says(amina, office, std::string(4097, 'x'), stage.now));
    EXPECT_FALSE(stage.cloud.person_sends(amina, office, {{"type", "smell"}}, stage.now));
    EXPECT_FALSE(stage.cloud.change_phone(amina, {{"online", false}, {"colour", "red"}}, stage.now)
    );
    EXPECT_EQ(at(stage.cloud.state(stage.now), "/phones/0/online"), json::value(true));
    stage.pass(seconds(1));
    EXPECT_TRUE(stage.deliveries.empty());
}

TEST(Phones, a_raw_message_goes_out_as_it_was_given) {
    Stage stage;
    ASSERT_TRUE(stage.cloud.person_sends(
        amina,
        office,
        parsed(R"({"type":"raw","raw":{"type":"hologram","hologram":{"id":1},"timestamp":7}})"),
        stage.now
    ));
    stage.pass(seconds(1));
    const json::object message = stage.listed("messages").back();
    EXPECT_EQ(text_of(message, "type"), "hologram");
    EXPECT_EQ(message.at("timestamp"), json::value(7));
}

TEST(Phones, reset_empties_phones_and_chats_and_keeps_numbers_and_templates) {
    Stage stage;
    stage.make_template("ready");
    stage.hears();
    stage.say("hello");
    stage.cloud.reset(stage.now);
    EXPECT_TRUE(at(stage.cloud.state(stage.now), "/phones/0").is_null());
    EXPECT_EQ(stage.cloud.templates().size(), 1u);
    EXPECT_TRUE(stage.cloud.chat(amina, office).empty());
    stage.pass(seconds(10));
    EXPECT_TRUE(stage.deliveries.empty() || stage.deliveries.back().field != "messages");
    EXPECT_TRUE(stage.cloud.add_phone("Amina", amina, stage.now));
}

}  // namespace antre::whatsapp_cloud
