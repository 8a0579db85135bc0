#include "storage/sqlite/backup.h"

#include <boost/json.hpp>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/file.h"
#include "storage/json_reading.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/failure.h"
#include "storage/sqlite/key_file.h"
#include "storage/sqlite/lock_file.h"
#include "storage/sqlite/migration.h"
#include "storage/sqlite/vault.h"

namespace antre::storage {

namespace json = boost::json;

namespace {

using engine::StoreFailure;

constexpr std::string_view manifest_format = "antre-backup-1";

std::string manifest_of(const std::string& path) {
    return path + ".manifest";
}

bool write_file(const std::string& path, const std::string& text) {
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    return file &&
           ::write(file.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
           ::fsync(file.number()) == 0;
}

// Why the backup is not what its manifest says; empty when it is.
std::string manifest_fault(const std::string& backup) {
    std::ifstream file(manifest_of(backup));
    if (!file) return "no manifest at " + manifest_of(backup);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error || !value.is_object()) return "the manifest is not a JSON object";
    std::string fault;
    JsonObject members(value.get_object(), fault);
    const std::string format = members.text("format");
    const std::string sha256 = members.text("sha256");
    if (!fault.empty()) return "the manifest's " + fault;
    if (format != manifest_format) return "the manifest is of another format";
    const auto seen = sha256_of_file(backup);
    if (!seen) return seen.error();
    if (*seen != sha256) return "the backup is damaged: its checksum is not the manifest's";
    return {};
}

// Why the database inside cannot be served; empty when it can.
std::string structure_fault(const SQLite::Database& database, const SqliteOptions& target) {
    if (number_of(database, "PRAGMA application_id") != application_id) {
        return "the backup is not one of ours";
    }
    if (number_of(database, "PRAGMA user_version") >
        static_cast<std::int64_t>(migrations().size())) {
        return "the backup is of a newer program";
    }
    SQLite::Statement integrity(database, "PRAGMA integrity_check(1)");
    if (!integrity.executeStep() || integrity.getColumn(0).getString() != "ok") {
        return "the backup is damaged inside";
    }
    if (!exists(target.key_file())) return {};
    const auto key = read_key_file(target.key_file());
    if (!key) return key.error();
    SQLite::Statement check(database, "SELECT value FROM meta WHERE name = 'key_check'");
    const bool is_ours =
        check.executeStep() && check.getColumn(0).getString() == Vault::check_of(*key);
    return is_ours ? "" : "the key file is not the one this backup was made with";
}

// A store that went back in time must not send again what it does not know to be sent.
Restored hold_back(SQLite::Database& database) {
    Restored restored;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    restored.held_back = static_cast<std::uint64_t>(
        database.exec("UPDATE message SET state = 'unknown' WHERE state IN ('queued', 'sending')")
    );
    database.exec("UPDATE meta SET value = value + 1 WHERE name = 'restore_epoch'");
    restored.epoch = static_cast<std::uint64_t>(
        number_of(database, "SELECT value FROM meta WHERE name = 'restore_epoch'")
    );
    transaction.commit();
    return restored;
}

}  // namespace

Result<BackupMade, StoreFailure> back_up(const SqliteOptions& store, const std::string& path) {
    if (exists(path) || exists(manifest_of(path)))
        return fail(unavailable(path + " exists already"));
    try {
        // SQLite makes the file, but we decide who may read it.
        const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!file) return fail(unavailable(path + " cannot be made: " + std::strerror(errno)));
        SQLite::Database database = open_for_reading(store);
        SQLite::Statement copy(database, "VACUUM INTO ?");
        copy.bind(1, path);
        copy.exec();
    } catch (const SQLite::Exception& error) {
        ::unlink(path.c_str());
        // The store itself is not in doubt when a copy of it fails.
        return fail(unavailable("backup " + path + ": " + failure_of(error).detail));
    }
    BackupMade made{path, manifest_of(path), 0, {}};
    const auto sha256 = sha256_of_file(path);
    struct stat about {};
    if (!sync_file(path) || !sha256 || ::stat(path.c_str(), &about) != 0) {
        ::unlink(path.c_str());
        return fail(unavailable(path + " cannot be written"));
    }
    made.bytes = static_cast<std::uint64_t>(about.st_size);
    made.sha256 = *sha256;
    const json::object manifest{
        {"format", manifest_format}, {"bytes", made.bytes}, {"sha256", made.sha256}};
    if (!write_file(made.manifest, json::serialize(manifest) + "\n") || !sync_folder_of(path)) {
        ::unlink(path.c_str());
        ::unlink(made.manifest.c_str());
        return fail(unavailable(made.manifest + " cannot be written"));
    }
    return made;
}

Result<Restored, StoreFailure> restore(const std::string& backup, const SqliteOptions& target) {
    if (exists(target.path)) return fail(unavailable("there is a store at " + target.path));
    const auto lock = LockFile::hold(target.path);
    if (!lock) return fail(unavailable(lock.error()));
    const std::string fault = manifest_fault(backup);
    if (!fault.empty()) return fail(corrupt(fault));
    SqliteOptions unfinished = target;
    unfinished.path = target.path + ".restoring";
    const auto give_up = [&](StoreFailure failure) {
        for (const char* ending : {"", "-wal", "-shm"})
            ::unlink((unfinished.path + ending).c_str());
        return fail(std::move(failure));
    };
    std::error_code error;
    std::filesystem::copy_file(
        backup, unfinished.path, std::filesystem::copy_options::overwrite_existing, error
    );
    if (error) return give_up(unavailable(unfinished.path + " cannot be written"));
    Restored restored;
    try {
        SQLite::Database database = open_for_writing(unfinished);
        const std::string inside = structure_fault(database, target);
        if (!inside.empty()) return give_up(corrupt(inside));
        restored = hold_back(database);
        database.exec("PRAGMA journal_mode=DELETE");  // the log goes: one file to rename
    } catch (const SQLite::Exception& caught) {
        return give_up(failure_of(caught));
    }
    if (!sync_file(unfinished.path) ||
        ::rename(unfinished.path.c_str(), target.path.c_str()) != 0 ||
        !sync_folder_of(target.path)) {
        return give_up(unavailable(target.path + " cannot be written"));
    }
    restored.has_key_file = exists(target.key_file());
    return restored;
}

}  // namespace antre::storage
