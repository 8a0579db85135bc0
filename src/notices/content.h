#pragma once

// What one outgoing message shows, said without any channel's vocabulary. A channel turns it into
// its own bytes; the limits of WhatsApp are held where the content is made (conversation) and
// checked once more where it is sent.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "foundation/language.h"
#include "foundation/time.h"

namespace antre::notices {

struct Button {
    std::string id;     // comes back when tapped
    std::string title;  // <= 20 units
    friend bool operator==(const Button&, const Button&) = default;
};

struct Row {
    std::string id;
    std::string title;        // <= 24 units
    std::string description;  // <= 72 units, may be empty
    friend bool operator==(const Row&, const Row&) = default;
};

struct Menu {
    std::string button;     // opens the list, <= 20 units
    std::vector<Row> rows;  // at most 10
    friend bool operator==(const Menu&, const Menu&) = default;
};

// The picture of a ticket: QR and number, drawn when it is sent. Holds no personal data.
struct TicketPicture {
    std::string qr;      // "ANTRE1:jakarta-selatan:7F3K9Q"
    std::string number;  // "A-017", or "A-017 - A-019" for a family
    std::string code;    // "7F3K9Q"
    std::string when;    // "Jumat, 27 November 2026, 08.20 WIB"
    std::string office;  // office name in the reader's language
    friend bool operator==(const TicketPicture&, const TicketPicture&) = default;
};

// A message form approved beforehand: the only thing that may be sent outside the 24-hour window.
struct Template {
    std::string name;                     // "pengingat_h1"
    std::string language;                 // "id", "en"
    std::vector<std::string> parameters;  // of the body, in order
    std::vector<std::string> payloads;    // of the quick-reply buttons, in order
    friend bool operator==(const Template&, const Template&) = default;
};

// A form that opens inside WhatsApp. Which one it is, and the token that lets the person in, are
// known where it is sent.
struct Form {
    std::string button;  // opens it, <= 30 units, no emoji
    Language language = Language::id;
    friend bool operator==(const Form&, const Form&) = default;
};

// Text with what may hang on it. Without picture, buttons or menu it is a plain text message.
struct Note {
    std::string header;  // <= 60 units; not together with a picture
    std::string body;    // <= 1024 units when anything hangs on it, else <= 4096
    std::string footer;  // <= 60 units
    std::optional<TicketPicture> picture;
    std::vector<Button> buttons;  // at most 3
    std::optional<Menu> menu;     // not together with buttons
    // Sent in place of the menu, as long as the office's form is open.
    std::optional<Form> form;
    // Sent instead outside the 24-hour window; without one nothing is sent then.
    std::optional<Template> instead;
    friend bool operator==(const Note&, const Note&) = default;
};

struct LocationPin {
    std::int32_t latitude_e6 = 0;
    std::int32_t longitude_e6 = 0;
    std::string name;
    std::string address;
    friend bool operator==(const LocationPin&, const LocationPin&) = default;
};

struct DocumentFile {
    std::string url;
    std::string filename;
    std::string caption;
    friend bool operator==(const DocumentFile&, const DocumentFile&) = default;
};

using Content = std::variant<Note, LocationPin, DocumentFile, Template>;

}  // namespace antre::notices
