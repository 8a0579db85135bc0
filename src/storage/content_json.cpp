#include "storage/content_json.h"

#include <boost/json.hpp>

#include "storage/json_reading.h"
#include "storage/json_writing.h"

namespace antre::storage {

namespace json = boost::json;

namespace {

using notices::Content;
using notices::DocumentFile;
using notices::LocationPin;
using notices::Note;
using notices::Template;

// ---- writing -----------------------------------------------------------------------------------

constexpr std::size_t content_bytes_usual = 1'536;

// Texts that are not there take no room.
void put_text(JsonWriter& out, std::string_view name, const std::string& text) {
    if (!text.empty()) out.member(name).text(text);
}

void write_picture(JsonWriter& out, const notices::TicketPicture& picture) {
    out.member("picture").object();
    out.member("qr").text(picture.qr);
    out.member("number").text(picture.number);
    out.member("code").text(picture.code);
    out.member("when").text(picture.when);
    out.member("office").text(picture.office);
    out.end_object();
}

void write_buttons(JsonWriter& out, const std::vector<notices::Button>& buttons) {
    out.member("buttons").array();
    for (const notices::Button& button : buttons) {
        out.object().member("id").text(button.id).member("title").text(button.title);
        out.end_object();
    }
    out.end_array();
}

void write_menu(JsonWriter& out, const notices::Menu& menu) {
    out.member("menu").object().member("button").text(menu.button).member("rows").array();
    for (const notices::Row& row : menu.rows) {
        out.object().member("id").text(row.id).member("title").text(row.title);
        put_text(out, "description", row.description);
        out.end_object();
    }
    out.end_array().end_object();
}

void write_template(JsonWriter& out, std::string_view name, const Template& form) {
    out.member(name).object();
    out.member("name").text(form.name);
    out.member("language").text(form.language);
    out.member("parameters").texts(form.parameters);
    out.member("payloads").texts(form.payloads);
    out.end_object();
}

struct Writing {
    JsonWriter& out;

    void operator()(const Note& note) const {
        out.member("note").object();
        put_text(out, "header", note.header);
        out.member("body").text(note.body);
        put_text(out, "footer", note.footer);
        if (note.picture) write_picture(out, *note.picture);
        if (!note.buttons.empty()) write_buttons(out, note.buttons);
        if (note.menu) write_menu(out, *note.menu);
        if (note.form) {
            out.member("form").object().member("button").text(note.form->button);
            out.member("language").text(code_of(note.form->language)).end_object();
        }
        if (note.instead) write_template(out, "instead", *note.instead);
        out.end_object();
    }
    void operator()(const LocationPin& pin) const {
        out.member("location").object();
        out.member("latitude_e6").number(pin.latitude_e6);
        out.member("longitude_e6").number(pin.longitude_e6);
        put_text(out, "name", pin.name);
        put_text(out, "address", pin.address);
        out.end_object();
    }
    void operator()(const DocumentFile& file) const {
        out.member("document").object();
        out.member("url").text(file.url).member("filename").text(file.filename);
        put_text(out, "caption", file.caption);
        out.end_object();
    }
    void operator()(const Template& form) const { write_template(out, "template", form); }
};

// ---- reading -----------------------------------------------------------------------------------

notices::TicketPicture picture_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    notices::TicketPicture picture;
    picture.qr = members.text("qr");
    picture.number = members.text("number");
    picture.code = members.text("code");
    picture.when = members.text("when");
    picture.office = members.text("office");
    return picture;
}

notices::Menu menu_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    notices::Menu menu;
    menu.button = members.text("button");
    for (const json::value& each : members.array("rows")) {
        if (!each.is_object()) {
            members.wrong("rows");
            break;
        }
        JsonObject row(each.get_object(), fault);
        menu.rows.push_back({row.text("id"), row.text("title"), row.text_or_empty("description")});
    }
    return menu;
}

Template template_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    return {
        members.text("name"),
        members.text("language"),
        members.texts("parameters"),
        members.texts("payloads")};
}

notices::Form form_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    notices::Form form;
    form.button = members.text("button");
    const auto language = language_coded(members.text("language"));
    if (!language) members.wrong("language");
    form.language = language.value_or(Language::id);
    return form;
}

Note note_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    Note note;
    note.header = members.text_or_empty("header");
    note.body = members.text("body");
    note.footer = members.text_or_empty("footer");
    if (members.has("picture")) note.picture = picture_in(members.object("picture"), fault);
    for (const json::value& each : members.array("buttons")) {
        if (!each.is_object()) {
            members.wrong("buttons");
            break;
        }
        JsonObject button(each.get_object(), fault);
        note.buttons.push_back({button.text("id"), button.text("title")});
    }
    if (members.has("menu")) note.menu = menu_in(members.object("menu"), fault);
    if (members.has("form")) note.form = form_in(members.object("form"), fault);
    if (members.has("instead")) note.instead = template_in(members.object("instead"), fault);
    return note;
}

LocationPin location_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    return {
        members.number<std::int32_t>("latitude_e6"),
        members.number<std::int32_t>("longitude_e6"),
        members.text_or_empty("name"),
        members.text_or_empty("address")};
}

DocumentFile document_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    return {members.text("url"), members.text("filename"), members.text_or_empty("caption")};
}

}  // namespace

std::string encode_content(const Content& content) {
    JsonWriter out(content_bytes_usual);
    out.object();
    std::visit(Writing{out}, content);
    out.end_object();
    return std::move(out).take();
}

Result<Content, std::string> decode_content(std::string_view text) {
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error || !value.is_object()) return fail(std::string("the content is not a JSON object"));
    std::string fault;
    JsonObject members(value.get_object(), fault);
    Content content;
    if (members.has("note")) {
        content = note_in(members.object("note"), fault);
    } else if (members.has("location")) {
        content = location_in(members.object("location"), fault);
    } else if (members.has("document")) {
        content = document_in(members.object("document"), fault);
    } else if (members.has("template")) {
        content = template_in(members.object("template"), fault);
    } else {
        return fail(std::string("the content is of no known kind"));
    }
    if (!fault.empty()) return fail(std::move(fault));
    return content;
}

}  // namespace antre::storage
