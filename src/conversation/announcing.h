#pragma once

// What we begin to say by ourselves. Each announcement is a note for within the 24-hour window and,
// with the same sentence, a template for outside of it. The templates that WhatsApp must approve
// beforehand are made from the wording, so that both always say the same.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/wording.h"
#include "notices/content.h"
#include "scheduling/booking.h"
#include "scheduling/office.h"
#include "scheduling/passport_case.h"

namespace antre::conversation {

// From whom, in which language.
struct Voice {
    const Wording& wording;
    Language language = Language::id;
    const scheduling::Office& office;
};

// The office closed the day of `before`; the booking has its new places already. The reason is that
// of the office's exception on that day.
notices::Note closure_note(
    const Voice& voice, const scheduling::Booking& booking, const scheduling::Placement& before
);

notices::Note reminder_note(const Voice& voice, const scheduling::Booking& booking);

// A passport, and of whom it is; a name that is not known any more is left out.
struct PassportTold {
    const scheduling::PassportCase& passport;
    PersonName name;
};
// Paid: in production, with the day by which it is expected. REQUIRES: expected_on is set.
notices::Note production_note(const Voice& voice, const PassportTold& told);
// Ready since today: from when, at which hours, what to bring, and until when.
notices::Note ready_note(const Voice& voice, const PassportTold& told, LocalDate today);
// Ready and not collected.
notices::Note recall_note(const Voice& voice, const PassportTold& told, LocalDate today);
// Not collected within the month: cancelled.
notices::Note lapsed_note(const Voice& voice, const PassportTold& told);
// "How was it?", 1 to 5.
notices::Note rating_note(const Voice& voice, BookingId booking);

// A place freed that `booking` waits for: `held` keeps it until its hold_until.
notices::Note
offer_note(const Voice& voice, const scheduling::Booking& booking, const scheduling::Booking& held);

// An officer's answer to what they wrote, and whether it helped.
notices::Note answer_note(const Voice& voice, InquiryId inquiry, std::string_view answer);

// ---- templates as they are handed in for approval ----------------------------------------------

struct TemplateForm {
    std::string_view name;                  // "kantor_tutup"
    std::string_view key;                   // of the sentence in the wording
    std::vector<std::string_view> buttons;  // wording keys of the quick replies
};
std::span<const TemplateForm> template_forms();
// The sentence with {{1}}, {{2}}, … for its placeholders, in the order in which they stand.
std::string template_body(const Wording& wording, Language language, const TemplateForm& form);
// The placeholders' names in that order.
std::vector<std::string>
template_parameters(const Wording& wording, Language language, const TemplateForm& form);

}  // namespace antre::conversation
