#include "storage/journal.h"

#include <memory>
#include <openssl/evp.h>

#include "foundation/assert.h"
#include "foundation/sabotage.h"
#include "storage/event_json.h"

namespace antre::storage {

namespace {

struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// One context a thread, and the algorithm fetched once: fetching costs more than hashing a row.
EVP_MD_CTX* sha256_begun() {
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
    ASSERT(algorithm != nullptr && context != nullptr);
    ASSERT(EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1);
    return context.get();
}

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string hex_of(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15u]);
    }
    return out;
}

std::optional<std::string> bytes_of_hex(std::string_view hex) {
    if (hex.size() % 2 != 0) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit_of(hex[i]);
        const int low = digit_of(hex[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        out.push_back(static_cast<char>(high * 16 + low));
    }
    return out;
}

JournalHash chained_hash(const JournalHash& before, const JournalRow& row) {
    std::string bytes;
    bytes.reserve(128 + row.body.size());
    bytes += std::to_string(row.office.value);
    bytes += '\n';
    bytes += std::to_string(row.seq);
    bytes += '\n';
    bytes += std::to_string(row.at.ms);
    bytes += '\n';
    bytes += engine::name_of(row.actor);
    bytes += '\n';
    bytes += hex_of(row.command);
    bytes += '\n';
    bytes += engine::name_of(row.kind);
    bytes += '\n';
    bytes += row.body;
    bytes += '\n';
    EVP_MD_CTX* context = sha256_begun();
    JournalHash hash{};
    ASSERT(EVP_DigestUpdate(context, before.data(), before.size()) == 1);
    ASSERT(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1);
    ASSERT(EVP_DigestFinal_ex(context, hash.data(), nullptr) == 1);
    return hash;
}

JournalRow next_row(
    JournalHead& head, OfficeId office, const engine::Commit& commit, const engine::Event& event
) {
    JournalRow row;
    row.office = office;
    row.seq = head.seq + 1;
    row.at = commit.at;
    row.actor = commit.actor;
    row.command = commit.key;
    row.kind = event.kind;
    row.body = encode_event(event);
    const bool is_broken = is_sabotaged(Sabotage::broken_chain);
    row.hash = chained_hash(is_broken ? JournalHash{} : head.hash, row);
    head = {row.seq, row.hash};
    return row;
}

bool JournalCheck::follows(const JournalRow& row) {
    if (row.seq != head_.seq + 1 || row.hash != chained_hash(head_.hash, row)) return false;
    head_ = {row.seq, row.hash};
    return true;
}

}  // namespace antre::storage
