#include <boost/json.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "channels/whatsapp/send.h"

namespace antre::channels::whatsapp {

namespace {

namespace json = boost::json;

json::value example(const std::string& name) {
    std::ifstream file(
        std::string(ANTRE_SOURCE_DIR) + "/src/channels/whatsapp/testdata/send_" + name + ".json"
    );
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

const engine::Identity amina{UserKey(), PhoneNumber("15550100042")};

// The example as we send it: with our own echo.
json::value with_echo(json::value body) {
    body.as_object()["biz_opaque_callback_data"] = "antre:7";
    return body;
}
json::value rendered(
    const notices::Content& content,
    const engine::Identity& to = amina,
    const std::optional<std::string>& media_id = {}
) {
    const auto body = render_message(content, to, MessageId{7}, media_id);
    return body ? json::parse(*body) : json::value(body.error().field);
}

notices::Note asking() {
    notices::Note note;
    note.header = "Confirmation";
    note.body = "Jeudi 26 novembre \u00e0 09:30 ?\n\n1. Confirmer\n2. Autre heure\n3. Annuler";
    note.footer = "R\u00e9pondez 1, 2 ou 3";
    note.buttons = {
        {"v1:confirm:apt_8Q2", "Confirmer"},
        {"v1:other:apt_8Q2", "Autre heure"},
        {"v1:cancel:apt_8Q2", "Annuler"}};
    return note;
}
notices::Note listing() {
    notices::Note note;
    note.body = "body";
    note.menu = notices::Menu{"Voir", {{"a", "1. 09:30", "Guichet 3"}, {"b", "2. 10:00", ""}}};
    return note;
}
notices::Note saying(std::string body) {
    notices::Note note;
    note.body = std::move(body);
    return note;
}
template <class Change>
notices::Note changed(notices::Note note, Change change) {
    change(note);
    return note;
}

}  // namespace

TEST(Send, bodies_are_the_published_ones) {
    EXPECT_EQ(
        rendered(saying("Votre rendez-vous est confirm\u00e9 : jeudi 26 novembre, 09:30, guichet 3."
                        " Code 8Q2.")),
        with_echo(example("text"))
    );
    EXPECT_EQ(rendered(asking()), with_echo(example("buttons")));
    EXPECT_EQ(
        rendered(saying("Plan du b\u00e2timent"), amina, "1037543291543636"),
        with_echo(example("image_id"))
    );
    EXPECT_EQ(
        rendered(notices::DocumentFile{
            "https://office.example/ticket.pdf", "ticket-8Q2.pdf", "Votre ticket"}),
        with_echo(example("document_link"))
    );
    json::value place = with_echo(example("location"));
    place.at("location").as_object()["latitude"] = "14.693700";
    place.at("location").as_object()["longitude"] = "-17.444100";
    EXPECT_EQ(
        rendered(notices::LocationPin{14'693'700, -17'444'100, "Mairie", "Rue 1, Dakar"}), place
    );
    json::value form = with_echo(example("template_positional_with_buttons"));
    json::array& components = form.at("template").at("components").as_array();
    components.erase(components.begin());  // our templates have no header of their own
    EXPECT_EQ(
        rendered(notices::Template{
            "appt_reminder",
            "fr",
            {"jeudi 26 novembre", "09:30"},
            {"v1:confirm:apt_8Q2", "v1:cancel:apt_8Q2"}}),
        form
    );
    EXPECT_EQ(
        rendered(notices::Template{"reopen_conversation", "fr", {}, {}}),
        with_echo(example("template_plain"))
    );
    EXPECT_EQ(
        json::parse(render_mark_read(
            json::value_to<std::string>(example("mark_read_typing").at("message_id"))
        )),
        example("mark_read_typing")
    );
}

TEST(Send, goes_to_the_phone_number_or_else_to_the_user_id) {
    const UserKey user("US.40000000000000000042");
    const json::value by_user = rendered(saying("a"), {user, PhoneNumber()});
    EXPECT_EQ(by_user.at("recipient"), example("text_to_bsuid").at("recipient"));
    EXPECT_FALSE(by_user.as_object().contains("to"));
    const json::value by_phone = rendered(saying("a"), {user, PhoneNumber("62811")});
    EXPECT_EQ(by_phone.at("to"), json::value("+62811"));
    EXPECT_FALSE(by_phone.as_object().contains("recipient"));
    EXPECT_EQ(rendered(saying("a"), {}), json::value("to"));
}

TEST(Send, list_and_picture_have_their_shape) {
    const json::value list = rendered(listing()).at("interactive");
    EXPECT_EQ(list.at("type"), json::value("list"));
    EXPECT_EQ(
        list.at("action"), json::parse(R"({"button":"Voir","sections":[{"title":"Voir","rows":[
            {"id":"a","title":"1. 09:30","description":"Guichet 3"},
            {"id":"b","title":"2. 10:00"}]}]})")
    );
    const json::value ticket = rendered(asking(), amina, "99").at("interactive");
    EXPECT_EQ(ticket.at("header"), json::parse(R"({"type":"image","image":{"id":"99"}})"));
    const notices::Note bare = changed(asking(), [](auto& note) { note.buttons.clear(); });
    EXPECT_EQ(
        rendered(bare, amina, "99").at("image").at("caption"), rendered(bare).at("text").at("body")
    );
}

