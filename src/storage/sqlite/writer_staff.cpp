// Rows that officers' acts change: closures, reminders, passport cases, the inbox; the waiting
// list.

#include "storage/closure_json.h"
#include "storage/sqlite/query.h"
#include "storage/sqlite/writer.h"

namespace antre::storage {

Writer::Clash Writer::put(const engine::PutClosure& change, const engine::Commit&) {
    const engine::Closure& closure = change.closure;
    const std::string moves = encode_moves(closure.moves);
    Query(statements_.put_closure)
        .number(closure.office.value)
        .number(closure.day.days)
        .number(closure.closed_at.ms)
        .text(moves)
        .run();
    return {};
}

Writer::Clash Writer::put(const engine::MarkReminded& change, const engine::Commit&) {
    Query(statements_.mark_reminded).number(change.office.value).number(change.day.days).run();
    return {};
}

Writer::Clash Writer::put(const engine::PutCase& change, const engine::Commit&) {
    const scheduling::PassportCase& passport = change.passport;
    Query query(statements_.put_case);
    query.number(passport.id.value)
        .number(passport.office.value)
        .number(passport.contact.value)
        .number(passport.person.value)
        .word(word_of(passport.service))
        .word(scheduling::name_of(passport.state))
        .number(passport.version)
        .number(passport.opened_on.days);
    for (const auto& day : {passport.paid_on, passport.expected_on, passport.ready_on})
        day ? query.number(day->days) : query.nothing();
    query.number(passport.told_uncollected)
        .number(passport.is_rating_asked ? 1 : 0)
        .number(passport.score)
        .run();
    return {};
}

Writer::Clash Writer::put(const engine::PutInquiry& change, const engine::Commit&) {
    const engine::Inquiry& inquiry = change.inquiry;
    const std::string sealed =
        vault_.seal(inquiry.contact, {'q', inquiry.id.value}, inquiry.text.reveal());
    Query(statements_.put_inquiry)
        .number(inquiry.id.value)
        .number(inquiry.office.value)
        .number(inquiry.contact.value)
        .number(inquiry.asked_at.ms)
        .number(inquiry.answered_at.ms)
        .bytes(sealed)
        .word(conversation::name_of(inquiry.verdict))
        .run();
    return {};
}

Writer::Clash Writer::put(const engine::PutWait& change, const engine::Commit&) {
    const scheduling::Wait& wait = change.wait;
    Query query(statements_.put_wait);
    const auto minute = [&](const std::optional<MinuteOfDay>& value) {
        value ? query.number(value->value) : query.nothing();
    };
    query.number(wait.booking.value)
        .number(wait.office.value)
        .number(wait.contact.value)
        .number(wait.pool.value)
        .number(wait.from.days)
        .number(wait.to.days);
    minute(wait.time);
    minute(wait.time_to);
    query.number(wait.party)
        .number(static_cast<std::uint8_t>(wait.audience))
        .number(wait.joined_at.ms)
        .number(wait.offer ? wait.offer->value : 0);
    wait.passed ? query.number(wait.passed->date.days) : query.nothing();
    wait.passed ? query.number(wait.passed->minute.value) : query.nothing();
    query.number(wait.lapses).run();
    return {};
}

Writer::Clash Writer::put(const engine::DropWait& change, const engine::Commit&) {
    Query(statements_.drop_wait).number(change.booking.value).run();
    return {};
}

}  // namespace antre::storage
