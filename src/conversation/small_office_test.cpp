#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "conversation/small_office.h"
#include "foundation/assert.h"

namespace antre::conversation {

namespace {

// Reads a flat JSON object of strings, as the wording files are; channels reads them in earnest.
Wording::Table flat_object(const std::string& path) {
    std::ifstream file(path);
    std::stringstream whole;
    whole << file.rdbuf();
    const std::string text = whole.str();
    std::vector<std::string> strings;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '"') continue;
        std::string value;
        for (++i; text[i] != '"'; ++i) {
            if (text[i] != '\\') {
                value += text[i];
                continue;
            }
            ++i;
            value += text[i] == 'n' ? '\n' : text[i];
        }
        strings.push_back(std::move(value));
    }
    Wording::Table table;
    for (std::size_t i = 0; i + 1 < strings.size(); i += 2)
        table[strings[i]] = strings[i + 1];
    return table;
}

scheduling::Pool pool(std::uint32_t id, std::string key, std::vector<Service> services) {
    scheduling::Pool made;
    made.id = PoolId{id};
    made.key = std::move(key);
    made.services = std::move(services);
    for (std::size_t day = 0; day < 4; ++day) {
        made.week[day] = {
            {clock_time(8, 0), clock_time(12, 0)}, {clock_time(13, 0), clock_time(15, 0)}};
    }
    made.week[4] = {{clock_time(8, 0), clock_time(11, 30)}, {clock_time(13, 0), clock_time(15, 0)}};
    return made;
}

}  // namespace

const Wording& wording_of_tree() {
    static const Wording wording(
        flat_object(ANTRE_SOURCE_DIR "/wording/id.json"),
        flat_object(ANTRE_SOURCE_DIR "/wording/en.json")
    );
    return wording;
}

const language::Tables& tables_of_tree() {
    static const language::Tables tables = language::built_in_tables();
    return tables;
}

scheduling::Office south_jakarta() {
    scheduling::Office office;
    office.id = OfficeId{1};
    office.slug = "jakarta-selatan";
    office.stage = scheduling::OfficeStage::live;
    office.display_phone = "6281100000001";
    scheduling::Profile& profile = office.profile;
    profile.name_id = "Kantor Imigrasi Jakarta Selatan";
    profile.name_en = "South Jakarta Immigration Office";
    profile.city = "Jakarta Selatan";
    profile.address = "Jl. Warung Buncit Raya No. 207, Jakarta Selatan";
    profile.latitude_e6 = -6'275'000;
    profile.longitude_e6 = 106'830'000;
    profile.phone = "622179170910";
    profile.facilities_id = "Parkir, kursi roda, ruang laktasi: tersedia.";
    profile.facilities_en = "Parking, wheelchairs, nursing room: available.";
    profile.documents = {
        {Service::new_passport,
         false,
         {"KTP elektronik", "Kartu Keluarga", "akta lahir / buku nikah / ijazah"},
         {"e-KTP", "family card", "birth certificate / marriage book / diploma"}},
        {Service::new_passport,
         true,
         {"KTP kedua orang tua", "Kartu Keluarga", "akta lahir anak", "buku nikah orang tua"},
         {"both parents' e-KTP", "family card", "birth certificate", "parents' marriage book"}},
        {Service::renew, false, {"KTP elektronik", "paspor lama"}, {"e-KTP", "old passport"}},
    };
    office.pools = {
        pool(1, "regular", {Service::new_passport, Service::renew, Service::pickup}),
        pool(2, "lost_damaged", {Service::lost, Service::damaged, Service::data_change})};
    office.pools[1].places_per_hour = 6;
    office.pools[1].first_letter = 'N';
    scheduling::DayException holiday;
    holiday.date = *date_of({2026, 12, 25});
    holiday.reason_id = "Hari Raya Natal";
    holiday.reason_en = "Christmas Day";
    office.exceptions = {holiday};
    return office;
}

SmallOffice::SmallOffice()
    : SmallOffice(south_jakarta()) {}

SmallOffice::SmallOffice(scheduling::Office office)
    : office_(std::move(office)) {
    now_ = *parse_iso_instant("2026-11-24T09:10:00+07:00");
    for (const scheduling::Pool& each : office_.pools) {
        calendars_.emplace_back(office_, each, local_time(now_, office_.zone).date);
    }
}

std::vector<scheduling::Booking> SmallOffice::booked() const {
    std::vector<scheduling::Booking> found;
    for (const scheduling::Booking& each : bookings_) {
        if (each.status == scheduling::BookingStatus::booked) found.push_back(each);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.placement.day, a.placement.window) <
               std::tie(b.placement.day, b.placement.window);
    });
    return found;
}

bool SmallOffice::has_hold() const {
    return std::any_of(bookings_.begin(), bookings_.end(), [](const scheduling::Booking& each) {
        return each.status == scheduling::BookingStatus::held;
    });
}

