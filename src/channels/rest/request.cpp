#include "channels/rest/request.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "channels/nearest_word.h"
#include "channels/phone.h"
#include "channels/rest/limits.h"
#include "channels/settings_json.h"
#include "channels/whatsapp/webhook.h"
#include "engine/limits.h"
#include "foundation/service.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::channels::rest {

using conversation::PersonEntry;
using scheduling::Wish;

namespace {

constexpr auto service_words = [] {
    std::array<std::string_view, all_services.size()> words;
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] = word_of(all_services[i]);
    return words;
}();

LocalDate read_date(const SettingsNode& node) {
    const std::string text = node.text();
    if (const auto date = parse_iso_date(text)) return *date;
    node.refuse("must be a day of the calendar, as 2027-01-31");
    return {};
}

MinuteOfDay read_time(const SettingsNode& node) {
    const std::string text = node.text();
    if (const auto time = parse_iso_time(text)) return *time;
    node.refuse("must be a time of day, as 08:30");
    return {};
}

LocalDate read_birth(const SettingsNode& node, LocalDate today) {
    const LocalDate born = read_date(node);
    if (born > today) node.refuse("must not lie in the future");
    if (today - born > person_age_days_max) node.refuse("lies too far back");
    return born;
}

PersonName read_name(const SettingsNode& node) {
    const std::string text = node.text();
    const std::string_view name = trim(text);
    if (name.empty()) node.refuse("must not be empty");
    const bool has_control = std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
    if (has_control) node.refuse("must not hold control characters");
    if (utf16_units(name) > person_name_units_max) {
        node.refuse("must have at most " + std::to_string(person_name_units_max) + " characters");
    }
    return PersonName(std::string(name));
}

std::vector<PersonEntry> read_people(const SettingsNode& node, LocalDate today) {
    std::vector<PersonEntry> people;
    const std::vector<SettingsNode> items = node.items();
    if (items.empty() || items.size() > scheduling::party_people_max) {
        node.refuse(
            "must name 1 to " + std::to_string(scheduling::party_people_max) +
            " people, each with "
            "name and birth_date"
        );
        return people;
    }
    for (const SettingsNode& item : items) {
        item.allow_only({"name", "birth_date"});
        PersonEntry person;
        person.name = read_name(item.at("name"));
        person.born = read_birth(item.at("birth_date"), today);
        people.push_back(std::move(person));
    }
    return people;
}

Wish read_wish(const SettingsNode& node, LocalDate today) {
    node.allow_only({"date", "date_to", "time", "time_to"});
    Wish wish;
    if (node.has("date")) {
        wish.date = read_date(node.at("date"));
        if (*wish.date < today) node.at("date").refuse("must not lie in the past");
    }
    if (node.has("date_to")) {
        wish.date_to = read_date(node.at("date_to"));
        if (!wish.date) node.at("date_to").refuse("needs date beside it");
        if (wish.date && *wish.date_to < *wish.date) {
            node.at("date_to").refuse("must not lie before date");
        }
    }
    if (node.has("time")) wish.time = read_time(node.at("time"));
    if (node.has("time_to")) {
        wish.time_to = read_time(node.at("time_to"));
        if (!wish.time) node.at("time_to").refuse("needs time beside it");
        if (wish.time && *wish.time_to <= *wish.time)
            node.at("time_to").refuse("must lie after time");
    }
    return wish;
}

PhoneNumber read_phone(const SettingsNode& node) {
    auto phone = parse_phone(node.text());
    if (phone) return *phone;
    switch (phone.error()) {
    case PhoneFault::not_a_number: node.refuse("must be a phone number"); break;
    case PhoneFault::not_mobile:
        node.refuse("must be an Indonesian mobile number, as +6281234567890");
        break;
    case PhoneFault::wrong_length: node.refuse("has too few or too many digits"); break;
    }
    return {};
}

// Has `read` read the body, and gives what it read if no field was refused.
template <class Reader>
auto read_body(std::string_view body, const Reader& read)
    -> Result<decltype(read(std::declval<const SettingsNode&>())), Problem> {
    const auto json = parse_settings(body);
    if (!json) {
        const std::string& path = json.error().path;
        return fail(malformed((path.empty() ? "The body" : path) + " " + json.error().reason));
    }
    std::optional<FileFault> fault;
    auto value = read(SettingsNode(*json, "", fault));
    if (fault) return fail(bad_field(std::move(fault->path), std::move(fault->reason)));
    return value;
}

