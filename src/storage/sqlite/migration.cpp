#include "storage/sqlite/migration.h"

#include <fcntl.h>
#include <optional>

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
    return {};
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
