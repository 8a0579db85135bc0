#pragma once

// Every sentence people read, by key, in Indonesian and English. The files are wording/id.json and
// wording/en.json; the shell reads them (channels/wording_file.h) and hands the values in here.

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/language.h"

namespace antre::conversation {

class Wording {
public:
    using Table = std::map<std::string, std::string, std::less<>>;
    Wording(Table id, Table en);

    // The sentence with every {placeholder} filled in. Values are literal text: a brace or an
    // asterisk in a person's name is not formatting. REQUIRES: the key exists (checked at load).
    [[nodiscard]] std::string
    say(Language language,
        std::string_view key,
        std::initializer_list<std::pair<std::string_view, std::string_view>> values = {}) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] const Table& table(Language language) const;

private:
    Table id_;
    Table en_;
};

}  // namespace antre::conversation
