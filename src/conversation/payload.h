#pragma once

// A payload is what a button or row carries and brings back when tapped. It is written by us but
// comes from outside, so it is read strictly and proves nothing by itself.
//
//   payload = "a1" "." menu "." act *( "." field )       at most payload_bytes_max bytes
//   field   = "d" days | "m" minutes | "n" number | "b" booking-code | "v" version
//           | "o" office | "i" inquiry
//
// Fields stand in this order, each at most once, and only canonical text is accepted. It holds no
// personal data: a code names a booking, not a person.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/ids.h"
#include "foundation/time.h"

namespace antre::conversation {

enum class Act : std::uint8_t {
    // Answers to the question last asked; stale once another question was asked.
    take,     // the place of day + minute
    accept,   // the places that are held
    service,  // number: Service
    count,    // number: people
    day,      // day
    hour,     // day + minute: where the hour begins
    days,     // list days, from `day` if set
    hours,    // list the hours of the day in hand
    options,  // other hours and days instead of the wish
    confirm,  // the summary is right
    wrong,    // the summary is wrong
    fix_people,
    fix_time,
    fix_service,
    abandon,       // drop what is in hand
    move,          // the booking to the held places
    cancel_now,    // the named booking
    keep,          // the booking as it is
    wait,          // tell me if what I wished frees
    amend_person,  // booking, number: whose data are corrected
    fix_name,
    fix_birth,
    amend_now,  // the data shown are right
    erase_now,
    keep_data,  // nothing is corrected or erased
    // About one booking; valid while it is active.
    remind,
    change,
    cancel,
    show,
    come,  // "I will be there"
    // Always valid.
    start,    // a new booking
    proceed,  // ask the open question again
    menu,
    mine,
    change_any,
    cancel_any,
    status,
    passport,
    documents,  // number: Service
    documents_child,
    address,
    fee,
    human,
    write,         // a message to an officer
    language,      // number: Language
    rate,          // number: 1-5, of the named booking
    take_offer,    // booking: the hold that the waiting list offers
    pass_offer,    // the same: not this place
    leave_wait,    // booking: that waits, or the hold offered to it
    other_office,  // office, day, minute: where there is room
    own_data,
    amend,  // a person's name or birth date
    erase,
    helped,  // inquiry: the officer's answer to it was of use
    not_helped,
    collect,  // an hour for the passports that are ready
    undo_erase,
    not_mine,  // what is kept under this number
};

// Until when a tap of this act counts.
enum class Reach : std::uint8_t {
    question,
    booking,
    always,
};
Reach reach_of(Act act);
std::string_view name_of(Act act);

struct Payload {
    Act act = Act::menu;
    std::uint32_t menu = 0;  // serial of the menu it was part of
    std::optional<LocalDate> day = std::nullopt;
    std::optional<MinuteOfDay> minute = std::nullopt;
    std::optional<std::uint8_t> number = std::nullopt;
    std::optional<BookingId> booking = std::nullopt;
    std::optional<std::uint32_t> version = std::nullopt;  // of the booking
    std::optional<OfficeId> office = std::nullopt;
    std::optional<InquiryId> inquiry = std::nullopt;
    friend bool operator==(const Payload&, const Payload&) = default;
};

std::string encode(const Payload& payload);
// Nothing for anything `encode` would not have written.
std::optional<Payload> decode_payload(std::string_view text);

}  // namespace antre::conversation
