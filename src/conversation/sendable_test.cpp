#include <gtest/gtest.h>
#include <set>
#include <string>

#include "conversation/limits.h"
#include "conversation/payload.h"
#include "conversation/sendable.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

void expect_within(const std::string& text, std::size_t units_max) {
    EXPECT_LE(utf16_units(text), units_max) << text;
    EXPECT_TRUE(is_valid_utf8(text)) << text;
}

void expect_good_payload(const std::string& id, std::set<std::string>& seen) {
    EXPECT_LE(id.size(), payload_bytes_max);
    EXPECT_FALSE(id.empty());
    EXPECT_TRUE(seen.insert(id).second) << "repeated id " << id;
    EXPECT_TRUE(decode_payload(id)) << id;
}

}  // namespace

void expect_sendable(const Reply& reply) {
    const auto* note = std::get_if<notices::Note>(&reply.content);
    if (note == nullptr) return;
    expect_within(note->body, body_units_max);
    EXPECT_FALSE(note->body.empty());
    // A cut body has lost a fact: texts are made to fit before the last guard sees them.
    EXPECT_FALSE(note->body.ends_with("…")) << note->body;
    EXPECT_EQ(note->body.find('{'), std::string::npos) << note->body;
    expect_within(note->header, header_units_max);
    expect_within(note->footer, footer_units_max);
    EXPECT_LE(note->buttons.size(), buttons_max);
    EXPECT_FALSE(note->menu && !note->buttons.empty());
    EXPECT_FALSE(note->picture && !note->header.empty());
    std::set<std::string> ids;
    std::set<std::string> titles;
    for (const notices::Button& button : note->buttons) {
        expect_within(button.title, button_units_max);
        EXPECT_TRUE(titles.insert(button.title).second) << button.title;
        expect_good_payload(button.id, ids);
    }
    if (!note->menu) return;
    expect_within(note->menu->button, button_units_max);
    EXPECT_GE(note->menu->rows.size(), 1u);
    EXPECT_LE(note->menu->rows.size(), rows_max);
    for (const notices::Row& row : note->menu->rows) {
        expect_within(row.title, row_title_units_max);
        expect_within(row.description, row_description_units_max);
        EXPECT_FALSE(row.title.empty());
        expect_good_payload(row.id, ids);
    }
}

}  // namespace antre::conversation
