#include "engine/contact_book.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace antre::engine {

Result<ContactState*, StoreFailure> ContactBook::find(const Identity& who) {
    if (!who.user.empty()) {
        const auto user = by_user_.find(who.user.reveal());
        if (user != by_user_.end()) return find(user->second);
    }
    if (!who.phone.empty()) {
        const auto phone = by_phone_.find(who.phone.reveal());
        if (phone != by_phone_.end()) return find(phone->second);
    }
    auto read = store_.find_contact(who);
    if (!read) return fail(std::move(read.error()));
    if (!read->has_value()) return nullptr;
    // It may be in memory already, known by another id than the one asked for.
    const auto known = by_id_.find((*read)->contact.id);
    if (known != by_id_.end()) {
        known->second.used = ++turn_;
        return &known->second.state;
    }
    return &keep(std::move(**read));
}

Result<ContactState*, StoreFailure> ContactBook::find(ContactId id) {
    const auto known = by_id_.find(id);
    if (known != by_id_.end()) {
        known->second.used = ++turn_;
        return &known->second.state;
    }
    auto read = store_.contact(id);
    if (!read) return fail(std::move(read.error()));
    if (!read->has_value()) return nullptr;
    return &keep(std::move(**read));
}

ContactState& ContactBook::add(ContactState state) {
    return keep(std::move(state));
}

ContactState& ContactBook::keep(ContactState state) {
    const ContactId id = state.contact.id;
    const Identity& identity = state.contact.identity;
    if (!identity.user.empty()) by_user_[identity.user.reveal()] = id;
    if (!identity.phone.empty()) by_phone_[identity.phone.reveal()] = id;
    Entry& entry = by_id_[id];
    entry.state = std::move(state);
    entry.used = ++turn_;
    return entry.state;
}

void ContactBook::relink(ContactState& state, Identity now) {
    by_user_.erase(state.contact.identity.user.reveal());
    by_phone_.erase(state.contact.identity.phone.reveal());
    state.contact.identity = std::move(now);
    const Identity& identity = state.contact.identity;
    if (!identity.user.empty()) by_user_[identity.user.reveal()] = state.contact.id;
    if (!identity.phone.empty()) by_phone_[identity.phone.reveal()] = state.contact.id;
}

void ContactBook::forget(ContactId id) {
    const auto entry = by_id_.find(id);
    if (entry == by_id_.end()) return;
    const Identity& identity = entry->second.state.contact.identity;
    const auto unlink = [&](auto& index, const std::string& key) {
        const auto found = index.find(key);
        if (found != index.end() && found->second == id) index.erase(found);
    };
    unlink(by_user_, identity.user.reveal());
    unlink(by_phone_, identity.phone.reveal());
    by_id_.erase(entry);
}

void ContactBook::trim(std::size_t keep) {
    if (by_id_.size() <= keep) return;
    std::vector<std::pair<std::uint64_t, ContactId>> by_use;
    by_use.reserve(by_id_.size());
    for (const auto& [id, entry] : by_id_)
        by_use.emplace_back(entry.used, id);
    // A tenth more than needed goes, so that this is rare; turns are unique, so the order is too.
    const std::size_t drop = std::min(by_use.size(), by_use.size() - keep + keep / 10);
    std::nth_element(
        by_use.begin(), by_use.begin() + static_cast<std::ptrdiff_t>(drop) - 1, by_use.end()
    );
    for (std::size_t i = 0; i < drop; ++i)
        forget(by_use[i].second);
}

void ContactBook::clear() {
    by_id_.clear();
    by_user_.clear();
    by_phone_.clear();
}

conversation::Talk& talk_with(ContactState& state, OfficeId office) {
    for (OfficeTalk& talk : state.talks) {
        if (talk.office == office) return talk.talk;
    }
    state.talks.push_back({office, {}});
    return state.talks.back().talk;
}

}  // namespace antre::engine
