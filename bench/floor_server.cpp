// The floor: the least that a durable booking can cost on this machine with the parts that Antre is
// made of. It checks the signature, reads what it needs, takes the next number of the office from a
// counter in memory, and one thread commits whatever waits: three statements a booking, synced,
// answered after the commit. It has no rules, no days, no encryption, no journal: a yardstick.
//
//   floor_server DATABASE PORT

#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/asio.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <simdjson.h>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "mac.h"

namespace antre::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type>;

class Session;

// What the ledger keeps of one booking.
struct Entry {
    std::shared_ptr<Session> asker;
    std::string key;  // of the message or of the client
    std::string office;
    std::string who;
    std::uint32_t number = 0;
    int status = 200;
};

// The one writer: takes all that waits, commits it together, then lets the askers know.
class Ledger {
public:
    Ledger(const std::string& path, asio::io_context& context)
        : context_(context)
        , database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
        database_.exec("PRAGMA journal_mode = WAL");
        database_.exec("PRAGMA synchronous = FULL");
        database_.exec("CREATE TABLE office (slug TEXT PRIMARY KEY, taken INTEGER NOT NULL)");
        database_.exec("CREATE TABLE booking (id INTEGER PRIMARY KEY, key TEXT UNIQUE,"
                       " office TEXT NOT NULL, number INTEGER NOT NULL, who TEXT NOT NULL)");
        database_.exec("CREATE TABLE outbox (id INTEGER PRIMARY KEY, content TEXT NOT NULL)");
        thread_ = std::thread([this] { run(); });
    }
    ~Ledger() {
        {
            const std::lock_guard lock(mutex_);
            is_stopping_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    void keep(Entry entry) {
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(entry));
        }
        wake_.notify_one();
    }

private:
    void run();
    void commit(const std::vector<Entry>& batch);

    asio::io_context& context_;
    SQLite::Database database_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Entry> waiting_;
    bool is_stopping_ = false;
    std::thread thread_;
};

struct Floor {
    explicit Floor(Ledger& its_ledger)
        : ledger(its_ledger) {}

    Ledger& ledger;
    Mac mac;
    simdjson::ondemand::parser json;
    std::unordered_map<std::string, std::uint32_t> taken;  // by office

    // The booking that a request asks for; nothing when it is not to be believed or understood.
    std::optional<Entry> entry_of(http::request<http::string_body>& request);

private:
    Entry entry_of_message(http::request<http::string_body>& request);
    Entry entry_of_booking(http::request<http::string_body>& request);
};

// One connection: reads a request, hands it to the ledger, answers when told.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session(Socket socket, Floor& floor)
        : socket_(std::move(socket))
        , floor_(floor) {}

    void read() {
        parser_.emplace();
        parser_->eager(true);
        read_more();
    }
    void answer(int status, std::uint32_t number) {
        const std::string body =
            status == 201 ? R"({"number":)" + std::to_string(number) + "}" : std::string();
        answer_ = status == 201   ? "HTTP/1.1 201 Created\r\n"
                  : status == 200 ? "HTTP/1.1 200 OK\r\n"
                                  : "HTTP/1.1 401 Unauthorized\r\n";
        answer_ += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        asio::async_write(
            socket_,
            asio::buffer(answer_),
            [self = shared_from_this()](beast::error_code error, std::size_t) {
                if (!error) self->read();
            }
        );
    }

private:
    void read_more() {
        socket_.async_read_some(
            buffer_.prepare(4096),
            [self = shared_from_this()](beast::error_code error, std::size_t size) {
                if (error) return;
                self->buffer_.commit(size);
                self->buffer_.consume(self->parser_->put(self->buffer_.data(), error));
                if (error && error != http::error::need_more) return;
                if (!self->parser_->is_done()) return self->read_more();
                self->take_in();
            }
        );
    }
    void take_in() {
        auto entry = floor_.entry_of(parser_->get());
        if (!entry) return answer(401, 0);
        entry->asker = shared_from_this();
        floor_.ledger.keep(std::move(*entry));
    }

    Socket socket_;
    Floor& floor_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;
    std::string answer_;
};

