#include "conversation/information.h"

#include <array>

#include "conversation/changing.h"
#include "conversation/dates.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/officer.h"
#include "conversation/room.h"
#include "conversation/ticket.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr std::size_t items_units_max = 700;  // of a list of documents, in one message
constexpr std::size_t profile_units_max = scheduling::profile_text_max;  // of an office's text
constexpr std::size_t facilities_units_max = 200;  // where they stand under address and hours

// From where a talk goes on: the open question, or a new booking.
Option way_on(const Scene& scene) {
    const bool is_open = scene.talk.step != Step::resting &&
                         scene.talk.step != Step::offering_earliest &&
                         scene.talk.step != Step::writing_message;
    return button(scene, is_open ? Act::proceed : Act::start);
}

const scheduling::DocumentList*
documents_for(const scheduling::Office& office, Service service, bool is_for_child) {
    const scheduling::DocumentList* adult = nullptr;
    for (const scheduling::DocumentList& list : office.profile.documents) {
        if (list.service != service) continue;
        if (list.for_child == is_for_child) return &list;
        if (!list.for_child) adult = &list;
    }
    return is_for_child ? nullptr : adult;
}

std::string profile_text(const std::string& text) {
    return shorten(clean_line(text, profile_units_max + 1), profile_units_max);
}

std::string numbered(const std::vector<std::string>& items) {
    std::string text;
    std::size_t number = 0;
    for (const std::string& item : items) {
        const std::string line =
            '\n' + std::to_string(++number) + ". " + literal(profile_text(item));
        if (utf16_units(text) + utf16_units(line) > items_units_max) return text + "\n…";
        text += line;
    }
    return text;
}

// Above a list that says itself what must be an original, that is not said again.
std::string
head_key(const Scene& scene, const scheduling::DocumentList* list, std::string_view key) {
    const bool is_said =
        list != nullptr && says_originals(*list, scene.view.wording, scene.language);
    return std::string(key) + (is_said ? "_as_listed" : "");
}

std::string
documents_head(const Scene& scene, const scheduling::DocumentList* list, Service service) {
    const std::string key = head_key(scene, list, "documents.head");
    return scene.say(key, {{"service", service_name(scene, service)}});
}

std::string child_documents_head(const Scene& scene, const scheduling::DocumentList* list) {
    return scene.say(head_key(scene, list, "documents.head_child"));
}

std::string list_text(
    const Scene& scene,
    const scheduling::DocumentList* list,
    Service service,
    const std::string& head
) {
    if (list != nullptr)
        return head + numbered(scene.language == Language::id ? list->items_id : list->items_en);
    if (service == Service::pickup) return scene.say("ticket.collecting");
    return scene.say("documents.none", {{"service", service_name(scene, service)}});
}

void tell_list(
    Scene& scene, const scheduling::DocumentList* list, Service service, const std::string& head
) {
    std::string body = list_text(scene, list, service, head);
    if (list != nullptr) body += "\n\n" + scene.say("documents.hint");
    // Under a child's list stands the way to that of adults.
    const bool is_for_child = list != nullptr && list->for_child;
    const Payload adults{.act = Act::documents, .number = static_cast<std::uint8_t>(service)};
    tell(
        scene,
        note(std::move(body)),
        {way_on(scene),
         is_for_child ? button(scene, adults, scene.say("button.documents"))
                      : button(scene, Act::documents_child),
         button(scene, Act::fee)}
    );
}

std::string facilities(const Scene& scene, std::size_t units_max) {
    const scheduling::Profile& profile = scene.view.office.profile;
    const std::string& text =
        scene.language == Language::id ? profile.facilities_id : profile.facilities_en;
    return text.empty() ? scene.say("info.facilities_unknown") : clean_line(text, units_max);
}

void tell_hours(Scene& scene, const std::string& head) {
    std::string body = head + hours_text(scene);
    const LocalDate today = scene.view.local_now.date;
    for (const scheduling::DayException& exception : scene.view.office.exceptions) {
        if (exception.date < today || !exception.is_closed) continue;
        body += "\n\n" +
                scene.say(
                    "info.next_holiday",
                    {{"date", long_date(exception.date, scene.language)},
                     {"reason",
                      clean_line(
                          scene.language == Language::id ? exception.reason_id : exception.reason_en
                      )}}
                );
        break;
    }
    body += "\n\n" + facilities(scene, facilities_units_max);
    tell(
        scene,
        note(std::move(body)),
        {way_on(scene),
         button(
             scene,
             {.act = Act::documents, .number = static_cast<std::uint8_t>(Service::new_passport)},
             scene.say("button.documents")
         ),
         button(scene, Act::human)}
    );
}

