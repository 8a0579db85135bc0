#pragma once

// The people of a simulated world. Some fill in the form of 2017, some write a sentence, some only
// say hello and press what they see; they change their minds, press twice, send pictures and
// nonsense, and stop when they have what they came for.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "foundation/random.h"
#include "foundation/time.h"
#include "simulation/agenda.h"
#include "simulation/figures.h"
#include "simulation/ledger.h"
#include "whatsapp_cloud/cloud.h"

namespace antre::simulation {

class Citizens {
public:
    struct Around {
        const Instant& now;
        Agenda& agenda;
        whatsapp_cloud::Cloud& cloud;
        Figures& figures;
    };
    Citizens(Around around, std::uint64_t seed)
        : around_(around)
        , random_(seed) {}

    // Somebody new begins to write to the office's number at this time.
    void arrive(const std::string& number, Instant at);
    // A message appeared on somebody's phone. Gives which citizen it was.
    std::optional<std::size_t>
    see(const std::string& wa_id, const whatsapp_cloud::json::object& message);
    // From now on nobody writes of their own accord.
    void rest() { are_resting_ = true; }
    // Up to `most` of them ask for the menu.
    void ask_for_menu(std::size_t most);
    // How many of those who asked have seen no answer.
    [[nodiscard]] std::size_t unanswered() const;
    [[nodiscard]] std::size_t count() const { return people_.size(); }

private:
    struct Citizen {
        std::string wa_id;
        std::string number;  // of the office
        std::string name;
        LocalDate born;
        std::uint32_t acts_left = 0;
        bool has_ticket = false;
        std::uint64_t seen = 0;         // messages on the phone
        std::uint64_t seen_before = 0;  // when the menu was asked for
        std::string last_wamid;
        std::vector<std::string> choices;  // ids of buttons and rows in the latest message
    };

    void begin(std::size_t index);
    void act(std::size_t index);
    void press(Citizen& citizen);
    void write(Citizen& citizen, const std::string& text);
    void send(Citizen& citizen, const whatsapp_cloud::json::object& what);
    void do_something_odd(Citizen& citizen);
    std::string draw_name();
    std::string with_day(std::string phrase);  // puts a day where it says $
    std::string introduce(const Citizen& citizen);
    void later(std::size_t index, Milliseconds least, Milliseconds most);

    Around around_;
    Random random_;
    std::vector<Citizen> people_;
    std::map<std::string, std::size_t> by_wa_id_;
    bool are_resting_ = false;
};

}  // namespace antre::simulation