TEST(Send, what_whatsapp_would_refuse_is_refused_with_the_field_named) {
    const std::string buttons = "interactive.action.buttons";
    const std::string rows = "interactive.action.sections[0].rows";
    const auto x = [](std::size_t n) { return std::string(n, 'x'); };
    struct Refused {
        notices::Content content;
        std::string field;
    };
    const Refused table[] = {
        {saying(""), "text.body"},
        {saying(x(4097)), "text.body"},
        {saying("\xFF"), "text.body"},
        {changed(asking(), [&](auto& n) { n.body = x(1025); }), "interactive.body.text"},
        {changed(asking(), [&](auto& n) { n.body = ""; }), "interactive.body.text"},
        {changed(asking(), [&](auto& n) { n.header = x(61); }), "interactive.header.text"},
        {changed(asking(), [&](auto& n) { n.footer = x(61); }), "interactive.footer.text"},
        {changed(
             asking(),
             [&](auto& n) {
                 n.buttons.push_back({"d", "d"});
             }
         ),
         buttons},
        {changed(asking(), [&](auto& n) { n.buttons[1].title = x(21); }),
         buttons + "[1].reply.title"},
        {changed(asking(), [&](auto& n) { n.buttons[2].title = ""; }), buttons + "[2].reply.title"},
        {changed(asking(), [&](auto& n) { n.buttons[2].title = "Confirmer"; }),
         buttons + "[2].reply.title"},
        {changed(asking(), [&](auto& n) { n.buttons[0].id = x(257); }), buttons + "[0].reply.id"},
        {changed(asking(), [&](auto& n) { n.buttons[1].id = n.buttons[0].id; }),
         buttons + "[1].reply.id"},
        {changed(asking(), [&](auto& n) { n.buttons[1].id = " a"; }), buttons + "[1].reply.id"},
        {changed(asking(), [&](auto& n) { n.menu = listing().menu; }), "interactive.action"},
        {changed(listing(), [&](auto& n) { n.body = x(4097); }), "interactive.body.text"},
        {changed(listing(), [&](auto& n) { n.menu->button = x(21); }), "interactive.action.button"},
        {changed(listing(), [&](auto& n) { n.menu->button = ""; }), "interactive.action.button"},
        {changed(listing(), [&](auto& n) { n.menu->rows.clear(); }), rows},
        {changed(
             listing(),
             [&](auto& n) {
                 for (int i = 0; i < 9; ++i)
                     n.menu->rows.push_back({std::to_string(i), "t", ""});
             }
         ),
         rows},
        {changed(listing(), [&](auto& n) { n.menu->rows[1].id = x(201); }), rows + "[1].id"},
        {changed(listing(), [&](auto& n) { n.menu->rows[1].id = "a"; }), rows + "[1].id"},
        {changed(listing(), [&](auto& n) { n.menu->rows[0].title = x(25); }), rows + "[0].title"},
        {changed(listing(), [&](auto& n) { n.menu->rows[0].title = ""; }), rows + "[0].title"},
        {changed(listing(), [&](auto& n) { n.menu->rows[0].description = x(73); }),
         rows + "[0].description"},
        {notices::DocumentFile{"", "a.pdf", ""}, "document.link"},
        {notices::DocumentFile{"https://a", "a.pdf", x(1025)}, "document.caption"},
        {notices::Template{"", "id", {}, {}}, "template.name"},
        {notices::Template{"a", "", {}, {}}, "template.language.code"},
        {notices::Template{"a", "id", {"b", "c\nd"}, {}}, "template.body.parameters[1].text"},
        {notices::Template{"a", "id", {"c     d"}, {}}, "template.body.parameters[0].text"},
        {notices::Template{"a", "id", {""}, {}}, "template.body.parameters[0].text"},
        {notices::Template{"a", "id", {}, {""}}, "template.buttons[0].payload"},
    };
    for (const Refused& row : table)
        EXPECT_EQ(rendered(row.content), json::value(row.field));
    EXPECT_EQ(rendered(saying(x(1025)), amina, "99"), json::value("image.caption"));
    EXPECT_EQ(rendered(listing(), amina, "99"), json::value("interactive.header"));
    EXPECT_TRUE(rendered(saying(x(4096))).is_object());
}

