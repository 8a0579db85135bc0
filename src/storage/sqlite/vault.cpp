#include "storage/sqlite/vault.h"

#include <cstring>

#include "storage/journal.h"
#include "storage/limits.h"
#include "storage/sqlite/failure.h"
#include "storage/sqlite/query.h"

namespace antre::storage {

namespace {

std::string_view bytes_of(const SecretKey& key) {
    return {reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()};
}

}  // namespace

Vault::Vault(const SecretKey& master, Randomness randomness, Statements& statements)
    : statements_(statements)
    , sealing_(std::move(randomness))
    , wrapping_(derived_key(master, "data keys"))
    , aside_(derived_key(master, "quarantine"))
    , index_(derived_key(master, "blind index")) {}

std::string Vault::check_of(const SecretKey& master) {
    return hex_of(derived_key(master, "check").bytes).substr(0, 16);
}

const SecretKey& Vault::remember(ContactId contact, const SecretKey& key) {
    if (keys_.size() >= data_keys_cached) keys_.clear();
    return keys_.insert_or_assign(contact.value, key).first->second;
}

const SecretKey* Vault::find_key(ContactId contact) {
    const auto known = keys_.find(contact.value);
    if (known != keys_.end()) return &known->second;
    Query query(statements_.get_data_key);
    if (!query.number(contact.value).row()) return nullptr;
    const auto plain = sealing_.open(wrapping_, {'k', contact.value}, query.bytes_at(0));
    SecretKey key;
    if (!plain || plain->size() != key.bytes.size()) {
        throw BadRow{"data key of contact " + std::to_string(contact.value) + " does not open"};
    }
    std::memcpy(key.bytes.data(), plain->data(), key.bytes.size());
    return &remember(contact, key);
}

std::string Vault::seal(ContactId contact, const SealedFor& owner, std::string_view plain) {
    const SecretKey* key = find_key(contact);
    if (key == nullptr) {
        const SecretKey made = sealing_.new_key();
        const std::string wrapped = sealing_.seal(wrapping_, {'k', contact.value}, bytes_of(made));
        Query(statements_.put_data_key).number(contact.value).bytes(wrapped).run();
        key = &remember(contact, made);
    }
    return sealing_.seal(*key, owner, plain);
}

std::optional<std::string>
Vault::seal_if_kept(ContactId contact, const SealedFor& owner, std::string_view plain) {
    const SecretKey* key = find_key(contact);
    if (key == nullptr) return std::nullopt;
    return sealing_.seal(*key, owner, plain);
}

std::optional<std::string>
Vault::open(ContactId contact, const SealedFor& owner, std::string_view sealed) {
    const SecretKey* key = find_key(contact);
    if (key == nullptr) return std::nullopt;
    auto plain = sealing_.open(*key, owner, sealed);
    if (!plain) {
        throw BadRow{
            "sealed '" + std::string(1, owner.kind) + "' " + std::to_string(owner.id) +
            " does not open"};
    }
    return plain;
}

std::string Vault::seal_aside(std::string_view plain) {
    return sealing_.seal(aside_, {'q'}, plain);
}

}  // namespace antre::storage
