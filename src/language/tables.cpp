#include "language/tables.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "foundation/assert.h"
#include "foundation/text.h"
#include "language/lexicon.h"
#include "language/table_reading.h"

namespace antre::language {

namespace {

using Take = Complaint (TableReading::*)(const Fields&);
constexpr std::array<std::pair<std::string_view, Take>, 8> tables_in_order{{
    {"affixes.tsv", &TableReading::take_affixes},
    {"words.tsv", &TableReading::take_words},
    {"numbers.tsv", &TableReading::take_numbers},
    {"calendar.tsv", &TableReading::take_calendar},
    {"roles.tsv", &TableReading::take_roles},
    {"classes.tsv", &TableReading::take_classes},
    {"cues.tsv", &TableReading::take_cues},
    {"slots.tsv", &TableReading::take_slots},
}};

// One thing a line; fields by tabs; lines that are empty or begin with "# " are for people.
std::optional<BadTable> read_table(TableReading& reading, const TableText& table, Take take) {
    int line_number = 0;
    for (std::string_view line : split(table.text, '\n')) {
        ++line_number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (trim(line).empty() || line == "#" || line.starts_with("# ")) continue;
        if (auto complaint = (reading.*take)(split(line, '\t'))) {
            return BadTable{std::string(table.name), line_number, std::move(*complaint)};
        }
    }
    return std::nullopt;
}

}  // namespace

Result<Tables, BadTable> parse_tables(std::span<const TableText> texts) {
    TableReading reading;
    for (const auto& [name, take] : tables_in_order) {
        const auto has_name = [wanted = name](const TableText& text) {
            return text.name == wanted;
        };
        const auto table = std::find_if(texts.begin(), texts.end(), has_name);
        if (table == texts.end()) {
            return fail(BadTable{std::string(name), 0, "the table is missing"});
        }
        if (auto bad = read_table(reading, *table, take)) return fail(std::move(*bad));
    }
    return Tables(std::make_shared<const Lexicon>(reading.finish()));
}

Tables built_in_tables() {
    auto tables = parse_tables(built_in_texts());
    if (!tables) {
        // Whoever writes a table wants to know which line it is.
        const BadTable& bad = tables.error();
        const std::string what = bad.table + ":" + std::to_string(bad.line) + ": " + bad.reason;
        defect(what.c_str(), __FILE__, __LINE__);
    }
    return std::move(*tables);
}

}  // namespace antre::language
