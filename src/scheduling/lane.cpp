#include "scheduling/lane.h"

namespace antre::scheduling {

Lane::Lane(const DayPlan& plan, Audience audience) {
    std::vector<std::uint16_t> session_of;  // of each of the lane's places
    std::uint16_t session = 0;
    for (const HourBlock& block : plan.blocks) {
        for (std::uint16_t i = 0; i < block.places; ++i) {
            const auto position = static_cast<std::uint16_t>(block.first + i);
            rank_.push_back(size());
            if (!may_take(audience, plan.kinds[position])) continue;
            places_.push_back(position);
            session_of.push_back(session);
            hour_.push_back(static_cast<std::uint8_t>(window_at(plan, position).opens.value / 60));
        }
        if (block.ends_session) ++session;
    }
    rank_.push_back(size());

    for (std::size_t hour = 0, index = 0; hour <= hours_of_day; ++hour) {
        while (index < hour_.size() && hour_[index] < hour)
            ++index;
        hour_begin_[hour] = static_cast<std::uint16_t>(index);
    }
    for (std::size_t more = 0; more < party_people_max; ++more) {
        starts_[more].assign(words_for(plan.places()), 0);
        for (std::size_t i = 0; i + more < places_.size(); ++i) {
            if (session_of[i] != session_of[i + more]) continue;
            starts_[more][i / word_bits] |= std::uint64_t{1} << (i % word_bits);
        }
    }
}

}  // namespace antre::scheduling
