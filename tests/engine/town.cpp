#include "engine/town.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>
#include <utility>
#include <variant>

#include "conversation/small_office.h"
#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::stories {

namespace {

const Instant tuesday_at_seven = *parse_iso_instant("2026-11-24T07:00:00+07:00");

scheduling::DayException open_on(LocalDate date, int from, int to) {
    scheduling::DayException day;
    day.date = date;
    day.is_closed = false;
    day.hours = {{clock_time(from, 0), clock_time(to, 0)}};
    return day;
}

scheduling::Office small(std::string slug, std::string number, std::uint16_t places_per_hour) {
    scheduling::Office office;
    office.slug = std::move(slug);
    office.stage = scheduling::OfficeStage::live;
    office.phone_number_id = std::move(number);
    office.lead_minutes = 30;
    scheduling::Pool pool;
    pool.id = {1};
    pool.key = "regular";
    pool.services = {Service::new_passport, Service::renew};
    pool.places_per_hour = places_per_hour;
    office.pools = {pool};
    return office;
}

std::vector<scheduling::Office> two_offices() {
    const LocalDate tuesday = local_time(tuesday_at_seven, Zone::wib).date;
    scheduling::Office first = small("jakarta", "301", 6);
    first.profile.name_id = "Kanim Jakarta";
    first.profile.name_en = "Jakarta Office";
    first.exceptions = {open_on(tuesday, 8, 10), open_on(tuesday + 1, 8, 9)};
    scheduling::Office second = small("denpasar", "302", 2);
    second.zone = Zone::wita;
    second.exceptions = {open_on(tuesday + 1, 8, 9)};
    return {first, second};
}

engine::Speech speech() {
    return {conversation::tables_of_tree(), conversation::wording_of_tree()};
}

}  // namespace

// ---- the town
// ------------------------------------------------------------------------------------

Town::Town()
    : now_(tuesday_at_seven) {
    engine_ = another_engine();
    std::vector<engine::Command> commands;
    for (scheduling::Office& office : two_offices())
        commands.push_back(stamped(engine::PutOffice{std::move(office)}));
    const auto opened = handle(*engine_, std::move(commands));
    ASSERT((opened == std::vector<std::string>{"office 1", "office 2"}));
    // What a new office has to catch up with (tomorrow's reminders) is behind us.
    ASSERT((handle(*engine_, {stamped(engine::PassTime{})}) == std::vector<std::string>{"done"}));
}

std::unique_ptr<engine::Engine> Town::another_engine() {
    // The engine keeps a reference to its speech.
    static const engine::Speech speech_of_tree = speech();
    return std::make_unique<engine::Engine>(store_, speech_of_tree, engine::EngineOptions{});
}

void Town::restart() {
    engine_ = another_engine();
    ASSERT(engine_->load(now_).has_value());
}

Town::Person& Town::person(const std::string& name) {
    const auto found = people_.find(name);
    if (found != people_.end()) return found->second;
    const auto number = static_cast<std::int32_t>(people_.size()) + 1;
    Person made;
    made.name = name;
    made.phone = std::to_string(6'281'200'000'000 + number);
    made.born = LocalDate{7'000 + number};
    return people_.emplace(name, std::move(made)).first->second;
}

engine::Identity Town::whatsapp_of(const std::string& name) {
    const std::string phone = person(name).phone;
    return {UserKey("ID." + phone), PhoneNumber(phone)};
}

engine::Command Town::stamped(engine::Body body, OfficeId office) {
    engine::Command command;
    command.office = office;
    command.at = now_;
    command.chance = random_.chance();
    command.body = std::move(body);
    return command;
}

}  // namespace antre::stories
