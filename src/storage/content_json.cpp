#include "storage/content_json.h"

#include <array>
#include <boost/json.hpp>

#include "storage/json_reading.h"

namespace antre::storage {

namespace json = boost::json;

namespace {

using notices::Content;
using notices::DocumentFile;
using notices::LocationPin;
using notices::Note;
using notices::Template;

// Texts that are not there take no room.
void set_text(json::object& out, std::string_view name, const std::string& text) {
    if (!text.empty()) out[name] = text;
}

json::array texts_array(const std::vector<std::string>& texts, const json::storage_ptr& memory) {
    json::array out(memory);
    for (const std::string& text : texts)
        out.emplace_back(text);
    return out;
}

// ---- writing -----------------------------------------------------------------------------------

json::object picture_object(const notices::TicketPicture& picture, json::storage_ptr memory) {
    json::object out(memory);
    out["qr"] = picture.qr;
    out["number"] = picture.number;
    out["code"] = picture.code;
    out["when"] = picture.when;
    out["office"] = picture.office;
    return out;
}

json::object menu_object(const notices::Menu& menu, const json::storage_ptr& memory) {
    json::object out(memory);
    out["button"] = menu.button;
    json::array rows(memory);
    for (const notices::Row& row : menu.rows) {
        json::object each(memory);
        each["id"] = row.id;
        each["title"] = row.title;
        set_text(each, "description", row.description);
        rows.push_back(std::move(each));
    }
    out["rows"] = std::move(rows);
    return out;
}

json::object form_object(const notices::Form& form, json::storage_ptr memory) {
    json::object out(std::move(memory));
    out["button"] = form.button;
    out["language"] = code_of(form.language);
    return out;
}

json::object template_object(const Template& form, const json::storage_ptr& memory) {
    json::object out(memory);
    out["name"] = form.name;
    out["language"] = form.language;
    out["parameters"] = texts_array(form.parameters, memory);
    out["payloads"] = texts_array(form.payloads, memory);
    return out;
}

struct Writer {
    json::storage_ptr memory;

    json::object operator()(const Note& note) const {
        json::object out(memory);
        set_text(out, "header", note.header);
        out["body"] = note.body;
        set_text(out, "footer", note.footer);
        if (note.picture) out["picture"] = picture_object(*note.picture, memory);
        if (!note.buttons.empty()) {
            json::array buttons(memory);
            for (const notices::Button& button : note.buttons) {
                json::object each(memory);
                each["id"] = button.id;
                each["title"] = button.title;
                buttons.push_back(std::move(each));
            }
            out["buttons"] = std::move(buttons);
        }
        if (note.menu) out["menu"] = menu_object(*note.menu, memory);
        if (note.form) out["form"] = form_object(*note.form, memory);
        if (note.instead) out["instead"] = template_object(*note.instead, memory);
        return wrapped("note", std::move(out));
    }
    json::object operator()(const LocationPin& pin) const {
        json::object out(memory);
        out["latitude_e6"] = pin.latitude_e6;
        out["longitude_e6"] = pin.longitude_e6;
        set_text(out, "name", pin.name);
        set_text(out, "address", pin.address);
        return wrapped("location", std::move(out));
    }
    json::object operator()(const DocumentFile& file) const {
        json::object out(memory);
        out["url"] = file.url;
        out["filename"] = file.filename;
        set_text(out, "caption", file.caption);
        return wrapped("document", std::move(out));
    }
    json::object operator()(const Template& form) const {
        return wrapped("template", template_object(form, memory));
    }

private:
    [[nodiscard]] json::object wrapped(std::string_view kind, json::object inner) const {
        json::object out(memory);
        out[kind] = std::move(inner);
        return out;
    }
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
    std::array<unsigned char, 8192> buffer;
    json::monotonic_resource arena(buffer.data(), buffer.size());
    return json::serialize(std::visit(Writer{json::storage_ptr(&arena)}, content));
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
