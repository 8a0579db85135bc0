#include "channels/office_file.h"

#include <array>
#include <boost/json.hpp>
#include <limits>

#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::channels {

namespace {

namespace json = boost::json;
using scheduling::DayException;
using scheduling::DocumentList;
using scheduling::Office;
using scheduling::OfficeStage;
using scheduling::OpenHours;
using scheduling::Pool;
using scheduling::Profile;

constexpr std::array weekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array zones{Zone::wib, Zone::wita, Zone::wit};
constexpr std::array stages{
    OfficeStage::candidate, OfficeStage::pilot, OfficeStage::live, OfficeStage::suspended};

template <class Value, std::size_t count, class Name>
Value chosen(const SettingsNode& node, const std::array<Value, count>& values, Name name) {
    std::array<std::string_view, count> words;
    for (std::size_t i = 0; i < count; ++i)
        words[i] = name(values[i]);
    return values[node.choice(words)];
}

template <class Number>
Number number(const SettingsNode& node) {
    using Limits = std::numeric_limits<Number>;
    return static_cast<Number>(node.whole(Limits::min(), Limits::max()));
}

std::vector<std::string> read_lines(const SettingsNode& node) {
    std::vector<std::string> lines;
    for (const SettingsNode& line : node.items())
        lines.push_back(line.text());
    return lines;
}

// "08:00-12:00"; midnight at the end of the day is "24:00".
OpenHours read_span(const SettingsNode& node) {
    const std::string text = node.text();
    const std::vector<std::string_view> ends = split(text, '-');
    if (ends.size() == 2) {
        const auto opens = parse_iso_time(ends[0]);
        const auto closes = ends[1] == "24:00" ? clock_time(24, 0) : parse_iso_time(ends[1]);
        if (opens && closes) return {*opens, *closes};
    }
    node.refuse("must be opening hours such as \"08:00-12:00\"");
    return {};
}

std::vector<OpenHours> read_hours(const SettingsNode& node) {
    std::vector<OpenHours> hours;
    for (const SettingsNode& span : node.items())
        hours.push_back(read_span(span));
    return hours;
}

char read_letter(const SettingsNode& node) {
    const std::string text = node.text();
    if (text.size() == 1) return text.front();
    node.refuse("must be one letter from A to Z");
    return 'A';
}

Pool read_pool(const SettingsNode& node) {
    node.allow_only(
        {"id",
         "key",
         "services",
         "week",
         "places_per_hour",
         "window_minutes",
         "walk_in_percent",
         "priority_percent",
         "first_letter"}
    );
    Pool pool;
    pool.id = {number<PoolId::rep>(node.at("id"))};
    pool.key = node.at("key").text();
    for (const SettingsNode& service : node.at("services").items()) {
        pool.services.push_back(chosen(service, all_services, word_of));
    }
    const SettingsNode week = node.at("week");
    week.allow_only({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        if (week.has(weekdays[day])) pool.week[day] = read_hours(week.at(weekdays[day]));
    }
    pool.places_per_hour = number<std::uint16_t>(node.at("places_per_hour"));
    pool.window_minutes = number<std::int16_t>(node.at("window_minutes"));
    pool.walk_in_percent = number<std::uint8_t>(node.at("walk_in_percent"));
    pool.priority_percent = number<std::uint8_t>(node.at("priority_percent"));
    pool.first_letter = read_letter(node.at("first_letter"));
    return pool;
}

DayException read_exception(const SettingsNode& node) {
    node.allow_only({"date", "is_closed", "hours", "places_per_hour", "reason_id", "reason_en"});
    DayException exception;
    const SettingsNode date = node.at("date");
    const auto day = parse_iso_date(date.text());
    if (!day) date.refuse("must be a date that exists, such as \"2026-12-24\"");
    exception.date = day.value_or(LocalDate{});
    exception.is_closed = node.at("is_closed").truth();
    if (node.has("hours")) exception.hours = read_hours(node.at("hours"));
    if (node.has("places_per_hour")) {
        exception.places_per_hour = number<std::uint16_t>(node.at("places_per_hour"));
    }
    exception.reason_id = node.at("reason_id").text();
    exception.reason_en = node.at("reason_en").text();
    return exception;
}

DocumentList read_documents(const SettingsNode& node) {
    node.allow_only({"service", "for_child", "items_id", "items_en"});
    DocumentList list;
    list.service = chosen(node.at("service"), all_services, word_of);
    list.for_child = node.has("for_child") && node.at("for_child").truth();
    list.items_id = read_lines(node.at("items_id"));
    list.items_en = read_lines(node.at("items_en"));
    return list;
}

Profile read_profile(const SettingsNode& node) {
    node.allow_only(
        {"name_id",
         "name_en",
         "city",
         "address",
         "latitude_e6",
         "longitude_e6",
         "phone",
         "facilities_id",
         "facilities_en",
         "documents"}
    );
    Profile profile;
    profile.name_id = node.at("name_id").text();
    profile.name_en = node.at("name_en").text();
    profile.city = node.at("city").text();
    profile.address = node.at("address").text();
    profile.latitude_e6 = number<std::int32_t>(node.at("latitude_e6"));
    profile.longitude_e6 = number<std::int32_t>(node.at("longitude_e6"));
    profile.phone = node.at("phone").text();
    profile.facilities_id = node.at("facilities_id").text();
    profile.facilities_en = node.at("facilities_en").text();
    for (const SettingsNode& list : node.at("documents").items()) {
        profile.documents.push_back(read_documents(list));
    }
    return profile;
}

Office read_office(const SettingsNode& node) {
    node.allow_only(
        {"slug",
         "zone",
         "stage",
         "phone_number_id",
         "business_account_id",
         "display_phone",
         "lead_minutes",
         "moves_max",
         "warns_of_brokers",
         "profile",
         "pools",
         "exceptions"}
    );
    Office office;
    office.slug = node.at("slug").text();
    office.zone = chosen(node.at("zone"), zones, [](Zone zone) { return name_of(zone); });
    office.stage =
        chosen(node.at("stage"), stages, [](OfficeStage stage) { return name_of(stage); });
    office.phone_number_id = node.at("phone_number_id").text();
    office.business_account_id = node.at("business_account_id").text();
    office.display_phone = node.at("display_phone").text();
    if (node.has("lead_minutes")) {
        office.lead_minutes = number<std::int16_t>(node.at("lead_minutes"));
    }
    if (node.has("moves_max")) office.moves_max = number<std::uint8_t>(node.at("moves_max"));
    if (node.has("warns_of_brokers")) office.warns_of_brokers = node.at("warns_of_brokers").truth();
    office.profile = read_profile(node.at("profile"));
    for (const SettingsNode& pool : node.at("pools").items())
        office.pools.push_back(read_pool(pool));
    if (!node.has("exceptions")) return office;
    for (const SettingsNode& exception : node.at("exceptions").items()) {
        office.exceptions.push_back(read_exception(exception));
    }
    return office;
}

// ---- writing -----------------------------------------------------------------------------------

json::array hours_json(const std::vector<OpenHours>& hours) {
    json::array list;
    for (const OpenHours& span : hours) {
        list.push_back(json::string(iso_time(span.opens) + "-" + iso_time(span.closes)));
    }
    return list;
}

json::array lines_json(const std::vector<std::string>& lines) {
    json::array list;
    for (const std::string& line : lines)
        list.push_back(json::string(line));
    return list;
}

json::object pool_json(const Pool& pool) {
    json::array services;
    for (const Service service : pool.services)
        services.push_back(json::string(word_of(service)));
    json::object week;
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        if (!pool.week[day].empty()) week[weekdays[day]] = hours_json(pool.week[day]);
    }
    return {
        {"id", pool.id.value},
        {"key", pool.key},
        {"services", std::move(services)},
        {"week", std::move(week)},
        {"places_per_hour", pool.places_per_hour},
        {"window_minutes", pool.window_minutes},
        {"walk_in_percent", pool.walk_in_percent},
        {"priority_percent", pool.priority_percent},
        {"first_letter", std::string(1, pool.first_letter)},
    };
}

json::object exception_json(const DayException& exception) {
    json::object object{{"date", iso_date(exception.date)}, {"is_closed", exception.is_closed}};
    if (!exception.hours.empty()) object["hours"] = hours_json(exception.hours);
    if (exception.places_per_hour) object["places_per_hour"] = *exception.places_per_hour;
    object["reason_id"] = exception.reason_id;
    object["reason_en"] = exception.reason_en;
    return object;
}

json::object documents_json(const DocumentList& list) {
    json::object object{{"service", word_of(list.service)}};
    if (list.for_child) object["for_child"] = true;
    object["items_id"] = lines_json(list.items_id);
    object["items_en"] = lines_json(list.items_en);
    return object;
}

json::object profile_json(const Profile& profile) {
    json::array documents;
    for (const DocumentList& list : profile.documents)
        documents.push_back(documents_json(list));
    return {
        {"name_id", profile.name_id},
        {"name_en", profile.name_en},
        {"city", profile.city},
        {"address", profile.address},
        {"latitude_e6", profile.latitude_e6},
        {"longitude_e6", profile.longitude_e6},
        {"phone", profile.phone},
        {"facilities_id", profile.facilities_id},
        {"facilities_en", profile.facilities_en},
        {"documents", std::move(documents)},
    };
}

}  // namespace

