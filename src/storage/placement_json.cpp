#include "storage/placement_json.h"

#include "storage/json_reading.h"

namespace antre::storage {

namespace json = boost::json;

json::object placement_object(const scheduling::Placement& placement, json::storage_ptr memory) {
    json::object out(memory);
    out["pool"] = placement.pool.value;
    out["day"] = iso_date(placement.day);
    out["window"] = iso_time(placement.window);
    json::array numbers(memory);
    for (const scheduling::PlaceNumber number : placement.numbers)
        numbers.emplace_back(scheduling::label_of(number));
    out["numbers"] = std::move(numbers);
    return out;
}

scheduling::Placement placement_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    scheduling::Placement placement;
    placement.pool = PoolId{members.number<std::uint32_t>("pool")};
    const auto day = parse_iso_date(members.text("day"));
    const auto window = parse_iso_time(members.text("window"));
    if (!day) members.wrong("day");
    if (!window) members.wrong("window");
    placement.day = day.value_or(LocalDate{});
    placement.window = window.value_or(MinuteOfDay{});
    for (const std::string& label : members.texts("numbers")) {
        const auto number = scheduling::number_labelled(label);
        if (!number) members.wrong("numbers");
        placement.numbers.push_back(number.value_or(scheduling::PlaceNumber{}));
    }
    return placement;
}

}  // namespace antre::storage
