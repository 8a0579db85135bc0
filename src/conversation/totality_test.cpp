// Whatever is heard, wherever the talk stands, something sendable is answered, and the menu is
// never more than two steps away.

#include <gtest/gtest.h>

#include "conversation/asking.h"
#include "conversation/dialog.h"
#include "conversation/limits.h"
#include "conversation/payload.h"
#include "conversation/sendable.h"
#include "conversation/small_office.h"
#include "foundation/random.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr int steps = static_cast<int>(Step::proving) + 1;
constexpr int intents = static_cast<int>(language::Intent::other) + 1;

// The longest things people may bring, and offices: longer texts are refused when they are loaded.
std::string long_text(std::string_view piece, std::size_t units) {
    std::string text;
    while (utf16_units(text) < units)
        text += piece;
    return std::string(prefix_utf16(text, units));
}

scheduling::Office wordy_office() {
    scheduling::Office office = south_jakarta();
    scheduling::Profile& profile = office.profile;
    profile.name_id = long_text("Kantor *Imigrasi* Kelas I ", 200);
    profile.name_en = long_text("Immigration_Office Class 1 ", 200);
    profile.address = long_text("Jalan Warung Buncit Raya ", scheduling::profile_text_max);
    profile.facilities_id = long_text("Ruang laktasi, parkir. ", scheduling::profile_text_max);
    profile.facilities_en = long_text("Nursing room, parking. ", scheduling::profile_text_max);
    office.exceptions.front().reason_id = long_text("Hari Raya ", scheduling::profile_text_max);
    office.exceptions.front().reason_en = long_text("Feast day ", scheduling::profile_text_max);
    for (scheduling::DocumentList& list : office.profile.documents) {
        list.items_id.assign(9, long_text("surat keterangan 😀 ", 150));
        list.items_en.assign(9, long_text("a letter that says 😀 ", 150));
    }
    office.zone = Zone::wita;  // the longest name of a zone
    return office;
}

LocalDate any_day(Random& random) {
    const LocalDate today = *date_of({2026, 11, 24});
    return today + (static_cast<std::int32_t>(random.below(460)) - 30);
}

PersonName any_name(Random& random) {
    static constexpr std::string_view pieces[] = {
        "Xantippe ", "*Siti* ", "😀", "_name_ ", "Maria ", "`Ayu` "};
    return PersonName(long_text(pieces[random.below(6)], 1 + random.below(80)));
}

language::PersonMeant any_person(Random& random) {
    language::PersonMeant person;
    if (!random.one_in(4)) person.name = any_name(random);
    if (!random.one_in(4))
        person.birth_date = LocalDate{7000 + static_cast<std::int32_t>(random.below(9000))};
    return person;
}

template <class Value>
void maybe(Random& random, std::uint64_t of, std::optional<Value>& out, Value value) {
    if (random.one_in(of)) out = std::move(value);
}

language::Meaning any_meaning(Random& random) {
    language::Meaning meaning;
    meaning.intent = static_cast<language::Intent>(random.below(intents));
    meaning.confidence_percent = static_cast<std::uint8_t>(random.below(101));
    meaning.language = random.one_in(3) ? Language::en : Language::id;
    maybe(random, 3, meaning.date, any_day(random));
    if (meaning.date && random.one_in(4)) meaning.date_to = *meaning.date + 5;
    maybe(random, 8, meaning.date_rel, language::Relation::after);
    maybe(random, 8, meaning.old_date, any_day(random));
    maybe(random, 4, meaning.time, MinuteOfDay{static_cast<std::int16_t>(random.below(1440))});
    maybe(random, 6, meaning.daypart, static_cast<language::Daypart>(random.below(4)));
    meaning.wants_earliest = random.one_in(8);
    meaning.is_date_inferred = random.one_in(4);
    maybe(random, 4, meaning.count, static_cast<int>(random.below(9)));
    if (random.one_in(2)) {
        for (std::uint64_t n = random.below(7); n > 0; --n)
            meaning.people.push_back(any_person(random));
    }
    maybe(random, 9, meaning.person_index, static_cast<int>(random.below(7)));
    maybe(random, 12, meaning.nik, language::NationalId("3174015405909013"));
    maybe(random, 9, meaning.priority, language::Priority::elderly);
    maybe(random, 4, meaning.service, all_services[random.below(6)]);
    maybe(random, 5, meaning.topic, static_cast<language::Topic>(random.below(7)));
    maybe(random, 9, meaning.lang_to, Language::en);
    maybe(random, 9, meaning.data_wish, static_cast<language::DataWish>(random.below(3)));
    if (random.one_in(8)) meaning.code = "7F3K9Q";
    if (random.one_in(8)) meaning.queue_no = "A-001";
    if (random.one_in(8))
        meaning.bad_date_text = long_text("32*13*2026 ", scheduling::profile_text_max);
    if (random.one_in(8))
        meaning.bad_birth_text = long_text("30-02-1990\n", scheduling::profile_text_max);
    meaning.is_for_child = random.one_in(5);
    meaning.is_addition = random.one_in(5);
    meaning.is_legacy_form = random.one_in(8);
    meaning.is_legacy_template = random.one_in(20);
    meaning.is_about_somebody_else = random.one_in(20);
    return meaning;
}

