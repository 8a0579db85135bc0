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
    const auto phone = who.phone.empty() ? by_phone_.end() : by_phone_.find(who.phone.reveal());
    if (phone == by_phone_.end()) return read(who);
    const ContactId by_phone = phone->second;
    if (!who.user.empty()) {
        // Memory knows the phone only, but the store may know the user, as somebody else.
        auto by_user = read({who.user, PhoneNumber{}});
        if (!by_user || *by_user != nullptr) return by_user;
    }
    return find(by_phone);
}

Result<ContactState*, StoreFailure> ContactBook::read(const Identity& who) {
    auto read = store_.find_contact(who);
    if (!read) return fail(std::move(read.error()));
    if (!read->has_value() || erased_.contains((*read)->contact.id)) return nullptr;
    const auto known = by_id_.find((*read)->contact.id);
    if (known == by_id_.end()) return &keep(std::move(**read));
    // In memory already, and there it may have got other ids than the store knows.
    const Identity& identity = known->second.state.contact.identity;
    const bool is_meant = (!who.user.empty() && identity.user == who.user) ||
                          (!who.phone.empty() && identity.phone == who.phone);
    if (!is_meant) return nullptr;
    return &use(known->second);
}

ContactState& ContactBook::use(Entry& entry) {
    by_use_.splice(by_use_.begin(), by_use_, entry.use);
    return entry.state;
}

Result<ContactState*, StoreFailure> ContactBook::find(ContactId id) {
    const auto known = by_id_.find(id);
    if (known != by_id_.end()) return &use(known->second);
    if (erased_.contains(id)) return nullptr;
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
    const auto known = by_id_.find(id);
    if (known != by_id_.end()) {
        known->second.state = std::move(state);
        return use(known->second);
    }
    by_use_.push_front(id);
    return by_id_.emplace(id, Entry{std::move(state), by_use_.begin()}).first->second.state;
}

void ContactBook::relink(ContactState& state, Identity now) {
    unlink(state.contact.id, state.contact.identity);
    state.contact.identity = std::move(now);
    const Identity& identity = state.contact.identity;
    if (!identity.user.empty()) by_user_[identity.user.reveal()] = state.contact.id;
    if (!identity.phone.empty()) by_phone_[identity.phone.reveal()] = state.contact.id;
}

void ContactBook::unlink(ContactId id, const Identity& identity) {
    const auto drop = [&](auto& index, const std::string& key) {
        const auto found = index.find(key);
        if (found != index.end() && found->second == id) index.erase(found);
    };
    drop(by_user_, identity.user.reveal());
    drop(by_phone_, identity.phone.reveal());
}

void ContactBook::forget(ContactId id) {
    const auto entry = by_id_.find(id);
    if (entry == by_id_.end()) return;
    unlink(id, entry->second.state.contact.identity);
    by_use_.erase(entry->second.use);
    by_id_.erase(entry);
}

void ContactBook::erase(ContactId id) {
    forget(id);
    erased_.insert(id);
}

void ContactBook::trim(std::size_t keep) {
    while (by_id_.size() > keep)
        forget(by_use_.back());
}

std::vector<ContactState*> ContactBook::in_memory() {
    std::vector<ContactState*> all;
    all.reserve(by_id_.size());
    for (const ContactId id : by_use_)
        all.push_back(&by_id_.at(id).state);
    std::ranges::sort(all, {}, [](const ContactState* state) { return state->contact.id; });
    return all;
}

void ContactBook::clear() {
    erased_.clear();
    by_use_.clear();
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
