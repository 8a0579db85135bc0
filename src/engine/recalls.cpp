#include "engine/recalls.h"

#include "conversation/announcing.h"
#include "engine/cases.h"
#include "engine/collecting.h"
#include "engine/limits.h"

namespace antre::engine {

using scheduling::PassportCase;

namespace {

void recall(Desk& desk, const Speech& speech, ContactState& contact, PassportCase& passport) {
    const conversation::Voice voice{speech.wording, contact.contact.language, desk.book().office()};
    const LocalDate today = desk.local_now().date;
    if (today >= scheduling::cancelled_on(passport)) {
        passport.state = scheduling::CaseState::cancelled;
        keep_moved(desk, passport);
        end_needless_visit(desk, contact);
        const conversation::PassportTold told{passport, name_to_tell(desk, contact, passport)};
        return tell_about(
            desk, contact, passport, conversation::lapsed_note(voice, told), ready_moot_after
        );
    }
    // After a pause one recall stands for those that were missed.
    passport.told_uncollected = scheduling::recalls_by(*passport.ready_on, today);
    keep(desk, passport);
    const conversation::PassportTold told{passport, name_to_tell(desk, contact, passport)};
    tell_about(desk, contact, passport, conversation::recall_note(voice, told, today), days(3));
}

}  // namespace

void recall_ready_passports(Desk& desk, const Speech& speech) {
    OfficeBook& book = desk.book();
    for (std::size_t done = 0; done < recalls_per_pass_max; ++done) {
        const auto due_at = book.cases_due();
        if (!due_at || desk.now() < *due_at) return;
        const DueCase due = *book.first_due_case();
        const auto contact = desk.memory().contacts.find(due.contact);
        if (!contact) return desk.fail_with(contact.error());
        PassportCase* passport =
            *contact == nullptr ? nullptr : case_of(**contact, desk.office(), due.passport);
        if (passport == nullptr) {
            book.forget_case(due, desk.now());  // its owner was erased
        } else {
            recall(desk, speech, **contact, *passport);
        }
    }
}

}  // namespace antre::engine
