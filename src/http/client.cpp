#include "http/client.h"

#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "http/client_channel.h"

namespace antre::http {
namespace {

using SteadyClock = std::chrono::steady_clock;

// One request on its way. It is answered once: by the exchange, its deadline, or the stop.
struct Job {
    Job(asio::io_context& context, ClientRequest given, Url parsed, SendCallback answer)
        : request(std::move(given))
        , url(std::move(parsed))
        , callback(std::move(answer))
        , deadline(context) {}

    ClientRequest request;
    Url url;
    SendCallback callback;
    Timer deadline;
    std::shared_ptr<ClientChannel> channel;  // while it is being served
    bool is_connecting = false;
    bool is_late = false;
};

struct Idle {
    std::shared_ptr<ClientChannel> channel;
    SteadyClock::time_point since;
};

struct Origin {
    std::deque<std::shared_ptr<Job>> waiting;
    std::vector<Idle> idle;
    std::size_t busy = 0;  // coroutines that hold or open a connection

    [[nodiscard]] std::size_t connections() const { return busy + idle.size(); }
};

SendOutcome failure(SendFailure::Kind kind, std::string detail) {
    return fail(SendFailure{kind, std::move(detail)});
}

}  // namespace

class ClientLoop {
public:
    explicit ClientLoop(ClientOptions options)
        : options_(std::move(options)) {
        trust();
        thread_ = std::thread([this] { context_.run(); });
    }

