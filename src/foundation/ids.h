#pragma once

// Ids name things without saying anything about them. Each kind is a type of its own, so that an
// office cannot be given where a booking is wanted. Zero is nobody's id.

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace antre {

template <class Tag, class Rep>
struct Id {
    using rep = Rep;
    Rep value = 0;

    friend constexpr auto operator<=>(Id, Id) = default;
    [[nodiscard]] constexpr bool is_set() const { return value != 0; }
};

using OfficeId = Id<struct OfficeTag, std::uint32_t>;
using PoolId = Id<struct PoolTag, std::uint32_t>;        // unique within its office
using ContactId = Id<struct ContactTag, std::uint64_t>;  // who writes to us
using PersonId = Id<struct PersonTag, std::uint64_t>;    // who comes to the office
using BookingId = Id<struct BookingTag, std::uint64_t>;
using MessageId = Id<struct MessageTag, std::uint64_t>;  // one outgoing message

using InquiryId = Id<struct InquiryTag, std::uint64_t>;  // one message to an officer

// Sixteen random bytes that the shell stamps on each command: all the chance a decision may use.
using Chance = std::array<std::uint8_t, 16>;

}  // namespace antre

template <class Tag, class Rep>
struct std::hash<antre::Id<Tag, Rep>> {
    std::size_t operator()(antre::Id<Tag, Rep> id) const noexcept {
        return std::hash<Rep>{}(id.value);
    }
};
