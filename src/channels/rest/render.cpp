#include "channels/rest/render.h"

#include <boost/json.hpp>

#include "channels/rest/limits.h"
#include "foundation/text.h"
#include "scheduling/place.h"

namespace antre::channels::rest {

namespace {

namespace json = boost::json;

bool takes_bookings(scheduling::OfficeStage stage) {
    return stage == scheduling::OfficeStage::pilot || stage == scheduling::OfficeStage::live;
}

json::object object_of(const OfficeCard& office) {
    return {
        {"slug", office.slug},
        {"name", {{"id", office.name_id}, {"en", office.name_en}}},
        {"city", office.city},
        {"zone", name_of(office.zone)},
        {"whatsapp", office.display_phone},
        {"stage", name_of(office.stage)},
        {"takes_bookings", takes_bookings(office.stage)},
    };
}

json::object object_of(const scheduling::Placement& placement, Zone zone) {
    return {
        {"date", iso_date(placement.day)},
        {"window", iso_local({placement.day, placement.window}, zone)},
    };
}

json::object object_of(const engine::DayRoom& day) {
    json::array hours;
    for (const scheduling::HourRoom& hour : day.hours) {
        hours.push_back(json::object{
            {"from", iso_time(hour.opens)},
            {"to", iso_time(hour.closes)},
            {"free", hour.free},
            {"capacity", hour.capacity},
        });
    }
    return {
        {"date", iso_date(day.day)},
        {"free", day.free},
        {"capacity", day.capacity},
        {"hours", std::move(hours)},
    };
}

// The bytes of the first code point. REQUIRES: valid UTF-8, not empty.
std::string_view first_code_point(std::string_view word) {
    std::size_t end = 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80)
        ++end;
    return word.substr(0, end);
}

}  // namespace

std::string render(const OfficeCard& office) {
    return json::serialize(object_of(office));
}

std::string render(const std::vector<OfficeCard>& offices) {
    json::array list;
    for (const OfficeCard& office : offices)
        list.push_back(object_of(office));
    return json::serialize(json::object{{"offices", std::move(list)}});
}

std::string render(const scheduling::Booking& booking, const OfficeClock& office) {
    json::array numbers;
    for (const scheduling::PlaceNumber number : booking.placement.numbers) {
        numbers.push_back(json::string(scheduling::label_of(number)));
    }
    json::array people;
    for (const scheduling::Person& person : booking.people) {
        people.push_back(json::object{{"initials", initials_of(person.name)}});
    }
    json::object document{
        {"code", scheduling::code_of(booking.id)},
        {"office", office.slug},
        {"service", word_of(booking.service)},
        {"status", name_of(booking.status)},
    };
    for (auto& member : object_of(booking.placement, office.zone))
        document.insert(member);
    document["numbers"] = std::move(numbers);
    document["people_count"] = booking.placement.numbers.size();
    document["people"] = std::move(people);
    document["moves"] = booking.moves;
    return json::serialize(document);
}

std::string render(
    const engine::AvailabilityAnswer& answer,
    const engine::AskAvailability& question,
    const OfficeClock& office
) {
    json::array days;
    for (const engine::DayRoom& day : answer.days)
        days.push_back(object_of(day));
    json::object document{
        {"office", office.slug},
        {"service", word_of(question.service)},
        {"party", question.party},
        {"earliest", nullptr},
        {"days", std::move(days)},
    };
    if (answer.earliest) {
        document["earliest"] = object_of(answer.earliest->placement, office.zone);
    }
    return json::serialize(document);
}

std::string initials_of(const PersonName& name) {
    std::string initials;
    for (const std::string_view word : split(name.reveal(), ' ')) {
        if (word.empty()) continue;
        const std::string_view first = first_code_point(word);
        if (!initials.empty()) initials += ' ';
        if (first.size() == 1 && first[0] >= 'a' && first[0] <= 'z') {
            initials += static_cast<char>(first[0] - 'a' + 'A');
        } else {
            initials += first;
        }
        initials += '.';
    }
    return initials;
}

}  // namespace antre::channels::rest
