#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

#include "foundation/assert.h"
#include "http/test_socket.h"

namespace antre::http {
namespace {

constexpr int patience_milliseconds = 5000;

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

std::size_t content_length(std::string_view head) {
    constexpr std::string_view name = "Content-Length: ";
    const auto at = head.find(name);
    std::size_t length = 0;
    if (at == std::string_view::npos) return 0;
    std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
    return length;
}

}  // namespace

TestSocket::TestSocket(std::uint16_t port)
    : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const sockaddr_in address = loopback(port);
    const int on = 1;
    ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close();
    }
}

TestSocket::TestSocket(TestSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1))
    , buffer_(std::move(other.buffer_)) {}

TestSocket::~TestSocket() {
    close();
}

bool TestSocket::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool TestSocket::fill(int milliseconds) {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) <= 0) return false;
    std::array<char, 65536> bytes{};
    const ssize_t count = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

std::string TestSocket::read_at_least(std::size_t bytes_min) {
    while (buffer_.size() < bytes_min && fill(patience_milliseconds)) {
    }
    return std::exchange(buffer_, {});
}

std::string TestSocket::read_until(std::string_view mark) {
    std::size_t at = buffer_.find(mark);
    while (at == std::string::npos && fill(patience_milliseconds))
        at = buffer_.find(mark);
    if (at == std::string::npos) return std::exchange(buffer_, {});
    std::string taken = buffer_.substr(0, at + mark.size());
    buffer_.erase(0, at + mark.size());
    return taken;
}

RawAnswer TestSocket::read_answer(bool has_body) {
    RawAnswer answer;
    answer.head = read_until("\r\n\r\n");
    if (answer.head.size() < 12 || !answer.head.ends_with("\r\n\r\n")) return answer;
    const std::size_t length = has_body ? content_length(answer.head) : 0;
    while (buffer_.size() < length) {
        if (!fill(patience_milliseconds)) return answer;
    }
    answer.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);
    return answer;
}

bool TestSocket::is_closed_within(int milliseconds) {
    pollfd waiting{descriptor_, POLLIN, 0};
    std::array<char, 65536> bytes{};
    while (::poll(&waiting, 1, milliseconds) > 0) {
        if (::recv(descriptor_, bytes.data(), bytes.size(), 0) <= 0) return true;
    }
    return false;
}

void TestSocket::close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
}

void TestSocket::close_with_reset() {
    const linger at_once{1, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close();
}

void TestSocket::finish_sending() {
    ::shutdown(descriptor_, SHUT_WR);
}

TestListener::TestListener()
    : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ASSERT(::bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    ASSERT(::listen(descriptor_, 64) == 0);
    ::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
}

TestListener::~TestListener() {
    ::close(descriptor_);
}

TestSocket TestListener::accept() {
    return TestSocket(::accept(descriptor_, nullptr, nullptr));
}

RawAnswer ask(std::uint16_t port, std::string_view request) {
    TestSocket socket(port);
    socket.send(request);
    return socket.read_answer();
}

}  // namespace antre::http
