#include "storage/office_json.h"

#include <boost/json.hpp>

#include "foundation/service.h"
#include "storage/json_reading.h"

namespace antre::storage {

namespace json = boost::json;

namespace {

using scheduling::DayException;
using scheduling::DocumentList;
using scheduling::Office;
using scheduling::OpenHours;
using scheduling::Pool;
using scheduling::Profile;

// ---- writing -----------------------------------------------------------------------------------

json::array texts_array(const std::vector<std::string>& texts) {
    return json::array(texts.begin(), texts.end());
}

// Minutes of the day in pairs: [480,720,780,900].
json::array hours_array(const std::vector<OpenHours>& hours) {
    json::array out;
    for (const OpenHours& each : hours) {
        out.emplace_back(each.opens.value);
        out.emplace_back(each.closes.value);
    }
    return out;
}

json::object pool_object(const Pool& pool) {
    json::object out;
    out["id"] = pool.id.value;
    out["key"] = pool.key;
    json::array services;
    for (const Service service : pool.services)
        services.emplace_back(word_of(service));
    out["services"] = std::move(services);
    json::array week;
    for (const std::vector<OpenHours>& day : pool.week)
        week.push_back(hours_array(day));
    out["week"] = std::move(week);
    out["places_per_hour"] = pool.places_per_hour;
    out["window_minutes"] = pool.window_minutes;
    out["walk_in_percent"] = pool.walk_in_percent;
    out["priority_percent"] = pool.priority_percent;
    out["first_letter"] = std::string(1, pool.first_letter);
    return out;
}

json::object exception_object(const DayException& exception) {
    json::object out;
    out["date"] = iso_date(exception.date);
    out["is_closed"] = exception.is_closed;
    out["hours"] = hours_array(exception.hours);
    if (exception.places_per_hour) out["places_per_hour"] = *exception.places_per_hour;
    out["reason_id"] = exception.reason_id;
    out["reason_en"] = exception.reason_en;
    if (exception.is_sudden) out["is_sudden"] = true;
    return out;
}

json::object profile_object(const Profile& profile) {
    json::object out;
    out["name_id"] = profile.name_id;
    out["name_en"] = profile.name_en;
    out["city"] = profile.city;
    out["address"] = profile.address;
    out["latitude_e6"] = profile.latitude_e6;
    out["longitude_e6"] = profile.longitude_e6;
    out["phone"] = profile.phone;
    out["facilities_id"] = profile.facilities_id;
    out["facilities_en"] = profile.facilities_en;
    json::array documents;
    for (const DocumentList& list : profile.documents) {
        json::object each;
        each["service"] = word_of(list.service);
        each["for_child"] = list.for_child;
        each["items_id"] = texts_array(list.items_id);
        each["items_en"] = texts_array(list.items_en);
        documents.push_back(std::move(each));
    }
    out["documents"] = std::move(documents);
    return out;
}

// ---- reading -----------------------------------------------------------------------------------

const json::object&
object_of(const json::value& value, JsonObject& members, std::string_view name) {
    static const json::object nothing;
    if (value.is_object()) return value.get_object();
    members.wrong(name);
    return nothing;
}

std::vector<OpenHours> hours_in(const json::value& value, JsonObject& members) {
    std::vector<OpenHours> hours;
    const json::array* minutes = value.if_array();
    if (minutes == nullptr || minutes->size() % 2 != 0) {
        members.wrong("hours");
        return hours;
    }
    const auto minute = [&](std::size_t at) {
        boost::system::error_code error;
        const auto number = (*minutes)[at].to_number<std::int16_t>(error);
        if (error) members.wrong("hours");
        return MinuteOfDay{number};
    };
    for (std::size_t i = 0; i < minutes->size(); i += 2)
        hours.push_back({minute(i), minute(i + 1)});
    return hours;
}

Service service_in(std::string_view word, JsonObject& members) {
    const auto service = service_named(word);
    if (!service) members.wrong("service");
    return service.value_or(Service::new_passport);
}

Pool pool_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    Pool pool;
    pool.id = PoolId{members.number<std::uint32_t>("id")};
    pool.key = members.text("key");
    for (const std::string& word : members.texts("services"))
        pool.services.push_back(service_in(word, members));
    const json::array& week = members.array("week");
    if (week.size() != pool.week.size()) members.wrong("week");
    for (std::size_t day = 0; day < pool.week.size() && day < week.size(); ++day)
        pool.week[day] = hours_in(week[day], members);
    pool.places_per_hour = members.number<std::uint16_t>("places_per_hour");
    pool.window_minutes = members.number<std::int16_t>("window_minutes");
    pool.walk_in_percent = members.number<std::uint8_t>("walk_in_percent");
    pool.priority_percent = members.number<std::uint8_t>("priority_percent");
    const std::string letter = members.text("first_letter");
    if (letter.size() == 1) {
        pool.first_letter = letter.front();
    } else {
        members.wrong("first_letter");
    }
    return pool;
}

DayException exception_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    DayException exception;
    const auto date = parse_iso_date(members.text("date"));
    if (!date) members.wrong("date");
    exception.date = date.value_or(LocalDate{});
    exception.is_closed = members.flag("is_closed");
    exception.hours = hours_in(members.array("hours"), members);
    exception.places_per_hour = members.number_if<std::uint16_t>("places_per_hour");
    exception.reason_id = members.text("reason_id");
    exception.reason_en = members.text("reason_en");
    exception.is_sudden = members.has("is_sudden") && members.flag("is_sudden");
    return exception;
}

