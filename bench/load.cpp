// Load on a server that gives places: every request is another person with a key of their own, as
// REST booking or as signed webhook, and every answer's status is checked. Closed loop by default
// (each connection asks as soon as it is answered); with --rate an open loop, whose times count
// from the moment a request was due, so that a server which stalls is charged for all who wait.
// Prints one line of JSON.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/asio.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/json.hpp>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include "requests.h"

namespace antre::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Clock = std::chrono::steady_clock;
using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using Timer =
    asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, asio::io_context::executor_type>;

constexpr double grace_seconds = 30;  // for answers that are late

struct Options {
    std::string work = "rest";
    std::string offices_path;
    std::uint16_t port = 0;
    std::uint32_t connections = 64;
    std::uint32_t rate = 0;  // requests a second; 0: closed loop
    double seconds = 2;
    double warm_seconds = 0.5;
    std::uint64_t first_person = 0;
    int server_pid = 0;
};

// Processor time of a process so far, user and system.
double cpu_seconds(int pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    std::istringstream fields(text.substr(std::min(text.rfind(')') + 2, text.size())));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

// What was measured, between the end of the warm-up and the end.
class Tally {
public:
    Tally(const Options& options, int right_status)
        : options_(options)
        , right_status_(right_status) {}

    void begin() {
        began_ = Clock::now();
        own_cpu_ = cpu_seconds(::getpid());
        server_cpu_ = cpu_seconds(options_.server_pid);
    }
    void end() {
        ended_ = Clock::now();
        if (options_.rate == 0) measure();
    }
    void answered(int status, Clock::time_point since) {
        if (status != right_status_) ++wrong_[std::to_string(status)];
        answered_ = Clock::now();
        if (!counts(since)) return;
        const auto took = answered_ - since;
        if (status == right_status_) {
            micros_.push_back(static_cast<std::uint32_t>(took / std::chrono::microseconds(1)));
        }
    }

    // `unanswered` are those that never will be.
    boost::json::object report(std::uint64_t unanswered) {
        if (options_.rate != 0) measure();
        if (unanswered > 0) wrong_["unanswered"] = unanswered;
        std::sort(micros_.begin(), micros_.end());
        const auto at = [&](std::size_t permille) {
            if (micros_.empty()) return 0.0;
            return micros_[std::min(micros_.size() - 1, micros_.size() * permille / 1000)] / 1e3;
        };
        boost::json::object wrong;
        for (const auto& [status, count] : wrong_)
            wrong[status] = count;
        return {
            {"requests", micros_.size()},
            {"wrong", wrong},
            {"seconds", seconds_},
            {"p50_ms", at(500)},
            {"p90_ms", at(900)},
            {"p99_ms", at(990)},
            {"max_ms", at(1000)},
            {"own_cpu_seconds", own_cpu_},
            {"server_cpu_seconds", server_cpu_}};
    }

private:
    // The time and what it cost, up to now: in an open loop up to the last answer, so that a queue
    // which is worked off afterwards costs what it costs.
    void measure() {
        const auto last = options_.rate == 0 ? *ended_ : answered_;
        seconds_ = std::chrono::duration<double>(last - *began_).count();
        own_cpu_ = cpu_seconds(::getpid()) - own_cpu_;
        server_cpu_ = cpu_seconds(options_.server_pid) - server_cpu_;
    }
    // A closed loop counts what is answered within the time; an open loop what was due within it,
    // however late the answer comes.
    [[nodiscard]] bool counts(Clock::time_point since) const {
        if (options_.rate == 0) return began_ && !ended_;
        return began_ && since >= *began_ && (!ended_ || since < *ended_);
    }

    const Options& options_;
    int right_status_;
    std::optional<Clock::time_point> began_;
    std::optional<Clock::time_point> ended_;
    Clock::time_point answered_;  // the last one
    double seconds_ = 0;
    double own_cpu_ = 0;
    double server_cpu_ = 0;
    std::vector<std::uint32_t> micros_;
    std::map<std::string, std::uint64_t> wrong_;  // by status; "0": no answer
};

class Load;

// One keep-alive connection, one request at a time.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Load& load, asio::io_context& context)
        : load_(load)
        , socket_(context) {}

    void open(std::uint16_t port) {
        socket_.connect({asio::ip::address_v4::loopback(), port});
        socket_.set_option(asio::ip::tcp::no_delay(true));
    }
    void ask(std::string request, Clock::time_point since) {
        since_ = since;
        request_ = std::move(request);
        parser_.emplace();
        parser_->eager(true);
        asio::async_write(
            socket_,
            asio::buffer(request_),
            [self = shared_from_this()](beast::error_code error, std::size_t) {
                error ? self->done(0) : self->read();
            }
        );
    }
    [[nodiscard]] bool is_open() const { return socket_.is_open(); }

private:
    void read() {
        socket_.async_read_some(
            buffer_.prepare(4096),
            [self = shared_from_this()](beast::error_code error, std::size_t size) {
                if (error) return self->done(0);
                self->buffer_.commit(size);
                self->buffer_.consume(self->parser_->put(self->buffer_.data(), error));
                if (error && error != beast::http::error::need_more) return self->done(0);
                if (!self->parser_->is_done()) return self->read();
                self->done(self->parser_->get().result_int());
            }
        );
    }
    void done(unsigned status);

    Load& load_;
    Socket socket_;
    Clock::time_point since_;
    std::string request_;
    beast::flat_buffer buffer_;
    std::optional<beast::http::response_parser<beast::http::string_body>> parser_;
};

