#include "whatsapp_cloud/template_review.h"

#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/webhooks.h"

namespace antre::whatsapp_cloud {

namespace {

json::object status_update(const Template& changed, std::string_view event) {
    return {
        {"event", event},
        {"message_template_id", changed.id},
        {"message_template_name", changed.name},
        {"message_template_language", changed.language},
        {"reason", "NONE"},
        {"message_template_category", changed.category},
    };
}

void report_update(World& world, const Template& changed, json::object value, Instant now) {
    report(
        world,
        {changed.waba_id,
         {},
         "message_template_status_update",
         std::move(value),
         "template " + changed.name + " " + std::string(name_of(changed.status))},
        now
    );
}

void pause(World& world, Template& changed, json::object& value, Instant now) {
    ++changed.pauses;
    const Milliseconds length = changed.pauses == 1 ? first_pause : second_pause;
    const std::string hour_count = std::to_string(length.value / hours(1).value);
    value["reason"] = nullptr;
    value["other_info"] = {
        {"title", changed.pauses == 1 ? "FIRST_PAUSE" : "SECOND_PAUSE"},
        {"description",
         "Your WhatsApp message template has been paused for " + hour_count + " hours until " +
             iso_instant(now + length) + " because it continued to have issues."},
    };
    world.timeline.plan(now + length, EndPause{changed.id, changed.pauses});
}

}  // namespace

void set_template_status(
    World& world, Template& changed, TemplateStatus status, const std::string& reason, Instant now
) {
    const bool is_third_pause = status == TemplateStatus::paused && changed.pauses >= 2;
    changed.status = is_third_pause ? TemplateStatus::disabled : status;
    changed.rejected_reason.clear();
    json::object value = status_update(changed, name_of(changed.status));
    switch (changed.status) {
    case TemplateStatus::paused: pause(world, changed, value, now); break;
    case TemplateStatus::rejected:
        changed.rejected_reason = reason.empty() ? "INVALID_FORMAT" : reason;
        value["reason"] = changed.rejected_reason;
        value["rejection_info"] = {
            {"reason", "The template does not follow the rules of its category."},
            {"recommendation", "Change the text and submit it again."},
        };
        break;
    case TemplateStatus::pending:
    case TemplateStatus::approved:
    case TemplateStatus::disabled: break;
    }
    report_update(world, changed, std::move(value), now);
}

void review_template(World& world, const ReviewTemplate& due, Instant now) {
    Template* reviewed = world.templates.find(due.template_id);
    if (reviewed == nullptr || reviewed->status != TemplateStatus::pending) return;
    set_template_status(world, *reviewed, TemplateStatus::approved, {}, now);
}

void end_pause(World& world, const EndPause& due, Instant now) {
    Template* paused = world.templates.find(due.template_id);
    const bool is_this_pause = paused != nullptr && paused->status == TemplateStatus::paused &&
                               paused->pauses == due.pauses;
    if (!is_this_pause) return;
    paused->status = TemplateStatus::approved;
    report_update(world, *paused, status_update(*paused, "REINSTATED"), now);
}

}  // namespace antre::whatsapp_cloud
