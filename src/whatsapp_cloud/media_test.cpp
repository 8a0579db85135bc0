// Media up, down and in messages.

#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

namespace {

json::value member(const Answer& answer, std::string_view path) {
    return at(parsed(answer.body), path);
}

Call upload_of(const std::string& mime_type, const std::string& bytes) {
    Call call{
        "POST", "/v26.0/" + office + "/media", {}, {{"Authorization", "Bearer token"}}, {}, {}};
    call.content_type = "multipart/form-data; boundary=\"b1\"";
    call.body = "--b1\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp"
                "\r\n--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n"
                "Content-Type: " +
                mime_type + "\r\n\r\n" + bytes + "\r\n--b1--\r\n";
    return call;
}

}  // namespace

TEST(Media, goes_up_and_comes_down_in_two_hops) {
    Stage stage;
    const std::string bytes("PDF \0 bytes", 11);
    const std::string id =
        as_text(member(stage.cloud.handle(upload_of("application/pdf", bytes), stage.now), "/id"));
    const Answer described = stage.call("GET", id, {}, "phone_number_id=" + office);
    EXPECT_EQ(member(described, "/sha256"), json::value(hex(sha256(bytes))));
    const std::string url = as_text(member(described, "/url"));
    const std::size_t path = url.find("/whatsapp_business/");
    Call download{
        "GET", url.substr(path, url.find('?') - path), url.substr(url.find('?') + 1), {}, {}, {}};
    EXPECT_EQ(stage.cloud.handle(download, stage.now).status, 401);
    download.headers = {{"Authorization", "Bearer token"}};
    const Answer down = stage.cloud.handle(download, stage.now);
    EXPECT_EQ(down.body, bytes);
    EXPECT_EQ(down.content_type, "application/pdf");
    stage.pass(minutes(5));
    EXPECT_EQ(stage.cloud.handle(download, stage.now).status, 404) << "the url has expired";
    EXPECT_EQ(stage.call("GET", id).status, 200);
    EXPECT_EQ(
        member(stage.call("GET", id, {}, "phone_number_id=1"), "/error/error_subcode"),
        json::value(33)
    );
    stage.pass(days(30));
    EXPECT_EQ(Stage::code_of(stage.call("GET", id)), 100) << "uploads live 30 days";
}

TEST(Media, wrong_types_and_sizes_are_131053) {
    Stage stage;
    const auto upload = [&](const std::string& type, std::size_t size) {
        return stage.cloud.handle(upload_of(type, std::string(size, 'x')), stage.now);
    };
    EXPECT_EQ(Stage::code_of(upload("image/gif", 10)), 131053);
    EXPECT_EQ(Stage::code_of(upload("image/jpeg", (5u << 20) + 1)), 131053);
    EXPECT_EQ(upload("image/jpeg", 5u << 20).status, 200);
    EXPECT_EQ(Stage::code_of(upload("image/webp", (500u << 10) + 1)), 131053);
    EXPECT_EQ(upload("audio/ogg; codecs=opus", 10).status, 200);
    Call broken = upload_of("image/png", "x");
    broken.body.resize(broken.body.size() - 10);
    EXPECT_EQ(Stage::code_of(stage.cloud.handle(broken, stage.now)), 100);
}

TEST(Media, of_another_type_does_not_fit_a_message) {
    Stage stage;
    stage.hears();
    const std::string id =
        as_text(member(stage.cloud.handle(upload_of("application/pdf", "x"), stage.now), "/id"));
    const json::object body{
        {"messaging_product", "whatsapp"},
        {"to", "+" + amina},
        {"type", "image"},
        {"image", {{"id", id}}},
    };
    EXPECT_EQ(Stage::code_of(stage.send(body)), 131053);
    EXPECT_EQ(stage.call("DELETE", id).status, 200);
    EXPECT_EQ(Stage::code_of(stage.send(body)), 131009);
}

TEST(Media, sent_by_a_person_can_be_fetched_for_seven_days) {
    Stage stage;
    ASSERT_TRUE(stage.cloud.person_sends(
        amina,
        office,
        parsed(R"({"type":"image","image":{"data":"aGFsbw==","mime_type":"image/png"}})"),
        stage.now
    ));
    stage.pass(seconds(1));
    const json::object image = object_of(stage.listed("messages").back(), "image");
    EXPECT_EQ(text_of(image, "sha256"), base64(sha256("halo")));
    const std::string id(text_of(image, "id"));
    EXPECT_EQ(stage.cloud.media(id, stage.now)->bytes, "halo");
    EXPECT_EQ(stage.call("GET", id).status, 200);
    stage.pass(days(7));
    EXPECT_FALSE(stage.cloud.media(id, stage.now));
}

}  // namespace antre::whatsapp_cloud
