#pragma once

// One use of a prepared statement: bind from left to right, run, read; reset when it goes. Texts
// and bytes are not copied, so what is bound must live until the query has run.

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace antre::storage {

class Query {
public:
    explicit Query(SQLite::Statement& statement)
        : statement_(statement) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query() { statement_.tryReset(); }

    template <class Number>
    Query& number(Number value) {
        statement_.bind(next_++, static_cast<std::int64_t>(value));
        return *this;
    }
    // REQUIRES: a name of an enumerator, or another text that ends in a zero byte.
    Query& word(std::string_view name) {
        statement_.bindNoCopy(next_++, name.data());
        return *this;
    }
    Query& text(const std::string& value) {
        statement_.bindNoCopy(next_++, value);
        return *this;
    }
    Query& bytes(std::string_view value) {
        statement_.bindNoCopy(next_++, value.data(), static_cast<int>(value.size()));
        return *this;
    }
    Query& bytes(std::span<const std::uint8_t> value) {
        statement_.bindNoCopy(next_++, value.data(), static_cast<int>(value.size()));
        return *this;
    }
    Query& nothing() {
        statement_.bind(next_++);
        return *this;
    }

    // Steps to the next row; false when there is none.
    bool row() { return statement_.executeStep(); }
    void run() {
        while (statement_.executeStep()) {
        }
    }

    template <class Number>
    [[nodiscard]] Number number_at(int column) const {
        return static_cast<Number>(statement_.getColumn(column).getInt64());
    }
    [[nodiscard]] bool is_null(int column) const { return statement_.isColumnNull(column); }
    // Valid until the next step.
    [[nodiscard]] std::string_view bytes_at(int column) const {
        const SQLite::Column value = statement_.getColumn(column);
        const auto* data = static_cast<const char*>(value.getBlob());
        const int size = value.getBytes();
        return data == nullptr ? std::string_view()
                               : std::string_view(data, static_cast<std::size_t>(size));
    }

private:
    SQLite::Statement& statement_;
    int next_ = 1;
};

}  // namespace antre::storage