TEST(Send, echo_is_read_back_only_when_it_is_ours) {
    EXPECT_EQ(id_in_echo("antre:77"), MessageId{77});
    EXPECT_EQ(id_in_echo("antre:18446744073709551615"), MessageId{18446744073709551615U});
    for (const char* other :
         {"",
          "77",
          "antre:",
          "antre:x",
          "antre:7x",
          "antre:-7",
          "antre:18446744073709551616",
          "ANTRE:7",
          "out:0193f1c2"}) {
        EXPECT_FALSE(id_in_echo(other).is_set()) << other;
    }
}

TEST(Send, an_answer_is_success_only_when_it_names_the_message) {
    using enum engine::SendOutcome;
    struct Answered {
        int http;
        const char* body;
        engine::SendOutcome outcome;
        std::int32_t error;
    };
    const Answered table[] = {
        {200, R"({"messages":[{"id":"wamid.A","message_status":"accepted"}]})", accepted, 0},
        {200, R"({"messages":[{}]})", unknown, 0},
        {200, R"({"messages":[{"id":7}]})", unknown, 0},
        {200, R"({"messages":[{"id":""}]})", unknown, 0},
        {200, R"({"messages":[]})", unknown, 0},
        {200, R"({"messages":{"id":"wamid.A"}})", unknown, 0},
        {200, R"({"success":true})", unknown, 0},
        {200, R"({"messages":[{"id":"wam)", unknown, 0},
        {200, "", unknown, 0},
        {200, "[]", unknown, 0},
        {202, R"({"messages":[{"id":"wamid.A"}]})", unknown, 0},
        {502, "<html><body>Bad Gateway</body></html>", unknown, 0},
        {504, "", unknown, 0},
        {400,
         R"({"error":{"message":"pair","code":131056,"error_data":{"details":"x"}}})",
         refused,
         131056},
        {429, R"({"error":{"code":130429}})", refused, 130429},
        {401, R"({"error":{"code":190,"error_subcode":463}})", refused, 190},
        {500, R"({"error":{"code":0}})", refused, 0},
        {200, R"({"error":{"code":131047}})", refused, 131047},
        {500, R"({"error":{}})", unknown, -1},
        {500, R"({"error":"down"})", unknown, -1},
    };
    for (const Answered& row : table) {
        const SendAnswer answer = parse_send_answer(row.http, row.body);
        EXPECT_EQ(answer.outcome, row.outcome) << row.http << row.body;
        EXPECT_EQ(answer.error, row.error) << row.http << row.body;
        EXPECT_EQ(answer.wamid, row.outcome == accepted ? "wamid.A" : "") << row.body;
    }
    const SendAnswer learned = parse_send_answer(
        200,
        R"({"contacts":[{"input":"+1","wa_id":"62811","user_id":"ID.9"}],"messages":[{"id":"w"}]})"
    );
    EXPECT_EQ(learned.learned.phone.reveal(), "62811");
    EXPECT_EQ(learned.learned.user.reveal(), "ID.9");
}

TEST(Send, picture_is_uploaded_as_a_form_and_its_id_read_back) {
    const std::string png("\x89PNG\r\n\x1a\n\0--x", 12);
    const Upload upload = render_upload(png, "ticket.png");
    const std::string marker = "boundary=";
    const std::string boundary =
        "--" + upload.content_type.substr(upload.content_type.find(marker) + marker.size());
    EXPECT_TRUE(upload.content_type.starts_with("multipart/form-data; "));
    EXPECT_TRUE(upload.body.starts_with(boundary + "\r\n"));
    EXPECT_TRUE(upload.body.ends_with("\r\n" + boundary + "--\r\n"));
    EXPECT_NE(
        upload.body.find("Content-Type: image/png\r\n\r\n" + png + "\r\n"), std::string::npos
    );
    EXPECT_NE(
        upload.body.find("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"), std::string::npos
    );
    EXPECT_EQ(
        parse_upload_answer(200, R"({"id":"1037543291543636"})").media_id, "1037543291543636"
    );
    EXPECT_EQ(parse_upload_answer(400, R"({"error":{"code":131053}})").error, 131053);
    for (const char* body : {"", "<html>", "{}", R"({"id":7})", R"({"id":"1)"}) {
        EXPECT_TRUE(parse_upload_answer(200, body).media_id.empty()) << body;
    }
    EXPECT_TRUE(parse_upload_answer(500, R"({"id":"1"})").media_id.empty());
}

}  // namespace antre::channels::whatsapp
