// One connection from accept to close, as a coroutine:
//
//   (handshake) ──▶ read request ──▶ handler ──▶ wait for answer ──▶ write ──▶ read request …
//                        │ refused                    │ stream           │ close
//                        ▼                            ▼                  ▼
//                   write problem ─────────▶     write events ─────▶ linger, close

#include <array>
#include <type_traits>

#include "http/request_reader.h"
#include "http/response_writer.h"
#include "http/server_loop.h"

namespace antre::http {

void ConnectionBase::wake() {
    if (!waiter_) return;
    const auto waiter = std::move(waiter_);
    waiter->go_on();
}

void ConnectionBase::deliver(LetterBody body) {
    if (std::holds_alternative<Abandonment>(body)) {
        abort();
        return;
    }
    if (auto* response = std::get_if<Response>(&body)) answer_ = std::move(*response);
    if (auto* start = std::get_if<StreamStart>(&body)) stream_start_ = std::move(*start);
    if (stream_ && stream_->state() == StreamQueue::State::cut) cancel_io();
    wake();
}

void ConnectionBase::look_at_deadline(SteadyTime now) {
    const bool is_quiet = stream_ && phase_ == Phase::streaming &&
                          now - last_write_ >= std::chrono::milliseconds(heartbeat_.value);
    if (is_quiet) {
        static const SharedText sign_of_life = std::make_shared<const std::string>(":\n\n");
        stream_->push(sign_of_life);
    }
    if (now < deadline_) return;
    is_late_ = true;
    deadline_ = SteadyTime::max();
    cancel_io();
    wake();
}

void ConnectionBase::begin_stopping() {
    is_stopping_ = true;
    if (phase_ == Phase::idle) cancel_io();
    if (stream_) stream_->close();
}

void ConnectionBase::abort() {
    is_aborted_ = true;
    close_io();
    wake();
}

namespace {

template <class Stream>
class Connection final : public ConnectionBase,
                         public std::enable_shared_from_this<Connection<Stream>> {
public:
    static constexpr bool is_tls = std::is_same_v<Stream, TlsStream>;

    Connection(ServerLoop& loop, Stream stream, std::string peer)
        : loop_(loop)
        , stream_io_(std::move(stream))
        , peer_(std::move(peer))
        , reader_(loop.options().limits) {
        heartbeat_ = deadlines().heartbeat;
    }
    ~Connection() override { loop_.admission().leave(peer_); }

    // The frame holds the connection, so it outlives all that is awaited here. Awaiting through a
    // reference, not through `self`: g++ 12 passes a wrong `this` for `if (co_await self->…)`.
    static Task<void> run(std::shared_ptr<Connection> self) {
        Connection& connection = *self;
        const bool is_greeted = co_await connection.greet();
        bool goes_on = is_greeted;
        while (goes_on)
            goes_on = co_await connection.serve_one();
        if (is_greeted) co_await connection.finish();
        connection.close_io();
        if (connection.stream_) connection.stream_->cut();
        connection.loop_.leave(connection);
    }

    void cancel_io() override {
        beast::error_code ignored;
        stream_io_.lowest_layer().cancel(ignored);
    }
    void close_io() override {
        beast::error_code ignored;
        stream_io_.lowest_layer().close(ignored);
    }

private:
    struct Reading {
        enum class Kind {
            whole,
            refused,
            gone,
        };
        Kind kind = Kind::gone;
        int status = 0;
    };

    [[nodiscard]] const ServerDeadlines& deadlines() const { return loop_.options().deadlines; }
    [[nodiscard]] bool is_cut() const { return is_aborted_ || is_late_; }

    void enter_phase(Phase phase, Milliseconds limit) {
        phase_ = phase;
        is_late_ = false;
        deadline_ = loop_.now() + std::chrono::milliseconds(limit.value);
    }

    Task<bool> greet() {
        if constexpr (is_tls) {
            enter_phase(Phase::handshaking, deadlines().head);
            auto [error] =
                co_await stream_io_.async_handshake(asio::ssl::stream_base::server, as_task);
            co_return !error && !is_cut();
        }
        co_return true;
    }

    [[nodiscard]] std::string_view unread() const {
        const auto data = buffer_.data();
        return {static_cast<const char*>(data.data()), data.size()};
    }

    // What one large message needed is not kept for the life of ten thousand idle connections.
    void give_back_memory() {
        if (buffer_.size() == 0 && buffer_.capacity() > 2 * read_bytes) {
            buffer_.clear();
            buffer_.shrink_to_fit();
        }
        if (out_.capacity() > 2 * flat_write_bytes_max) out_ = {};
    }

    Task<Reading> read_request() {
        give_back_memory();
        if (buffer_.size() > 0) {
            enter_phase(Phase::reading, deadlines().head);
        } else {
            enter_phase(Phase::idle, deadlines().idle);
        }
        for (;;) {
            if (buffer_.size() > 0) {
                const RequestReader::Progress progress = reader_.advance(unread());
                buffer_.consume(progress.used);
                switch (progress.step) {
                case RequestReader::Step::done: co_return Reading{Reading::Kind::whole, 0};
                case RequestReader::Step::refused:
                    co_return Reading{Reading::Kind::refused, progress.status};
                case RequestReader::Step::head_done:
                    if (!co_await begin_body()) co_return Reading{};
                    continue;
                case RequestReader::Step::need_more: break;
                }
            }
            if (phase_ == Phase::idle && is_stopping_) co_return Reading{};
            const std::size_t room = reader_.has_head() ? read_body_bytes : read_bytes;
            auto [error, count] =
                co_await stream_io_.async_read_some(buffer_.prepare(room), as_task);
            if (is_aborted_) co_return Reading{};
            if (is_late_ && phase_ == Phase::reading) {
                co_return Reading{Reading::Kind::refused, 408};
            }
            if (error) co_return Reading{};
            buffer_.commit(count);
            if (phase_ == Phase::idle) enter_phase(Phase::reading, deadlines().head);
        }
    }

    // Tells a client that waits for it to go on.
    Task<bool> begin_body() {
        enter_phase(Phase::reading, deadlines().body);
        if (reader_.expects_continue() && buffer_.size() == 0) {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            auto [error, count] = co_await asio::async_write(
                stream_io_, asio::const_buffer(go_on.data(), go_on.size()), as_task
            );
            co_return !error && !is_cut();
        }
        co_return true;
    }

    // True if the connection may serve another request.
    Task<bool> serve_one() {
        const Reading reading = co_await read_request();
        switch (reading.kind) {
        case Reading::Kind::gone: co_return false;
        case Reading::Kind::refused:
            ++loop_.admission().refused;
            co_await write_answer(problem_of(reading.status), AfterAnswer::close, Method::get);
            co_return false;
        case Reading::Kind::whole: break;
        }
        const bool keeps_alive = reader_.keeps_alive();
        is_http_1_0_ = reader_.is_http_1_0();
        Request request = reader_.take_request();
        request.peer = peer_;
        const Method method = request.method;
        const bool is_answered = co_await wait_for_answer(std::move(request));
        if (is_aborted_) co_return false;
        if (stream_start_) {
            co_await send_events(method);
            co_return false;
        }
        if (!is_answered) answer_ = problem_of(503);
        const AfterAnswer after = keeps_alive && is_answered && !is_stopping_
                                      ? AfterAnswer::keep_open
                                      : AfterAnswer::close;
        const Response response = std::move(*answer_);
        const bool is_written = co_await write_answer(response, after, method);
        co_return is_written&& after == AfterAnswer::keep_open;
    }

    Task<bool> wait_for_answer(Request request) {
        enter_phase(Phase::answering, deadlines().answer);
        answer_.reset();
        loop_.handle(*this, std::move(request));
        while (!answer_ && !stream_start_ && !is_aborted_) {
            co_await wait_for_wake(asio::use_awaitable_t<Executor>{});
            if (is_cut()) co_return false;
        }
        co_return !is_aborted_;
    }

    [[nodiscard]] HeadContext head_context(AfterAnswer after, Length length) const {
        return {after, length, is_http_1_0_, loop_.date(), &loop_.options().default_headers};
    }

    Task<bool> write_answer(const Response& response, AfterAnswer after, Method method) {
        out_.clear();
        append_head(out_, response, head_context(after, Length::counted));
        std::string_view body = response.bytes();
        if (method == Method::head || !may_have_body(response.status)) body = {};
        if (body.size() <= flat_write_bytes_max) {
            out_ += body;
            body = {};
        }
        co_return co_await write_out(body, after);
    }

    // Writes out_ and then `body`.
    Task<bool> write_out(std::string_view body, AfterAnswer after) {
        enter_phase(Phase::writing, deadlines().write);
        const std::array<asio::const_buffer, 2> pieces = {
            asio::const_buffer(out_.data(), out_.size()),
            asio::const_buffer(body.data(), body.size()),
        };
        auto [error, count] = co_await asio::async_write(stream_io_, pieces, as_task);
        const bool is_written = !error && !is_cut();
        lingers_ = is_written && after == AfterAnswer::close;
        co_return is_written;
    }

    Task<void> send_events(Method method) {
        StreamStart start = std::move(*stream_start_);
        stream_ = std::move(start.queue);
        Response head = empty_response(200);
        head.headers = std::move(start.extra);
        head.headers.set("Content-Type", "text/event-stream");
        head.headers.set("Cache-Control", "no-store");
        head.headers.set("X-Accel-Buffering", "no");  // proxies of nginx's kind pass events at once
        out_.clear();
        append_head(out_, head, head_context(AfterAnswer::close, Length::until_end));
        if (!co_await write_out({}, AfterAnswer::close) || method == Method::head) co_return;
        if (is_stopping_) stream_->close();
        buffer_.clear();  // what was sent behind the request is not read
        watch_peer();
        for (;;) {
            const StreamQueue::State state = stream_->state();
            if (state == StreamQueue::State::cut || is_aborted_ || is_peer_gone_) break;
            out_ = stream_->take();
            last_write_ = loop_.now();
            if (!out_.empty()) {
                if (!co_await write_out({}, AfterAnswer::close)) break;
                continue;
            }
            if (state == StreamQueue::State::closing) break;
            give_back_memory();
            phase_ = Phase::streaming;
            deadline_ = SteadyTime::max();
            co_await wait_for_wake(asio::use_awaitable_t<Executor>{});
        }
        lingers_ = lingers_ && !is_peer_gone_ && stream_->state() != StreamQueue::State::cut;
        cancel_io();  // ends the watch
    }

    // A reader of events has nothing to say: whatever comes from it means that it left.
    void watch_peer() {
        stream_io_.async_read_some(
            buffer_.prepare(read_bytes),
            [self = this->shared_from_this()](beast::error_code, std::size_t) {
                self->is_peer_gone_ = true;
                self->wake();
            }
        );
    }

    // Closing a socket with unread bytes makes the kernel send RST, which may overtake the answer.
    // So the last answer is followed by a FIN, and what still comes is read for a moment.
    Task<void> finish() {
        if (!lingers_ || is_aborted_) co_return;
        enter_phase(Phase::lingering, deadlines().linger);
        if constexpr (is_tls) {
            auto [error] = co_await stream_io_.async_shutdown(as_task);
            if (is_cut()) co_return;
        }
        beast::error_code failed;
        stream_io_.lowest_layer().shutdown(asio::socket_base::shutdown_send, failed);
        buffer_.clear();
        for (;;) {
            if (failed || is_cut() || is_stopping_) co_return;
            auto [error, count] =
                co_await lowest().async_read_some(buffer_.prepare(read_bytes), as_task);
            if (error) co_return;
        }
    }

    Socket& lowest() {
        if constexpr (is_tls) {
            return stream_io_.next_layer();
        } else {
            return stream_io_;
        }
    }

    ServerLoop& loop_;
    Stream stream_io_;
    std::string peer_;
    RequestReader reader_;
    beast::flat_buffer buffer_;
    std::string out_;
    bool is_http_1_0_ = false;
    bool lingers_ = false;
    bool is_peer_gone_ = false;
};

template <class Stream>
void serve(ServerLoop& loop, Stream stream, std::string peer) {
    auto executor = stream.get_executor();
    auto connection =
        std::make_shared<Connection<Stream>>(loop, std::move(stream), std::move(peer));
    loop.enter(*connection, connection);
    asio::co_spawn(executor, Connection<Stream>::run(std::move(connection)), asio::detached);
}

}  // namespace

void serve_plain(ServerLoop& loop, Socket socket, std::string peer) {
    serve(loop, std::move(socket), std::move(peer));
}

void serve_tls(ServerLoop& loop, Socket socket, std::string peer, asio::ssl::context& tls) {
    serve(loop, TlsStream(std::move(socket), tls), std::move(peer));
}

}  // namespace antre::http
