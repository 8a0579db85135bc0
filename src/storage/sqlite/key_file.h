#pragma once

// The master key of a store: 32 bytes as hexadecimal text in a file of its own, readable by its
// owner only. It wraps every data key; it is never in a backup, so it must be kept beside it.

#include <string>

#include "foundation/result.h"
#include "storage/sqlite/sealing.h"

namespace antre::storage {

// The error is one line for the operator.
Result<SecretKey, std::string> read_key_file(const std::string& path);
// Makes the file with a new key when there is none; durable when it returns.
Result<SecretKey, std::string> read_or_make_key_file(const std::string& path, const Randomness&);

}  // namespace antre::storage
