#include "storage/event_json.h"

#include <array>
#include <boost/json.hpp>

#include "scheduling/place.h"
#include "storage/json_reading.h"

namespace antre::storage {

namespace json = boost::json;

namespace {

using engine::Event;
using engine::EventKind;

constexpr std::array all_kinds{
    EventKind::held,
    EventKind::released,
    EventKind::expired,
    EventKind::booked,
    EventKind::moved,
    EventKind::cancelled,
    EventKind::office_set,
    EventKind::contact_linked,
    EventKind::opted_out,
    EventKind::opted_in,
    EventKind::message_failed,
    EventKind::message_dropped};

// {"pool":1,"day":"2026-11-27","window":"08:20","numbers":["A-017"]}
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

}  // namespace

std::optional<EventKind> event_kind_named(std::string_view name) {
    for (const EventKind kind : all_kinds) {
        if (name == engine::name_of(kind)) return kind;
    }
    return std::nullopt;
}

std::string encode_event(const Event& event) {
    std::array<unsigned char, 2048> buffer;
    json::monotonic_resource arena(buffer.data(), buffer.size());
    const json::storage_ptr memory(&arena);
    json::object out(memory);
    out.reserve(8);
    if (event.booking.is_set()) out["booking"] = event.booking.value;
    if (event.contact.is_set()) out["contact"] = event.contact.value;
    if (event.message.is_set()) out["message"] = event.message.value;
    if (event.people != 0) out["people"] = event.people;
    if (event.service) out["service"] = word_of(*event.service);
    if (event.from) out["from"] = placement_object(*event.from, memory);
    if (event.to) out["to"] = placement_object(*event.to, memory);
    if (!event.detail.empty()) out["detail"] = event.detail;
    return json::serialize(out);
}

Result<Event, std::string> decode_event(EventKind kind, std::string_view text) {
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error || !value.is_object()) return fail(std::string("the event is not a JSON object"));
    std::string fault;
    JsonObject members(value.get_object(), fault);
    Event event;
    event.kind = kind;
    event.booking = BookingId{members.number_if<std::uint64_t>("booking").value_or(0)};
    event.contact = ContactId{members.number_if<std::uint64_t>("contact").value_or(0)};
    event.message = MessageId{members.number_if<std::uint64_t>("message").value_or(0)};
    event.people = members.number_if<std::uint8_t>("people").value_or(0);
    if (members.has("service")) {
        event.service = service_named(members.text("service"));
        if (!event.service) members.wrong("service");
    }
    if (members.has("from")) event.from = placement_in(members.object("from"), fault);
    if (members.has("to")) event.to = placement_in(members.object("to"), fault);
    event.detail = members.text_or_empty("detail");
    if (!fault.empty()) return fail(std::move(fault));
    return event;
}

}  // namespace antre::storage
