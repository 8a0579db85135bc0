#pragma once

// The booking form as WhatsApp knows it: its definition (Flow JSON, data/flows/booking.json with
// the words of wording/), what its screens are filled with, and what they send back. Each screen
// carries what was filled in before as one text, `so_far`; it is read as strictly as the rest.

#include <optional>
#include <string>
#include <string_view>

#include "channels/whatsapp/flow_request.h"
#include "conversation/form.h"
#include "conversation/wording.h"
#include "foundation/language.h"

namespace antre::channels::whatsapp {

// data/flows/booking.json as it was when the program was built; "@key" stands for a wording key.
std::string_view booking_form();
// The definition in one language, to be uploaded. Made from tested files, so this cannot fail.
std::string flow_definition(const conversation::Wording& wording, Language language);

struct FormSent {
    conversation::FormStep step = conversation::FormStep::opened;
    conversation::FormAnswers answers;
};
// Nothing for a step that is not of this form. Fields that cannot be read count as not filled in.
std::optional<FormSent> read_form(const FlowRequest& request);

// {"screen": …, "data": …}; nothing for a page that closes the form.
std::optional<std::string> render_page(const conversation::FormPage& page);

}  // namespace antre::channels::whatsapp