class Load {
public:
    Load(const Options& options, std::vector<Office> offices)
        : options_(options)
        , requests_(options.work, std::move(offices), options.first_person)
        , tally_(options, requests_.right_status())
        , timer_(context_)
        , phase_(context_) {}

    boost::json::object run() {
        for (std::uint32_t i = 0; i < options_.connections; ++i) {
            auto connection = std::make_shared<Connection>(*this, context_);
            connection->open(options_.port);
            idle_.push_back(std::move(connection));
        }
        after(options_.warm_seconds, [this] {
            tally_.begin();
            after(options_.seconds, [this] {
                tally_.end();
                is_over_ = true;
            });
        });
        began_ = Clock::now();
        if (options_.rate == 0) {
            for (auto& connection : std::exchange(idle_, {}))
                ask(*connection, Clock::now());
        } else {
            tick();
        }
        context_.run_for(std::chrono::duration_cast<Clock::duration>(
            std::chrono::duration<double>(options_.warm_seconds + options_.seconds + grace_seconds)
        ));
        return tally_.report(due_.size() + under_way_);
    }

    void answered(std::shared_ptr<Connection> connection, int status, Clock::time_point since) {
        --under_way_;
        tally_.answered(status, since);
        if (status == 0) return;
        if (options_.rate == 0) {
            if (!is_over_) ask(*connection, Clock::now());
            return;
        }
        idle_.push_back(std::move(connection));
        serve_due();
    }

private:
    template <class Work>
    void after(double seconds, Work work) {
        phase_.expires_after(
            std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))
        );
        phase_.async_wait([work](beast::error_code) { work(); });
    }

    void ask(Connection& connection, Clock::time_point since) {
        ++under_way_;
        connection.ask(requests_.next(), since);
    }

    // The open loop: puts down what is due by now and sleeps until the next.
    void tick() {
        if (is_over_) return;
        const auto due_at = [&] {
            return began_ + std::chrono::nanoseconds(1'000'000'000 * made_ / options_.rate);
        };
        for (const auto now = Clock::now(); due_at() <= now; ++made_)
            due_.push_back(due_at());
        serve_due();
        timer_.expires_at(due_at());
        timer_.async_wait([this](beast::error_code) { tick(); });
    }
    void serve_due() {
        while (!due_.empty() && !idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            ask(*connection, due_.front());
            due_.pop_front();
        }
    }

    const Options& options_;
    asio::io_context context_{1};
    Requests requests_;
    Tally tally_;
    Timer timer_;
    Timer phase_;
    Clock::time_point began_;
    bool is_over_ = false;
    std::int64_t made_ = 0;
    std::uint64_t under_way_ = 0;
    std::deque<Clock::time_point> due_;
    std::vector<std::shared_ptr<Connection>> idle_;
};

void Connection::done(unsigned status) {
    load_.answered(shared_from_this(), static_cast<int>(status), since_);
}

}  // namespace

}  // namespace antre::bench

int main(int argc, char** argv) {
    antre::bench::Options options;
    CLI::App app{"Load on a server that gives places; prints one line of JSON."};
    app.add_option("--port", options.port)->required();
    app.add_option("--offices", options.offices_path, "Lines: slug, number id, account id")
        ->required();
    app.add_option("--work", options.work)->check(CLI::IsMember({"rest", "whatsapp"}));
    app.add_option("--connections", options.connections)->check(CLI::Range(1, 10'000));
    app.add_option("--rate", options.rate, "Requests a second; without it a closed loop");
    app.add_option("--seconds", options.seconds);
    app.add_option("--warm-seconds", options.warm_seconds);
    app.add_option("--first-person", options.first_person);
    app.add_option("--server-pid", options.server_pid, "Whose processor time is told too");
    CLI11_PARSE(app, argc, argv);
    auto offices = antre::bench::read_offices(options.offices_path);
    if (offices.empty()) {
        std::fprintf(stderr, "load: %s names no office\n", options.offices_path.c_str());
        return 1;
    }
    antre::bench::Load load(options, std::move(offices));
    std::printf("%s\n", boost::json::serialize(load.run()).c_str());
    return 0;
}
