#include "conversation/ticket.h"

#include <algorithm>

#include "conversation/dates.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "foundation/text.h"
#include "scheduling/place.h"

namespace antre::conversation {

namespace {

const scheduling::DocumentList* documents_of(const scheduling::Office& office, Service service) {
    for (const scheduling::DocumentList& list : office.profile.documents) {
        if (list.service == service && !list.for_child) return &list;
    }
    return nullptr;
}

const std::vector<std::string>& items_of(const scheduling::DocumentList& list, Language language) {
    return language == Language::id ? list.items_id : list.items_en;
}

// Adds a paragraph if the body then leaves `reserve` units free; says whether it did.
[[nodiscard]] bool add_if_it_fits(std::string& body, const std::string& more, std::size_t reserve) {
    if (utf16_units(body) + utf16_units(more) + reserve > body_units_max) return false;
    body += more;
    return true;
}

std::string
facts(const Scene& scene, const scheduling::Booking& booking, const scheduling::Office& office) {
    std::string names = names_text(booking, name_units_max);
    if (names.empty()) names = "-";
    return scene.say(
        "ticket.facts",
        {{"number", numbers_text(booking)},
         {"code", scheduling::code_of(booking.id)},
         {"names", names},
         {"when", booking_when(booking, office, scene.language)},
         {"office", office_name(office, scene.language)}}
    );
}

std::string
bring(const Scene& scene, const scheduling::Booking& booking, const scheduling::Office& office) {
    const std::string documents = documents_line(office, booking.service, scene.language);
    const bool is_pickup = booking.service == Service::pickup;
    if (documents.empty()) return is_pickup ? "\n\n" + scene.say("ticket.collecting") : "";
    const bool is_said =
        says_originals(*documents_of(office, booking.service), scene.view.wording, scene.language);
    const std::string_view key = is_said ? "ticket.documents_as_listed" : "ticket.documents";
    std::string text = "\n\n" + scene.say(key, {{"documents", documents}});
    // Forms do not say whether the passport is new, so that the other list stands there too.
    const std::string renewal = booking.service == Service::new_passport
                                    ? documents_line(office, Service::renew, scene.language)
                                    : "";
    if (!renewal.empty()) text += ' ' + scene.say("ticket.renewal", {{"documents", renewal}});
    return text;
}

// What can still be done with the booking.
std::vector<Option> ticket_buttons(
    const Scene& scene, const scheduling::Booking& booking, const scheduling::Office& office
) {
    const Option documents = button(
        scene,
        {.act = Act::documents, .number = static_cast<std::uint8_t>(booking.service)},
        scene.say("button.documents")
    );
    if (has_begun(scene.view, {&booking, &office})) {
        return {documents, button(scene, Act::address), button(scene, Act::human)};
    }
    return {
        booking.wants_reminder ? documents : booking_button(scene, Act::remind, booking),
        booking_button(scene, Act::change, booking),
        booking_button(scene, Act::cancel, booking)};
}

}  // namespace

std::string office_name(const scheduling::Office& office, Language language) {
    const scheduling::Profile& profile = office.profile;
    return shorten(
        clean_line(language == Language::id ? profile.name_id : profile.name_en), name_units_max
    );
}

notices::TicketPicture ticket_picture(
    const scheduling::Booking& booking, const scheduling::Office& office, Language language
) {
    const std::string code = scheduling::code_of(booking.id);
    return {
        "ANTRE1:" + office.slug + ":" + code,
        numbers_text(booking),
        code,
        booking_when(booking, office, language),
        office_name(office, language)};
}

std::string service_name(const Scene& scene, Service service) {
    return scene.say("service." + std::string(word_of(service)));
}

std::string numbers_text(const scheduling::Booking& booking) {
    const auto& numbers = booking.placement.numbers;
    if (numbers.empty()) return "-";
    std::string text = scheduling::label_of(numbers.front());
    if (numbers.size() > 1) text += " - " + scheduling::label_of(numbers.back());
    return text;
}

std::string booking_when(
    const scheduling::Booking& booking, const scheduling::Office& office, Language language
) {
    return when_text(booking.placement.day, booking.placement.window, office.zone, language);
}

std::string names_text(const scheduling::Booking& booking, std::size_t units_max) {
    std::string text;
    for (const scheduling::Person& person : booking.people) {
        if (!text.empty()) text += ", ";
        text += shorten(clean_line(person.name.reveal()), units_max);
    }
    return text;
}

std::string documents_line(const scheduling::Office& office, Service service, Language language) {
    const scheduling::DocumentList* list = documents_of(office, service);
    if (list == nullptr) return "";
    const auto& items = items_of(*list, language);
    const bool has_commas = std::ranges::any_of(items, [](const std::string& item) {
        return item.find(',') != std::string::npos;
    });
    std::string text;
    for (const std::string& item : items) {
        if (!text.empty()) text += has_commas ? "; " : ", ";
        text += item;
    }
    return text;
}

bool says_originals(
    const scheduling::DocumentList& list, const Wording& wording, Language language
) {
    const std::string word = wording.say(language, "documents.word_original");
    return std::ranges::any_of(items_of(list, language), [&](const std::string& item) {
        return to_lower_ascii(item).find(word) != std::string::npos;
    });
}

std::string documents_to_bring(
    const scheduling::Office& office, Service service, const Wording& wording, Language language
) {
    const scheduling::DocumentList* list = documents_of(office, service);
    if (list == nullptr) return "";
    std::string documents = documents_line(office, service, language);
    if (documents.empty() || says_originals(*list, wording, language)) return documents;
    return wording.say(language, "documents.originals", {{"documents", documents}});
}

Payload about_booking(Act act, const scheduling::Booking& booking) {
    return {.act = act, .booking = booking.id, .version = booking.version};
}

Option booking_button(const Scene& scene, Act act, const scheduling::Booking& booking) {
    return button(
        scene, about_booking(act, booking), scene.say("button." + std::string(name_of(act)))
    );
}

namespace {

void send_ticket_with(
    Scene& scene,
    const scheduling::Booking& booking,
    const scheduling::Office& office,
    const std::string& head,
    const std::string& warning
) {
    const std::string closing = "\n\n" + scene.say("ticket.closing");
    const std::size_t preface = utf16_units(scene.preface) + 2;
    std::string body = head + "\n\n" + facts(scene, booking, office);
    const std::size_t reserve = utf16_units(closing) + preface;
    if (!add_if_it_fits(body, bring(scene, booking, office), reserve)) {
        (void)add_if_it_fits(body, "\n\n" + scene.say("ticket.documents_hint"), reserve);
    }
    (void)add_if_it_fits(body, closing, preface);
    if (!warning.empty()) (void)add_if_it_fits(body, "\n\n" + warning, preface);
    notices::Note ticket = note(std::move(body));
    ticket.picture = ticket_picture(booking, office, scene.language);
    std::vector<Option> options = ticket_buttons(scene, booking, office);
    tell_ticket(scene, std::move(ticket), std::move(options), {booking.id, booking.version});
}

}  // namespace

void send_ticket(
    Scene& scene,
    const scheduling::Booking& booking,
    const scheduling::Office& office,
    const std::string& head
) {
    send_ticket_with(scene, booking, office, head, "");
}

std::string head_booked(const Scene& scene, const scheduling::Booking& booking) {
    const bool is_pickup = booking.service == Service::pickup;
    return scene.say(is_pickup ? "ticket.head_pickup" : "ticket.head_booked");
}

void send_first_ticket(
    Scene& scene, const scheduling::Booking& booking, const scheduling::Office& office
) {
    const bool is_first = scene.view.bookings.size() <= 1 && scene.view.cases.empty();
    const bool is_warned = is_first && office.warns_of_brokers;
    send_ticket_with(
        scene,
        booking,
        office,
        head_booked(scene, booking),
        is_warned ? scene.say("ticket.brokers") : ""
    );
}

std::optional<BookingId> booking_shown(const Talk& talk) {
    for (const std::string& shown : talk.shown) {
        const auto payload = decode_payload(shown);
        if (payload && payload->booking) return payload->booking;
    }
    return std::nullopt;
}

}  // namespace antre::conversation
