#pragma once

// Plain blocking sockets for the tests of this room: what a hostile or careless peer can do, byte
// by byte, without any of the room's own code.

#include <cstdint>
#include <string>
#include <string_view>

namespace antre::http {

// What came back on a connection, cut at its Content-Length.
struct RawAnswer {
    int status = 0;    // 0: the connection ended before a whole answer
    std::string head;  // with its empty line
    std::string body;

    [[nodiscard]] bool has(std::string_view text) const {
        return head.find(text) != std::string::npos;
    }
};

class TestSocket {
public:
    // Connects to 127.0.0.1.
    explicit TestSocket(std::uint16_t port);
    explicit TestSocket(int descriptor)
        : descriptor_(descriptor) {}
    TestSocket(TestSocket&& other) noexcept;
    ~TestSocket();

    bool send(std::string_view bytes);
    // Until `bytes_min` bytes are here, the peer closes, or five seconds pass.
    std::string read_at_least(std::size_t bytes_min);
    std::string read_until(std::string_view mark);
    // The next answer; `has_body` false for answers to HEAD.
    RawAnswer read_answer(bool has_body = true);
    // True if the peer closes within `milliseconds`; what comes before is dropped.
    bool is_closed_within(int milliseconds);
    void close();
    void close_with_reset();
    void finish_sending();

private:
    bool fill(int milliseconds);  // false at the end or when nothing came

    int descriptor_ = -1;
    std::string buffer_;
};

// Listens on a free port of 127.0.0.1 and hands out what connects.
class TestListener {
public:
    TestListener();
    ~TestListener();
    [[nodiscard]] std::uint16_t port() const { return port_; }
    TestSocket accept();

private:
    int descriptor_ = -1;
    std::uint16_t port_ = 0;
};

// One request over a new connection.
RawAnswer ask(std::uint16_t port, std::string_view request);

}  // namespace antre::http
