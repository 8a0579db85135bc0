#include "engine/staff_desk.h"

#include "engine/closures.h"

namespace antre::engine {

namespace {

struct Actor {
    Desk& desk;
    const Speech& speech;

    StaffAnswer operator()(const CloseDay& a) const { return close_day(desk, speech, a); }
    StaffAnswer operator()(const ReopenDay& a) const { return reopen_day(desk, a); }
};

}  // namespace

StaffAnswer act(Desk& desk, const Speech& speech, const StaffAct& what) {
    return std::visit(Actor{desk, speech}, what);
}

}  // namespace antre::engine
