#include "simulation/offices.h"

#include "foundation/assert.h"

namespace antre::simulation {

namespace {

using scheduling::Pool;

Pool pool(std::uint32_t id, std::string key, std::vector<Service> services, Random& random) {
    Pool made;
    made.id = {id};
    made.key = std::move(key);
    made.services = std::move(services);
    for (std::size_t day = 0; day < 5; ++day) {
        made.week[day] = {
            {clock_time(8, 0), clock_time(12, 0)}, {clock_time(13, 0), clock_time(15, 0)}};
    }
    made.week[4] = {{clock_time(8, 0), clock_time(11, 30)}, {clock_time(13, 0), clock_time(15, 0)}};
    made.places_per_hour = static_cast<std::uint16_t>(4 + random.below(8));
    made.window_minutes = static_cast<std::int16_t>(10 + 5 * random.below(3));
    made.walk_in_percent = static_cast<std::uint8_t>(random.below(2) * 10);
    made.priority_percent = static_cast<std::uint8_t>(random.below(2) * 10);
    made.first_letter = static_cast<char>('A' + (id - 1) * 8);
    return made;
}

scheduling::Office draw_office(std::int32_t number, LocalDate first_day, Random& random) {
    const std::string digits = std::to_string(number);
    scheduling::Office office;
    office.slug = "office-" + digits;
    office.zone = static_cast<Zone>(number % 3);
    office.stage = scheduling::OfficeStage::live;
    office.phone_number_id = std::to_string(301'000'000'000'000 + number);
    office.business_account_id = business_account;
    office.display_phone = std::to_string(15'550'200'000 + number);
    office.profile.name_id = "Kantor Imigrasi " + digits;
    office.profile.name_en = "Immigration Office " + digits;
    office.profile.city = "Kota " + digits;
    office.profile.address = "Jl. Contoh No. " + digits;
    office.profile.phone = office.display_phone;
    office.pools.push_back(pool(1, "regular", {Service::new_passport, Service::renew}, random));
    office.pools.push_back(pool(2, "lost_damaged", {Service::lost, Service::damaged}, random));
    scheduling::DayException closed;
    closed.date = first_day + static_cast<std::int32_t>(1 + random.below(6));
    closed.reason_id = "Libur";
    closed.reason_en = "Holiday";
    office.exceptions = {closed};
    scheduling::Office with_id = office;  // a new office gets its id from the engine
    with_id.id = {1};
    ASSERT(scheduling::check(with_id));
    return office;
}

}  // namespace

std::vector<scheduling::Office>
draw_offices(std::int32_t count, LocalDate first_day, Random& random) {
    std::vector<scheduling::Office> offices;
    for (std::int32_t number = 1; number <= count; ++number)
        offices.push_back(draw_office(number, first_day, random));
    return offices;
}

}  // namespace antre::simulation
