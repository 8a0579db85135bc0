// Erasing a contact. Rare: its statements are prepared when they are needed.

#include <array>
#include <vector>

#include "storage/sqlite/query.h"
#include "storage/sqlite/writer.h"

namespace antre::storage {

namespace {

constexpr std::array erasing{
    "UPDATE contact SET sealed = NULL, user_hash = NULL, phone_hash = NULL, erase_at = 0,"
    " silent_since = 0 WHERE id = ?1",
    "DELETE FROM talk WHERE contact = ?1",
    "UPDATE inquiry SET sealed = NULL WHERE contact = ?1",
    "DELETE FROM waiting WHERE contact = ?1",
    "UPDATE message SET state = 'dropped' WHERE id IN"
    " (SELECT id FROM message INDEXED BY message_pending"
    " WHERE state = 'queued' OR state = 'sending' OR state = 'unknown') AND contact = ?1",
    "DELETE FROM data_key WHERE contact = ?1",
};

}  // namespace

Writer::Clash Writer::put(const engine::EraseContact& change, const engine::Commit&) {
    std::vector<PersonId> people;
    {
        SQLite::Statement bookings(database_, "SELECT people FROM booking WHERE contact = ?1");
        Query query(bookings);
        query.number(change.contact.value);
        while (query.row()) {
            for (const PersonId person : person_ids_in(query.bytes_at(0)))
                people.push_back(person);
        }
    }
    for (const PersonId person : people)
        Query(statements_.drop_person).number(person.value).run();
    for (const char* sql : erasing) {
        SQLite::Statement statement(database_, sql);
        Query(statement).number(change.contact.value).run();
    }
    vault_.forget();
    return {};
}

}  // namespace antre::storage