void SmallOffice::fill_day(LocalDate day) {
    for (scheduling::PoolCalendar& each : calendars_) {
        const scheduling::DayPlan& plan = each.plan_on(day);
        for (std::uint16_t i = 0; i < plan.places(); ++i) {
            each.take(day, scheduling::number_at(plan, i));
        }
    }
}

void SmallOffice::take_next() {
    const auto offer = scheduling::find_place(
        calendars_.front(), {}, local_time(now_ + minutes(office_.lead_minutes), office_.zone)
    );
    ASSERT(offer.has_value());
    take_all(offer->placement);
}

std::vector<Reply> SmallOffice::hear(const Heard& heard) {
    expire_holds();
    ++heard_;
    Turn turn = step(heard);
    std::vector<Reply> replies = turn.replies;
    for (int decisions = 0; turn.proposal && decisions < 3; ++decisions) {
        const Decision decision = decide(*turn.proposal);
        turn = step(decision);
        replies.insert(replies.end(), turn.replies.begin(), turn.replies.end());
    }
    ASSERT(!turn.proposal);
    replied_ += replies.size();
    remember(replies);
    return replies;
}

std::vector<Reply> SmallOffice::say(std::string_view text) {
    const LocalTime local = local_time(now_, office_.zone);
    return hear(Said{
        std::string(text),
        language::understand(text, language_, local, asked_by(talk_, now_), tables_of_tree())});
}

std::vector<Reply> SmallOffice::tap(std::string_view title) {
    for (auto each = buttons_.rbegin(); each != buttons_.rend(); ++each) {
        if (each->first == title) return hear(Tapped{each->second, each->first});
    }
    ADD_FAILURE() << "no button or row is titled " << title;
    return {};
}

Turn SmallOffice::step(const Heard& heard) {
    std::vector<BookingSeen> seen;
    const std::vector<scheduling::Booking> active = booked();
    const LocalDate today = local_time(now_, office_.zone).date;
    for (const scheduling::Booking& each : active) {
        if (each.placement.day >= today) seen.push_back({&each, &office_});
    }
    for (const auto& [office, each] : elsewhere_)
        seen.push_back({&each, office});
    std::vector<WaitSeen> waits;
    if (wait_) waits.push_back({&*wait_, 1, wait_->offer ? booking(*wait_->offer) : nullptr});
    std::vector<OfficeSeen> others;
    for (const auto& [office, calendars] : others_)
        others.push_back({office, calendars});
    hide_unproven(seen, waits);
    const View view{
        office_,
        calendars_,
        seen,
        wording_of_tree(),
        language_,
        is_opted_out_,
        now_,
        local_time(now_, office_.zone),
        cases_,
        waits,
        others,
        FormOffer::none,
        own_data(waits)};
    Turn turn = advance(talk_, heard, view);
    talk_ = turn.talk;
    if (turn.language) language_ = *turn.language;
    if (turn.opted_out) is_opted_out_ = *turn.opted_out;
    return turn;
}

Decision SmallOffice::decide(const Proposal& proposal) {
    if (const auto decision = decide_own_data(proposal)) return *decision;
    if (const auto* wanted = std::get_if<ProposeHold>(&proposal)) return hold(*wanted);
    if (const auto* wanted = std::get_if<ProposeBooking>(&proposal)) return book(*wanted);
    if (const auto* wanted = std::get_if<ProposeCollecting>(&proposal)) return collect(*wanted);
    if (const auto* wanted = std::get_if<ProposeMove>(&proposal)) return move(*wanted);
    if (const auto* wanted = std::get_if<ProposeCancel>(&proposal)) return cancel(wanted->booking);
    if (const auto* wanted = std::get_if<ProposeRelease>(&proposal)) return release(wanted->hold);
    if (const auto* wanted = std::get_if<ProposeRating>(&proposal)) return rate(*wanted);
    if (const auto* wanted = std::get_if<ProposeWait>(&proposal)) return join(*wanted);
    if (const auto* wanted = std::get_if<ProposeLeavingWait>(&proposal)) return leave(*wanted);
    if (const auto* wanted = std::get_if<ProposePassing>(&proposal)) return pass(*wanted);
    if (const auto* said = std::get_if<ProposeVerdict>(&proposal)) {
        return AnswerJudged{said->verdict};
    }
    if (std::holds_alternative<ProposeInquiry>(proposal)) return InquiryHeard{Inbox::kept};
    const auto& wanted = std::get<ProposeReminder>(proposal);
    scheduling::Booking* found = booking(wanted.booking);
    if (found == nullptr) return Refused{scheduling::Refusal::booking_unknown};
    found->wants_reminder = wanted.wants;
    return ReminderSet{*found};
}

