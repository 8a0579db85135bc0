#include "server/admin_door.h"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

#include "server/limits.h"

namespace antre::server {

namespace {

std::optional<sockaddr_un> address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof(address.sun_path)) return std::nullopt;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

const sockaddr* generic(const sockaddr_un& address) {
    return static_cast<const sockaddr*>(static_cast<const void*>(&address));
}

std::string why(const std::string& what) {
    return what + ": " + std::strerror(errno);
}

// Neither side waits for ever for the other.
void limit_waits(int socket, Milliseconds wait) {
    timeval limit{};
    limit.tv_sec = wait.value / 1000;
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
}

// Up to the newline, which must come within the limit.
std::optional<std::string> read_line(int socket) {
    std::string line;
    char buffer[4096];
    while (line.size() <= admin_line_bytes_max) {
        const ssize_t got = ::recv(socket, buffer, sizeof(buffer), 0);
        if (got <= 0) return std::nullopt;
        line.append(buffer, static_cast<std::size_t>(got));
        if (line.back() != '\n') continue;
        line.pop_back();
        return line;
    }
    return std::nullopt;
}

bool write_line(int socket, std::string line) {
    line += '\n';
    std::size_t done = 0;
    while (done < line.size()) {
        const ssize_t put = ::send(socket, line.data() + done, line.size() - done, MSG_NOSIGNAL);
        if (put <= 0) return false;
        done += static_cast<std::size_t>(put);
    }
    return true;
}

// The file's rights keep others out; this holds even where a system ignores them.
bool is_our_user(int socket) {
    ucred peer{};
    socklen_t size = sizeof(peer);
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
    return peer.uid == ::geteuid() || peer.uid == 0;
}

}  // namespace

std::string admin_socket(const std::string& database) {
    return database + ".admin";
}

Result<std::unique_ptr<AdminDoor>, std::string>
AdminDoor::open(const std::string& path, LineHandler handler) {
    const auto address = address_of(path);
    if (!address) return fail(path + ": too long for a socket's name");
    ::unlink(path.c_str());
    const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listening < 0) return fail(why(path));
    // Nobody can connect before `listen`, so there is no moment with wider rights.
    const bool is_open = ::bind(listening, generic(*address), sizeof(*address)) == 0 &&
                         ::chmod(path.c_str(), S_IRUSR | S_IWUSR) == 0 &&
                         ::listen(listening, admin_callers_waiting) == 0;
    const int stopping = is_open ? ::eventfd(0, EFD_CLOEXEC) : -1;
    if (stopping < 0) {
        std::string reason = why(path);
        ::close(listening);
        return fail(std::move(reason));
    }
    return std::unique_ptr<AdminDoor>(new AdminDoor(path, listening, stopping, std::move(handler)));
}

AdminDoor::AdminDoor(std::string path, int listening, int stopping, LineHandler handler)
    : path_(std::move(path))
    , listening_(listening)
    , stopping_(stopping)
    , handler_(std::move(handler))
    , thread_([this] { run(); }) {}

AdminDoor::~AdminDoor() {
    const std::uint64_t one = 1;
    (void)!::write(stopping_, &one, sizeof(one));
    thread_.join();
    ::unlink(path_.c_str());
    ::close(listening_);
    ::close(stopping_);
}

void AdminDoor::run() {
    for (;;) {
        pollfd waits[] = {{listening_, POLLIN, 0}, {stopping_, POLLIN, 0}};
        if (::poll(waits, 2, -1) < 0 && errno != EINTR) return;
        if ((waits[1].revents & POLLIN) != 0) return;
        if ((waits[0].revents & POLLIN) == 0) continue;
        const int caller = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (caller < 0) continue;
        serve(caller);
        ::close(caller);
    }
}

void AdminDoor::serve(int caller) {
    limit_waits(caller, admin_wait);
    if (!is_our_user(caller)) return;
    const auto line = read_line(caller);
    if (line) write_line(caller, handler_(*line));
}

Result<std::optional<std::string>, std::string>
ask_admin_door(const std::string& path, const std::string& line) {
    const auto address = address_of(path);
    if (!address) return std::optional<std::string>();
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return fail(why(path));
    if (::connect(socket, generic(*address), sizeof(*address)) != 0) {
        const bool is_nobody_there = errno == ENOENT || errno == ECONNREFUSED;
        std::string reason = why(path);
        ::close(socket);
        if (is_nobody_there) return std::optional<std::string>();
        return fail(std::move(reason));
    }
    limit_waits(socket, admin_answer_wait);
    std::optional<std::string> answer;
    if (write_line(socket, line)) answer = read_line(socket);
    ::close(socket);
    if (!answer) {
        return fail(std::string("the server gave no answer; ask again to see what it did"));
    }
    return answer;
}

}  // namespace antre::server
