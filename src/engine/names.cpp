#include "engine/command.h"
#include "engine/commit.h"

namespace antre::engine {

std::string_view name_of(ActorKind kind) {
    switch (kind) {
    case ActorKind::contact: return "contact";
    case ActorKind::api: return "api";
    case ActorKind::console: return "console";
    case ActorKind::system: return "system";
    }
    return "system";
}

std::string_view name_of(EventKind kind) {
    switch (kind) {
    case EventKind::held: return "held";
    case EventKind::released: return "released";
    case EventKind::expired: return "expired";
    case EventKind::booked: return "booked";
    case EventKind::moved: return "moved";
    case EventKind::cancelled: return "cancelled";
    case EventKind::office_set: return "office_set";
    case EventKind::contact_linked: return "contact_linked";
    case EventKind::opted_out: return "opted_out";
    case EventKind::opted_in: return "opted_in";
    case EventKind::message_failed: return "message_failed";
    case EventKind::message_dropped: return "message_dropped";
    case EventKind::day_closed: return "day_closed";
    case EventKind::day_reopened: return "day_reopened";
    case EventKind::reminders_queued: return "reminders_queued";
    case EventKind::case_moved: return "case_moved";
    case EventKind::rated: return "rated";
    case EventKind::inquiry_kept: return "inquiry_kept";
    case EventKind::inquiry_answered: return "inquiry_answered";
    case EventKind::inquiry_judged: return "inquiry_judged";
    case EventKind::wait_joined: return "wait_joined";
    case EventKind::wait_left: return "wait_left";
    case EventKind::wait_offered: return "wait_offered";
    case EventKind::wait_passed: return "wait_passed";
    case EventKind::corrected: return "corrected";
    case EventKind::erasure_asked: return "erasure_asked";
    case EventKind::erasure_undone: return "erasure_undone";
    case EventKind::erased: return "erased";
    case EventKind::number_doubted: return "number_doubted";
    case EventKind::number_proven: return "number_proven";
    case EventKind::number_disowned: return "number_disowned";
    }
    return "booked";
}

std::string_view name_of(Reach reach) {
    switch (reach) {
    case Reach::told: return "told";
    case Reach::opted_out: return "opted_out";
    case Reach::without_phone: return "without_phone";
    }
    return "told";
}

std::string_view name_of(RowFault fault) {
    switch (fault) {
    case RowFault::case_unknown: return "case_unknown";
    case RowFault::not_in_production: return "not_in_production";
    case RowFault::ready_before: return "ready_before";
    case RowFault::named_twice: return "named_twice";
    }
    return "";
}

std::string_view name_of(StaffRefusal refusal) {
    switch (refusal) {
    case StaffRefusal::day_gone_by: return "day_gone_by";
    case StaffRefusal::day_not_closed: return "day_not_closed";
    case StaffRefusal::no_place_left: return "no_place_left";
    case StaffRefusal::booking_not_here: return "booking_not_here";
    case StaffRefusal::booking_to_collect: return "booking_to_collect";
    case StaffRefusal::visit_to_come: return "visit_to_come";
    case StaffRefusal::case_unknown: return "case_unknown";
    case StaffRefusal::move_not_legal: return "move_not_legal";
    case StaffRefusal::inquiry_unknown: return "inquiry_unknown";
    case StaffRefusal::answered_before: return "answered_before";
    }
    return "";
}

}  // namespace antre::engine
