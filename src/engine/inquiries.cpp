#include "engine/inquiries.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "conversation/announcing.h"
#include "engine/announcing.h"
#include "engine/limits.h"

namespace antre::engine {

namespace {

void put(Desk& desk, const Inquiry& inquiry, EventKind kind, std::string_view more = "") {
    desk.memory().inquiries.insert_or_assign(inquiry.id, inquiry);
    desk.change(PutInquiry{inquiry});
    desk.event(kind, inquiry.contact, std::to_string(inquiry.id.value) + std::string(more));
}

// As the present batch leaves it.
std::optional<Inquiry> inquiry_of(Desk& desk, InquiryId id) {
    const auto lately = desk.memory().inquiries.find(id);
    if (lately != desk.memory().inquiries.end()) return lately->second;
    auto kept = desk.memory().store.inquiry(id);
    if (kept) return std::move(*kept);
    desk.fail_with(kept.error());
    return std::nullopt;
}

// Those without an answer, as the present batch leaves them.
std::vector<Inquiry> open_inquiries(Desk& desk) {
    auto kept = desk.memory().store.open_inquiries(desk.office());
    if (!kept) {
        desk.fail_with(kept.error());
        return {};
    }
    std::vector<Inquiry> open = std::move(*kept);
    for (const auto& [id, inquiry] : desk.memory().inquiries) {
        const InquiryId lately = id;
        std::erase_if(open, [&](const Inquiry& each) { return each.id == lately; });
        const bool is_open = inquiry.answered_at.ms == 0 && inquiry.office == desk.office();
        if (is_open) open.push_back(inquiry);
    }
    return open;
}

}  // namespace

conversation::Decision
keep_inquiry(Desk& desk, ContactState& contact, const conversation::ProposeInquiry& proposal) {
    const std::vector<Inquiry> open = open_inquiries(desk);
    const auto own = std::count_if(open.begin(), open.end(), [&](const Inquiry& each) {
        return each.contact == contact.contact.id;
    });
    if (own >= inquiries_open_max) return conversation::InquiryHeard{conversation::Inbox::full};
    Inquiry inquiry;
    inquiry.id = {desk.memory().next.inquiry.value++};
    inquiry.office = desk.office();
    inquiry.contact = contact.contact.id;
    inquiry.asked_at = desk.now();
    inquiry.text = proposal.text;
    put(desk, inquiry, EventKind::inquiry_kept);
    return conversation::InquiryHeard{conversation::Inbox::kept};
}

conversation::Decision
judge(Desk& desk, const ContactState& contact, const conversation::ProposeVerdict& proposal) {
    auto inquiry = inquiry_of(desk, proposal.inquiry);
    const bool is_theirs = inquiry && inquiry->office == desk.office() &&
                           inquiry->contact == contact.contact.id && inquiry->answered_at.ms != 0;
    if (!is_theirs) return conversation::Refused{scheduling::Refusal::booking_unknown};
    if (inquiry->verdict != proposal.verdict) {
        inquiry->verdict = proposal.verdict;
        const std::string name(conversation::name_of(proposal.verdict));
        put(desk, *inquiry, EventKind::inquiry_judged, " " + name);
    }
    return conversation::AnswerJudged{proposal.verdict};
}

StaffAnswer list_inquiries(Desk& desk) {
    InquiriesAnswer answer;
    for (Inquiry& inquiry : open_inquiries(desk)) {
        const auto contact = desk.memory().contacts.find(inquiry.contact);
        if (!contact) {
            desk.fail_with(contact.error());
            return answer;
        }
        if (*contact == nullptr) continue;
        answer.inquiries.push_back({std::move(inquiry), (*contact)->contact.language});
    }
    return answer;
}

StaffAnswer answer_inquiry(Desk& desk, const Speech& speech, const AnswerInquiry& act) {
    auto inquiry = inquiry_of(desk, act.inquiry);
    if (!inquiry || inquiry->office != desk.office()) return StaffRefusal::inquiry_unknown;
    if (inquiry->answered_at.ms != 0) return StaffRefusal::answered_before;
    const auto contact = desk.memory().contacts.find(inquiry->contact);
    if (!contact) desk.fail_with(contact.error());
    if (!contact || *contact == nullptr) return StaffRefusal::inquiry_unknown;
    inquiry->answered_at = desk.now();
    put(desk, *inquiry, EventKind::inquiry_answered);
    // They asked for it: an answer is no notice that STOP would stop.
    announce(
        desk,
        **contact,
        {notices::MessageKind::reply,
         std::nullopt,
         conversation::answer_note(
             {speech.wording, (*contact)->contact.language, desk.book().office()},
             inquiry->id,
             act.answer
         ),
         desk.now(),
         desk.now() + answer_moot_after}
    );
    return StaffDone{};
}

}  // namespace antre::engine
