#include "conversation/talk.h"

#include <array>
#include <utility>

namespace antre::conversation {

namespace {

constexpr std::array<std::pair<Step, std::string_view>, 23> steps{{
    {Step::resting, "resting"},
    {Step::offering_earliest, "offering_earliest"},
    {Step::choosing_service, "choosing_service"},
    {Step::choosing_count, "choosing_count"},
    {Step::choosing_day, "choosing_day"},
    {Step::choosing_hour, "choosing_hour"},
    {Step::giving_people, "giving_people"},
    {Step::confirming, "confirming"},
    {Step::correcting, "correcting"},
    {Step::correcting_date, "correcting_date"},
    {Step::offering_other, "offering_other"},
    {Step::choosing_move_day, "choosing_move_day"},
    {Step::choosing_move_hour, "choosing_move_hour"},
    {Step::confirming_move, "confirming_move"},
    {Step::choosing_booking, "choosing_booking"},
    {Step::confirming_cancel, "confirming_cancel"},
    {Step::writing_message, "writing_message"},
    {Step::choosing_person, "choosing_person"},
    {Step::choosing_fix, "choosing_fix"},
    {Step::giving_fix, "giving_fix"},
    {Step::confirming_fix, "confirming_fix"},
    {Step::confirming_erasure, "confirming_erasure"},
    {Step::proving, "proving"},
}};

}  // namespace

std::string_view name_of(Step step) {
    for (const auto& [known, name] : steps) {
        if (known == step) return name;
    }
    return "resting";
}

std::optional<Step> step_named(std::string_view name) {
    for (const auto& [step, known] : steps) {
        if (known == name) return step;
    }
    return std::nullopt;
}

}  // namespace antre::conversation
