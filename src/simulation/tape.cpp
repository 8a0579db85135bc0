#include "simulation/tape.h"

#include <array>
#include <openssl/evp.h>

#include "foundation/assert.h"
#include "storage/journal.h"

namespace antre::simulation {

struct Tape::Hash {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Hash() { ASSERT(EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1); }
    Hash(const Hash&) = delete;
    Hash& operator=(const Hash&) = delete;
    ~Hash() { EVP_MD_CTX_free(context); }
};

Tape::Tape()
    : hash_(std::make_unique<Hash>()) {}

Tape::~Tape() = default;

void Tape::note(std::string_view what) {
    ASSERT(EVP_DigestUpdate(hash_->context, what.data(), what.size()) == 1);
    ASSERT(EVP_DigestUpdate(hash_->context, "\n", 1) == 1);
}

std::string Tape::digest() const {
    EVP_MD_CTX* copy = EVP_MD_CTX_new();
    std::array<std::uint8_t, 32> bytes{};
    unsigned int size = 0;
    const bool is_good = EVP_MD_CTX_copy_ex(copy, hash_->context) == 1 &&
                         EVP_DigestFinal_ex(copy, bytes.data(), &size) == 1;
    EVP_MD_CTX_free(copy);
    ASSERT(is_good);
    return storage::hex_of(bytes);
}

}  // namespace antre::simulation