    void send(ClientRequest request, SendCallback callback) {
        auto url = parse_url(request.url);
        if (!url) {
            callback(failure(SendFailure::Kind::not_sent, "not an http or https URL"));
            return;
        }
        if (url->scheme == Scheme::https && trust_problem_) {
            callback(failure(SendFailure::Kind::not_sent, *trust_problem_));
            return;
        }
        {
            const std::lock_guard lock(mutex_);
            if (!is_stopped_) {
                auto job = std::make_shared<Job>(
                    context_, std::move(request), std::move(*url), std::move(callback)
                );
                asio::post(context_, [this, job = std::move(job)] { admit(job); });
                return;
            }
        }
        callback(failure(SendFailure::Kind::not_sent, "the client has stopped"));
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            if (is_stopped_) return;
            is_stopped_ = true;
            asio::post(context_, [this] { end(); });
        }
        thread_.join();
    }

private:
    void trust() {
        beast::error_code error;
        tls_.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1, error);
        if (options_.ca_file) {
            tls_.load_verify_file(*options_.ca_file, error);
        } else {
            tls_.set_default_verify_paths(error);
        }
        if (error) trust_problem_ = "no trusted authorities: " + error.message();
    }

    static void finish(Job& job, SendOutcome outcome) {
        job.channel.reset();
        job.deadline.cancel();
        if (const auto callback = std::exchange(job.callback, nullptr)) {
            callback(std::move(outcome));
        }
    }

    Origin& origin_of(const Url& url) {
        const char* scheme = url.scheme == Scheme::https ? "https://" : "http://";
        return origins_[scheme + url.host + ' ' + std::to_string(url.port)];
    }

    void admit(const std::shared_ptr<Job>& job) {
        if (is_ending_) {
            finish(*job, failure(SendFailure::Kind::not_sent, "the client has stopped"));
            return;
        }
        Origin& origin = origin_of(job->url);
        auto channel = take_idle(origin);
        if (!channel && origin.connections() >= options_.limits.connections_per_origin_max) {
            if (origin.waiting.size() >= options_.limits.waiting_per_origin_max) {
                finish(*job, failure(SendFailure::Kind::too_busy, "too many requests are waiting"));
                return;
            }
            origin.waiting.push_back(job);
            watch_deadline(job);
            return;
        }
        watch_deadline(job);
        ++origin.busy;
        asio::co_spawn(context_, serve(origin, std::move(channel), job), asio::detached);
    }

    void watch_deadline(const std::shared_ptr<Job>& job) {
        job->deadline.expires_after(std::chrono::milliseconds(job->request.deadline.value));
        job->deadline.async_wait([this, job](beast::error_code cancelled) {
            if (cancelled || !job->callback) return;
            job->is_late = true;
            if (job->channel) job->channel->abort();
            // An exchange ends by itself and says what is known. Connecting may not: a name's
            // resolution cannot be stopped.
            if (job->channel && !job->is_connecting) return;
            const char* what = job->is_connecting ? "deadline passed while connecting"
                                                  : "deadline passed while waiting";
            std::erase(origin_of(job->url).waiting, job);
            finish(*job, failure(SendFailure::Kind::not_sent, what));
        });
    }

    // The newest idle connection that still lives.
    static std::shared_ptr<ClientChannel> take_idle(Origin& origin) {
        while (!origin.idle.empty()) {
            auto channel = std::move(origin.idle.back().channel);
            origin.idle.pop_back();
            if (channel->is_alive()) return channel;
        }
        return nullptr;
    }

    // Serves one job after another over one connection, then lays the connection by. Origins are
    // never removed while the loop runs, so the reference holds.
    Task<void>
    serve(Origin& origin, std::shared_ptr<ClientChannel> channel, std::shared_ptr<Job> job) {
        while (job) {
            active_.push_back(job);
            const bool is_reusable = co_await serve_one(channel, *job);
            std::erase(active_, job);
            if (!is_reusable || is_ending_) channel.reset();
            job.reset();
            if (!origin.waiting.empty()) {
                job = std::move(origin.waiting.front());
                origin.waiting.pop_front();
                if (channel && !channel->is_alive()) channel.reset();
            }
        }
        --origin.busy;
        if (channel) {
            origin.idle.push_back({std::move(channel), SteadyClock::now()});
            watch_idle();
        }
    }

    // Gives the job a connection. False if it was answered instead.
    Task<bool> open(std::shared_ptr<ClientChannel>& channel, Job& job) {
        channel = std::make_shared<ClientChannel>(context_, tls_, job.url);
        job.channel = channel;
        job.is_connecting = true;
        const std::optional<std::string> problem = co_await channel->connect();
        job.is_connecting = false;
        if (problem) finish(job, failure(SendFailure::Kind::not_sent, *problem));
        co_return job.callback != nullptr;
    }

    // True if `channel` may serve another job.
    Task<bool> serve_one(std::shared_ptr<ClientChannel>& channel, Job& job) {
        for (;;) {
            if (!channel) {
                const bool is_open = co_await open(channel, job);
                if (!is_open) co_return false;
            }
            job.channel = channel;
            const bool is_fresh = !channel->has_served();
            Exchange exchange = co_await channel->exchange(job.request, job.url, options_.limits);
            const bool may_try_again = !exchange.outcome && exchange.bytes_written == 0 &&
                                       !is_fresh && !job.is_late && !is_ending_;
            if (may_try_again) {
                channel.reset();
                continue;
            }
            if (!exchange.outcome && job.is_late) {
                exchange.outcome.error().detail.insert(0, "deadline passed: ");
            }
            const bool is_reusable = exchange.is_reusable;
            finish(job, std::move(exchange.outcome));
            co_return is_reusable;
        }
    }

    // Closes connections that were idle for too long; runs only while some are idle.
    void watch_idle() {
        if (is_watching_idle_ || is_ending_) return;
        is_watching_idle_ = true;
        idle_timer_.expires_after(std::chrono::milliseconds(options_.limits.idle.value));
        idle_timer_.async_wait([this](beast::error_code) {
            is_watching_idle_ = false;
            const auto limit = std::chrono::milliseconds(options_.limits.idle.value);
            const auto now = SteadyClock::now();
            bool is_any_left = false;
            for (auto& [key, origin] : origins_) {
                std::erase_if(origin.idle, [&](const Idle& idle) {
                    return is_ending_ || now - idle.since >= limit;
                });
                is_any_left = is_any_left || !origin.idle.empty();
            }
            if (is_any_left) watch_idle();
        });
    }

    void end() {
        is_ending_ = true;
        for (auto& [key, origin] : origins_) {
            for (const auto& job : std::exchange(origin.waiting, {})) {
                finish(*job, failure(SendFailure::Kind::not_sent, "the client has stopped"));
            }
            origin.idle.clear();
        }
        for (const auto& job : active_) {
            // A job whose deadline passed while connecting has let go of its channel already.
            if (job->channel) job->channel->abort();
        }
        idle_timer_.cancel();
        work_.reset();
    }

    ClientOptions options_;
    asio::io_context context_{1};
    asio::executor_work_guard<Executor> work_{context_.get_executor()};
    asio::ssl::context tls_{asio::ssl::context::tls_client};
    std::optional<std::string> trust_problem_;
    Timer idle_timer_{context_};
    std::map<std::string, Origin, std::less<>> origins_;
    std::vector<std::shared_ptr<Job>> active_;
    bool is_watching_idle_ = false;
    bool is_ending_ = false;

    std::mutex mutex_;
    bool is_stopped_ = false;
    std::thread thread_;
};

Client::Client(ClientOptions options)
    : loop_(std::make_unique<ClientLoop>(std::move(options))) {}

Client::~Client() {
    stop();
}

void Client::send(ClientRequest request, SendCallback callback) {
    loop_->send(std::move(request), std::move(callback));
}

SendOutcome Client::send_and_wait(ClientRequest request) {
    std::promise<SendOutcome> promise;
    auto future = promise.get_future();
    send(std::move(request), [&promise](SendOutcome outcome) {
        promise.set_value(std::move(outcome));
    });
    return future.get();
}

void Client::stop() {
    loop_->stop();
}

}  // namespace antre::http
