#include "scheduling/booking.h"

#include <array>

#include "foundation/assert.h"

namespace antre::scheduling {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_length = 6;
constexpr std::array all_statuses{
    BookingStatus::held, BookingStatus::booked, BookingStatus::cancelled, BookingStatus::expired};

// What the person meant by a character; nothing when it is in no code (U, signs).
std::optional<std::uint64_t> digit_meant(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const std::size_t at = alphabet.find(c);
    if (at == std::string_view::npos) return std::nullopt;
    return at;
}

}  // namespace

std::string_view name_of(BookingStatus status) {
    switch (status) {
    case BookingStatus::held: return "held";
    case BookingStatus::booked: return "booked";
    case BookingStatus::cancelled: return "cancelled";
    case BookingStatus::expired: return "expired";
    }
    return "";
}

std::optional<BookingStatus> status_named(std::string_view name) {
    for (const BookingStatus status : all_statuses) {
        if (name == name_of(status)) return status;
    }
    return std::nullopt;
}

bool may_become(BookingStatus from, BookingStatus to) {
    switch (from) {
    case BookingStatus::held: return to != BookingStatus::held;
    case BookingStatus::booked: return to == BookingStatus::cancelled;
    case BookingStatus::cancelled:
    case BookingStatus::expired: return false;
    }
    return false;
}

std::string code_of(BookingId id) {
    ASSERT(id.value < code_space);
    std::string code(code_length, '0');
    std::uint64_t rest = id.value;
    for (std::size_t i = code_length; i-- > 0; rest >>= 5) {
        code[i] = alphabet[rest & 31u];
    }
    return code;
}

std::optional<BookingId> booking_coded(std::string_view code) {
    std::uint64_t value = 0;
    std::size_t length = 0;
    for (const char c : code) {
        if (c == ' ' || c == '-') continue;
        const auto digit = digit_meant(c);
        if (!digit || ++length > code_length) return std::nullopt;
        value = value << 5 | *digit;
    }
    if (length != code_length || value == 0) return std::nullopt;
    return BookingId{value};
}

}  // namespace antre::scheduling
