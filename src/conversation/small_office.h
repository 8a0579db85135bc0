#pragma once

// One office and one phone, for tests of the dialog: decides proposals with the scheduling rules
// and keeps everything in memory. It is far from the engine: no store, no identities, one contact.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/dialog.h"
#include "language/tables.h"
#include "scheduling/office.h"

namespace antre::conversation {

// The wording files as they stand in the tree.
const Wording& wording_of_tree();
// The words that understanding knows, read once.
const language::Tables& tables_of_tree();

scheduling::Office south_jakarta();
// Nine kilometres from it; of static duration.
const scheduling::Office& east_jakarta();
// Fourteen kilometres from it, and smaller.
const scheduling::Office& depok();

class SmallOffice {
public:
    SmallOffice();
    explicit SmallOffice(scheduling::Office office);

    void at(Instant now) { now_ = now; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] const Talk& talk() const { return talk_; }
    [[nodiscard]] Talk& talk() { return talk_; }
    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] const scheduling::Office& office() const { return office_; }
    [[nodiscard]] std::vector<scheduling::Booking> booked() const;
    [[nodiscard]] bool has_hold() const;

    // Others fill up a day, or take just the next place.
    void fill_day(LocalDate day);
    void take_next();
    // Others take all that is left of that window.
    void fill_window(LocalDate day, MinuteOfDay opens);
    // The office closes a day: who is booked on it is moved and told.
    std::vector<Reply> close(LocalDate day, const std::string& reason);
    // The day before: who asked for it is reminded of tomorrow.
    std::vector<Reply> remind();
    // The passport of the soonest booking's first person is paid, ready, recalled, lapsed,
    // collected: what is then said. REQUIRES: somebody is booked.
    std::vector<Reply> passport(std::string_view what);
    // An officer answers what was written.
    std::vector<Reply> answer(std::string_view text);
    // Somebody gives up a place of that day and time: who waits for it is told.
    std::vector<Reply> free(LocalDate day, MinuteOfDay window);
    // Another office has room; it outlives this one.
    void add_other(const scheduling::Office& office);
    // The number has been silent so long that it may have another owner.
    void fall_silent();
    // The moment of an erasure asked for has come: who writes from here on is nobody we know.
    void pass_erasure();
    // A booking of another office, as this contact sees it.
    void add_elsewhere(const scheduling::Office* office, scheduling::Booking booking);

    // What the person does; the replies it brings, those after a decision included.
    std::vector<Reply> hear(const Heard& heard);
    std::vector<Reply> say(std::string_view text);
    // Taps the button or row of that title in the latest message that has one; it must exist.
    std::vector<Reply> tap(std::string_view title);

    [[nodiscard]] std::size_t heard_count() const { return heard_; }
    [[nodiscard]] std::size_t reply_count() const { return replied_; }

private:
    Turn step(const Heard& heard);
    Decision decide(const Proposal& proposal);
    Decision hold(const ProposeHold& proposal);
    Decision book(const ProposeBooking& proposal);
    Decision collect(const ProposeCollecting& proposal);
    Decision move(const ProposeMove& proposal);
    Decision cancel(BookingId booking);
    Decision release(BookingId hold);
    Decision rate(const ProposeRating& proposal);
    Decision join(const ProposeWait& proposal);
    Decision leave(const ProposeLeavingWait& proposal);
    Decision pass(const ProposePassing& proposal);
    // What concerns the contact's own data; nothing for other proposals.
    std::optional<Decision> decide_own_data(const Proposal& proposal);
    Decision correct(const ProposeCorrection& proposal);
    Decision erase();
    Decision prove(const ProposeProof& proposal);
    Decision start_anew();
    [[nodiscard]] OwnData own_data(const std::vector<WaitSeen>& waits) const;
    void hide_unproven(std::vector<BookingSeen>& seen, std::vector<WaitSeen>& waits) const;
    WaitJoined enlist(const scheduling::Booking& booking, const scheduling::Wish& wish);
    void give_up(scheduling::Booking& booking, scheduling::BookingStatus status);
    void expire_holds();
    void take_all(const scheduling::Placement& placement);
    void free_all(const scheduling::Placement& placement);
    scheduling::Booking* booking(BookingId id);
    scheduling::PoolCalendar& calendar(PoolId pool);
    void remember(const std::vector<Reply>& replies);
    void announce(const std::vector<Reply>& notices);

    scheduling::Office office_;
    std::vector<scheduling::PoolCalendar> calendars_;
    std::vector<scheduling::Booking> bookings_;  // all that ever were
    std::vector<std::pair<const scheduling::Office*, scheduling::Booking>> elsewhere_;
    std::optional<scheduling::PassportCase> passport_;
    std::vector<CaseSeen> cases_;
    std::optional<scheduling::Wait> wait_;
    std::optional<Instant> erased_at_;
    std::optional<std::uint8_t> tries_left_;
    std::vector<std::pair<const scheduling::Office*, std::vector<scheduling::PoolCalendar>>>
        others_;
    Talk talk_;
    Language language_ = Language::id;
    bool is_opted_out_ = false;
    Instant now_;
    std::uint64_t next_id_ = 0;
    std::vector<std::pair<std::string, std::string>> buttons_;  // title, payload; latest last
    std::size_t heard_ = 0;
    std::size_t replied_ = 0;
};

}  // namespace antre::conversation
