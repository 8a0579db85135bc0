#pragma once

// Mailbox carries answers from any thread to the io thread that owns the connection. Many answers
// that come together cost one wake-up. It outlives its io thread: letters to a stopped server are
// dropped. Internal to the room.

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "http/event_stream.h"
#include "http/message.h"

namespace antre::http {

struct StreamStart {
    std::shared_ptr<StreamQueue> queue;
    Headers extra;
};
struct StreamNews {};   // the stream's queue has something to look at
struct Abandonment {};  // the connection is closed without an answer

using LetterBody = std::variant<Response, StreamStart, StreamNews, Abandonment>;
struct Letter {
    std::uint64_t connection = 0;
    LetterBody body;
};

class Mailbox {
public:
    // Where the answer lands when the handler gives it before it returns: no lock, no wake-up.
    // Lives on the io thread's stack while the handler runs.
    class Desk {
    public:
        Desk(Mailbox& mailbox, std::uint64_t connection);
        ~Desk();
        Desk(const Desk&) = delete;
        Desk& operator=(const Desk&) = delete;

        std::optional<LetterBody> body;

    private:
        friend class Mailbox;
        Mailbox& mailbox_;
        std::uint64_t connection_;
        Desk* outer_;
    };

    // `wake` makes the io thread call `take_all`; called under no other lock than the mailbox's
    // own.
    void open(std::function<void()> wake);
    // Afterwards letters are dropped.
    void close();

    void put(Letter letter);
    // Swaps the waiting letters into `letters`, whose memory is used again.
    void take_all(std::vector<Letter>& letters);
    // What a letter to nobody means: a stream that never began is cut.
    static void drop(const LetterBody& body);

private:
    std::mutex mutex_;
    std::vector<Letter> waiting_;
    std::function<void()> wake_;
};

// The events that wait for one connection. Bounded (limits.h).
class StreamQueue {
public:
    StreamQueue(std::shared_ptr<Mailbox> mailbox, std::uint64_t connection)
        : mailbox_(std::move(mailbox))
        , connection_(connection) {}

    enum class State {
        open,
        closing,  // by us: what waits is still sent
        cut,      // the reader was too slow or left
    };

    void push(SharedText event);
    void close();
    void cut();
    [[nodiscard]] State state() const;
    // The next bytes to write, stream_write_bytes_max or one event at most; empty if none wait.
    std::string take();

private:
    void announce();  // one letter until the next `take`

    mutable std::mutex mutex_;
    std::shared_ptr<Mailbox> mailbox_;
    std::uint64_t connection_;
    std::vector<SharedText> events_;
    std::size_t bytes_ = 0;
    State state_ = State::open;
    bool is_announced_ = false;
};

}  // namespace antre::http
