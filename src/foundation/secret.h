#pragma once

// What belongs to a person does not print. These types hold names, phone numbers and the like; they
// have no stream or format operator, and `reveal()` is a named call that review can search for.

#include <compare>
#include <string>
#include <utility>

namespace antre {

template <class Tag>
class Personal {
public:
    Personal() = default;
    explicit Personal(std::string value)
        : value_(std::move(value)) {}

    [[nodiscard]] const std::string& reveal() const { return value_; }
    [[nodiscard]] bool empty() const { return value_.empty(); }
    friend bool operator==(const Personal&, const Personal&) = default;
    friend std::strong_ordering operator<=>(const Personal& a, const Personal& b) {
        return a.value_ <=> b.value_;
    }

private:
    std::string value_;
};

using PersonName = Personal<struct PersonNameTag>;    // as typed, at most 60 characters kept
using PhoneNumber = Personal<struct PhoneNumberTag>;  // E.164 digits without '+'
using Remark = Personal<struct RemarkTag>;            // what somebody wrote to an officer
using UserKey = Personal<struct UserKeyTag>;          // WhatsApp's business-scoped user id
using Token = Personal<struct TokenTag>;              // a credential of ours

}  // namespace antre
