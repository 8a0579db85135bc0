#include <chrono>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>
#include <vector>

#include "http/event_stream.h"
#include "http/test_serving.h"
#include "http/test_socket.h"

namespace antre::http {
namespace {

// Keeps the streams that were asked for, as a hall of display boards does.
class Hall {
public:
    Handler handler() {
        return [this](Request&&, Responder responder) {
            const std::lock_guard lock(mutex_);
            streams_.push_back(responder.stream({{"X-Hall", "1"}}));
        };
    }
    std::vector<EventStream> wait_for(std::size_t count) {
        for (;;) {
            {
                const std::lock_guard lock(mutex_);
                if (streams_.size() >= count) return streams_;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

private:
    std::mutex mutex_;
    std::vector<EventStream> streams_;
};

bool closes_within(const EventStream& stream, std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!stream.closed() && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return stream.closed();
}

TEST(MakeEvent, writes_one_data_line_for_each_line) {
    EXPECT_EQ(
        *make_event("call", "7", "A-001\nB-002"), "event: call\nid: 7\ndata: A-001\ndata: B-002\n\n"
    );
    EXPECT_EQ(*make_event("", "", ""), "data: \n\n");
    EXPECT_EQ(*make_event("a\nb", "1\r\n2", "x\ry"), "event: ab\nid: 12\ndata: xy\n\n");
}

TEST(EventStream, brings_events_in_order_and_then_ends) {
    Hall hall;
    Serving serving(hall.handler());
    TestSocket socket(serving.port());
    socket.send(get("/display"));
    EventStream stream = hall.wait_for(1).front();
    const std::string head = socket.read_until("\r\n\r\n");
    EXPECT_NE(head.find("Content-Type: text/event-stream"), std::string::npos);
    EXPECT_NE(head.find("X-Hall: 1"), std::string::npos);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    std::string expected;
    for (int i = 0; i < 100; ++i) {
        stream.send("call", std::to_string(i), "A-" + std::to_string(i));
        expected += *make_event("call", std::to_string(i), "A-" + std::to_string(i));
    }
    stream.close();
    EXPECT_EQ(socket.read_at_least(expected.size() + 1), expected);
    EXPECT_TRUE(stream.closed());
}

TEST(EventStream, reaches_many_readers_with_one_shared_event) {
    Hall hall;
    Serving serving(hall.handler());
    std::vector<TestSocket> readers;
    for (int i = 0; i < 50; ++i) {
        readers.emplace_back(serving.port());
        readers.back().send(get("/"));
    }
    const SharedText event = make_event("state", "1", "all");
    for (EventStream& stream : hall.wait_for(50))
        stream.send(event);
    for (TestSocket& reader : readers) {
        reader.read_until("\r\n\r\n");
        EXPECT_EQ(reader.read_until("\n\n"), *event);
    }
}

TEST(EventStream, knows_that_its_reader_left) {
    Hall hall;
    Serving serving(hall.handler());
    TestSocket socket(serving.port());
    socket.send(get("/"));
    const EventStream stream = hall.wait_for(1).front();
    EXPECT_FALSE(stream.closed());
    socket.close();
    EXPECT_TRUE(closes_within(stream, std::chrono::seconds(2)));
}

TEST(EventStream, cuts_off_a_reader_that_is_too_slow_and_no_other) {
    Hall hall;
    Serving serving(hall.handler());
    TestSocket slow(serving.port());
    slow.send(get("/"));
    EventStream to_slow = hall.wait_for(1).front();
    TestSocket quick(serving.port());
    quick.send(get("/"));
    EventStream to_quick = hall.wait_for(2).back();
    quick.read_until("\r\n\r\n");
    const SharedText event = make_event("state", "1", std::string(20'000, 'x'));
    for (int i = 0; i < 2000 && !to_slow.closed(); ++i) {
        to_slow.send(event);
        to_quick.send(event);
        ASSERT_EQ(quick.read_until("\n\n"), *event);
    }
    EXPECT_TRUE(to_slow.closed());
    EXPECT_FALSE(to_quick.closed());
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    while (serving->figures().connections_open > 1 && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(serving->figures().connections_open, 1u);
}

TEST(EventStream, shows_signs_of_life_when_nothing_happens) {
    Hall hall;
    ServerOptions options = quick_options();
    options.deadlines.heartbeat = {50};
    Serving serving(hall.handler(), options);
    TestSocket socket(serving.port());
    socket.send(get("/"));
    socket.read_until("\r\n\r\n");
    EXPECT_EQ(socket.read_until(":\n\n"), ":\n\n");
    EXPECT_EQ(socket.read_until(":\n\n"), ":\n\n");
}

TEST(EventStream, ends_when_the_server_stops) {
    Hall hall;
    Serving serving(hall.handler());
    TestSocket socket(serving.port());
    socket.send(get("/"));
    EventStream stream = hall.wait_for(1).front();
    socket.read_until("\r\n\r\n");
    stream.send("last", "", "word");
    serving->stop();
    EXPECT_EQ(socket.read_at_least(1000), "event: last\ndata: word\n\n");
    EXPECT_TRUE(stream.closed());
    stream.send("in", "", "vain");
}

}  // namespace
}  // namespace antre::http
