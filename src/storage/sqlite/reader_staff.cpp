// What officers ask for: who holds a day, closures, passport cases, the inbox; the waiting list.

#include <algorithm>
#include <set>

#include "storage/closure_json.h"
#include "storage/sqlite/bad_row.h"
#include "storage/sqlite/reader.h"

namespace antre::storage {

std::vector<engine::Holder> Reader::holders_on(OfficeId office, LocalDate day) {
    std::set<engine::Holder> holders;
    for (const PoolId pool : pools_with_places(office)) {
        Query query(statements_.get_holders);
        query.number(office.value).number(pool.value).number(day.days);
        while (query.row()) {
            const BookingId booking{query.number_at<std::uint64_t>(0)};
            const auto row = finder_.row_of(booking);
            if (!row) continue;
            Query contact(statements_.get_booking_contact);
            if (!contact.number(*row).row()) continue;
            holders.insert({booking, {contact.number_at<std::uint64_t>(0)}});
        }
    }
    return {holders.begin(), holders.end()};
}

std::optional<engine::Closure> Reader::closure(OfficeId office, LocalDate day) {
    Query query(statements_.get_closure);
    if (!query.number(office.value).number(day.days).row()) return std::nullopt;
    engine::Closure closure{office, day, {query.number_at<std::int64_t>(0)}, {}};
    closure.moves = decoded(decode_moves(query.bytes_at(1)), "closure of office", office.value);
    return closure;
}

scheduling::PassportCase Reader::case_in(const Query& row) {
    const auto day_at = [&](int column) -> std::optional<LocalDate> {
        if (row.is_null(column)) return std::nullopt;
        return LocalDate{row.number_at<std::int32_t>(column)};
    };
    scheduling::PassportCase passport;
    passport.id = {row.number_at<std::uint64_t>(0)};
    const std::uint64_t id = passport.id.value;
    passport.office = {row.number_at<std::uint32_t>(1)};
    passport.contact = {row.number_at<std::uint64_t>(2)};
    passport.person = {row.number_at<std::uint64_t>(3)};
    passport.service = required(service_named(row.bytes_at(4)), "service of case", id);
    passport.state = required(scheduling::case_state_named(row.bytes_at(5)), "state of case", id);
    passport.version = row.number_at<std::uint32_t>(6);
    passport.opened_on = {row.number_at<std::int32_t>(7)};
    passport.paid_on = day_at(8);
    passport.expected_on = day_at(9);
    passport.ready_on = day_at(10);
    passport.told_uncollected = row.number_at<std::uint8_t>(11);
    passport.is_rating_asked = row.number_at<int>(12) != 0;
    passport.score = row.number_at<std::uint8_t>(13);
    return passport;
}

void Reader::read_due_cases(engine::OfficeState& state) {
    Query query(statements_.get_ready_cases);
    query.number(state.office.id.value);
    while (query.row()) {
        const scheduling::PassportCase passport = case_in(query);
        const auto day = scheduling::due_on(passport);
        if (day) state.due_cases.push_back({*day, passport.id, passport.contact});
    }
    std::sort(state.due_cases.begin(), state.due_cases.end());
}

void Reader::read_waits(engine::OfficeState& state) {
    Query row(statements_.get_waits);
    row.number(state.office.id.value);
    const auto minute_at = [&](int column) -> std::optional<MinuteOfDay> {
        if (row.is_null(column)) return std::nullopt;
        return MinuteOfDay{row.number_at<std::int16_t>(column)};
    };
    while (row.row()) {
        scheduling::Wait wait;
        wait.booking = {row.number_at<std::uint64_t>(0)};
        wait.office = {row.number_at<std::uint32_t>(1)};
        wait.contact = {row.number_at<std::uint64_t>(2)};
        wait.pool = {row.number_at<std::uint32_t>(3)};
        wait.from = {row.number_at<std::int32_t>(4)};
        wait.to = {row.number_at<std::int32_t>(5)};
        wait.time = minute_at(6);
        wait.time_to = minute_at(7);
        wait.party = row.number_at<std::uint8_t>(8);
        const auto audience = row.number_at<std::uint8_t>(9);
        if (audience >= scheduling::audiences) {
            throw BadRow{"audience of waiting " + std::to_string(wait.booking.value)};
        }
        wait.audience = static_cast<scheduling::Audience>(audience);
        wait.joined_at = {row.number_at<std::int64_t>(10)};
        const BookingId offer{row.number_at<std::uint64_t>(11)};
        if (offer.is_set()) wait.offer = offer;
        const auto window = minute_at(13);
        if (window) wait.passed = LocalTime{{row.number_at<std::int32_t>(12)}, *window};
        wait.lapses = row.number_at<std::uint8_t>(14);
        state.waits.push_back(wait);
    }
}

std::optional<engine::Inquiry> Reader::inquiry_in(const Query& row) {
    engine::Inquiry inquiry;
    inquiry.id = {row.number_at<std::uint64_t>(0)};
    inquiry.office = {row.number_at<std::uint32_t>(1)};
    inquiry.contact = {row.number_at<std::uint64_t>(2)};
    inquiry.asked_at = {row.number_at<std::int64_t>(3)};
    inquiry.answered_at = {row.number_at<std::int64_t>(4)};
    if (row.is_null(5)) return std::nullopt;
    auto text = vault_.open(inquiry.contact, {'q', inquiry.id.value}, row.bytes_at(5));
    if (!text) return std::nullopt;
    inquiry.text = Remark(std::move(*text));
    inquiry.verdict = required(
        conversation::verdict_named(row.bytes_at(6)), "verdict on inquiry", inquiry.id.value
    );
    return inquiry;
}

std::vector<engine::Inquiry> Reader::open_inquiries(OfficeId office) {
    std::vector<engine::Inquiry> open;
    Query query(statements_.get_open_inquiries);
    query.number(office.value);
    while (query.row()) {
        if (auto inquiry = inquiry_in(query)) open.push_back(std::move(*inquiry));
    }
    return open;
}

std::optional<engine::Inquiry> Reader::inquiry(InquiryId id) {
    Query query(statements_.get_inquiry);
    if (!query.number(id.value).row()) return std::nullopt;
    return inquiry_in(query);
}

}  // namespace antre::storage