scheduling::Booking any_booking(Random& random) {
    scheduling::Booking booking;
    booking.id = BookingId{random.below(scheduling::code_space)};
    booking.office = OfficeId{1};
    booking.service = all_services[random.below(6)];
    booking.placement = {PoolId{1}, any_day(random), clock_time(9, 0), {}};
    for (std::uint16_t n = 0; n <= random.below(5); ++n) {
        booking.placement.numbers.push_back({'A', static_cast<std::uint16_t>(n + 1)});
        booking.people.push_back({PersonId{1}, any_name(random), LocalDate{9000}});
    }
    booking.wants_reminder = random.one_in(2);
    return booking;
}

Decision any_decision(Random& random) {
    const scheduling::Booking booking = any_booking(random);
    const auto match = static_cast<scheduling::Match>(random.below(4));
    switch (random.below(15)) {
    case 7: return Corrected{booking};
    case 8: return NotCorrected{static_cast<CorrectionFault>(random.below(4)), booking.id};
    case 9: return ErasureBegun{Instant{1'764'000'000'000}, {booking}};
    case 10: return NotErased{static_cast<ErasureFault>(random.below(3))};
    case 11: return ErasureUndone{};
    case 12: return Proven{};
    case 13: return NotProven{static_cast<std::uint8_t>(random.below(3))};
    case 14: return StartedAnew{};
    case 0: return Held{booking, match};
    case 1: return Booked{booking, match};
    case 2: return Moved{booking, booking.placement};
    case 3: return Cancelled{booking};
    case 4: return Released{};
    case 5: return ReminderSet{booking};
    default: return Refused{static_cast<scheduling::Refusal>(random.below(11))};
    }
}

// A tap of what is shown, of something older, of something forged.
Tapped any_tap(Random& random, const Talk& talk) {
    if (!talk.shown.empty() && !random.one_in(3)) {
        return {talk.shown[random.below(talk.shown.size())], ""};
    }
    Payload payload;
    payload.act = static_cast<Act>(random.below(static_cast<std::uint64_t>(Act::not_mine) + 1));
    payload.menu = static_cast<std::uint32_t>(random.below(talk.menu + 2u));
    maybe(random, 2, payload.day, any_day(random));
    maybe(random, 2, payload.minute, clock_time(9, 0));
    maybe(random, 2, payload.number, static_cast<std::uint8_t>(random.below(9)));
    maybe(random, 2, payload.booking, BookingId{random.below(scheduling::code_space)});
    if (random.one_in(5)) return {"free\x01 text", ""};
    return {encode(payload), ""};
}

Heard any_heard(Random& random, const Talk& talk) {
    static constexpr std::string_view texts[] = {
        "ya", "1", "2.", "7", "12", "x", "", "#BATAL#7F3K9Q", "datang", "jam lain", "\xFF\xFE"};
    switch (random.below(8)) {
    case 0: return Received{static_cast<Unreadable>(random.below(8))};
    case 1: return SharedLocation{-6'000'000, 106'000'000};
    case 2:
    case 3: return any_tap(random, talk);
    default: return Said{std::string(texts[random.below(11)]), any_meaning(random)};
    }
}