void Ledger::run() {
    for (;;) {
        std::vector<Entry> batch;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            batch.swap(waiting_);
        }
        commit(batch);
        asio::post(context_, [batch = std::move(batch)] {
            for (const Entry& entry : batch)
                entry.asker->answer(entry.status, entry.number);
        });
    }
}

void Ledger::commit(const std::vector<Entry>& batch) {
    static SQLite::Statement take(
        database_,
        "INSERT INTO office (slug, taken) VALUES (?1, ?2)"
        " ON CONFLICT DO UPDATE SET taken = excluded.taken"
    );
    static SQLite::Statement book(
        database_, "INSERT INTO booking (key, office, number, who) VALUES (?1, ?2, ?3, ?4)"
    );
    static SQLite::Statement queue(database_, "INSERT INTO outbox (content) VALUES (?1)");
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    for (const Entry& entry : batch) {
        take.bindNoCopy(1, entry.office);
        take.bind(2, entry.number);
        take.exec();
        take.reset();
        book.bindNoCopy(1, entry.key);
        book.bindNoCopy(2, entry.office);
        book.bind(3, entry.number);
        book.bindNoCopy(4, entry.who);
        book.exec();
        book.reset();
        queue.bind(1, entry.who + ": nomor " + std::to_string(entry.number));
        queue.exec();
        queue.reset();
    }
    transaction.commit();
}

std::optional<Entry> Floor::entry_of(http::request<http::string_body>& request) {
    const bool is_webhook = request.target().starts_with("/webhooks/");
    const auto signature = request["X-Hub-Signature-256"];
    if (is_webhook && !mac.is_right({signature.data(), signature.size()}, request.body())) {
        return std::nullopt;
    }
    try {
        Entry entry = is_webhook ? entry_of_message(request) : entry_of_booking(request);
        entry.number = ++taken[entry.office];
        return entry;
    } catch (const simdjson::simdjson_error&) {
        return std::nullopt;
    }
}

Entry Floor::entry_of_message(http::request<http::string_body>& request) {
    std::string& body = request.body();
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    auto document = json.iterate(body);
    auto value = document["entry"].at(0)["changes"].at(0)["value"];
    Entry entry;
    entry.office = std::string_view(value["metadata"]["phone_number_id"]);
    auto message = value["messages"].at(0);
    const std::string_view from = message["from"];
    entry.key = std::string_view(message["id"]);
    entry.who = std::string(from) + ' ';
    entry.who += std::string_view(message["text"]["body"]);
    return entry;
}

Entry Floor::entry_of_booking(http::request<http::string_body>& request) {
    std::string& body = request.body();
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    auto document = json.iterate(body);
    auto person = document["people"].at(0);
    Entry entry;
    entry.status = 201;
    entry.who = std::string_view(person["name"]);
    entry.who += ' ';
    entry.who += std::string_view(person["birth_date"]);
    entry.key = request["Idempotency-Key"];
    entry.office = request.target();
    return entry;
}

void accept(Acceptor& acceptor, Floor& floor) {
    acceptor.async_accept([&](beast::error_code error, Socket socket) {
        if (error) return;
        socket.set_option(asio::ip::tcp::no_delay(true));
        std::make_shared<Session>(std::move(socket), floor)->read();
        accept(acceptor, floor);
    });
}

int run(const char* path, std::uint16_t port) {
    asio::io_context context{1};
    Ledger ledger(path, context);
    Floor floor(ledger);
    Acceptor acceptor(context, {asio::ip::address_v4::loopback(), port});
    asio::basic_signal_set<asio::io_context::executor_type> end(context, SIGTERM, SIGINT);
    end.async_wait([&](beast::error_code, int) { context.stop(); });
    accept(acceptor, floor);
    context.run();
    return 0;
}

}  // namespace

}  // namespace antre::bench

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    return antre::bench::run(
        argv[1], static_cast<std::uint16_t>(std::strtoul(argv[2], nullptr, 10))
    );
}
