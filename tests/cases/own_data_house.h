#pragma once

// A house on a real database, on a disk in memory, and what the people of these stories do in it.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cases/office_at_work.h"
#include "storage/sqlite/crash_vfs.h"
#include "storage/sqlite/migration.h"
#include "storage/sqlite/sqlite_store.h"

namespace antre::cases {

class Database {
public:
    Database()
        : disk_("own data", 1) {
        storage::SqliteOptions options;
        options.path = "antre.db";
        options.file_system = disk_.name();
        options.master_key = storage::SecretKey{};
        EXPECT_TRUE(storage::migrate(options));
        store_ = std::move(*storage::SqliteStore::open(options));
    }
    [[nodiscard]] storage::SqliteStore& store() { return *store_; }

private:
    storage::CrashVfs disk_;
    std::unique_ptr<storage::SqliteStore> store_;
};

class OwnData : public testing::Test {
protected:
    using Texts = std::vector<std::string>;

    // What is answered: the texts, in order.
    Texts hears(const std::string& phone, const std::string& text) {
        house_.says(phone, text);
        Texts texts;
        for (const Sent& each : house_.sent())
            texts.push_back(each.text);
        return texts;
    }
    std::string last(const std::string& phone, const std::string& text) {
        const Texts texts = hears(phone, text);
        return texts.empty() ? "nothing" : texts.back();
    }
    engine::ContactState contact(const std::string& phone) {
        return (*store().find_contact({UserKey{}, PhoneNumber(phone)})).value();
    }
    bool knows(const std::string& phone) {
        return store().find_contact({UserKey{}, PhoneNumber(phone)})->has_value();
    }
    scheduling::Booking booking(const std::string& code) {
        return (*store().booking(*scheduling::booking_coded(code))).value();
    }
    void wait_until(const std::string& moment) {
        house_.at(moment);
        house_.pass_time();
    }
    Texts kinds() {
        Texts all;
        const auto rows = store().journal(house_.office(), 1, 1'000);
        for (const auto& row : *rows)
            all.emplace_back(engine::name_of(row.kind));
        return all;
    }
    // All that the journal says for ever.
    std::string journal() {
        std::string bodies;
        const auto rows = store().journal(house_.office(), 1, 1'000);
        for (const auto& row : *rows)
            bodies += row.body;
        EXPECT_TRUE(store().verify_journal()->has_value());
        return bodies;
    }
    // What a program is told about a code.
    std::string looked_up(const std::string& code) {
        const auto answer =
            house_.ask(engine::LookUp{{*scheduling::booking_coded(code), LocalDate{7'000}}});
        const auto* refused = std::get_if<engine::RefusedAnswer>(&answer);
        return refused == nullptr ? "found" : std::string(scheduling::name_of(refused->refusal));
    }
    // A second office, where somebody books.
    BookingId books_elsewhere(const std::string& phone, std::string_view day) {
        scheduling::Office office = small_office();
        office.slug = "depok";
        office.phone_number_id = "1002";
        office.display_phone = "628999";
        office.profile.name_id = "Kantor Imigrasi Depok";
        const auto put = house_.ask(engine::PutOffice{std::move(office)});
        engine::Book book;
        book.phone = PhoneNumber(phone);
        book.wish = on(day);
        book.people = {{PersonName("Budi"), LocalDate{8'000}}};
        engine::Command command;
        command.at = house_.now();
        command.chance[0] = 77;
        command.office = std::get<engine::OfficeAnswer>(put).office;
        command.body = std::move(book);
        const auto answers = house_.engine().handle({&command, 1});
        return std::get<engine::BookingAnswer>(answers->front()).booking.id;
    }

    storage::SqliteStore& store() { return database_.store(); }

    Database database_;
    OfficeAtWork house_{"2026-11-24T09:00:00+07:00", small_office(), &database_.store()};
};

}  // namespace antre::cases
