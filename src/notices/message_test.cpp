#include <gtest/gtest.h>

#include "notices/message.h"

namespace antre::notices {

TEST(MessageState, only_climbs_however_the_statuses_come) {
    using enum MessageState;
    struct Report {
        MessageState from;
        MessageState to;
        bool climbs;
    };
    const Report reports[] = {
        {queued, accepted, true},
        {sending, sent, true},
        {unknown, delivered, true},
        {accepted, sent, true},
        {accepted, read, true},
        {sent, delivered, true},
        {delivered, read, true},
        {read, delivered, false},
        {delivered, sent, false},
        {sent, sent, false},
        {accepted, failed, true},
        {sent, failed, true},
        {delivered, failed, false},
        {read, failed, false},
        {failed, delivered, false},
        {dropped, sent, false},
        {failed, failed, false},
    };
    for (const Report& report : reports) {
        EXPECT_EQ(climbs(report.from, report.to), report.climbs)
            << name_of(report.from) << " -> " << name_of(report.to);
    }
}

TEST(MessageState, names_are_read_back) {
    for (int i = 0; i < 9; ++i) {
        const auto state = static_cast<MessageState>(i);
        EXPECT_EQ(state_named(name_of(state)), state);
    }
    EXPECT_FALSE(state_named("gone"));
    EXPECT_EQ(kind_named("ticket"), MessageKind::ticket);
    EXPECT_FALSE(kind_named("letter"));
}

}  // namespace antre::notices
