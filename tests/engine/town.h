#pragma once

// A town is two small offices, their people and the engine between them, moved by sentences. It is
// Tuesday, 24 November 2026, 07:00 WIB. Jakarta gives six places an hour, one every ten minutes,
// from 08:00, B-001 to B-006 from 09:00, and on Wednesday again; no
// other day is open. Denpasar has one pool of two places on Wednesday.
//
//   at 09:00 | after 5 minutes               the clock; the second lets time pass in the engine
//   Siti books [for 3] [Wed] [08:30] [key k] [in denpasar]     as a program does it for her phone
//   Siti moves [Wed] [08:30] [key k]         her latest booking, proven by her birth date
//   Siti cancels [key k] | Siti looks        the same
//   Siti says TEXT | Siti taps TITLE         over WhatsApp; TITLE of the latest button with it
//   Siti stops | Siti starts | Siti reacts   WhatsApp's own switch; a reaction to a message
//   send                                     claims; answers whose messages go now
//   Siti's send is accepted|not_sent|unknown|refused CODE       of the message last claimed for her
//   Siti's status is sent|delivered|read|failed                 its echo, by our own id
//   templates are taken again                what waits for one may go
//   time                                     lets time pass where it stands

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "engine/faulty_store.h"
#include "foundation/random.h"

namespace antre::stories {

inline constexpr OfficeId jakarta{1};
inline constexpr OfficeId denpasar{2};

class Town {
public:
    Town();

    // Does what the sentences say in one batch; one outcome each, in the words of the code:
    // "A-001 Tue 08:00 booked", a refusal's name, "done", a store failure's kind.
    std::vector<std::string> tell_together(const std::vector<std::string>& sentences);
    std::string tell(const std::string& sentence) { return tell_together({sentence}).front(); }
    // The commands of the latest batch once more, as a sender without an answer repeats them.
    std::vector<std::string> repeat();

    // The process ends and another begins on the same store.
    void restart();

    FaultyStore& store() { return store_; }
    engine::Engine& engine() { return *engine_; }
    // A second server on the same store.
    std::unique_ptr<engine::Engine> another_engine();
    [[nodiscard]] Instant now() const { return now_; }
    void now_moves(Milliseconds by) { now_ = now_ + by; }
    Random& random() { return random_; }
    std::vector<std::string> handle(engine::Engine& with, std::vector<engine::Command> commands);

    // ---- what the store holds
    std::string booking_of(const std::string& name);   // status and places of the latest
    std::string messages_of(const std::string& name);  // "ticket sent, reply queued"
    std::string told_to(const std::string& name);      // the text of the latest message
    std::string places(OfficeId office = jakarta);     // "A-001 A-002", of all days
    std::string journal(OfficeId office = jakarta);    // the kinds of its events
    std::uint64_t contact_of(const engine::Identity& who);

    // ---- for stories that the sentences do not reach
    engine::Command command(const std::string& sentence);
    engine::Command stamped(engine::Body body, OfficeId office = {});
    engine::Identity whatsapp_of(const std::string& name);
    // A template message begun by us, put into the store by another hand; the engine is restarted.
    void queue_notice(const std::string& name);
    MessageId last_claimed(const std::string& name);
    std::string describe(const engine::Answer& answer);
    // What a sentence says that is no command: the clock, `restart`, a question to the store.
    std::optional<std::string> beside(const std::string& sentence);

private:
    struct Person {
        std::string name;
        std::string phone;
        LocalDate born;
        BookingId booking;  // latest
        MessageId claimed;  // latest message claimed for them
    };
    Person& person(const std::string& name);
    engine::Body body_of(const std::vector<std::string>& words, const std::string& sentence);
    engine::Body request_of(Person& who, const std::vector<std::string>& words);
    engine::Body report_of(Person& who, const std::vector<std::string>& words);
    engine::Body tap_of(Person& who, const std::string& title);
    void run_clock(const std::vector<std::string>& words);

    FaultyStore store_;
    std::unique_ptr<engine::Engine> engine_;
    Random random_{1};
    Instant now_;
    std::map<std::string, Person> people_;
    std::vector<engine::Command> latest_;
};

// Plays a story, one sentence a line: `sentence -> outcome`. A line that begins with `&` happens in
// the same batch as the line before. Besides the sentences above it knows `restart`, and asks the
// store by `Siti's booking`, `Siti's messages`, `places` and `journal`.
void check(Town& town, std::string_view story);
void check(std::string_view story);

}  // namespace antre::stories
