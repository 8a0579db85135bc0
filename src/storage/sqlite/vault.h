#pragma once

// The vault holds the keys of a store: the master key's derivatives, and each contact's data key,
// which exists only as long as the contact does. Functions throw within the room.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "foundation/ids.h"
#include "storage/sqlite/sealing.h"
#include "storage/sqlite/statements.h"

namespace antre::storage {

class Vault {
public:
    // REQUIRES: `statements` outlives the vault.
    Vault(const SecretKey& master, Randomness randomness, Statements& statements);

    // Seals with the contact's data key, which is made when the contact has none.
    [[nodiscard]] std::string
    seal(ContactId contact, const SealedFor& owner, std::string_view plain);
    // The same, but nothing when the contact has been erased.
    [[nodiscard]] std::optional<std::string>
    seal_if_kept(ContactId contact, const SealedFor& owner, std::string_view plain);
    // Nothing when the contact has been erased. Throws BadRow when the bytes are not what we
    // sealed.
    [[nodiscard]] std::optional<std::string>
    open(ContactId contact, const SealedFor& owner, std::string_view sealed);
    // With the master key: what belongs to no contact.
    [[nodiscard]] std::string seal_aside(std::string_view plain);

    // How values are found without being kept. Labels keep kinds of values apart.
    [[nodiscard]] BlindHash hash_of_user(const std::string& user) {
        return index_.blind("user", user);
    }
    [[nodiscard]] BlindHash hash_of_phone(const std::string& phone) {
        return index_.blind("phone", phone);
    }
    [[nodiscard]] BlindHash hash_of_wamid(const std::string& wamid) {
        return index_.blind("wamid", wamid);
    }

    // Forgets all keys in memory: after a rollback, some may not be kept.
    void forget() { keys_.clear(); }

    // Proves that a key is the one the store was made with, without telling it.
    static std::string check_of(const SecretKey& master);

private:
    [[nodiscard]] const SecretKey* find_key(ContactId contact);
    const SecretKey& remember(ContactId contact, const SecretKey& key);

    Statements& statements_;
    Sealing sealing_;
    SecretKey wrapping_;
    SecretKey aside_;
    Mac index_;
    std::unordered_map<std::uint64_t, SecretKey> keys_;  // by contact; never iterated
};

}  // namespace antre::storage
