#pragma once

// A table as spreadsheets write it (RFC 4180): rows of cells between commas, or between semicolons
// where the comma is the decimal sign. A cell in double quotes may hold anything; "" in it is one.
//
//   table = [ BOM ] header *( newline row )          newline = LF / CRLF; empty lines are no rows
//   row   = cell *( separator cell )                 cell = plain / quoted, spaces around are cut

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace antre::channels::console {

struct SeparatedRow {
    std::uint32_t line = 0;  // where it begins, the header is line 1
    std::vector<std::string> cells;
};
struct SeparatedTable {
    std::vector<std::string> header;  // lower case
    std::vector<SeparatedRow> rows;
};

// The error names the line. Refuses what is no UTF-8, an open quote, a table without header, and
// more rows than table_rows_max.
Result<SeparatedTable, std::string> parse_separated(std::string_view text);

}  // namespace antre::channels::console
