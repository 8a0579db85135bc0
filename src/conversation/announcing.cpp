#include "conversation/announcing.h"

#include <algorithm>
#include <utility>

#include "conversation/announced.h"
#include "conversation/dates.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/payload.h"
#include "conversation/ticket.h"
#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr std::size_t documents_units_max = 500;  // of a list in one line

// Calls `plain` for each piece of text and `placeholder` for each name between braces, in order.
template <class Plain, class Placeholder>
void walk(std::string_view pattern, Plain plain, Placeholder placeholder) {
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) return plain(pattern);
        plain(pattern.substr(0, open));
        placeholder(pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
    }
}

const std::string& sentence(const Wording& wording, Language language, std::string_view key) {
    const auto found = wording.table(language).find(key);
    ASSERT(found != wording.table(language).end());
    return found->second;
}

std::string value_of(const Values& values, std::string_view name) {
    for (const auto& [placeholder, value] : values) {
        if (placeholder == name) return literal(value);
    }
    ASSERT(false);
    return "";
}

// Why the office is closed on that day, in the voice's language.
std::string reason_of(const Voice& voice, LocalDate day) {
    const scheduling::DayException* exception = scheduling::exception_on(voice.office, day);
    std::string reason;
    if (exception != nullptr) {
        if (voice.language == Language::en) reason = clean_line(exception->reason_en);
        if (reason.empty()) reason = clean_line(exception->reason_id);
    }
    return reason.empty() ? voice.wording.say(voice.language, "closure.reason") : reason;
}

}  // namespace

const TemplateForm& form_named(std::string_view name) {
    for (const TemplateForm& form : template_forms()) {
        if (form.name == name) return form;
    }
    ASSERT(false);
    return template_forms().front();
}

notices::Note announced(
    const Voice& voice,
    const TemplateForm& form,
    const Values& values,
    const std::vector<Payload>& payloads
) {
    ASSERT(payloads.size() == form.buttons.size());
    notices::Note note;
    notices::Template instead;
    instead.name = form.name;
    instead.language = code_of(voice.language);
    walk(
        sentence(voice.wording, voice.language, form.key),
        [&](std::string_view text) { note.body += text; },
        [&](std::string_view name) {
            std::string value = value_of(values, name);
            note.body += value;
            instead.parameters.push_back(std::move(value));
        }
    );
    note.body = shorten(note.body, body_units_max);
    for (std::size_t i = 0; i < payloads.size(); ++i) {
        const std::string payload = encode(payloads[i]);
        const std::string title = voice.wording.say(voice.language, form.buttons[i]);
        note.buttons.push_back({payload, shorten(title, button_units_max)});
        instead.payloads.push_back(payload);
    }
    note.instead = std::move(instead);
    return note;
}

std::span<const TemplateForm> template_forms() {
    static const std::vector<TemplateForm> forms{
        {"kantor_tutup", "notice.closure", {"button.agree", "button.change", "button.cancel"}},
        {"pengingat_h1", "notice.reminder", {"button.come", "button.change", "button.cancel"}},
        {"paspor_dicetak", "notice.production", {}},
        {"paspor_selesai", "notice.ready", {"button.collect", "button.address", "button.human"}},
        {"paspor_selesai_tanpa_jam", "notice.ready", {"button.address", "button.human"}},
        {"paspor_menunggu", "notice.recall", {"button.collect", "button.address", "button.human"}},
        {"paspor_menunggu_tanpa_jam", "notice.recall", {"button.address", "button.human"}},
        {"paspor_dibatalkan", "notice.lapsed", {"button.start", "button.human"}},
        {"penilaian_layanan", "notice.rating", {}},
        {"jawaban_petugas", "notice.answer", {"button.helped", "button.not_helped"}},
        {"daftar_tunggu",
         "notice.offer",
         {"button.take_offer", "button.pass_offer", "button.leave_wait"}},
    };
    return forms;
}

std::string template_body(const Wording& wording, Language language, const TemplateForm& form) {
    std::string body;
    int number = 0;
    walk(
        sentence(wording, language, form.key),
        [&](std::string_view text) { body += text; },
        [&](std::string_view) { body += "{{" + std::to_string(++number) + "}}"; }
    );
    return body;
}

std::vector<std::string>
template_parameters(const Wording& wording, Language language, const TemplateForm& form) {
    std::vector<std::string> names;
    walk(
        sentence(wording, language, form.key),
        [](std::string_view) {},
        [&](std::string_view name) { names.emplace_back(name); }
    );
    return names;
}

notices::Note closure_note(
    const Voice& voice, const scheduling::Booking& booking, const scheduling::Placement& before
) {
    scheduling::Booking old = booking;
    old.placement = before;
    notices::Note note = announced(
        voice,
        form_named("kantor_tutup"),
        {{"office", office_name(voice.office, voice.language)},
         {"day", long_date(before.day, voice.language)},
         {"reason", reason_of(voice, before.day)},
         {"before", numbers_text(old) + ", " + clock_text(before.window, voice.language)},
         {"after", booking_when(booking, voice.office, voice.language)},
         {"number", numbers_text(booking)}},
        {about_booking(Act::come, booking),
         about_booking(Act::change, booking),
         about_booking(Act::cancel, booking)}
    );
    note.picture = ticket_picture(booking, voice.office, voice.language);
    return note;
}

notices::Note reminder_note(const Voice& voice, const scheduling::Booking& booking) {
    std::string documents =
        documents_to_bring(voice.office, booking.service, voice.wording, voice.language);
    if (documents.empty()) {
        const bool is_pickup = booking.service == Service::pickup;
        documents = voice.wording.say(
            voice.language, is_pickup ? "reminder.collecting" : "reminder.documents"
        );
    }
    return announced(
        voice,
        form_named("pengingat_h1"),
        {{"office", office_name(voice.office, voice.language)},
         {"when", booking_when(booking, voice.office, voice.language)},
         {"number", numbers_text(booking)},
         {"documents", shorten(documents, documents_units_max)}},
        {about_booking(Act::come, booking),
         about_booking(Act::change, booking),
         about_booking(Act::cancel, booking)}
    );
}

notices::Note offer_note(
    const Voice& voice, const scheduling::Booking& booking, const scheduling::Booking& held
) {
    const LocalTime until = local_time(held.hold_until, voice.office.zone);
    return announced(
        voice,
        form_named("daftar_tunggu"),
        {{"office", office_name(voice.office, voice.language)},
         {"offered", booking_when(held, voice.office, voice.language)},
         {"until", near_text(until.date, until.minute, voice.office.zone, voice.language)},
         {"number", numbers_text(booking)},
         {"when", booking_when(booking, voice.office, voice.language)}},
        {about_booking(Act::take_offer, held),
         about_booking(Act::pass_offer, held),
         about_booking(Act::leave_wait, held)}
    );
}

notices::Note answer_note(const Voice& voice, InquiryId inquiry, std::string_view answer) {
    std::string line;
    for (const char c : answer)
        line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    return announced(
        voice,
        form_named("jawaban_petugas"),
        {{"office", office_name(voice.office, voice.language)},
         {"answer", shorten(trim(line), answer_units_max)}},
        {{.act = Act::helped, .inquiry = inquiry}, {.act = Act::not_helped, .inquiry = inquiry}}
    );
}

}  // namespace antre::conversation
