#include "http/event_stream.h"

#include "foundation/text.h"
#include "http/mailbox.h"

namespace antre::http {
namespace {

void append_field(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    for (const char c : value) {
        if (c != '\r' && c != '\n' && c != '\0') out += c;
    }
    out += '\n';
}

}  // namespace

SharedText make_event(std::string_view event, std::string_view id, std::string_view data) {
    std::string out;
    out.reserve(event.size() + id.size() + data.size() + 32);
    if (!event.empty()) append_field(out, "event", event);
    if (!id.empty()) append_field(out, "id", id);
    for (const std::string_view line : split(data, '\n'))
        append_field(out, "data", line);
    out += '\n';
    return std::make_shared<const std::string>(std::move(out));
}

EventStream::EventStream(std::shared_ptr<StreamQueue> queue)
    : queue_(std::move(queue)) {}

void EventStream::send(std::string_view event, std::string_view id, std::string_view data) {
    send(make_event(event, id, data));
}

void EventStream::send(SharedText event) {
    if (queue_ && event && !event->empty()) queue_->push(std::move(event));
}

bool EventStream::closed() const {
    return !queue_ || queue_->state() != StreamQueue::State::open;
}

void EventStream::close() {
    if (queue_) queue_->close();
}

}  // namespace antre::http
