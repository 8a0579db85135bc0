#pragma once

// Whom we may write to of our own accord: known to the checks from the commits that put contacts.

#include <map>

#include "engine/commit.h"

namespace antre::simulation {

class ReachablePeople {
public:
    void look(const engine::Commit& commit) {
        for (const engine::Change& change : commit.changes) {
            const auto* put = std::get_if<engine::PutContact>(&change);
            if (put == nullptr) continue;
            const engine::Contact& contact = put->contact;
            const bool has_address =
                !contact.identity.user.empty() || !contact.identity.phone.empty();
            reachable_[contact.id] = has_address && !contact.is_opted_out;
        }
    }
    [[nodiscard]] bool can_be_told(ContactId contact) const {
        const auto found = reachable_.find(contact);
        return found != reachable_.end() && found->second;
    }

private:
    std::map<ContactId, bool> reachable_;
};

}  // namespace antre::simulation
