#include "channels/whatsapp/flow_form.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <utility>
#include <variant>

#include "foundation/assert.h"
#include "foundation/text.h"
#include "scheduling/booking.h"
#include "scheduling/limits.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;
namespace talk = conversation;

namespace {

constexpr std::size_t name_bytes_max = 400;

// ---- the definition ----------------------------------------------------------------------------

// "@people.numbered number=2" -> the sentence, with the number in it.
std::string worded(const talk::Wording& wording, Language language, std::string_view marked) {
    const std::vector<std::string_view> parts = split(marked.substr(1), ' ');
    ASSERT(wording.has(parts.front()));
    if (parts.size() == 1) return wording.say(language, parts.front());
    const std::size_t equals = parts[1].find('=');
    return wording.say(
        language, parts.front(), {{parts[1].substr(0, equals), parts[1].substr(equals + 1)}}
    );
}

void put_words(json::value& value, const talk::Wording& wording, Language language) {
    if (json::string* text = value.if_string()) {
        if (!text->starts_with('@')) return;
        value = worded(wording, language, {text->data(), text->size()});
    } else if (json::array* list = value.if_array()) {
        for (json::value& item : *list)
            put_words(item, wording, language);
    } else if (json::object* object = value.if_object()) {
        for (auto& member : *object)
            put_words(member.value(), wording, language);
    }
}

// ---- what was filled in so far
// -----------------------------------------------------------------------

std::string text_of(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string(text->data(), text->size()) : std::string();
}

std::string packed(const talk::FormAnswers& answers) {
    json::object so_far;
    if (answers.service) so_far["service"] = word_of(*answers.service);
    if (answers.count) so_far["count"] = std::to_string(*answers.count);
    json::array people;
    for (const talk::PersonEntry& person : answers.people) {
        json::object each{{"name", person.name.reveal()}};
        if (person.born) each["born"] = iso_date(*person.born);
        people.push_back(std::move(each));
    }
    if (!people.empty()) so_far["people"] = std::move(people);
    if (answers.day) so_far["day"] = iso_date(*answers.day);
    if (answers.hour) so_far["hour"] = iso_time(*answers.hour);
    if (answers.hold) so_far["hold"] = scheduling::code_of(*answers.hold);
    return json::serialize(so_far);
}

std::optional<std::uint8_t> count_in(std::string_view text) {
    std::uint8_t count = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    if (error != std::errc{} || rest != end) return std::nullopt;
    return count;
}

talk::PersonEntry person_in(std::string name, std::string_view born) {
    if (name.size() > name_bytes_max || !is_valid_utf8(name)) name.clear();
    return {PersonName(std::move(name)), parse_iso_date(born)};
}

talk::FormAnswers unpacked(std::string_view text) {
    talk::FormAnswers answers;
    json::error_code error;
    const json::value root = json::parse(text, error);
    const json::object* so_far = !error ? root.if_object() : nullptr;
    if (so_far == nullptr) return answers;
    answers.service = service_named(text_of(*so_far, "service"));
    answers.count = count_in(text_of(*so_far, "count"));
    answers.day = parse_iso_date(text_of(*so_far, "day"));
    answers.hour = parse_iso_time(text_of(*so_far, "hour"));
    answers.hold = scheduling::booking_coded(text_of(*so_far, "hold"));
    const json::value* people = so_far->if_contains("people");
    const json::array* list = people != nullptr ? people->if_array() : nullptr;
    if (list == nullptr) return answers;
    for (const json::value& item : *list) {
        if (answers.people.size() == scheduling::party_people_max) break;
        const json::object* person = item.if_object();
        if (person == nullptr) continue;
        answers.people.push_back(person_in(text_of(*person, "name"), text_of(*person, "born")));
    }
    return answers;
}

std::string field(const FlowRequest& request, const std::string& name) {
    const auto found = request.fields.find(name);
    return found == request.fields.end() ? std::string() : found->second;
}

std::vector<talk::PersonEntry> people_in(const FlowRequest& request) {
    std::vector<talk::PersonEntry> people;
    for (int i = 1; i <= scheduling::party_people_max; ++i) {
        const std::string number = std::to_string(i);
        people.push_back(
            person_in(field(request, "name_" + number), field(request, "born_" + number))
        );
    }
    return people;
}

// ---- screens -----------------------------------------------------------------------------------

json::array choices(const std::vector<talk::FormChoice>& all) {
    json::array list;
    for (const talk::FormChoice& choice : all) {
        json::object each{{"id", choice.id}, {"title", choice.title}};
        if (!choice.description.empty()) each["description"] = choice.description;
        list.push_back(std::move(each));
    }
    return list;
}

struct Filled {
    std::string_view screen;
    json::object data;
};

struct ScreenWriter {
    const talk::FormAnswers& answers;

