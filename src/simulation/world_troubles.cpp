// What befalls the world by its seed: offices that change their days, and the troubles of its
// faults.

#include <algorithm>
#include <iterator>
#include <utility>

#include "foundation/assert.h"
#include "simulation/world.h"

namespace antre::simulation {

// The office sets another capacity for days to come, closes a day far away in its calendar, or must
// close one at short notice, for which people have places.
void World::change_an_office() {
    const engine::OfficeBooks* books = machine_->offices();
    if (books == nullptr || books->all().empty()) return;
    const auto chosen = std::next(
        books->all().begin(), static_cast<std::ptrdiff_t>(random_.below(books->all().size()))
    );
    scheduling::Office office = chosen->second.office();
    const LocalDate today = local_time(now_, office.zone).date;
    engine::Command command;
    command.chance = random_.chance();
    command.body = engine::PutOffice{office};
    switch (random_.below(3)) {
    case 0:
        office.pools.front().places_per_hour = static_cast<std::uint16_t>(4 + random_.below(8));
        command.body = engine::PutOffice{office};
        break;
    case 1: {
        scheduling::DayException closed;
        closed.date = today + 60;
        closed.reason_id = "Libur";
        if (scheduling::exception_on(office, closed.date) != nullptr) return;
        office.exceptions.push_back(closed);
        std::sort(office.exceptions.begin(), office.exceptions.end(), [](auto& a, auto& b) {
            return a.date < b.date;
        });
        command.body = engine::PutOffice{office};
        break;
    }
    default: {
        engine::CloseDay closing;
        closing.day = today + static_cast<std::int32_t>(random_.below(8));
        closing.resolve = engine::Resolve::confirm;
        command.office = office.id;
        command.body = engine::StaffAct{closing};
    }
    }
    std::ignore = machine_->request(command, "office " + iso_instant(now_));
}

void World::recur(std::uint32_t every_hours, Trouble trouble) {
    if (every_hours == 0) return;
    const Milliseconds wait{
        static_cast<std::int64_t>(random_.below(2ull * every_hours * 3'600'000) + 1)};
    agenda_.at(now_ + wait, [this, every_hours, trouble = std::move(trouble)] {
        if (is_healed_) return;
        trouble();
        recur(every_hours, trouble);
    });
}

void World::plan_troubles() {
    const Disasters& disasters = faults_.disasters;
    const auto soon = [this] { return seconds(static_cast<std::int64_t>(1 + random_.below(60))); };
    recur(disasters.kill_every_hours, [this, soon] {
        machine_->kill(static_cast<DeathPoint>(random_.below(death_points)), soon());
    });
    recur(disasters.power_every_hours, [this, soon] {
        machine_->plan_disk_fault(storage::DiskFault::power_loss, 1 + random_.below(80), soon());
    });
    recur(disasters.restart_every_hours, [this] { machine_->stop(); });
    recur(disasters.disk_error_every_hours, [this, soon] {
        const auto fault =
            random_.one_in(2) ? storage::DiskFault::write_error : storage::DiskFault::sync_error;
        machine_->plan_disk_fault(fault, 1 + random_.below(80), soon());
    });
    recur(disasters.disk_full_every_hours, [this] {
        ++figures_.disks_full;
        machine_->plan_disk_fault(storage::DiskFault::disk_full, 1, seconds(20));
        agenda_.at(now_ + minutes(5), [this] { machine_->heal_disk(); });
    });
    recur(disasters.outage_every_hours, [this] {
        ++figures_.outages;
        machine_->kill(DeathPoint::at_once, hours(static_cast<std::int64_t>(1 + random_.below(8))));
    });
    recur(disasters.token_every_hours, [this] {
        ++figures_.tokens_expired;
        std::ignore = cloud_.change_chaos({{"token_expired", true}}, now_);
        for (int minute = 1; minute < 10; ++minute) {
            const std::uint64_t number = random_.next();
            agenda_.at(now_ + minutes(minute), [this, number] { meddle(number); });
        }
        agenda_.at(now_ + minutes(10), [this] {
            std::ignore = cloud_.change_chaos({{"token_expired", false}}, now_);
        });
    });
    const auto changed = cloud_.change_chaos(whatsapp_cloud::to_json(faults_.chaos), now_);
    ASSERT(changed);
}

}  // namespace antre::simulation
