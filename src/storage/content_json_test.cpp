#include <gtest/gtest.h>

#include "storage/content_json.h"

namespace antre::storage {

namespace {

notices::Content full_note() {
    notices::Note note;
    note.header = "Antrean";
    note.body = "Nomor A-017.\nBawa \"KTP\" \xF0\x9F\x99\x82";
    note.footer = "Balas BATAL";
    note.picture = notices::TicketPicture{
        "ANTRE1:jakarta:7F3K9Q", "A-017", "7F3K9Q", "Jumat, 08.20 WIB", "Jakarta"};
    note.buttons = {{"a1", "Ya"}, {"a2", "Ubah"}};
    return note;
}

notices::Content announcement() {
    notices::Note note;
    note.body = "Kantor tutup";
    note.instead = notices::Template{"kantor_tutup", "id", {"Jumat"}, {"a1"}};
    return note;
}

notices::Content menu_note() {
    notices::Note note;
    note.body = "Pilih jam";
    note.menu = notices::Menu{"Jam", {{"h8", "08.00", "12 tempat"}, {"h9", "09.00", ""}}};
    note.form = notices::Form{"Isi formulir", Language::en};
    return note;
}

}  // namespace

TEST(ContentJson, every_kind_of_content_is_read_as_it_was_written) {
    const notices::Content contents[] = {
        full_note(),
        menu_note(),
        announcement(),
        notices::Note{},
        notices::LocationPin{-6'261'493, 106'810'600, "Kantor", "Jl. Warung Buncit"},
        notices::DocumentFile{"https://example.org/a.pdf", "syarat.pdf", "Syarat"},
        notices::Template{"pengingat_h1", "id", {"Ani", "08.20"}, {"a1", "a2"}}};
    for (const notices::Content& content : contents) {
        const std::string text = encode_content(content);
        const auto read = decode_content(text);
        ASSERT_TRUE(read) << text << ": " << read.error();
        EXPECT_TRUE(*read == content) << text;
    }
}

TEST(ContentJson, what_we_did_not_write_is_refused_without_repeating_it) {
    const struct {
        const char* text;
        const char* reason;
    } rows[] = {
        {"", "the content is not a JSON object"},
        {"[]", "the content is not a JSON object"},
        {R"({"voice":{}})", "the content is of no known kind"},
        {R"({"note":{}})", "body is missing or has the wrong type"},
        {R"({"note":{"body":"x","buttons":[1]}})", "buttons is missing or has the wrong type"},
        {R"({"note":"secret"})", "note is missing or has the wrong type"},
        {R"({"note":{"body":"x","instead":{"name":"a"}}})",
         "language is missing or has the wrong type"},
        {R"({"location":{"latitude_e6":"x"}})", "latitude_e6 is missing or has the wrong type"},
    };
    for (const auto& row : rows) {
        const auto read = decode_content(row.text);
        ASSERT_FALSE(read) << row.text;
        EXPECT_EQ(read.error(), row.reason);
    }
}

}  // namespace antre::storage
