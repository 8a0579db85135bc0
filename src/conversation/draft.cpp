#include "conversation/draft.h"

#include <algorithm>

#include "conversation/asking.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr std::int16_t minutes_an_hour = 60;
constexpr std::int32_t after_days = 14;  // "after the 3rd" looks so far
constexpr std::int32_t age_days_max = 130 * 366;

struct Hours {
    MinuteOfDay from;
    MinuteOfDay to;
};

Hours hours_of(language::Daypart daypart) {
    switch (daypart) {
    case language::Daypart::pagi: return {clock_time(0, 0), clock_time(11, 0)};
    case language::Daypart::siang: return {clock_time(11, 0), clock_time(15, 0)};
    case language::Daypart::sore: return {clock_time(15, 0), clock_time(18, 0)};
    case language::Daypart::malam: return {clock_time(18, 0), clock_time(24, 0)};
    }
    return {clock_time(0, 0), clock_time(24, 0)};
}

// "At nine" is met by any window of the hour that begins at nine.
Hours hours_around(const language::Meaning& meaning) {
    const MinuteOfDay at = *meaning.time;
    if (meaning.time_to) return {at, *meaning.time_to};
    if (meaning.time_rel == language::Relation::before) return {clock_time(0, 0), at};
    if (meaning.time_rel == language::Relation::after) return {at, clock_time(24, 0)};
    const int end = std::min(at.value + minutes_an_hour, 24 * minutes_an_hour);
    return {at, MinuteOfDay{static_cast<std::int16_t>(end)}};
}

void lay_dates(const View& view, const language::Meaning& meaning, scheduling::Wish& wish) {
    const LocalDate date = *meaning.date;
    wish.date = date;
    wish.date_to = meaning.date_to;
    if (meaning.date_rel == language::Relation::before) {
        wish.date = view.local_now.date;
        wish.date_to = date - 1;
    }
    if (meaning.date_rel == language::Relation::after) {
        wish.date = date + 1;
        wish.date_to = date + after_days;
    }
}

// Whom a person of the message is: one of the draft, or somebody new. Of the draft the first
// `known` people are of earlier messages.
PersonEntry* entry_for(Draft& draft, const language::PersonMeant& meant, std::size_t known) {
    if (!meant.name.empty()) {
        for (PersonEntry& entry : draft.people) {
            if (is_same_name(entry.name, clean_name(meant.name))) return &entry;
        }
        for (PersonEntry& entry : draft.people) {
            if (entry.name.empty()) return &entry;
        }
        if (!meant.birth_date) return nullptr;
        // A whole person stands in for one whose birth date is still asked for.
        for (std::size_t i = 0; i < known && i < draft.people.size(); ++i) {
            if (!draft.people[i].born) return &draft.people[i];
        }
        return nullptr;
    }
    for (PersonEntry& entry : draft.people) {
        if (!entry.born) return &entry;
    }
    return draft.people.size() == 1 ? &draft.people.front() : nullptr;
}

// "Jakarta, 14-05-1990", when a birth date is asked for: one word beside it renames nobody.
bool is_only_birth(const Draft& draft, const language::PersonMeant& meant) {
    const bool is_one_word = clean_name(meant.name).reveal().find(' ') == std::string::npos;
    const bool has_room = draft.count && *draft.count > draft.people.size();
    if (!meant.birth_date || !is_one_word || has_room) return false;
    const auto is_named_so = [&](const PersonEntry& entry) {
        return is_same_name(entry.name, clean_name(meant.name));
    };
    const auto waits = [](const PersonEntry& entry) { return !entry.name.empty() && !entry.born; };
    return std::any_of(draft.people.begin(), draft.people.end(), waits) &&
           std::none_of(draft.people.begin(), draft.people.end(), is_named_so);
}

// "Budi 25-01-1987" when the birth date of Budi Santoso is awaited, too; otherwise no name.
PersonName name_awaited(const Draft& draft, const PersonName& word) {
    const std::string spelt = " " + to_lower_ascii(clean_name(word).reveal()) + " ";
    for (const PersonEntry& entry : draft.people) {
        const std::string name = " " + to_lower_ascii(entry.name.reveal()) + " ";
        if (!entry.born && name.find(spelt) != std::string::npos) return entry.name;
    }
    return {};
}

void fill(PersonEntry& entry, const language::PersonMeant& meant) {
    if (!meant.name.empty()) entry.name = clean_name(meant.name);
    if (meant.birth_date) entry.born = meant.birth_date;
}

