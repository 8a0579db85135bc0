#include "engine/staff_desk.h"

#include "engine/cases.h"
#include "engine/closures.h"
#include "engine/inquiries.h"

namespace antre::engine {

namespace {

struct Actor {
    Desk& desk;
    const Speech& speech;

    StaffAnswer operator()(const CloseDay& a) const { return close_day(desk, speech, a); }
    StaffAnswer operator()(const ReopenDay& a) const { return reopen_day(desk, a); }
    StaffAnswer operator()(const OpenCases& a) const { return open_cases(desk, a); }
    StaffAnswer operator()(const MoveCase& a) const { return move_case(desk, speech, a); }
    StaffAnswer operator()(const ShowCases& a) const { return show_cases(desk, a); }
    StaffAnswer operator()(const ListInquiries&) const { return list_inquiries(desk); }
    StaffAnswer operator()(const AnswerInquiry& a) const { return answer_inquiry(desk, speech, a); }
    StaffAnswer operator()(const ImportReady& a) const { return import_ready(desk, speech, a); }
};

}  // namespace

StaffAnswer act(Desk& desk, const Speech& speech, const StaffAct& what) {
    return std::visit(Actor{desk, speech}, what);
}

}  // namespace antre::engine