Result<Office, FileFault> parse_office(std::string_view json) {
    const auto value = parse_settings(json);
    if (!value) return fail(value.error());
    std::optional<FileFault> fault;
    Office office = read_office(SettingsNode(*value, "", fault));
    if (fault) return fail(*std::move(fault));

    // The rules want an id, which only the store can give: any stands in for it here.
    office.id = {1};
    const auto checked = scheduling::check(office);
    if (!checked) return fail(FileFault{checked.error().field, checked.error().reason});
    office.id = {};
    return office;
}

std::string write_office(const Office& office) {
    json::array pools;
    for (const Pool& pool : office.pools)
        pools.push_back(pool_json(pool));
    json::array exceptions;
    for (const DayException& exception : office.exceptions) {
        exceptions.push_back(exception_json(exception));
    }
    json::object out{
        {"slug", office.slug},
        {"zone", name_of(office.zone)},
        {"stage", scheduling::name_of(office.stage)},
        {"phone_number_id", office.phone_number_id},
        {"business_account_id", office.business_account_id},
        {"display_phone", office.display_phone},
        {"lead_minutes", office.lead_minutes},
        {"moves_max", office.moves_max},
    };
    if (office.warns_of_brokers) out["warns_of_brokers"] = true;
    out["profile"] = profile_json(office.profile);
    out["pools"] = std::move(pools);
    out["exceptions"] = std::move(exceptions);
    return pretty(out);
}

}  // namespace antre::channels
