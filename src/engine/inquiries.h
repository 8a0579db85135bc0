#pragma once

// Messages to an officer: kept for the office's own people, who answer them once.

#include "conversation/dialog.h"
#include "engine/desk.h"
#include "engine/hearing.h"
#include "engine/staff.h"

namespace antre::engine {

conversation::Decision
keep_inquiry(Desk& desk, ContactState& contact, const conversation::ProposeInquiry& proposal);
conversation::Decision
judge(Desk& desk, const ContactState& contact, const conversation::ProposeVerdict& proposal);
StaffAnswer list_inquiries(Desk& desk);
StaffAnswer answer_inquiry(Desk& desk, const Speech& speech, const AnswerInquiry& act);

}  // namespace antre::engine
