#include <gtest/gtest.h>

#include "storage/event_json.h"
#include "storage/testing/commits.h"

namespace antre::storage {

TEST(EventJson, the_same_event_gives_the_same_bytes) {
    engine::Event event;
    event.kind = engine::EventKind::moved;
    event.booking = {77};
    event.contact = {5};
    event.message = {6};
    event.people = 2;
    event.service = Service::renew;
    event.from = testing::placement({17, 18});
    event.to = testing::placement({1, 2}, testing::friday + 3);
    event.detail = "moves_exhausted";
    EXPECT_EQ(
        encode_event(event),
        R"({"booking":77,"contact":5,"message":6,"people":2,"service":"renew",)"
        R"("from":{"pool":1,"day":"2026-11-27","window":"08:20","numbers":["A-017","A-018"]},)"
        R"("to":{"pool":1,"day":"2026-11-30","window":"08:20","numbers":["A-001","A-002"]},)"
        R"("detail":"moves_exhausted"})"
    );
    const auto read = decode_event(event.kind, encode_event(event));
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->booking, event.booking);
    EXPECT_EQ(read->contact, event.contact);
    EXPECT_EQ(read->message, event.message);
    EXPECT_EQ(read->people, 2);
    EXPECT_EQ(read->service, Service::renew);
    EXPECT_EQ(read->from, event.from);
    EXPECT_EQ(read->to, event.to);
    EXPECT_EQ(read->detail, event.detail);
}

TEST(EventJson, an_event_about_nothing_is_an_empty_object) {
    EXPECT_EQ(encode_event(engine::Event{}), "{}");
    EXPECT_FALSE(decode_event(engine::EventKind::held, "{}")->booking.is_set());
}

TEST(EventJson, every_kind_is_found_by_its_name) {
    for (int value = 0; value <= static_cast<int>(engine::EventKind::message_dropped); ++value) {
        const auto kind = static_cast<engine::EventKind>(value);
        EXPECT_EQ(event_kind_named(engine::name_of(kind)), kind);
    }
    EXPECT_FALSE(event_kind_named("vanished"));
}

TEST(EventJson, a_damaged_event_names_its_member) {
    const auto read = decode_event(engine::EventKind::held, R"({"to":{"pool":1}})");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), "day is missing or has the wrong type");
}

}  // namespace antre::storage
