#pragma once

// A contact is somebody who writes to us, known by WhatsApp's business-scoped user id, by a phone
// number, or both. It is national: one contact may talk with several offices.

#include <cstdint>
#include <optional>
#include <vector>

#include "conversation/talk.h"
#include "foundation/ids.h"
#include "foundation/language.h"
#include "foundation/secret.h"
#include "foundation/time.h"
#include "scheduling/booking.h"
#include "scheduling/passport_case.h"

namespace antre::engine {

// By what a contact is found. At least one is set. The user id is the identity; the phone number is
// an attribute that may come, change or be missing.
struct Identity {
    UserKey user;
    PhoneNumber phone;
};

// All that is kept of the contact goes at that moment; they asked for it at that office.
struct Erasure {
    Instant at;
    OfficeId office;
    friend bool operator==(const Erasure&, const Erasure&) = default;
};

// The number was silent for so long that it may have another owner by now. Until they prove what is
// kept to be theirs, nothing of it is shown or changed.
struct Doubt {
    Instant silent_since;     // what was booked later proves nothing
    std::uint8_t misses = 0;  // wrong proofs
    friend bool operator==(const Doubt&, const Doubt&) = default;
};

struct Contact {
    ContactId id;
    Identity identity;
    Language language = Language::id;
    bool is_opted_out = false;  // STOP: nothing begun by us
    Instant created_at;
    Instant heard_at;  // any office; recycled numbers are told by a long silence
    std::optional<Erasure> erasure = std::nullopt;
    std::optional<Doubt> doubt = std::nullopt;
};

struct OfficeTalk {
    OfficeId office;
    conversation::Talk talk;
};

// All that decisions about one contact need.
struct ContactState {
    Contact contact;
    std::vector<OfficeTalk> talks;
    std::vector<scheduling::Booking> bookings;  // held and booked ones, of any office, with people
    std::vector<scheduling::PassportCase> cases;  // all, of any office, by id
};

}  // namespace antre::engine