Fault absorb_people(Scene& scene, const language::Meaning& meaning) {
    Draft& draft = scene.talk.draft;
    Fault fault = meaning.bad_birth_text.empty() ? Fault::none : Fault::bad_birth;
    const auto most = static_cast<std::size_t>(people_left(scene.view, service_in_hand(scene)));
    const std::size_t known = meaning.is_addition ? 0 : draft.people.size();
    for (std::size_t i = 0; i < meaning.people.size(); ++i) {
        language::PersonMeant meant = meaning.people[i];
        if (meant.birth_date && !is_birth_possible(scene.view, *meant.birth_date)) {
            meant.birth_date.reset();
            fault = Fault::bad_birth;
        }
        if (clean_name(meant.name).empty()) meant.name = PersonName{};
        if (meaning.people.size() == 1 && is_only_birth(draft, meant)) {
            meant.name = name_awaited(draft, meant.name);
        }
        if (meant.name.empty() && !meant.birth_date) continue;
        const bool is_correction =
            i == 0 && meaning.person_index && *meaning.person_index >= 1 &&
            static_cast<std::size_t>(*meaning.person_index) <= draft.people.size();
        PersonEntry* entry =
            is_correction ? &draft.people[static_cast<std::size_t>(*meaning.person_index) - 1]
                          : entry_for(draft, meant, known);
        // While a summary is corrected, one name alone replaces the only one there is.
        const bool is_being_corrected =
            scene.talk.step == Step::correcting || scene.talk.step == Step::confirming;
        if (entry == nullptr && is_being_corrected && draft.people.size() == 1 &&
            meaning.people.size() == 1 && !meaning.is_addition) {
            entry = &draft.people.front();
        }
        if (entry != nullptr) {
            fill(*entry, meant);
        } else if (draft.people.size() < most) {
            draft.people.emplace_back();
            fill(draft.people.back(), meant);
        } else {
            return Fault::too_many_people;
        }
    }
    return fault;
}

}  // namespace

bool is_birth_possible(const View& view, LocalDate born) {
    return born <= view.local_now.date && view.local_now.date - born <= age_days_max;
}

bool speaks_of_time(const language::Meaning& meaning) {
    return meaning.date || meaning.time || meaning.daypart || meaning.wants_earliest;
}

scheduling::Wish
wish_said(const View& view, const language::Meaning& meaning, const scheduling::Wish& before) {
    scheduling::Wish wish = before;
    if (meaning.wants_earliest && !meaning.date) wish = any_day(view, wish);
    if (meaning.wants_earliest || meaning.date) {
        // Another day frees the hour: it was that of the old day.
        wish.time.reset();
        wish.time_to.reset();
    }
    if (meaning.date) lay_dates(view, meaning, wish);
    if (meaning.time || meaning.daypart) {
        const Hours hours = meaning.time ? hours_around(meaning) : hours_of(*meaning.daypart);
        wish.time = hours.from;
        wish.time_to = hours.to;
    }
    if (meaning.priority) wish.audience = scheduling::Audience::priority;
    return wish;
}

scheduling::Wish wish_in_hand(const Talk& talk) {
    scheduling::Wish wish = talk.draft.wish;
    const bool is_listed =
        talk.step == Step::choosing_hour || talk.step == Step::choosing_move_hour;
    if (is_listed && talk.shown_day) {
        wish.date = talk.shown_day;
        wish.date_to.reset();
    }
    return wish;
}

bool has_when(const Draft& draft) {
    return draft.wish.date || draft.wish.time;
}

bool is_everyone_known(const Draft& draft) {
    return !draft.people.empty() &&
           std::all_of(draft.people.begin(), draft.people.end(), [](const PersonEntry& person) {
               return !person.name.empty() && person.born;
           });
}

Fault absorb(Scene& scene, const language::Meaning& meaning) {
    Draft& draft = scene.talk.draft;
    if (meaning.service) draft.service = meaning.service;
    Fault fault = absorb_people(scene, meaning);
    if (meaning.count) {
        if (*meaning.count > people_left(scene.view, service_in_hand(scene))) {
            fault = Fault::too_many_people;
        } else if (*meaning.count >= 1) {
            draft.count = static_cast<std::uint8_t>(*meaning.count);
        }
    }
    if (!meaning.bad_date_text.empty()) return Fault::bad_date;
    const LocalDate last = meaning.date_to.value_or(meaning.date.value_or(LocalDate{}));
    if (meaning.date && last < scene.view.local_now.date) return Fault::past_date;
    // Who needs a place that is kept may have the one wished for after all.
    const bool is_kept_for = meaning.priority && draft.missed && !speaks_of_time(meaning);
    if (is_kept_for) draft.wish = *draft.missed;
    if (speaks_of_time(meaning) || meaning.priority) {
        draft.wish = wish_said(scene.view, meaning, wish_in_hand(scene.talk));
    }
    if (meaning.date) draft.wish_inferred = meaning.is_date_inferred;
    if (meaning.wants_earliest && !meaning.date) draft.wish_inferred = false;
    return fault;
}

}  // namespace antre::conversation
