#include "channels/console/inbox.h"

#include <boost/json.hpp>
#include <charconv>

#include "channels/console/answered.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "foundation/text.h"

namespace antre::channels::console {

namespace json = boost::json;

namespace {

// What people typed cannot steer the officer's terminal: no control characters.
std::string shown(const Remark& text) {
    std::string line;
    for (const char c : text.reveal())
        line += static_cast<unsigned char>(c) < ' ' || c == '\x7F' ? ' ' : c;
    return line;
}

std::string for_people(const engine::InquiriesAnswer& answer, Zone zone) {
    if (answer.inquiries.empty()) return "nobody waits for an answer\n";
    std::string text;
    for (const engine::InquirySeen& seen : answer.inquiries) {
        const LocalTime asked = local_time(seen.inquiry.asked_at, zone);
        text += std::to_string(seen.inquiry.id.value) + "  " + iso_date(asked.date) + " " +
                iso_time(asked.minute) + "  " + std::string(code_of(seen.language)) + "  " +
                shown(seen.inquiry.text) + "\n";
    }
    return text;
}

std::string for_programs(const engine::InquiriesAnswer& answer, Zone zone) {
    json::array out;
    for (const engine::InquirySeen& seen : answer.inquiries) {
        out.push_back(
            {{"id", seen.inquiry.id.value},
             {"asked_at", iso_local(local_time(seen.inquiry.asked_at, zone), zone)},
             {"language", code_of(seen.language)},
             {"text", seen.inquiry.text.reveal()}}
        );
    }
    return json::serialize(out) + "\n";
}

}  // namespace

Output list_inbox(const Act& act, const OfficeFound& office, const Engine& engine) {
    const auto answer = answered<engine::InquiriesAnswer>(engine, office, engine::ListInquiries{});
    if (!answer) return answer.error();
    return {
        0,
        act.word("json").empty() ? for_people(*answer, office.zone)
                                 : for_programs(*answer, office.zone),
        ""};
}

Output answer_inbox(const Act& act, const OfficeFound& office, const Engine& engine) {
    const std::string_view digits = act.word("id");
    InquiryId id;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), id.value);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) {
        return refusal("a message is named by its number; see: antre admin inbox list");
    }
    const std::string_view text = trim(act.word("text"));
    if (text.empty() || !is_valid_utf8(text) ||
        utf16_units(text) > conversation::answer_units_max) {
        return refusal(
            "the answer is a text of at most " + std::to_string(conversation::answer_units_max) +
            " characters"
        );
    }
    const engine::AnswerInquiry answers{id, std::string(text)};
    const auto answer = answered<engine::StaffDone>(engine, office, answers);
    if (!answer) return answer.error();
    if (!act.word("json").empty()) {
        const json::object out{{"id", id.value}, {"stage", "answered"}};
        return {0, json::serialize(out) + "\n", ""};
    }
    return {0, "the answer is on its way\n", ""};
}

}  // namespace antre::channels::console
