#include "conversation/payload.h"

#include <array>
#include <charconv>
#include <vector>

#include "conversation/limits.h"
#include "foundation/text.h"
#include "scheduling/booking.h"

namespace antre::conversation {

namespace {

constexpr std::string_view head = "a1";

struct ActRow {
    Act act;
    std::string_view name;
    Reach reach;
};

constexpr std::array acts{
    ActRow{Act::take, "take", Reach::question},
    ActRow{Act::accept, "accept", Reach::question},
    ActRow{Act::service, "service", Reach::question},
    ActRow{Act::count, "count", Reach::question},
    ActRow{Act::day, "day", Reach::question},
    ActRow{Act::hour, "hour", Reach::question},
    ActRow{Act::days, "days", Reach::question},
    ActRow{Act::hours, "hours", Reach::question},
    ActRow{Act::options, "options", Reach::question},
    ActRow{Act::confirm, "confirm", Reach::question},
    ActRow{Act::wrong, "wrong", Reach::question},
    ActRow{Act::fix_people, "fix_people", Reach::question},
    ActRow{Act::fix_time, "fix_time", Reach::question},
    ActRow{Act::fix_service, "fix_service", Reach::question},
    ActRow{Act::abandon, "abandon", Reach::question},
    ActRow{Act::move, "move", Reach::question},
    ActRow{Act::cancel_now, "cancel_now", Reach::question},
    ActRow{Act::keep, "keep", Reach::question},
    ActRow{Act::wait, "wait", Reach::question},
    ActRow{Act::amend_person, "amend_person", Reach::question},
    ActRow{Act::fix_name, "fix_name", Reach::question},
    ActRow{Act::fix_birth, "fix_birth", Reach::question},
    ActRow{Act::amend_now, "amend_now", Reach::question},
    ActRow{Act::erase_now, "erase_now", Reach::question},
    ActRow{Act::keep_data, "keep_data", Reach::question},
    ActRow{Act::remind, "remind", Reach::booking},
    ActRow{Act::change, "change", Reach::booking},
    ActRow{Act::cancel, "cancel", Reach::booking},
    ActRow{Act::show, "show", Reach::booking},
    ActRow{Act::come, "come", Reach::booking},
    ActRow{Act::start, "start", Reach::always},
    ActRow{Act::proceed, "proceed", Reach::always},
    ActRow{Act::menu, "menu", Reach::always},
    ActRow{Act::mine, "mine", Reach::always},
    ActRow{Act::change_any, "change_any", Reach::always},
    ActRow{Act::cancel_any, "cancel_any", Reach::always},
    ActRow{Act::status, "status", Reach::always},
    ActRow{Act::passport, "passport", Reach::always},
    ActRow{Act::documents, "documents", Reach::always},
    ActRow{Act::documents_child, "documents_child", Reach::always},
    ActRow{Act::address, "address", Reach::always},
    ActRow{Act::fee, "fee", Reach::always},
    ActRow{Act::human, "human", Reach::always},
    ActRow{Act::write, "write", Reach::always},
    ActRow{Act::language, "language", Reach::always},
    ActRow{Act::rate, "rate", Reach::always},
    ActRow{Act::take_offer, "take_offer", Reach::always},
    ActRow{Act::pass_offer, "pass_offer", Reach::always},
    ActRow{Act::leave_wait, "leave_wait", Reach::always},
    ActRow{Act::other_office, "other_office", Reach::always},
    ActRow{Act::own_data, "own_data", Reach::always},
    ActRow{Act::amend, "amend", Reach::always},
    ActRow{Act::erase, "erase", Reach::always},
    ActRow{Act::helped, "helped", Reach::always},
    ActRow{Act::not_helped, "not_helped", Reach::always},
    ActRow{Act::collect, "collect", Reach::always},
    ActRow{Act::undo_erase, "undo_erase", Reach::always},
    ActRow{Act::not_mine, "not_mine", Reach::always},
};

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool read_field(Payload& payload, char tag, std::string_view rest) {
    switch (tag) {
    case 'd': {
        const auto days = number_in<std::int32_t>(rest);
        if (days) payload.day = LocalDate{*days};
        return days.has_value();
    }
    case 'm': {
        const auto minute = number_in<std::int16_t>(rest);
        if (!minute || *minute < 0 || *minute > 1440) return false;
        payload.minute = MinuteOfDay{*minute};
        return true;
    }
    case 'n': payload.number = number_in<std::uint8_t>(rest); return payload.number.has_value();
    case 'b': payload.booking = scheduling::booking_coded(rest); return payload.booking.has_value();
    case 'v': payload.version = number_in<std::uint32_t>(rest); return payload.version.has_value();
    case 'o': {
        const auto office = number_in<std::uint32_t>(rest);
        if (office) payload.office = OfficeId{*office};
        return office.has_value();
    }
    case 'i': {
        const auto inquiry = number_in<std::uint64_t>(rest);
        if (inquiry) payload.inquiry = InquiryId{*inquiry};
        return inquiry.has_value();
    }
    default: return false;  // a letter from outside, not one of our states
    }
}

}  // namespace

Reach reach_of(Act act) {
    for (const ActRow& row : acts) {
        if (row.act == act) return row.reach;
    }
    return Reach::question;
}

std::string_view name_of(Act act) {
    for (const ActRow& row : acts) {
        if (row.act == act) return row.name;
    }
    return "menu";
}

std::string encode(const Payload& payload) {
    std::string out(head);
    out += '.' + std::to_string(payload.menu) + '.';
    out += name_of(payload.act);
    if (payload.day) out += ".d" + std::to_string(payload.day->days);
    if (payload.minute) out += ".m" + std::to_string(payload.minute->value);
    if (payload.number) out += ".n" + std::to_string(*payload.number);
    if (payload.booking) out += ".b" + scheduling::code_of(*payload.booking);
    if (payload.version) out += ".v" + std::to_string(*payload.version);
    if (payload.office) out += ".o" + std::to_string(payload.office->value);
    if (payload.inquiry) out += ".i" + std::to_string(payload.inquiry->value);
    return out;
}

std::optional<Payload> decode_payload(std::string_view text) {
    if (text.size() > payload_bytes_max) return std::nullopt;
    const std::vector<std::string_view> parts = split(text, '.');
    if (parts.size() < 3 || parts[0] != head) return std::nullopt;
    Payload payload;
    const auto menu = number_in<std::uint32_t>(parts[1]);
    if (!menu) return std::nullopt;
    payload.menu = *menu;
    bool is_known = false;
    for (const ActRow& row : acts) {
        if (row.name != parts[2]) continue;
        payload.act = row.act;
        is_known = true;
    }
    if (!is_known) return std::nullopt;
    for (std::size_t i = 3; i < parts.size(); ++i) {
        if (parts[i].size() < 2) return std::nullopt;
        if (!read_field(payload, parts[i][0], parts[i].substr(1))) return std::nullopt;
    }
    if (encode(payload) != text) return std::nullopt;
    return payload;
}

}  // namespace antre::conversation