// A whole number in [low, high]; nothing otherwise.
std::optional<std::uint16_t>
read_number(std::string_view text, std::uint16_t low, std::uint16_t high) {
    if (!is_all_digits(text) || text.size() > 4) return std::nullopt;
    unsigned value = 0;
    for (const char digit : text)
        value = value * 10 + static_cast<unsigned>(digit - '0');
    if (value < low || value > high) return std::nullopt;
    return static_cast<std::uint16_t>(value);
}

Problem out_of_range(std::string_view name, unsigned low, unsigned high) {
    return bad_field(
        std::string(name),
        "must be a whole number between " + std::to_string(low) + " and " + std::to_string(high)
    );
}

// Reads one pair of the query into the question.
Result<void, Problem>
read_pair(engine::AskAvailability& question, const std::string& name, const std::string& value) {
    if (name == "service") {
        const auto service = service_named(value);
        if (!service) return fail(bad_field(name, suggestion_for(value, service_words)));
        question.service = *service;
    } else if (name == "from") {
        const auto from = parse_iso_date(value);
        if (!from) return fail(bad_field(name, "must be a day of the calendar, as 2027-01-31"));
        question.from = *from;
    } else if (name == "days") {
        const auto days = read_number(value, 1, engine::availability_days_max);
        if (!days) return fail(out_of_range(name, 1, engine::availability_days_max));
        question.days = *days;
    } else if (name == "party") {
        const auto party = read_number(value, 1, scheduling::party_people_max);
        if (!party) return fail(out_of_range(name, 1, scheduling::party_people_max));
        question.party = static_cast<std::uint8_t>(*party);
    } else {
        constexpr std::array<std::string_view, 4> known{"service", "from", "days", "party"};
        return fail(bad_field(name, "unknown parameter; " + suggestion_for(name, known)));
    }
    return {};
}

}  // namespace

Result<engine::Book, Problem> parse_booking(std::string_view body, LocalDate today) {
    return read_body(body, [today](const SettingsNode& node) {
        node.allow_only({"service", "people", "wish", "phone"});
        engine::Book book;
        book.service = all_services[node.at("service").choice(service_words)];
        book.people = read_people(node.at("people"), today);
        if (node.has("wish")) book.wish = read_wish(node.at("wish"), today);
        book.wish.party = static_cast<std::uint8_t>(book.people.size());
        if (node.has("phone")) book.phone = read_phone(node.at("phone"));
        return book;
    });
}

Result<LocalDate, Problem> parse_proof(std::string_view body, LocalDate today) {
    return read_body(body, [today](const SettingsNode& node) {
        node.allow_only({"birth_date"});
        return read_birth(node.at("birth_date"), today);
    });
}

Result<MoveRequest, Problem> parse_move(std::string_view body, LocalDate today) {
    return read_body(body, [today](const SettingsNode& node) {
        node.allow_only({"birth_date", "wish"});
        MoveRequest move;
        move.born = read_birth(node.at("birth_date"), today);
        move.wish = read_wish(node.at("wish"), today);
        return move;
    });
}

Result<engine::AskAvailability, Problem> parse_availability(const Query& query, LocalDate today) {
    engine::AskAvailability question;
    question.from = today;
    question.days = availability_days_default;
    bool has_service = false;
    std::set<std::string_view> names;
    for (const auto& [name, value] : query) {
        if (!names.insert(name).second) return fail(bad_field(name, "is given twice"));
        if (auto read = read_pair(question, name, value); !read) return fail(read.error());
        has_service = has_service || name == "service";
    }
    if (!has_service) return fail(bad_field("service", "is missing"));
    return question;
}

Result<void, Problem> parse_no_query(const Query& query) {
    if (query.empty()) return {};
    return fail(bad_field(query.front().first, "unknown parameter; this address takes none"));
}

Result<void, Problem> check_idempotency_key(std::string_view key) {
    const bool is_visible =
        std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (!key.empty() && key.size() <= idempotency_key_characters_max && is_visible) return {};
    return fail(Problem{
        400,
        "idempotency_key_invalid",
        "Idempotency-Key must be given once, with 1 to " +
            std::to_string(idempotency_key_characters_max) + " visible ASCII characters.",
        {}});
}

engine::CommandKey command_key(
    std::string_view slug, std::string_view path, std::string_view key, std::string_view body
) {
    std::string text = "api:";
    text += slug;
    text += ":POST";
    text += path;
    text += ':';
    text += key;
    text += '\n';
    text += body;
    return whatsapp::key_of_text(text);
}

}  // namespace antre::channels::rest