    std::optional<Filled> operator()(const talk::PartyScreen& shown) const {
        return Filled{
            "PARTY", {{"services", choices(shown.services)}, {"counts", choices(shown.counts)}}};
    }
    std::optional<Filled> operator()(const talk::PeopleScreen& shown) const {
        json::object data{
            {"born_first", iso_date(shown.born_first)}, {"born_last", iso_date(shown.born_last)}};
        for (int i = 2; i <= scheduling::party_people_max; ++i)
            data["has_" + std::to_string(i)] = i <= answers.count.value_or(1);
        return Filled{"PEOPLE", std::move(data)};
    }
    std::optional<Filled> operator()(const talk::TimeScreen& shown) const {
        return Filled{
            "TIME",
            {{"days", choices(shown.days)},
             {"hours", choices(shown.hours)},
             {"has_hours", !shown.hours.empty()}}};
    }
    std::optional<Filled> operator()(const talk::SummaryScreen& shown) const {
        // A text may not be blank, even where it is not shown.
        const std::string why = shown.why.empty() ? "-" : shown.why;
        return Filled{
            "SUMMARY",
            {{"number", shown.number},
             {"when", shown.when},
             {"details", shown.details},
             {"why", why},
             {"has_why", !shown.why.empty()},
             {"terms", shown.terms}}};
    }
    std::optional<Filled> operator()(const talk::ClosedScreen&) const { return std::nullopt; }
};

constexpr std::array<std::pair<std::string_view, talk::FormStep>, 5> steps{{
    {"party", talk::FormStep::party},
    {"people", talk::FormStep::people},
    {"day", talk::FormStep::day},
    {"time", talk::FormStep::time},
    {"agreement", talk::FormStep::agreement},
}};

}  // namespace

std::string flow_definition(const talk::Wording& wording, Language language) {
    json::value definition = json::parse(booking_form());
    put_words(definition, wording, language);
    return json::serialize(definition);
}

std::optional<FormSent> read_form(const FlowRequest& request) {
    FormSent sent;
    if (request.action != FlowAction::exchange) return sent;
    const std::string named = field(request, "step");
    const auto* const step = std::find_if(steps.begin(), steps.end(), [&](const auto& known) {
        return known.first == named;
    });
    if (step == steps.end()) return std::nullopt;
    sent.step = step->second;
    sent.answers = unpacked(field(request, "so_far"));
    switch (sent.step) {
    case talk::FormStep::opened:
    case talk::FormStep::agreement: break;
    case talk::FormStep::party:
        sent.answers.service = service_named(field(request, "service"));
        sent.answers.count = count_in(field(request, "count"));
        break;
    case talk::FormStep::people: sent.answers.people = people_in(request); break;
    case talk::FormStep::time:
        sent.answers.hour = parse_iso_time(field(request, "hour"));
        sent.answers.day = parse_iso_date(field(request, "day"));
        break;
    case talk::FormStep::day: sent.answers.day = parse_iso_date(field(request, "day")); break;
    }
    return sent;
}

std::optional<std::string> render_page(const talk::FormPage& page) {
    auto filled = std::visit(ScreenWriter{page.answers}, page.screen);
    if (!filled) return std::nullopt;
    filled->data["so_far"] = packed(page.answers);
    if (!page.error.empty()) filled->data["error_message"] = page.error;
    return json::serialize(json::object{
        {"screen", filled->screen}, {"data", std::move(filled->data)}});
}

}  // namespace antre::channels::whatsapp
