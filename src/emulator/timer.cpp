// The emulator's one timer: retries and ticks when they fall due, answers that are held back, and
// the fast-forward of the clock, step by step from one due moment to the next.

#include <algorithm>

#include "emulator/emulator.h"
#include "emulator/limits.h"

namespace antre::emulator {

void Emulator::run_timer() {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        release_waiting();
        step_advance();
        // pump() sets is_woken_; what it did is covered by the look at next_wake below.
        pump();
        is_woken_ = false;
        const auto wake = next_wake();
        const auto is_ready = [this] { return is_woken_ || is_stopping_; };
        if (wake) {
            changed_.wait_until(lock, *wake, is_ready);
        } else {
            changed_.wait(lock, is_ready);
        }
    }
}

std::optional<Emulator::Steady::time_point> Emulator::next_wake() const {
    std::optional<Steady::time_point> wake;
    const auto consider = [&wake](Steady::time_point at) {
        if (!wake || at < *wake) wake = at;
    };
    for (const Waiting& one : waiting_)
        consider(one.due);
    if (!advances_.empty()) {
        const auto settle = std::chrono::milliseconds(advances_.front().settle.value);
        if (posts_under_way_ == 0) consider(last_activity_ + settle);
    } else if (const auto due = cloud_.next_due()) {
        if (const auto wait = clock_.until(*due)) {
            consider(Steady::now() + std::max(*wait, std::chrono::milliseconds(1)));
        }
    }
    return wake;
}

void Emulator::release_waiting() {
    const auto now = Steady::now();
    for (auto one = waiting_.begin(); one != waiting_.end();) {
        if (one->due > now) {
            ++one;
            continue;
        }
        if (one->response) {
            one->responder.answer(std::move(*one->response));
        } else {
            one->responder.abandon();
        }
        one = waiting_.erase(one);
    }
}

void Emulator::start_advance(Instant target, Milliseconds settle, http::Responder responder) {
    clock_.hold(clock_.now());
    last_activity_ = Steady::now() - std::chrono::milliseconds(settle.value);
    advances_.push_back({target, settle, std::move(responder)});
    is_woken_ = true;
    changed_.notify_one();
}

// Goes from one due moment to the next while nothing is on its way: in simulated time a webhook
// and what it causes take no time at all.
void Emulator::step_advance() {
    while (!advances_.empty()) {
        Advance& advance = advances_.front();
        const auto settle = std::chrono::milliseconds(advance.settle.value);
        if (posts_under_way_ > 0 || Steady::now() < last_activity_ + settle) return;
        const auto next = cloud_.next_due();
        if (next && *next <= advance.target) {
            clock_.hold(*next);
            pump();
            continue;
        }
        clock_.hold(advance.target);
        pump();
        if (posts_under_way_ > 0) return;
        http::Responder responder = std::move(advance.responder);
        advances_.pop_front();
        if (advances_.empty()) clock_.resume();
        publish_clock();
        responder.answer(http::json_response(200, whatsapp_cloud::json::serialize(clock_json())));
    }
}

}  // namespace antre::emulator
