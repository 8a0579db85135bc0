#include "storage/event_json.h"

#include <array>
#include <boost/json.hpp>

#include "storage/json_reading.h"
#include "storage/placement_json.h"

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
    EventKind::message_dropped,
    EventKind::day_closed,
    EventKind::day_reopened,
    EventKind::reminders_queued,
    EventKind::case_moved,
    EventKind::rated,
    EventKind::inquiry_kept,
    EventKind::inquiry_answered,
    EventKind::inquiry_judged,
    EventKind::wait_joined,
    EventKind::wait_left,
    EventKind::wait_offered,
    EventKind::wait_passed,
    EventKind::corrected,
    EventKind::erasure_asked,
    EventKind::erasure_undone,
    EventKind::erased,
    EventKind::number_doubted,
    EventKind::number_proven,
    EventKind::number_disowned};

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
