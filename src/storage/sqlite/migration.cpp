#include "storage/sqlite/migration.h"

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <utility>
#include <vector>

#include "storage/file.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/failure.h"
#include "storage/sqlite/key_file.h"
#include "storage/sqlite/lock_file.h"
#include "storage/sqlite/vault.h"

namespace antre::storage {

namespace {

using engine::StoreFailure;

int version_of(const SQLite::Database& database) {
    return static_cast<int>(number_of(database, "PRAGMA user_version"));
}

int newest() {
    return static_cast<int>(migrations().size());
}

// Something is in the file, but we did not put it there.
bool is_foreign(const SQLite::Database& database) {
    return number_of(database, "PRAGMA application_id") != application_id &&
           number_of(database, "SELECT count(*) FROM sqlite_schema") != 0;
}

std::string too_new(int version) {
    return "the store has schema " + std::to_string(version) + ", this program knows up to " +
           std::to_string(newest()) + ": use the newer program";
}

// One line a table, index or trigger: its name, then how it was made.
std::vector<std::pair<std::string, std::string>> made_in(const SQLite::Database& database) {
    SQLite::Statement query(
        database,
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' "
        "ESCAPE '!' ORDER BY name"
    );
    std::vector<std::pair<std::string, std::string>> made;
    while (query.executeStep())
        made.emplace_back(query.getColumn(0).getString(), query.getColumn(1).getString());
    return made;
}

// A number alone does not prove the tables: schemas were edited in place before their first
// release.
std::string drift(const SQLite::Database& database, int version) {
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (int number = 1; number <= version; ++number)
        fresh.exec(migrations()[static_cast<std::size_t>(number) - 1].sql);
    const auto expected = made_in(fresh);
    const auto found = made_in(database);
    if (found == expected) return {};
    const auto [here, there] =
        std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    const std::string& name = here != found.end() ? here->first : there->first;
    return "the store calls itself schema " + std::to_string(version) + ", but its " + name +
           " is not the one that this program makes: it comes from an unreleased build or was "
           "changed by hand. Use the program that made it, or move the store away to start anew";
}

// One transaction: the statements, the number of the schema, and for a new store its key's check.
void apply(SQLite::Database& database, int number, const std::string& key_check) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(migrations()[static_cast<std::size_t>(number) - 1].sql);
    if (number == 1) {
        database.exec("PRAGMA application_id=" + std::to_string(application_id));
        SQLite::Statement meta(
            database,
            "INSERT INTO meta (name, value) VALUES ('key_check', ?), ('restore_epoch', '0')"
        );
        meta.bind(1, key_check);
        meta.exec();
    }
    database.exec("PRAGMA user_version=" + std::to_string(number));
    transaction.commit();
}

}  // namespace

std::string schema_fault(const SQLite::Database& database) {
    if (is_foreign(database)) return "the file is a database, but not one of ours";
    const int version = version_of(database);
    if (version > newest()) return too_new(version);
    if (version < newest()) {
        return "the store has schema " + std::to_string(version) + ", this program needs " +
               std::to_string(newest()) + ": run `antre migrate`";
    }
    return drift(database, version);
}

Result<Migrated, StoreFailure> migrate(const SqliteOptions& options) {
    std::optional<LockFile> lock;
    if (options.file_system.empty()) {
        auto held = LockFile::hold(options.path);
        if (!held) return fail(unavailable(held.error()));
        lock.emplace(std::move(*held));
        // Whoever may read the file sees who has a place when; SQLite's log takes over its rights.
        const OpenFile file(::open(options.path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (!file) return fail(unavailable("cannot create " + options.path));
    }
    try {
        SQLite::Database database = open_for_writing(options);
        const Migrated done{version_of(database), newest()};
        if (is_foreign(database)) {
            return fail(corrupt(options.path + " is a database, but not one of ours"));
        }
        if (done.from > done.to) return fail(unavailable(too_new(done.from)));
        if (const std::string fault = drift(database, done.from); !fault.empty())
            return fail(unavailable(fault));
        std::string key_check;
        if (done.from == 0) {
            auto key = options.master_key
                           ? Result<SecretKey, std::string>(*options.master_key)
                           : read_or_make_key_file(options.key_file(), options.randomness);
            if (!key) return fail(unavailable(key.error()));
            key_check = Vault::check_of(*key);
        }
        for (int number = done.from + 1; number <= done.to; ++number)
            apply(database, number, key_check);
        return done;
    } catch (const SQLite::Exception& error) {
        return fail(failure_of(error));
    }
}

}  // namespace antre::storage
