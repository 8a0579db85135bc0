#pragma once

// The contacts the engine works with: those lately heard stay in memory, others are read from the
// store when they are needed. Nothing is forgotten while a batch is being decided.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/contact.h"
#include "engine/store.h"
#include "foundation/result.h"

namespace antre::engine {

class ContactBook {
public:
    explicit ContactBook(Store& store)
        : store_(store) {}

    // The user id decides when both are known, wherever they are known. Nobody: nullptr. Pointers
    // are valid until `trim` or `clear`.
    Result<ContactState*, StoreFailure> find(const Identity& who);
    Result<ContactState*, StoreFailure> find(ContactId id);
    ContactState& add(ContactState state);
    // The contact's identity changed: it is found by its new ids from here on.
    void relink(ContactState& state, Identity now);

    // The contact is gone, whatever the store still says until the batch is kept.
    void erase(ContactId id);

    // Those in memory, by id: all that the present batch has changed are among them.
    [[nodiscard]] std::vector<ContactState*> in_memory();

    // Forgets the contacts used longest ago until at most `keep` are left.
    void trim(std::size_t keep);
    void clear();

private:
    struct Entry {
        ContactState state;
        std::list<ContactId>::iterator use;  // in by_use_
    };
    struct IdHash {
        std::size_t operator()(ContactId id) const { return std::hash<std::uint64_t>{}(id.value); }
    };
    ContactState& use(Entry& entry);
    Result<ContactState*, StoreFailure> read(const Identity& who);
    ContactState& keep(ContactState state);
    void unlink(ContactId id, const Identity& identity);
    void forget(ContactId id);

    Store& store_;
    std::set<ContactId> erased_;
    std::list<ContactId> by_use_;  // the latest used first
    std::unordered_map<ContactId, Entry, IdHash> by_id_;
    std::unordered_map<std::string, ContactId> by_user_;
    std::unordered_map<std::string, ContactId> by_phone_;
};

// The talk with one office; a fresh one when they never spoke.
conversation::Talk& talk_with(ContactState& state, OfficeId office);

}  // namespace antre::engine