Profile profile_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    Profile profile;
    profile.name_id = members.text("name_id");
    profile.name_en = members.text("name_en");
    profile.city = members.text("city");
    profile.address = members.text("address");
    profile.latitude_e6 = members.number<std::int32_t>("latitude_e6");
    profile.longitude_e6 = members.number<std::int32_t>("longitude_e6");
    profile.phone = members.text("phone");
    profile.facilities_id = members.text("facilities_id");
    profile.facilities_en = members.text("facilities_en");
    for (const json::value& each : members.array("documents")) {
        JsonObject list(object_of(each, members, "documents"), fault);
        DocumentList documents;
        documents.service = service_in(list.text("service"), list);
        documents.for_child = list.flag("for_child");
        documents.items_id = list.texts("items_id");
        documents.items_en = list.texts("items_en");
        profile.documents.push_back(std::move(documents));
    }
    return profile;
}

}  // namespace

std::string encode_office(const Office& office) {
    json::object out;
    out["id"] = office.id.value;
    out["slug"] = office.slug;
    out["zone"] = name_of(office.zone);
    out["stage"] = scheduling::name_of(office.stage);
    out["phone_number_id"] = office.phone_number_id;
    out["business_account_id"] = office.business_account_id;
    out["display_phone"] = office.display_phone;
    out["profile"] = profile_object(office.profile);
    json::array pools;
    for (const Pool& pool : office.pools)
        pools.push_back(pool_object(pool));
    out["pools"] = std::move(pools);
    json::array exceptions;
    for (const DayException& exception : office.exceptions)
        exceptions.push_back(exception_object(exception));
    out["exceptions"] = std::move(exceptions);
    out["lead_minutes"] = office.lead_minutes;
    out["moves_max"] = office.moves_max;
    out["warns_of_brokers"] = office.warns_of_brokers;
    return json::serialize(out);
}

Result<Office, std::string> decode_office(std::string_view text) {
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error || !value.is_object()) return fail(std::string("the office is not a JSON object"));
    std::string fault;
    JsonObject members(value.get_object(), fault);
    Office office;
    office.id = OfficeId{members.number<std::uint32_t>("id")};
    office.slug = members.text("slug");
    const auto zone = zone_named(members.text("zone"));
    const auto stage = scheduling::stage_named(members.text("stage"));
    if (!zone) members.wrong("zone");
    if (!stage) members.wrong("stage");
    office.zone = zone.value_or(Zone::wib);
    office.stage = stage.value_or(scheduling::OfficeStage::candidate);
    office.phone_number_id = members.text("phone_number_id");
    office.business_account_id = members.text("business_account_id");
    office.display_phone = members.text("display_phone");
    office.profile = profile_in(members.object("profile"), fault);
    for (const json::value& pool : members.array("pools"))
        office.pools.push_back(pool_in(object_of(pool, members, "pools"), fault));
    for (const json::value& each : members.array("exceptions"))
        office.exceptions.push_back(exception_in(object_of(each, members, "exceptions"), fault));
    office.lead_minutes = members.number<std::int16_t>("lead_minutes");
    office.moves_max = members.number<std::uint8_t>("moves_max");
    office.warns_of_brokers = members.flag("warns_of_brokers");
    if (!fault.empty()) return fail(std::move(fault));
    return office;
}

}  // namespace antre::storage
