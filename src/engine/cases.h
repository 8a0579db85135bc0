#pragma once

// Passport cases, as decisions: each is a move along the table of scheduling/passport_case.h, and
// what people must be told of it goes in the same commit.

#include <optional>

#include "conversation/dialog.h"
#include "engine/desk.h"
#include "engine/hearing.h"
#include "engine/staff.h"

namespace antre::engine {

StaffAnswer open_cases(Desk& desk, const OpenCases& act);
StaffAnswer move_case(Desk& desk, const Speech& speech, const MoveCase& act);
StaffAnswer show_cases(Desk& desk, const ShowCases& act);
StaffAnswer import_ready(Desk& desk, const Speech& speech, const ImportReady& act);

// The owner's answer to "how was it?"; refused when they were not asked about that booking.
conversation::Decision
rate(Desk& desk, ContactState& contact, const conversation::ProposeRating& proposal);

// Whether the visit has taken place: a passport of the booking is applied for.
bool has_case(const ContactState& contact, BookingId booking);

// ---- parts that time uses as well --------------------------------------------------------------

// The contact's case, if it is there and of that office; else nullptr.
scheduling::PassportCase* case_of(ContactState& contact, OfficeId office, scheduling::CaseId id);
// Puts the case as it is now into the commit; its version grows.
void keep(Desk& desk, scheduling::PassportCase& passport);
// The same after a move to another state, with its line in the journal.
void keep_moved(Desk& desk, scheduling::PassportCase& passport);
// The name of the case's person, if it is still known.
const scheduling::Person*
person_of(const ContactState& contact, const scheduling::PassportCase& passport);
PersonName name_of_person(const ContactState& contact, const scheduling::PassportCase& passport);
// The same for a message that we begin; nothing while the number may have another owner.
PersonName
name_to_tell(Desk& desk, const ContactState& contact, const scheduling::PassportCase& passport);
// Queues what is to be said about the case, unless its owner cannot be told.
void tell_about(
    Desk& desk,
    ContactState& contact,
    const scheduling::PassportCase& passport,
    notices::Note note,
    Milliseconds moot_after
);

}  // namespace antre::engine
