#pragma once

// The wording files: one flat JSON object a language, key to sentence. Both must say the same
// things with the same placeholders, and every text must fit where WhatsApp will show it.

#include <string>
#include <string_view>

#include "conversation/wording.h"
#include "foundation/result.h"

namespace antre::channels {

// Which text cannot be used and why, for whoever edits the file.
struct WordingFault {
    std::string language;  // "id", "en"
    std::string key;       // "" when it is about the whole file
    std::string reason;    // English
};

// Limits in UTF-16 units by the key's prefix: button. 20, row. 24, row_desc. 72, header. and
// footer. 60, all others 1024. What fills a placeholder is not counted.
Result<conversation::Wording, WordingFault>
parse_wording(std::string_view id_json, std::string_view en_json);

// The texts of wording/ as they were when the program was built.
struct WordingTexts {
    std::string_view id;
    std::string_view en;
};
WordingTexts built_in_wording_texts();
// Those texts, read. They are tested, so this cannot fail; make it once.
conversation::Wording built_in_wording();

}  // namespace antre::channels
