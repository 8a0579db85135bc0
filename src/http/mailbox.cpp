#include "http/mailbox.h"

#include "http/limits.h"

namespace antre::http {
namespace {

thread_local Mailbox::Desk* desk = nullptr;

}  // namespace

void Mailbox::open(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

void Mailbox::close() {
    std::vector<Letter> dropped;
    {
        const std::lock_guard lock(mutex_);
        wake_ = nullptr;
        dropped.swap(waiting_);
    }
    for (Letter& letter : dropped)
        drop(letter.body);
}

void Mailbox::put(Letter letter) {
    if (desk && &desk->mailbox_ == this && desk->connection_ == letter.connection &&
        !std::holds_alternative<StreamNews>(letter.body)) {
        desk->body = std::move(letter.body);
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        if (wake_) {
            waiting_.push_back(std::move(letter));
            if (waiting_.size() == 1) wake_();
            return;
        }
    }
    drop(letter.body);
}

void Mailbox::drop(const LetterBody& body) {
    if (const auto* start = std::get_if<StreamStart>(&body)) start->queue->cut();
}

Mailbox::Desk::Desk(Mailbox& mailbox, std::uint64_t connection)
    : mailbox_(mailbox)
    , connection_(connection)
    , outer_(desk) {
    desk = this;
}

Mailbox::Desk::~Desk() {
    desk = outer_;
}

void Mailbox::take_all(std::vector<Letter>& letters) {
    letters.clear();
    const std::lock_guard lock(mutex_);
    letters.swap(waiting_);
}

void StreamQueue::announce() {
    if (is_announced_) return;
    is_announced_ = true;
    mailbox_->put({connection_, StreamNews{}});
}

void StreamQueue::push(SharedText event) {
    const std::lock_guard lock(mutex_);
    if (state_ != State::open) return;
    bytes_ += event->size();
    events_.push_back(std::move(event));
    if (events_.size() > stream_events_max || bytes_ > stream_bytes_max) {
        state_ = State::cut;
        events_.clear();
        is_announced_ = false;  // the cut is news even where events were announced already
    }
    announce();
}

void StreamQueue::close() {
    const std::lock_guard lock(mutex_);
    if (state_ != State::open) return;
    state_ = State::closing;
    announce();
}

void StreamQueue::cut() {
    const std::lock_guard lock(mutex_);
    state_ = State::cut;
    events_.clear();
}

StreamQueue::State StreamQueue::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

std::string StreamQueue::take() {
    const std::lock_guard lock(mutex_);
    is_announced_ = false;
    std::string bytes;
    std::size_t count = 0;
    while (count < events_.size()) {
        const std::string& event = *events_[count];
        if (count > 0 && bytes.size() + event.size() > stream_write_bytes_max) break;
        bytes += event;
        ++count;
    }
    events_.erase(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(count));
    bytes_ -= bytes.size();
    return bytes;
}

}  // namespace antre::http
