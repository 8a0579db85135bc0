#include "whatsapp_cloud/people.h"

#include "foundation/assert.h"
#include "foundation/random.h"
#include "whatsapp_cloud/phone_digits.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::uint64_t user_id_bound = 10'000'000'000ull;
constexpr std::string_view free_wa_id_head = "62811000";

// FNV-1a: the same number gets the same user id, in whatever order people are made.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    }
    return hash;
}

std::string padded(std::uint64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

}  // namespace

Person& People::add(std::string name, std::string wa_id) {
    ASSERT(find(wa_id) == nullptr);
    Person person;
    person.index = static_cast<PersonIndex>(people_.size());
    person.wa_id = std::move(wa_id);
    person.name = std::move(name);
    person.user_id = make_user_id(person);
    by_wa_id_[person.wa_id] = person.index;
    by_user_id_[person.user_id] = person.index;
    people_.push_back(std::move(person));
    return people_.back();
}

Person* People::find(std::string_view wa_id) {
    const auto found = by_wa_id_.find(wa_id);
    return found == by_wa_id_.end() ? nullptr : &people_[found->second];
}

Person* People::find_by_user_id(std::string_view user_id) {
    const auto found = by_user_id_.find(user_id);
    return found == by_user_id_.end() ? nullptr : &people_[found->second];
}

Person* People::find_dialled(const std::string& digits) {
    if (Person* person = find(digits)) return person;
    const auto other = other_spelling(digits);
    return other ? find(*other) : nullptr;
}

void People::change_number(Person& person, std::string wa_id) {
    ASSERT(find(wa_id) == nullptr);
    by_wa_id_.erase(person.wa_id);
    person.wa_id = std::move(wa_id);
    by_wa_id_[person.wa_id] = person.index;
    change_user_id(person);
}

void People::change_user_id(Person& person) {
    by_user_id_.erase(person.user_id);
    ++person.user_id_generation;
    person.user_id = make_user_id(person);
    by_user_id_[person.user_id] = person.index;
}

std::string People::free_wa_id() {
    std::string candidate;
    do {
        candidate = std::string(free_wa_id_head) + padded(next_free_++, 5);
    } while (find(candidate) != nullptr);
    return candidate;
}

void People::clear() {
    people_.clear();
    by_wa_id_.clear();
    by_user_id_.clear();
    next_free_ = 1;
}

std::string People::make_user_id(const Person& person) const {
    Random random(seed_ ^ hash_of(person.wa_id) ^ (std::uint64_t{person.user_id_generation} << 32));
    return std::string(country_of(person.wa_id)) + "." + padded(random.below(user_id_bound), 10) +
           padded(random.below(user_id_bound), 10);
}

json::object phone_json(const Person& person) {
    json::array blocked;
    for (const std::string& number : person.blocked)
        blocked.emplace_back(number);
    json::object phone{
        {"wa_id", person.wa_id},
        {"user_id", person.user_id},
        {"name", person.name},
        {"username", nullptr},
        {"shows_phone", person.shows_phone},
        {"online", person.online},
        {"read_receipts", person.read_receipts},
        {"blocked", std::move(blocked)},
        {"text_only", person.text_only},
    };
    if (person.username) phone["username"] = *person.username;
    return phone;
}

}  // namespace antre::whatsapp_cloud
