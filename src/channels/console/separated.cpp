#include "channels/console/separated.h"

#include <optional>

#include "channels/limits.h"
#include "foundation/text.h"

namespace antre::channels::console {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class Reading {
public:
    explicit Reading(std::string_view text)
        : text_(text) {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
        const std::string_view first = text_.substr(0, text_.find('\n'));
        separator_ = first.find(';') == std::string_view::npos ? ',' : ';';
    }

    // The next row that is not empty; nothing at the end or after a fault.
    std::optional<SeparatedRow> row() {
        while (at_ < text_.size()) {
            SeparatedRow row{line_, {}};
            if (!cells(row.cells)) return std::nullopt;
            if (row.cells.size() > 1 || !row.cells.front().empty()) return row;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::uint32_t unclosed_line() const { return unclosed_line_; }

private:
    bool cells(std::vector<std::string>& out) {
        for (;;) {
            std::string cell;
            if (!this->cell(cell)) return false;
            out.emplace_back(trim(cell));
            if (at_ >= text_.size()) return true;
            if (text_[at_++] == separator_) continue;
            ++line_;  // it was the newline
            return true;
        }
    }

    // Up to the separator, the newline or the end. False when a quote is left open.
    bool cell(std::string& out) {
        bool is_quoted = false;
        const std::uint32_t began = line_;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '"') {
                const bool is_doubled =
                    is_quoted && at_ + 1 < text_.size() && text_[at_ + 1] == '"';
                if (is_doubled) {
                    out += c;
                    ++at_;
                } else {
                    is_quoted = !is_quoted;
                }
                continue;
            }
            if (!is_quoted && (c == separator_ || c == '\n')) return true;
            if (c == '\n') ++line_;
            out += c;
        }
        if (is_quoted) unclosed_line_ = began;
        return !is_quoted;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t unclosed_line_ = 0;
    char separator_ = ',';
};

}  // namespace

Result<SeparatedTable, std::string> parse_separated(std::string_view text) {
    if (!is_valid_utf8(text)) return fail(std::string("the file is not UTF-8 text"));
    Reading reading(text);
    SeparatedTable table;
    if (const auto header = reading.row()) {
        for (const std::string& name : header->cells)
            table.header.push_back(to_lower_ascii(name));
    }
    while (auto row = reading.row()) {
        if (table.rows.size() == table_rows_max) {
            return fail("more than " + std::to_string(table_rows_max) + " rows");
        }
        table.rows.push_back(std::move(*row));
    }
    if (reading.unclosed_line() != 0) {
        return fail("line " + std::to_string(reading.unclosed_line()) + ": a quote is not closed");
    }
    if (table.header.empty()) return fail(std::string("the file is empty"));
    return table;
}

}  // namespace antre::channels::console