Decision SmallOffice::hold(const ProposeHold& proposal) {
    for (scheduling::Booking& each : bookings_) {
        const bool is_offer = wait_ && wait_->offer == each.id;
        if (each.status == scheduling::BookingStatus::held && !is_offer) {
            give_up(each, scheduling::BookingStatus::expired);
        }
    }
    const scheduling::Pool* wanted = scheduling::pool_for(office_, proposal.service);
    if (wanted == nullptr) return Refused{scheduling::Refusal::service_not_offered};
    const auto offer = scheduling::find_place(
        calendar(wanted->id),
        proposal.wish,
        local_time(now_ + minutes(office_.lead_minutes), office_.zone)
    );
    if (!offer) return Refused{offer.error()};
    scheduling::Booking made;
    made.id = BookingId{(++next_id_ * 7'919'711) % scheduling::code_space};
    made.office = office_.id;
    made.service = proposal.service;
    made.placement = offer->placement;
    made.replaces = proposal.moves;
    made.hold_until = now_ + scheduling::hold_time;
    take_all(made.placement);
    bookings_.push_back(made);
    return Held{made, offer->match};
}

Decision SmallOffice::book(const ProposeBooking& proposal) {
    scheduling::Match match = scheduling::Match::as_wished;
    scheduling::Booking* made = nullptr;
    if (proposal.hold) {
        made = booking(*proposal.hold);
        if (made == nullptr || made->status != scheduling::BookingStatus::held) {
            return Refused{scheduling::Refusal::hold_expired};
        }
    } else {
        const Decision held = hold({proposal.service, proposal.wish, std::nullopt});
        if (const auto* refused = std::get_if<Refused>(&held)) return *refused;
        match = std::get<Held>(held).match;
        made = &bookings_.back();
    }
    made->status = scheduling::BookingStatus::booked;
    made->service = proposal.service;
    ++made->version;
    for (const PersonEntry& person : proposal.people) {
        made->people.push_back({PersonId{1}, person.name, person.born});
    }
    EXPECT_EQ(made->people.size(), made->placement.numbers.size());
    Booked booked{*made, match};
    if (proposal.waits_for) booked.waits_at = enlist(*made, *proposal.waits_for).position;
    return booked;
}

Decision SmallOffice::move(const ProposeMove& proposal) {
    scheduling::Booking* held = booking(proposal.hold);
    scheduling::Booking* moved = booking(proposal.booking);
    if (moved == nullptr || moved->status != scheduling::BookingStatus::booked) {
        return Refused{scheduling::Refusal::booking_ended};
    }
    if (held == nullptr || held->status != scheduling::BookingStatus::held) {
        return Refused{scheduling::Refusal::hold_expired};
    }
    const scheduling::Placement before = moved->placement;
    free_all(before);
    moved->placement = held->placement;
    ++moved->version;
    ++moved->moves;
    held->status = scheduling::BookingStatus::expired;
    if (wait_ && wait_->offer == held->id) wait_.reset();
    return Moved{*moved, before};
}

Decision SmallOffice::cancel(BookingId id) {
    scheduling::Booking* found = booking(id);
    if (found == nullptr || found->status != scheduling::BookingStatus::booked) {
        return Refused{scheduling::Refusal::booking_ended};
    }
    give_up(*found, scheduling::BookingStatus::cancelled);
    return Cancelled{*found};
}

Decision SmallOffice::release(BookingId id) {
    scheduling::Booking* found = booking(id);
    if (found == nullptr || found->status != scheduling::BookingStatus::held) {
        return Refused{scheduling::Refusal::hold_expired};
    }
    give_up(*found, scheduling::BookingStatus::expired);
    return Released{};
}

void SmallOffice::give_up(scheduling::Booking& given, scheduling::BookingStatus status) {
    free_all(given.placement);
    given.status = status;
    ++given.version;
}

void SmallOffice::expire_holds() {
    for (scheduling::Booking& each : bookings_) {
        const bool is_over =
            each.status == scheduling::BookingStatus::held && each.hold_until <= now_;
        if (is_over) give_up(each, scheduling::BookingStatus::expired);
    }
}

void SmallOffice::take_all(const scheduling::Placement& placement) {
    for (const scheduling::PlaceNumber number : placement.numbers) {
        ASSERT(calendar(placement.pool).take(placement.day, number));
    }
}

void SmallOffice::free_all(const scheduling::Placement& placement) {
    for (const scheduling::PlaceNumber number : placement.numbers) {
        ASSERT(calendar(placement.pool).release(placement.day, number));
    }
}

scheduling::Booking* SmallOffice::booking(BookingId id) {
    for (scheduling::Booking& each : bookings_) {
        if (each.id == id) return &each;
    }
    return nullptr;
}

scheduling::PoolCalendar& SmallOffice::calendar(PoolId pool) {
    for (scheduling::PoolCalendar& each : calendars_) {
        if (each.pool() == pool) return each;
    }
    defect("a placement names a pool of the office", __FILE__, __LINE__);
}

void SmallOffice::remember(const std::vector<Reply>& replies) {
    for (const Reply& reply : replies) {
        const auto* note = std::get_if<notices::Note>(&reply.content);
        if (note == nullptr) continue;
        for (const notices::Button& each : note->buttons)
            buttons_.emplace_back(each.title, each.id);
        if (!note->menu) continue;
        for (const notices::Row& each : note->menu->rows)
            buttons_.emplace_back(each.title, each.id);
    }
}

}  // namespace antre::conversation
