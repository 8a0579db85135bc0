#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>
#include <utility>

#include "engine/town.h"
#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::stories {

namespace {

const LocalDate tuesday = *date_of({2026, 11, 24});

std::vector<std::string> words_of(const std::string& sentence) {
    std::istringstream stream(sentence);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

engine::CommandKey key_named(const std::string& name) {
    engine::CommandKey key{};
    std::copy_n(name.begin(), std::min<std::size_t>(name.size(), 15), key.begin());
    key[15] = 1;
    return key;
}

}  // namespace

void Town::run_clock(const std::vector<std::string>& words) {
    if (words[0] == "at") {
        const auto minute = parse_iso_time(words[1]);
        ASSERT(minute.has_value());
        now_ = instant_of({local_time(now_, Zone::wib).date, *minute}, Zone::wib);
    } else {
        const std::int64_t count = std::stoll(words[1]);
        now_ = now_ + (words[2].starts_with("second")   ? seconds(count)
                       : words[2].starts_with("minute") ? minutes(count)
                                                        : hours(count));
    }
}

engine::Body Town::request_of(Person& who, const std::vector<std::string>& words) {
    scheduling::Wish wish;
    std::size_t party = 1;
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (words[i] == "for") party = std::stoul(words[i + 1]);
        if (words[i] == "Tue") wish.date = tuesday;
        if (words[i] == "Wed") wish.date = tuesday + 1;
        if (const auto time = parse_iso_time(words[i])) wish.time = *time;
    }
    const engine::Proof proof{who.booking, who.born};
    if (words[1] == "moves") return engine::MoveBooking{proof, wish};
    if (words[1] == "cancels") return engine::CancelBooking{proof};
    if (words[1] == "looks") return engine::LookUp{proof};
    engine::Book book;
    book.phone = PhoneNumber(who.phone);
    book.wish = wish;
    for (std::size_t i = 0; i < party; ++i) {
        const auto years = static_cast<std::int32_t>(i) * 365;
        book.people.push_back(
            {PersonName(who.name + std::string(i, 'i')), LocalDate{who.born.days + years}}
        );
    }
    return book;
}

engine::Body Town::report_of(Person& who, const std::vector<std::string>& words) {
    if (words[1] == "status") {
        engine::HearStatus status;
        status.message = who.claimed;
        status.state = *notices::state_named(words[3]);
        status.error = words.size() > 4 ? std::stoi(words[4]) : 0;
        return status;
    }
    engine::RecordSend report;
    report.message = who.claimed;
    if (words[3] == "accepted") {
        report.outcome = engine::SendOutcome::accepted;
        report.wamid = "wamid." + std::to_string(who.claimed.value);
    } else if (words[3] == "not_sent") {
        report.outcome = engine::SendOutcome::not_sent;
    } else if (words[3] == "refused") {
        report.outcome = engine::SendOutcome::refused;
        report.error = std::stoi(words[4]);
    }
    return report;
}

engine::Body Town::tap_of(Person& who, const std::string& title) {
    const auto next = store_.inside().next_ids();
    for (std::uint64_t id = next->message.value; id > 0; --id) {
        const auto kept = store_.inside().message({id});
        if (!*kept || (*kept)->message.contact.value != contact_of(whatsapp_of(who.name))) continue;
        const auto* note = std::get_if<notices::Note>(&(*kept)->message.content);
        if (note == nullptr) continue;
        for (const notices::Button& button : note->buttons) {
            if (button.title != title) continue;
            return engine::Hear{whatsapp_of(who.name), engine::TapHeard{button.id, title}};
        }
    }
    ADD_FAILURE() << who.name << " has no button '" << title << "'";
    return engine::PassTime{};
}

engine::Body Town::body_of(const std::vector<std::string>& words, const std::string& sentence) {
    if (words[0] == "send") return engine::ClaimMessages{};
    if (words[0] == "time") return engine::PassTime{};
    if (words[0] == "templates") return engine::RetryTemplates{};
    if (words[0].ends_with("'s")) {
        return report_of(person(words[0].substr(0, words[0].size() - 2)), words);
    }
    Person& who = person(words[0]);
    const std::string rest = sentence.substr(
        std::min(sentence.size(), sentence.find(words[1], words[0].size()) + words[1].size() + 1)
    );
    if (words[1] == "says") return engine::Hear{whatsapp_of(who.name), engine::TextHeard{rest}};
    if (words[1] == "taps") return tap_of(who, rest);
    if (words[1] == "reacts") return engine::Hear{whatsapp_of(who.name), engine::ReactionHeard{}};
    if (words[1] == "stops") return engine::Prefer{whatsapp_of(who.name), false};
    if (words[1] == "starts") return engine::Prefer{whatsapp_of(who.name), true};
    return request_of(who, words);
}

engine::Command Town::command(const std::string& sentence) {
    const std::vector<std::string> words = words_of(sentence);
    engine::Command made = stamped(body_of(words, sentence));
    const auto after = [&](const char* word) {
        const auto found = std::find(words.begin(), words.end(), word);
        return found == words.end() ? std::string() : *(found + 1);
    };
    const bool is_of_no_office = words[0] == "send" || words[0] == "time" ||
                                 words[0] == "templates" ||
                                 (words[0].ends_with("'s") && words[1] == "send");
    if (!is_of_no_office) made.office = after("in") == "denpasar" ? denpasar : jakarta;
    if (words.size() > 1 && words[1] != "says" && !after("key").empty()) {
        made.key = key_named(after("key"));
    }
    return made;
}

std::optional<std::string> Town::beside(const std::string& sentence) {
    const std::vector<std::string> words = words_of(sentence);
    if (words[0] == "at" || words[0] == "after") {
        run_clock(words);
        return words[0] == "at" ? "done" : tell("time");
    }
    if (words[0] == "restart") return restart(), "done";
    if (words[0] == "places") return places(words.size() > 1 ? denpasar : jakarta);
    if (words[0] == "journal") return journal(words.size() > 1 ? denpasar : jakarta);
    if (words.size() != 2 || !words[0].ends_with("'s")) return std::nullopt;
    const std::string name = words[0].substr(0, words[0].size() - 2);
    if (words[1] == "booking") return booking_of(name);
    if (words[1] == "messages") return messages_of(name);
    return std::nullopt;
}

void check(Town& town, std::string_view story) {
    std::istringstream lines{std::string(story)};
    std::vector<std::string> batch;
    std::vector<std::string> expected;
    const auto play = [&] {
        if (batch.empty()) return;
        const std::vector<std::string> outcomes = town.tell_together(batch);
        for (std::size_t i = 0; i < batch.size(); ++i)
            EXPECT_EQ(outcomes[i], expected[i]) << "    " << batch[i];
        batch.clear();
        expected.clear();
    };
    for (std::string line; std::getline(lines, line);) {
        std::string_view text = trim(line);
        if (text.empty()) continue;
        const bool is_together = text.starts_with("&");
        if (is_together) text = trim(text.substr(1));
        const std::size_t arrow = text.find("->");
        const std::string sentence(trim(text.substr(0, arrow)));
        const bool has_outcome = arrow != std::string_view::npos;
        const std::string outcome(has_outcome ? trim(text.substr(arrow + 2)) : "done");
        if (!is_together) play();
        if (const auto told = town.beside(sentence)) {
            EXPECT_EQ(*told, outcome) << "    " << sentence;
        } else {
            batch.push_back(sentence);
            expected.push_back(outcome);
        }
    }
    play();
}

void check(std::string_view story) {
    Town town;
    check(town, story);
}

}  // namespace antre::stories
