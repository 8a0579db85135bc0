#include <gtest/gtest.h>

#include "channels/console/separated.h"
#include "channels/limits.h"

namespace antre::channels::console {

namespace {

// "code|name / 2: 7F3K9Q|Siti / …", or the error.
std::string read(std::string_view text) {
    const auto table = parse_separated(text);
    if (!table) return table.error();
    std::string out;
    for (const std::string& name : table->header)
        out += (out.empty() ? "" : "|") + name;
    for (const SeparatedRow& row : table->rows) {
        out += " / " + std::to_string(row.line) + ": ";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            out += (i == 0 ? "" : "|") + row.cells[i];
    }
    return out;
}

}  // namespace

TEST(Separated, tables_of_spreadsheets_are_read_with_their_line_numbers) {
    struct Row {
        std::string_view text;
        std::string_view read;
    };
    constexpr Row rows[] = {
        {"code\n7F3K9Q-1\n", "code / 2: 7F3K9Q-1"},
        {"Code, Name\r\n7F3K9Q,Siti\r\n\r\n8A,Budi", "code|name / 2: 7F3K9Q|Siti / 4: 8A|Budi"},
        {"\xEF\xBB\xBF"
         "code;nama\n7F;\"Ani; Budi\"\n",
         "code|nama / 2: 7F|Ani; Budi"},
        {"a,b\n\"two\nlines\",\"say \"\"hi\"\"\"\nx,y\n",
         "a|b / 2: two\nlines|say \"hi\" / 4: x|y"},
        {"a,b\n1\n1,2,3\n,\n", "a|b / 2: 1 / 3: 1|2|3 / 4: |"},
        {"", "the file is empty"},
        {"\n\n", "the file is empty"},
        {"code\n1\n\"open\n2\n", "line 3: a quote is not closed"},
        {"code\n\xFF\n", "the file is not UTF-8 text"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(read(row.text), row.read) << row.text;
}

TEST(Separated, a_table_has_a_limit) {
    std::string text = "code\n";
    for (std::size_t i = 0; i < table_rows_max; ++i)
        text += "x\n";
    EXPECT_TRUE(parse_separated(text));
    EXPECT_FALSE(parse_separated(text + "x\n"));
}

}  // namespace antre::channels::console
