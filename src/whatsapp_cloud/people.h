#pragma once

// The people who hold the phones. A person keeps a fixed index while number and user id may change:
// the person is not the number.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

using PersonIndex = std::uint32_t;

struct Person {
    PersonIndex index = 0;
    std::string wa_id;    // phone digits
    std::string user_id;  // business-scoped: "ID.40…"
    std::string name;
    std::optional<std::string> username;
    bool shows_phone = true;
    bool online = true;
    bool read_receipts = true;
    bool text_only = false;           // for the chat page: this client shows no buttons or lists
    bool is_in_contact_book = false;  // the portfolio has stored the number
    std::set<std::string> blocked;    // phone_number_ids this person blocked
    std::set<std::string> stopped_marketing;
    std::vector<std::string> waiting;  // wamids to deliver once online
    std::uint32_t user_id_generation = 0;
};

class People {
public:
    explicit People(std::uint64_t seed)
        : seed_(seed) {}

    // REQUIRES: nobody has this wa_id.
    Person& add(std::string name, std::string wa_id);
    Person* find(std::string_view wa_id);
    Person* find_by_user_id(std::string_view user_id);
    // By digits as dialled: exact, or the other spelling that some countries have.
    Person* find_dialled(const std::string& digits);
    Person& at(PersonIndex index) { return people_[index]; }
    [[nodiscard]] const std::deque<Person>& all() const { return people_; }
    // REQUIRES: nobody has this wa_id. Gives the person a new user id, as Meta does.
    void change_number(Person& person, std::string wa_id);
    void change_user_id(Person& person);
    // A wa_id that nobody has, counted up from a fixed start.
    std::string free_wa_id();
    void clear();

private:
    [[nodiscard]] std::string make_user_id(const Person& person) const;

    std::uint64_t seed_;
    std::deque<Person> people_;
    std::map<std::string, PersonIndex, std::less<>> by_wa_id_;
    std::map<std::string, PersonIndex, std::less<>> by_user_id_;
    std::uint64_t next_free_ = 1;
};

// The Phone object of the control API.
json::object phone_json(const Person& person);

}  // namespace antre::whatsapp_cloud
