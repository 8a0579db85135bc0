#include "language/meaning.h"

#include <array>
#include <cstddef>

namespace antre::language {

namespace {

using Word = std::string_view;

constexpr std::array<Word, 20> intents{
    "menu",       "thanks",   "book",    "availability", "my_booking",      "queue_status",
    "reschedule", "cancel",   "late",    "arrived",      "passport_status", "info",
    "human",      "language", "opt_out", "opt_in",       "affirm",          "deny",
    "inform",     "other"};
constexpr std::array<Word, 13> asks{
    "nothing",
    "ask_service",
    "ask_count",
    "ask_name",
    "ask_nik",
    "ask_birth",
    "ask_date",
    "ask_time",
    "ask_office",
    "confirm",
    "offer_slot",
    "offer_list",
    "reminder"};
constexpr std::array<Word, 2> passport_types{"electronic", "regular"};
constexpr std::array<Word, 4> priorities{"elderly", "toddler", "disability", "pregnant"};
constexpr std::array<Word, 7> topics{
    "address", "hours", "contact", "documents", "fee", "facilities", "rules"};
constexpr std::array<Word, 4> dayparts{"pagi", "siang", "sore", "malam"};
constexpr std::array<Word, 2> relations{"before", "after"};
constexpr std::array<Word, 3> wishes{"show", "correct", "erase"};

template <class Enum, std::size_t n>
Word word_in(const std::array<Word, n>& words, Enum value) {
    return words.at(static_cast<std::size_t>(value));
}

template <class Enum, std::size_t n>
std::optional<Enum> named_in(const std::array<Word, n>& words, Word word) {
    for (std::size_t at = 0; at < n; ++at) {
        if (words.at(at) == word) return static_cast<Enum>(at);
    }
    return std::nullopt;
}

}  // namespace

std::string_view word_of(Intent intent) {
    return word_in(intents, intent);
}
std::string_view word_of(Asked asked) {
    return word_in(asks, asked);
}
std::string_view word_of(PassportType type) {
    return word_in(passport_types, type);
}
std::string_view word_of(Priority priority) {
    return word_in(priorities, priority);
}
std::string_view word_of(Topic topic) {
    return word_in(topics, topic);
}
std::string_view word_of(Daypart daypart) {
    return word_in(dayparts, daypart);
}
std::string_view word_of(Relation relation) {
    return word_in(relations, relation);
}
std::string_view word_of(DataWish wish) {
    return word_in(wishes, wish);
}

std::optional<Intent> intent_named(std::string_view word) {
    return named_in<Intent>(intents, word);
}
std::optional<Asked> asked_named(std::string_view word) {
    return named_in<Asked>(asks, word);
}
std::optional<PassportType> passport_type_named(std::string_view word) {
    return named_in<PassportType>(passport_types, word);
}
std::optional<Priority> priority_named(std::string_view word) {
    return named_in<Priority>(priorities, word);
}
std::optional<Topic> topic_named(std::string_view word) {
    return named_in<Topic>(topics, word);
}
std::optional<Daypart> daypart_named(std::string_view word) {
    return named_in<Daypart>(dayparts, word);
}

}  // namespace antre::language
