#include "storage/sqlite/doctor.h"

#include <filesystem>
#include <sqlite3.h>
#include <sys/stat.h>

#include "storage/file.h"
#include "storage/sqlite/migration.h"
#include "storage/sqlite/parts.h"

namespace antre::storage {

namespace {

constexpr int wal_reset_mended_in = 3'051'003;  // SQLite 3.51.3

std::string mib(std::uint64_t bytes) {
    return std::to_string(bytes >> 20) + " MiB";
}

Finding good(std::string check, std::string detail) {
    return {std::move(check), true, std::move(detail), {}};
}
Finding bad(std::string check, std::string detail, std::string cure) {
    return {std::move(check), false, std::move(detail), std::move(cure)};
}

Finding key_file_finding(const std::string& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) {
        return bad("key_file", path + " is missing", "put the store's key file there");
    }
    if ((about.st_mode & 077u) != 0) {
        return bad("key_file", path + " can be read by others", "chmod 600 " + path);
    }
    return good("key_file", path + ": keep a copy apart from the backups");
}

Finding disk_finding(const std::string& path) {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    const auto space = std::filesystem::space(folder.empty() ? "." : folder, error);
    if (error) return bad("disk_space", "cannot be read", "check the disk of " + path);
    if (space.available < disk_bytes_free_min) {
        return bad("disk_space", mib(space.available) + " free", "make room on the disk");
    }
    return good("disk_space", mib(space.available) + " free");
}

Finding wal_finding(const std::string& path) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(path + "-wal", error);
    if (error) return good("wal_size", "empty");
    if (bytes > wal_bytes_alarm) {
        return bad("wal_size", mib(bytes), "end long backups; restart the server if it stays");
    }
    return good("wal_size", mib(bytes));
}

Finding integrity_finding(const SQLite::Database& database) {
    SQLite::Statement integrity(database, "PRAGMA integrity_check(1)");
    if (integrity.executeStep() && integrity.getColumn(0).getString() == "ok") {
        return good("integrity", "every page and index is in order");
    }
    return bad("integrity", "the file is damaged", "stop; `antre restore` the latest backup");
}

Finding sync_finding(const SQLite::Database& database) {
    constexpr std::int64_t full = 2;
    const bool is_full = number_of(database, "PRAGMA synchronous") == full;
    SQLite::Statement mode(database, "PRAGMA journal_mode");
    const bool is_wal = mode.executeStep() && mode.getColumn(0).getString() == "wal";
    if (is_full && is_wal) return good("durability", "write-ahead log, synced at every commit");
    return bad("durability", "commits are not synced", "open the store without test settings");
}

Finding version_finding() {
    const std::string version = std::string("SQLite ") + sqlite3_libversion();
    if (sqlite3_libversion_number() >= wal_reset_mended_in) return good("sqlite", version);
    return good(
        "sqlite",
        version + " has the WAL-reset fault; it cannot happen with one writing connection: never"
                  " open the live file with another program"
    );
}

Finding journal_finding(const SqliteStore::JournalVerdict& verdict) {
    if (!verdict) {
        const JournalFault& fault = verdict.error();
        return bad(
            "journal",
            "office " + std::to_string(fault.office.value) + ", row " + std::to_string(fault.seq) +
                " " + fault.reason,
            "compare with a backup: somebody changed the journal"
        );
    }
    std::uint64_t rows = 0;
    for (const OfficeJournal& each : *verdict)
        rows += each.head.seq;
    return good("journal", std::to_string(rows) + " rows, every chain whole");
}

}  // namespace

std::vector<Finding> file_findings(const SqliteOptions& options) {
    return {
        key_file_finding(options.key_file()),
        disk_finding(options.path),
        wal_finding(options.path)};
}

Result<std::vector<Finding>, SqliteStore::Failure> SqliteStore::doctor_findings() {
    auto verdict = verify_journal();
    if (!verdict) return fail(verdict.error());
    return guarded([&] {
        const SQLite::Database& database = parts_->database;
        std::vector<Finding> findings = file_findings(parts_->options);
        findings.push_back(good("single_writer", "this process holds the lock"));
        findings.push_back(
            good("schema", "version " + std::to_string(number_of(database, "PRAGMA user_version")))
        );
        findings.push_back(sync_finding(database));
        findings.push_back(version_finding());
        findings.push_back(integrity_finding(database));
        findings.push_back(journal_finding(*verdict));
        return findings;
    });
}

std::vector<Finding> doctor_findings(const SqliteOptions& options) {
    std::vector<Finding> findings = file_findings(options);
    if (!exists(options.path)) {
        findings.push_back(bad("store", "none at " + options.path, "run `antre migrate`"));
        return findings;
    }
    const std::string holder = LockFile::holder_of(options.path);
    if (!holder.empty()) {
        findings.push_back(good(
            "single_writer",
            "process " + holder + " has the store open: what is inside was not checked"
        ));
        return findings;
    }
    auto store = SqliteStore::open(options);
    if (!store) {
        findings.push_back(bad("store", store.error().detail, "mend what is said here"));
        return findings;
    }
    auto inside = (*store)->doctor_findings();
    if (inside) return *inside;
    findings.push_back(bad("store", inside.error().detail, "stop; `antre restore` a backup"));
    return findings;
}

}  // namespace antre::storage
