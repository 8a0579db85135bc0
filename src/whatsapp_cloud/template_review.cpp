#include "whatsapp_cloud/template_review.h"

#include <algorithm>
#include <array>
#include <utility>

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

namespace {

void set_quality(World& world, Template& changed, const std::string& quality, Instant now) {
    const std::string before = std::exchange(changed.quality, quality);
    report(
        world,
        {changed.waba_id,
         {},
         "message_template_quality_update",
         {{"previous_quality_score", before},
          {"new_quality_score", quality},
          {"message_template_id", changed.id},
          {"message_template_name", changed.name},
          {"message_template_language", changed.language}},
         "template " + changed.name + " quality " + quality},
        now
    );
}

void set_category(World& world, Template& changed, const std::string& category, Instant now) {
    const std::string before = std::exchange(changed.category, category);
    report(
        world,
        {changed.waba_id,
         {},
         "template_category_update",
         {{"message_template_id", changed.id},
          {"message_template_name", changed.name},
          {"message_template_language", changed.language},
          {"previous_category", before},
          {"new_category", category}},
         "template " + changed.name + " is " + category},
        now
    );
}

template <std::size_t n>
bool is_among(const std::array<std::string_view, n>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Result<bool, std::string>
change_template(World& world, Template& changed, const TemplateChange& change, Instant now) {
    constexpr std::array<std::string_view, 4> qualities{"GREEN", "YELLOW", "RED", "UNKNOWN"};
    constexpr std::array<std::string_view, 3> categories{"UTILITY", "MARKETING", "AUTHENTICATION"};
    const auto status = template_status_named(change.status);
    const bool is_something =
        !change.status.empty() || !change.quality.empty() || !change.category.empty();
    if ((!change.status.empty() && !status) || !is_something) {
        return fail(std::string("status must be PENDING, APPROVED, REJECTED, PAUSED or DISABLED"));
    }
    if (!change.quality.empty() && !is_among(qualities, change.quality)) {
        return fail(std::string("quality must be GREEN, YELLOW, RED or UNKNOWN"));
    }
    if (!change.category.empty() && !is_among(categories, change.category)) {
        return fail(std::string("category must be UTILITY, MARKETING or AUTHENTICATION"));
    }
    if (status) set_template_status(world, changed, *status, change.reason, now);
    if (!change.quality.empty()) set_quality(world, changed, change.quality, now);
    if (!change.category.empty()) set_category(world, changed, change.category, now);
    return true;
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