Talk any_talk(Random& random, Step step) {
    Talk talk;
    talk.step = step;
    talk.menu = static_cast<std::uint32_t>(random.below(9));
    talk.misses = static_cast<std::uint8_t>(random.below(4));
    Draft& draft = talk.draft;
    maybe(random, 2, draft.service, all_services[random.below(6)]);
    maybe(random, 2, draft.count, static_cast<std::uint8_t>(1 + random.below(5)));
    maybe(random, 2, draft.wish.date, any_day(random));
    maybe(random, 2, draft.wish.time, clock_time(9, 0));
    for (std::uint64_t n = random.below(6); n > 0; --n) {
        const language::PersonMeant person = any_person(random);
        draft.people.push_back({person.name, person.birth_date});
    }
    maybe(random, 2, draft.hold, BookingId{5});
    maybe(random, 3, draft.booking, BookingId{6});
    maybe(random, 3, draft.person, std::uint8_t{1});
    maybe(random, 3, draft.fix, Fix::birth);
    draft.is_hold_renewed = random.one_in(5);
    maybe(random, 2, talk.shown_day, any_day(random));
    talk.heard_at = Instant{1'764'000'000'000};
    return talk;
}

void expect_nothing_personal(const Reply& reply) {
    const auto* note = std::get_if<notices::Note>(&reply.content);
    if (note == nullptr) return;
    std::string ids;
    for (const auto& button : note->buttons)
        ids += button.id + "\n";
    if (note->menu) {
        for (const auto& row : note->menu->rows)
            ids += row.id + "\n";
    }
    for (const std::string_view word : {"Xantippe", "Siti", "Maria", "317401"}) {
        EXPECT_EQ(ids.find(word), std::string::npos) << ids;
    }
    EXPECT_EQ(note->body.find("3174015405909013"), std::string::npos);
}

void expect_good(const std::vector<Reply>& replies) {
    EXPECT_LE(replies.size(), replies_max);
    for (const Reply& reply : replies) {
        expect_sendable(reply);
        expect_nothing_personal(reply);
    }
}

bool shows_menu(const std::vector<Reply>& replies) {
    if (replies.empty()) return false;
    const auto* note = std::get_if<notices::Note>(&replies.back().content);
    return note != nullptr && note->menu && note->menu->rows.size() == rows_max;
}

}  // namespace

TEST(Totality, every_step_answers_everything_heard) {
    Random random(42);
    const scheduling::Office office = wordy_office();
    const LocalDate today = *date_of({2026, 11, 24});
    std::vector<scheduling::PoolCalendar> calendars;
    for (const scheduling::Pool& pool : office.pools)
        calendars.emplace_back(office, pool, today);
    const Instant now = instant_of({today, clock_time(9, 10)}, office.zone);
    for (int round = 0; round < 6000; ++round) {
        const auto step = static_cast<Step>(round % steps);
        const Talk talk = any_talk(random, step);
        std::vector<scheduling::Booking> bookings;
        for (std::uint64_t n = random.below(4); n > 0; --n)
            bookings.push_back(any_booking(random));
        std::vector<BookingSeen> seen;
        for (const scheduling::Booking& booking : bookings)
            seen.push_back({&booking, &office});
        OwnData own;
        own.phone_end = "5678";
        maybe(random, 8, own.erased_at, now + minutes(5));
        maybe(random, 8, own.tries_left, static_cast<std::uint8_t>(random.below(4)));
        const View view{
            office,
            calendars,
            seen,
            wording_of_tree(),
            random.one_in(2) ? Language::id : Language::en,
            random.one_in(2),
            now,
            {today, clock_time(9, 10)},
            {},
            {},
            {},
            FormOffer::none,
            own};
        const bool is_decision = random.one_in(4);
        const Heard heard = is_decision ? Heard(any_decision(random)) : any_heard(random, talk);
        const Turn turn = advance(talk, heard, view);
        EXPECT_TRUE(!turn.replies.empty() || turn.proposal) << name_of(step);
        if (is_decision && turn.proposal) {
            EXPECT_TRUE(std::holds_alternative<ProposeHold>(*turn.proposal));
        }
        EXPECT_EQ(turn.talk.shown.size(), turn.talk.shown_titles.size());
        EXPECT_LE(turn.talk.draft.people.size(), scheduling::contact_people_max);
        expect_good(turn.replies);
        (void)asked_by(turn.talk, view.now);
    }
}

