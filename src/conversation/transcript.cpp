#include "conversation/transcript.h"

#include <variant>

namespace antre::conversation {

namespace {

std::string in_lines(const std::string& text) {
    std::string out;
    for (const char c : text) {
        out += c;
        if (c == '\n') out += "   ";
    }
    return out;
}

// A template by its name and what is filled in.
std::string filled(const notices::Template& form) {
    std::string out = form.name;
    for (const std::string& parameter : form.parameters)
        out += " | " + parameter;
    return out;
}

std::string written_note(const notices::Note& note) {
    std::string out = "B: ";
    if (note.picture) {
        out += "{QR " + note.picture->qr + " | " + note.picture->number + " | " +
               note.picture->when + "}\n   ";
    }
    if (!note.header.empty()) out += "**" + note.header + "**\n   ";
    out += in_lines(note.body) + "\n";
    if (!note.buttons.empty()) out += "  ";
    for (const notices::Button& button : note.buttons)
        out += " [" + button.title + "]";
    if (!note.buttons.empty()) out += "\n";
    if (note.menu) {
        out += "   [= " + note.menu->button + "]\n";
        for (const notices::Row& row : note.menu->rows) {
            out += "   - " + row.title;
            if (!row.description.empty()) out += " (" + row.description + ")";
            out += "\n";
        }
    }
    if (!note.footer.empty()) out += "   _" + note.footer + "_\n";
    // What goes instead outside the 24-hour window.
    if (note.instead) out += "   {or " + filled(*note.instead) + "}\n";
    return out;
}

struct Writer {
    std::string operator()(const notices::Note& note) const { return written_note(note); }
    std::string operator()(const notices::LocationPin& pin) const {
        return "B: {pin " + pin.name + " | " + pin.address + "}\n";
    }
    std::string operator()(const notices::DocumentFile& file) const {
        return "B: {document " + file.filename + "}\n";
    }
    std::string operator()(const notices::Template& form) const {
        return "B: {template " + filled(form) + "}\n";
    }
};

}  // namespace

std::string written(const notices::Content& content) {
    return std::visit(Writer{}, content);
}

}  // namespace antre::conversation