std::string rules_text(const Scene& scene) {
    return scene.say(
        "info.rules",
        {{"people_max", std::to_string(scheduling::contact_people_max)},
         {"moves_max", std::to_string(scene.view.office.moves_max)}}
    );
}

std::string address_text(const Scene& scene) {
    return scene.say(
        "info.address",
        {{"office", office_name(scene.view.office, scene.language)},
         {"address", profile_text(scene.view.office.profile.address)}}
    );
}

std::string hours_head(const Scene& scene) {
    return scene.say("info.hours_head", {{"zone", name_of(scene.view.office.zone)}});
}

void tell_rules(Scene& scene) {
    tell(
        scene,
        note(rules_text(scene)),
        {way_on(scene), button(scene, Act::mine), button(scene, Act::menu)}
    );
}

}  // namespace

void tell_documents(Scene& scene, Service service) {
    const auto* list = documents_for(scene.view.office, service, false);
    tell_list(scene, list, service, documents_head(scene, list, service));
}

void tell_child_documents(Scene& scene) {
    const auto* list = documents_for(scene.view.office, Service::new_passport, true);
    tell_list(scene, list, Service::new_passport, child_documents_head(scene, list));
}

void tell_address(Scene& scene) {
    const scheduling::Profile& profile = scene.view.office.profile;
    const std::string name = office_name(scene.view.office, scene.language);
    const std::string address = profile_text(profile.address);
    show_place(scene, {profile.latitude_e6, profile.longitude_e6, name, address});
    tell_hours(scene, address_text(scene) + "\n\n" + hours_head(scene));
}

void tell_fee(Scene& scene) {
    tell(
        scene,
        note(scene.say("info.fee")),
        {way_on(scene), button(scene, Act::human), button(scene, Act::menu)}
    );
}

std::string phone_text(const Scene& scene) {
    const std::string& phone = scene.view.office.profile.phone;
    return phone.empty() ? scene.say("info.phone_unknown") : "+" + phone;
}

std::string contact_text(const Scene& scene) {
    return scene.say(
        "human.contact",
        {{"office", office_name(scene.view.office, scene.language)},
         {"phone", phone_text(scene)},
         {"address", profile_text(scene.view.office.profile.address)},
         {"hours", hours_text(scene)},
         {"zone", name_of(scene.view.office.zone)}}
    );
}

void tell_location_thanks(Scene& scene) {
    tell(
        scene,
        note(scene.say(
            "info.location_thanks",
            {{"office", office_name(scene.view.office, scene.language)},
             {"address", profile_text(scene.view.office.profile.address)}}
        )),
        {way_on(scene), button(scene, Act::address), button(scene, Act::menu)}
    );
}

std::string
fact_text(const Scene& scene, language::Topic topic, Service service, bool is_for_child) {
    switch (topic) {
    case language::Topic::address: return address_text(scene);
    case language::Topic::hours: return hours_head(scene) + hours_text(scene);
    case language::Topic::contact: return contact_text(scene);
    case language::Topic::fee: return scene.say("info.fee");
    case language::Topic::facilities: return facilities(scene, profile_units_max);
    case language::Topic::rules: return rules_text(scene);
    case language::Topic::documents: break;
    }
    const auto* list = documents_for(scene.view.office, service, is_for_child);
    const std::string head =
        is_for_child ? child_documents_head(scene, list) : documents_head(scene, list, service);
    return list_text(scene, list, service, head);
}

void tell_info(Scene& scene, const language::Meaning& meaning) {
    const Service service =
        meaning.service.value_or(scene.talk.draft.service.value_or(Service::new_passport));
    switch (meaning.topic.value_or(language::Topic::rules)) {
    case language::Topic::address: return tell_address(scene);
    case language::Topic::hours: return tell_hours(scene, hours_head(scene));
    case language::Topic::contact: return tell_human(scene);
    case language::Topic::documents:
        return meaning.is_for_child ? tell_child_documents(scene) : tell_documents(scene, service);
    case language::Topic::fee: return tell_fee(scene);
    case language::Topic::facilities:
        return tell(
            scene,
            note(facilities(scene, profile_units_max)),
            {way_on(scene), button(scene, Act::address)}
        );
    case language::Topic::rules: return tell_rules(scene);
    }
}

}  // namespace antre::conversation