TEST(Totality, a_long_walk_never_sticks_and_the_menu_is_near) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Random random(seed);
        SmallOffice office(wordy_office());
        for (int step = 0; step < 500; ++step) {
            office.at(office.now() + minutes(static_cast<std::int64_t>(random.below(8))));
            const Heard heard = any_heard(random, office.talk());
            const std::vector<Reply> replies = office.hear(heard);
            const bool is_media = std::holds_alternative<Received>(heard);
            EXPECT_TRUE(is_media || !replies.empty()) << seed << " " << step;
            expect_good(replies);
        }
        EXPECT_TRUE(shows_menu(office.say("menu")) || shows_menu(office.say("menu")));
        std::size_t applying = 0;
        std::size_t collecting = 0;  // counted apart
        const LocalDate today = local_time(office.now(), Zone::wib).date;
        for (const auto& booking : office.booked()) {
            if (booking.placement.day < today) continue;  // they have been there
            std::size_t& people = booking.service == Service::pickup ? collecting : applying;
            people += booking.people.size();
        }
        EXPECT_LE(applying, scheduling::contact_people_max);
        EXPECT_LE(collecting, scheduling::contact_people_max);
    }
}

TEST(Totality, a_forged_tap_is_never_an_act) {
    SmallOffice office;
    (void)office.say("#SITI RAHAYU#14051990#27112026");
    const BookingId mine = office.booked().front().id;
    for (const Act act : {Act::cancel_now, Act::move, Act::confirm, Act::take, Act::accept}) {
        for (const std::uint32_t menu : {0u, 1u, 2u, 99u}) {
            const Payload forged{
                .act = act,
                .menu = menu,
                .day = *date_of({2026, 11, 30}),
                .minute = clock_time(9, 0),
                .booking = mine,
                .version = 2};
            (void)office.hear(Tapped{encode(forged), "Ya, batalkan"});
            EXPECT_EQ(office.booked().size(), 1u) << name_of(act);
            EXPECT_FALSE(office.has_hold()) << name_of(act);
        }
    }
}

TEST(Totality, media_are_answered_once_in_ten_minutes) {
    SmallOffice office;
    EXPECT_EQ(office.hear(Received{Unreadable::voice}).size(), 1u);
    EXPECT_EQ(office.hear(Received{Unreadable::image}).size(), 0u);
    office.at(office.now() + media_told_every);
    EXPECT_EQ(office.hear(Received{Unreadable::sticker}).size(), 1u);
}

TEST(Totality, a_cold_draft_is_forgotten_after_a_day) {
    SmallOffice office;
    (void)office.say("mau perpanjang paspor");
    EXPECT_EQ(office.talk().step, Step::choosing_count);
    office.at(office.now() + talk_forgets_after + seconds(1));
    (void)office.say("halo");
    EXPECT_EQ(office.talk().step, Step::offering_earliest);
    EXPECT_FALSE(office.talk().draft.service);
}

TEST(Totality, a_booking_of_another_office_is_shown_but_changed_there) {
    SmallOffice office;
    scheduling::Office batam = south_jakarta();
    batam.id = OfficeId{2};
    batam.profile.name_id = "Kantor Imigrasi Batam";
    batam.display_phone = "62778111222";
    Random random(5);
    scheduling::Booking booking = any_booking(random);
    booking.placement.day = *date_of({2026, 12, 1});
    office.add_elsewhere(&batam, booking);
    (void)office.say("antrian saya");
    const auto replies = office.say("batal");
    ASSERT_EQ(replies.size(), 1u);
    const auto& note = std::get<notices::Note>(replies.front().content);
    EXPECT_NE(note.body.find("+62778111222"), std::string::npos) << note.body;
}

}  // namespace antre::conversation
