#pragma once

// Reading a row that is not what the writer wrote ends in BadRow, within the room.

#include <optional>
#include <string>
#include <utility>

#include "foundation/result.h"
#include "storage/sqlite/failure.h"

namespace antre::storage {

// The value, or BadRow that says where there is none.
template <class Value>
Value required(std::optional<Value> value, const char* where, std::uint64_t id) {
    if (!value) throw BadRow{std::string(where) + " " + std::to_string(id) + " cannot be read"};
    return *std::move(value);
}

template <class Value>
Value decoded(Result<Value, std::string> value, const char* where, std::uint64_t id) {
    if (!value) {
        throw BadRow{std::string(where) + " " + std::to_string(id) + ": " + value.error()};
    }
    return *std::move(value);
}

}  // namespace antre::storage
