#pragma once

// Requests are what the load generator sends: bookings over REST, or signed webhooks that carry one
// sentence which a ticket answers. Person n always writes the same.

#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mac.h"

namespace antre::bench {

struct Office {
    std::string slug;
    std::string phone_number_id;
    std::string business_account_id;
};

inline std::vector<Office> read_offices(const std::string& path) {
    std::vector<Office> offices;
    std::ifstream file(path);
    for (Office office; file >> office.slug >> office.phone_number_id >> office.business_account_id;
         offices.push_back(office)) {
    }
    return offices;
}

// Writes requests, each for the next person at the next office.
class Requests {
public:
    // REQUIRES: work is "rest" or "whatsapp"; offices is not empty.
    Requests(std::string_view work, std::vector<Office> offices, std::uint64_t first_person)
        : is_webhook_(work == "whatsapp")
        , offices_(std::move(offices))
        , next_person_(first_person) {}

    std::string next() {
        const std::uint64_t person = next_person_++;
        const Office& office = offices_[person % offices_.size()];
        return is_webhook_ ? webhook(office, person) : booking(office, person);
    }
    [[nodiscard]] int right_status() const { return is_webhook_ ? 200 : 201; }

private:
    static std::string name_of(std::uint64_t person) {
        constexpr std::array given{"Budi", "Siti", "Agus", "Dewi", "Rina", "Tono", "Sri", "Yuni"};
        constexpr std::array family{"Santoso", "Rahayu", "Lestari", "Salim", "Wijaya", "Utami"};
        return std::string(given[person % given.size()]) + ' ' + family[person % family.size()];
    }
    static std::string phone_of(std::uint64_t person) {
        return std::to_string(6281300000000 + person);
    }
    static std::string two(std::uint64_t number) {
        return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
    }

    static std::string booking(const Office& office, std::uint64_t person) {
        const std::string born = "19" + two(60 + person % 40) + "-05-" + two(1 + person % 28);
        const std::string phone = phone_of(person);
        const std::string body = R"({"service":"new","people":[{"name":")" + name_of(person) +
                                 R"(","birth_date":")" + born + R"("}],"phone":"+)" + phone +
                                 R"("})";
        return "POST /api/v1/offices/" + office.slug + "/bookings HTTP/1.1\r\nHost: bench\r\n" +
               "Content-Type: application/json\r\nIdempotency-Key: bench-" + phone +
               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    std::string webhook(const Office& office, std::uint64_t person) {
        const std::string phone = phone_of(person);
        const std::string name = name_of(person);
        const std::string born = two(1 + person % 28) + "-05-19" + two(60 + person % 40);
        const std::string body =
            R"({"object":"whatsapp_business_account","entry":[{"id":")" +
            office.business_account_id +
            R"(","changes":[{"value":{"messaging_product":"whatsapp","metadata":)"
            R"({"display_phone_number":"6282200000000","phone_number_id":")" +
            office.phone_number_id + R"("},"contacts":[{"profile":{"name":")" + name +
            R"("},"wa_id":")" + phone + R"(","user_id":"ID.)" + phone +
            R"("}],"messages":[{"from":")" + phone + R"(","id":"wamid.HBgN)" + phone +
            R"(FQIAEhgUM0E=","timestamp":"1795500000","text":{"body":"daftar paspor baru )"
            "paling cepat, " +
            name + ", " + born + R"("},"type":"text"}]},"field":"messages"}]}]})";
        return "POST /webhooks/whatsapp HTTP/1.1\r\nHost: bench\r\n"
               "Content-Type: application/json\r\nX-Hub-Signature-256: " +
               mac_.header_of(body) + "\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body;
    }

    bool is_webhook_;
    std::vector<Office> offices_;
    std::uint64_t next_person_;
    Mac mac_;
};

}  // namespace antre::bench
