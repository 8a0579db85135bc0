#include "simulation/world.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "foundation/assert.h"
#include "simulation/limits.h"
#include "simulation/offices.h"
#include "whatsapp_cloud/json.h"

namespace antre::simulation {

namespace json = whatsapp_cloud::json;
using whatsapp_cloud::object_of;
using whatsapp_cloud::text_of;

namespace {

// Monday, 30 November 2026, 00:00 WIB.
constexpr LocalDate first_day{20'787};

whatsapp_cloud::CloudOptions
cloud_options(const std::vector<scheduling::Office>& offices, std::uint64_t seed) {
    whatsapp_cloud::CloudOptions options;
    whatsapp_cloud::AppOptions app;
    app.secret = app_secret;
    app.callback_url = "http://antre.invalid/webhook";
    app.verify_token = "verify";
    options.apps = {app};
    for (const scheduling::Office& office : offices) {
        options.numbers.push_back(
            {office.phone_number_id,
             office.display_phone,
             office.business_account_id,
             office.profile.name_id}
        );
    }
    options.access_tokens = {access_token};
    options.seed = seed;
    options.recording = whatsapp_cloud::Recording::phones;
    return options;
}

}  // namespace

World::World(Options options)
    : options_(options)
    , random_(options.seed)
    , now_(instant_of({first_day, clock_time(0, 0)}, Zone::wib))
    , end_(now_ + days(options.days))
    , faults_(draw_faults(options.faults, random_))
    , offices_(draw_offices(options.offices, first_day, random_))
    , ledger_(verdict_, tape_)
    , cloud_(cloud_options(offices_, random_.next())) {
    ASSERT(weekday_of(first_day) == Weekday::monday);
    machine_ = std::make_unique<Machine>(
        Machine::Around{now_, agenda_, cloud_, ledger_, verdict_, tape_, figures_, faults_},
        random_.next(),
        offices_
    );
    citizens_ = std::make_unique<Citizens>(
        Citizens::Around{now_, agenda_, cloud_, figures_}, random_.next()
    );
}

World::~World() {
    agenda_.clear();
}

// ---- the clock -------------------------------------------------------------------------------

void World::deliver() {
    const auto webhooks = cloud_.due(now_);
    if (webhooks.empty()) return;
    const auto statuses = machine_->receive(webhooks);
    for (std::size_t i = 0; i < webhooks.size(); ++i) {
        whatsapp_cloud::Outcome outcome;
        outcome.status = statuses[i];
        if (!statuses[i]) outcome.error = "no answer";
        std::ignore = cloud_.delivered(webhooks[i].id, outcome, now_);
    }
}

void World::look_at_phones() {
    for (const whatsapp_cloud::Event& event : cloud_.take_events()) {
        if (event.kind == whatsapp_cloud::EventKind::chaos) {
            const std::string_view trick = text_of(event.data, "happened");
            if (!trick.empty()) ++figures_.chaos[std::string(trick)];
        }
        if (event.kind != whatsapp_cloud::EventKind::message) continue;
        const json::object& message = object_of(event.data, "message");
        if (text_of(message, "direction") != "out") continue;
        const std::string wa_id(text_of(event.data, "wa_id"));
        const auto citizen = citizens_->see(wa_id, message);
        if (!citizen) continue;
        ++figures_.by_day[local_time(now_, Zone::wib).date].sent;
        ledger_.messages().accepted(text_of(message, "opaque"), *citizen, now_);
    }
}

void World::step(Instant until) {
    Instant next = until;
    for (const auto due : {agenda_.next(), cloud_.next_due(), machine_->next_due()}) {
        if (due) next = std::min(next, *due);
    }
    now_ = std::max(now_, next);
    verdict_.now(now_);
    agenda_.run(now_);
    deliver();
    machine_->pass();
    look_at_phones();
}

void World::run_until(Instant until) {
    while (now_ < until)
        step(until);
}

// ---- what happens ----------------------------------------------------------------------------

void World::plan_day(std::int32_t day) {
    const LocalDate date = first_day + day;
    const bool is_weekend = weekday_of(date) >= Weekday::saturday;
    const std::uint64_t people = is_weekend ? 10 : 50;
    for (const scheduling::Office& office : offices_) {
        for (std::uint64_t i = 0; i < people; ++i) {
            // Most write between six and noon.
            const std::uint64_t minute =
                random_.one_in(3) ? random_.below(1'440) : 360 + random_.below(360);
            citizens_->arrive(
                office.phone_number_id,
                instant_of({date, clock_time(0, 0)}, Zone::wib) +
                    seconds(static_cast<std::int64_t>(minute * 60 + random_.below(60)))
            );
        }
    }
    plan_requests(instant_of({date, clock_time(0, 0)}, Zone::wib));
    if (random_.one_in(3)) {
        agenda_.at(now_ + hours(static_cast<std::int64_t>(random_.below(24))), [this] {
            if (!is_healed_) change_an_office();
        });
    }
}

void World::plan_requests(Instant begin) {
    for (std::uint64_t i = 0; i < 10 * offices_.size(); ++i) {
        const std::uint64_t number = random_.next();
        const Instant at = begin + seconds(static_cast<std::int64_t>(random_.below(86'400)));
        agenda_.at(at, [this, at, number] { request(at, 0, number); });
        agenda_.at(at + hours(1), [this, number] { meddle(number); });
    }
}

// Somebody moves or cancels over REST what was booked by message minutes ago: its ticket may still
// be on its way.
void World::meddle(std::uint64_t number) {
    if (is_healed_) return;
    const scheduling::Booking* latest = nullptr;
    for (const auto& [id, booking] : ledger_.bookings().all()) {
        const bool is_booked = booking.status == scheduling::BookingStatus::booked;
        if (!is_booked || booking.people.empty() || !booking.people.front().born) continue;
        if (latest == nullptr || booking.created_at > latest->created_at) latest = &booking;
    }
    if (latest == nullptr || now_ - latest->created_at > minutes(15)) return;
    Random draw(number);
    const engine::Proof proof{latest->id, *latest->people.front().born};
    engine::Command command;
    command.chance = draw.chance();
    command.office = latest->office;
    command.body = engine::MoveBooking{proof, {}};
    if (draw.one_in(3)) command.body = engine::CancelBooking{proof};
    std::ignore = machine_->request(command, "meddle " + std::to_string(number));
}

// A program asks over REST with one idempotency key, again until it is answered, and now and then
// once more although it was.
void World::request(Instant first, std::uint32_t attempt, std::uint64_t number) {
    Random draw(number);
    const std::uint64_t what = draw.below(4);
    engine::Command command;
    command.chance = draw.chance();
    std::size_t about = asked_.size();
    if (what < 2 || asked_.empty()) {
        engine::Book book;
        book.phone = PhoneNumber("1557" + std::to_string(1'000'000 + number % 9'000'000));
        book.people.push_back({PersonName("program " + std::to_string(number)), LocalDate{10'000}});
        book.wish.party = 1;
        command.office = {static_cast<std::uint32_t>(1 + draw.below(offices_.size()))};
        asked_.push_back(
            {command.office, book.people.front().name.reveal(), LocalDate{10'000}, std::nullopt}
        );
        command.body = std::move(book);
    } else {
        about = draw.below(asked_.size());
        const Asked& asked = asked_[about];
        if (!asked.booking) return;
        command.office = asked.office;
        const engine::Proof proof{*asked.booking, asked.born};
        if (what == 2) command.body = engine::MoveBooking{proof, {}};
        if (what == 3) command.body = engine::CancelBooking{proof};
    }
    const std::string key = std::to_string(number);
    const auto answer = machine_->request(command, key);
    const auto* booked = answer ? std::get_if<engine::BookingAnswer>(&*answer) : nullptr;
    if (booked != nullptr && about < asked_.size()) asked_[about].booking = booked->booking.id;
    const bool asks_again = !answer || (attempt == 0 && draw.one_in(5));
    if (!asks_again || now_ - first > hours(12)) return;
    agenda_.at(now_ + seconds(30), [this, command, key] {
        std::ignore = machine_->request(command, key);
    });
}

// ---- the end ---------------------------------------------------------------------------------

void World::heal() {
    is_healed_ = true;
    citizens_->rest();
    cloud_.reset_chaos(now_);
    machine_->heal_disk();
    machine_->be_spared();
    faults_.store = {};
    faults_.unreachable_percent = 0;
}

// I17: with nothing more going wrong, everything that waits comes to its end.
void World::settle() {
    const Instant latest = now_ + calm_wait_max;
    const auto is_settled = [&] {
        return machine_->is_up() && cloud_.webhooks_waiting() == 0 &&
               machine_->messages_waiting() == 0 && ledger_.messages().pending() == 0;
    };
    run_until(now_ + hours(1));
    while (now_ < latest && !is_settled())
        run_until(now_ + minutes(10));
    verdict_.looked("I17");
    if (!machine_->is_up()) return verdict_.broken("I17", "the server does not come back");
    if (cloud_.webhooks_waiting() > 0) verdict_.broken("I17", "webhooks are never taken");
    if (machine_->messages_waiting() > 0 || ledger_.messages().pending() > 0) {
        verdict_.broken("I17", "messages wait for ever");
    }
    if (machine_->messages_waiting() != ledger_.messages().pending()) {
        verdict_.broken("I15", "the outbox in memory is not the one in the store");
    }
    for (const auto& [id, booking] : ledger_.bookings().all()) {
        const bool is_held = booking.status == scheduling::BookingStatus::held;
        if (is_held && booking.hold_until + minutes(2) < now_) {
            verdict_.broken("I17", "booking " + std::to_string(id.value) + " is held for ever");
        }
    }
}

void World::say_farewell() {
    citizens_->ask_for_menu(50);
    run_until(now_ + minutes(30));
    verdict_.looked("I17");
    const std::size_t unanswered = citizens_->unanswered();
    if (unanswered > 0) {
        verdict_.broken("I17", std::to_string(unanswered) + " people asked and saw no answer");
    }
    if (machine_->store() != nullptr) ledger_.compare_all(*machine_->store(), now_);
}

Outcome World::take_outcome() {
    Outcome outcome;
    outcome.options = options_;
    outcome.figures = figures_;
    outcome.verdict = verdict_;
    outcome.bookings = ledger_.bookings().counts();
    outcome.commits = ledger_.commits();
    outcome.repeats = ledger_.commands().repeats();
    outcome.messages_queued = ledger_.messages().queued();
    outcome.messages_sent = ledger_.messages().sent();
    outcome.messages_sent_again = ledger_.messages().sent_again();
    outcome.messages_dropped = ledger_.messages().dropped();
    outcome.messages_failed = ledger_.messages().failed();
    outcome.places_offered = ledger_.waits().offered();
    outcome.places_held = ledger_.places_held();
    outcome.ended_at = now_;
    outcome.tape = tape_.digest();
    return outcome;
}

void World::note_day(LocalDate day) {
    // The counts so far; a day's own are the difference to the days before.
    const BookingsCheck::Counts& counts = ledger_.bookings().counts();
    DayFigures before;
    for (const auto& [date, figures] : figures_.by_day) {
        if (date == day) continue;
        before.booked += figures.booked;
        before.moved += figures.moved;
        before.cancelled += figures.cancelled;
    }
    DayFigures& figures = figures_.by_day[day];
    figures.booked = counts.booked - before.booked;
    figures.moved = counts.moved - before.moved;
    figures.cancelled = counts.cancelled - before.cancelled;
    if (machine_->store() != nullptr) ledger_.verify_journal(*machine_->store());
}

Outcome World::run(const DayDone& day_done) {
    verdict_.now(now_);
    machine_->start();
    plan_troubles();
    for (std::int32_t day = 0; day < options_.days; ++day) {
        plan_day(day);
        run_until(instant_of({first_day + day + 1, clock_time(0, 0)}, Zone::wib));
        note_day(first_day + day);
        if (day_done) day_done(day + 1);
    }
    heal();
    settle();
    say_farewell();
    return take_outcome();
}

}  // namespace antre::simulation
