#include "storage/sqlite/statements.h"

namespace antre::storage {

namespace {

constexpr const char* get_office_sql =
    "SELECT settings, revision, reminded_for FROM office JOIN office_head ON office = id"
    " WHERE id = ?1";
constexpr const char* put_office_sql =
    "INSERT INTO office (id, settings) VALUES (?1, ?2)"
    " ON CONFLICT (id) DO UPDATE SET settings = excluded.settings";
constexpr const char* put_head_sql =
    "INSERT INTO office_head (office, revision, journal_seq, journal_hash) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (office) DO UPDATE SET revision = ?2, journal_seq = ?3, journal_hash = ?4";
constexpr const char* get_contact_sql =
    "SELECT sealed, user_hash, phone_hash, language, is_opted_out, created_at, heard_at,"
    " erase_at, erase_office, silent_since, proof_misses FROM contact WHERE id = ?1";
constexpr const char* put_contact_sql =
    "INSERT INTO contact (id, sealed, user_hash, phone_hash, language, is_opted_out, created_at,"
    " heard_at, erase_at, erase_office, silent_since, proof_misses)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
    " ON CONFLICT (id) DO UPDATE SET sealed = ?2, user_hash = ?3, phone_hash = ?4, language = ?5,"
    " is_opted_out = ?6, created_at = ?7, heard_at = ?8, erase_at = ?9, erase_office = ?10,"
    " silent_since = ?11, proof_misses = ?12";
constexpr const char* drop_user_hash_sql =
    "UPDATE contact SET user_hash = NULL WHERE id = ?1 AND user_hash = ?2";
constexpr const char* drop_phone_hash_sql =
    "UPDATE contact SET phone_hash = NULL WHERE id = ?1 AND phone_hash = ?2";
constexpr const char* put_talk_sql =
    "INSERT INTO talk (contact, office, sealed) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (contact, office) DO UPDATE SET sealed = ?3";

#define BOOKING_COLUMNS                                                                            \
    "id, office, contact, service, pool, day, window, numbers, status, version, moves,"            \
    " wants_reminder, replaces, created_at, hold_until, people"
#define BOOKING_VALUES "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
constexpr const char* get_booking_sql = "SELECT " BOOKING_COLUMNS " FROM booking WHERE row = ?1";
constexpr const char* get_bookings_of_sql =
    "SELECT " BOOKING_COLUMNS " FROM booking"
    " WHERE contact = ?1 AND status IN ('held', 'booked') ORDER BY id";
constexpr const char* get_holds_sql =
    "SELECT " BOOKING_COLUMNS " FROM booking INDEXED BY booking_held"
    " WHERE office = ?1 AND status = 'held' ORDER BY id";
constexpr const char* add_booking_sql =
    "INSERT INTO booking (" BOOKING_COLUMNS ") VALUES " BOOKING_VALUES;
constexpr const char* put_booking_sql =
    "UPDATE booking SET office = ?2, contact = ?3, service = ?4, pool = ?5, day = ?6,"
    " window = ?7, numbers = ?8, status = ?9, version = ?10, moves = ?11, wants_reminder = ?12,"
    " replaces = ?13, created_at = ?14, hold_until = ?15, people = ?16"
    " WHERE row = ?17 AND id = ?1";
#undef BOOKING_COLUMNS
#undef BOOKING_VALUES

constexpr const char* get_places_sql =
    "SELECT day, number, holder FROM place WHERE office = ?1 AND pool = ?2 AND day >= ?3";
constexpr const char* get_holders_sql =
    "SELECT DISTINCT holder FROM place WHERE office = ?1 AND pool = ?2 AND day = ?3";
constexpr const char* take_place_sql =
    "INSERT INTO place (office, pool, day, number, holder) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (office, pool, day, number) DO NOTHING";
constexpr const char* free_place_sql =
    "DELETE FROM place WHERE office = ?1 AND pool = ?2 AND day = ?3 AND number = ?4"
    " AND holder = ?5";

constexpr const char* get_message_sql =
    "SELECT state, attempts, next_try_at, error, wamid, contact, office, kind, booking,"
    " booking_version, queued_at, due_at, moot_at, content, about_person FROM message"
    " WHERE id = ?1";
constexpr const char* get_progress_sql =
    "SELECT state, attempts, next_try_at, error, wamid, contact FROM message WHERE id = ?1";
constexpr const char* get_pending_sql =
    "SELECT state, attempts, next_try_at, error, wamid, contact, office, kind, queued_at, due_at,"
    " moot_at, id FROM message INDEXED BY message_pending"
    " WHERE state = 'queued' OR state = 'sending' OR state = 'unknown' ORDER BY id";
constexpr const char* add_message_sql =
    "INSERT INTO message (id, office, contact, kind, booking, booking_version, queued_at, due_at,"
    " moot_at, state, attempts, next_try_at, error, wamid, content, about_person)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'queued', 0, 0, 0, NULL, ?10, ?11)";
constexpr const char* update_message_sql =
    "UPDATE message SET state = ?2, attempts = ?3, next_try_at = ?4, error = ?5, wamid = ?6"
    " WHERE id = ?1";
constexpr const char* put_wamid_sql =
    "INSERT INTO wamid (hash, message) VALUES (?1, ?2)"
    " ON CONFLICT (hash) DO UPDATE SET message = ?2 WHERE message <> ?2";

constexpr const char* add_command_sql =
    "INSERT INTO command (key, day, booking, refusal) VALUES (?1, ?2, ?3, ?4)";
#define INQUIRY_COLUMNS "id, office, contact, asked_at, answered_at, sealed, verdict"
constexpr const char* get_inquiry_sql = "SELECT " INQUIRY_COLUMNS " FROM inquiry WHERE id = ?1";
constexpr const char* get_open_inquiries_sql =
    "SELECT " INQUIRY_COLUMNS " FROM inquiry INDEXED BY inquiry_open"
    " WHERE office = ?1 AND answered_at = 0 ORDER BY id";
constexpr const char* put_inquiry_sql =
    "INSERT INTO inquiry (" INQUIRY_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (id) DO UPDATE SET answered_at = ?5, verdict = ?7";
#undef INQUIRY_COLUMNS

constexpr const char* put_person_sql = "INSERT INTO person (id, sealed) VALUES (?1, ?2)"
                                       " ON CONFLICT (id) DO UPDATE SET sealed = ?2";

#define WAITING_COLUMNS                                                                            \
    "booking, office, contact, pool, first_day, last_day, time, time_to, party, audience,"         \
    " joined_at, offer, passed_day, passed_window, lapses"
constexpr const char* get_waits_sql =
    "SELECT " WAITING_COLUMNS " FROM waiting WHERE office = ?1 ORDER BY joined_at, booking";
constexpr const char* put_wait_sql =
    "REPLACE INTO waiting (" WAITING_COLUMNS
    ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
#undef WAITING_COLUMNS

#define CASE_COLUMNS                                                                               \
    "id, office, contact, person, service, state, version, opened_on, paid_on, expected_on,"       \
    " ready_on, told_uncollected, is_rating_asked, score"
constexpr const char* get_cases_of_sql =
    "SELECT " CASE_COLUMNS " FROM passport_case WHERE contact = ?1 ORDER BY id";
constexpr const char* get_ready_cases_sql =
    "SELECT " CASE_COLUMNS " FROM passport_case INDEXED BY passport_case_ready"
    " WHERE office = ?1 AND state = 'ready' ORDER BY id";
constexpr const char* put_case_sql =
    "INSERT INTO passport_case (" CASE_COLUMNS ")"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
    " ON CONFLICT (id) DO UPDATE SET office = ?2, contact = ?3, person = ?4, service = ?5,"
    " state = ?6, version = ?7, opened_on = ?8, paid_on = ?9, expected_on = ?10, ready_on = ?11,"
    " told_uncollected = ?12, is_rating_asked = ?13, score = ?14";
#undef CASE_COLUMNS

constexpr const char* put_closure_sql =
    "INSERT INTO closure (office, day, closed_at, moves) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (office, day) DO UPDATE SET closed_at = ?3, moves = ?4";
constexpr const char* add_journal_sql =
    "INSERT INTO journal (office, seq, at, actor, command, kind, body, hash)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr const char* get_journal_sql =
    "SELECT seq, at, actor, command, kind, body, hash FROM journal"
    " WHERE office = ?1 AND seq >= ?2 ORDER BY seq";

}  // namespace

Statements::Statements(const SQLite::Database& db)
    : begin_reading(db, "BEGIN")
    , begin(db, "BEGIN IMMEDIATE")
    , commit(db, "COMMIT")
    , rollback(db, "ROLLBACK")
    , savepoint(db, "SAVEPOINT one")
    , rollback_to(db, "ROLLBACK TO one")
    , release(db, "RELEASE one")
    , get_office(db, get_office_sql)
    , put_office(db, put_office_sql)
    , get_head(db, "SELECT revision, journal_seq, journal_hash FROM office_head WHERE office = ?1")
    , put_head(db, put_head_sql)
    , mark_reminded(db, "UPDATE office SET reminded_for = ?2 WHERE id = ?1")
    , all_offices(db, "SELECT id FROM office ORDER BY id")
    , get_contact(db, get_contact_sql)
    , put_contact(db, put_contact_sql)
    , get_hashes(db, "SELECT user_hash, phone_hash FROM contact WHERE id = ?1")
    , drop_user_hash(db, drop_user_hash_sql)
    , drop_phone_hash(db, drop_phone_hash_sql)
    , get_data_key(db, "SELECT wrapped FROM data_key WHERE contact = ?1")
    , put_data_key(db, "INSERT INTO data_key (contact, wrapped) VALUES (?1, ?2)")
    , get_talks(db, "SELECT office, sealed FROM talk WHERE contact = ?1 ORDER BY office")
    , put_talk(db, put_talk_sql)
    , get_booking(db, get_booking_sql)
    , get_bookings_of(db, get_bookings_of_sql)
    , get_holds(db, get_holds_sql)
    , add_booking(db, add_booking_sql)
    , put_booking(db, put_booking_sql)
    , get_booking_id(db, "SELECT id FROM booking WHERE row = ?1")
    , get_booking_contact(db, "SELECT contact FROM booking WHERE row = ?1")
    , get_people_ids(db, "SELECT people FROM booking WHERE row = ?1")
    , get_person(db, "SELECT sealed FROM person WHERE id = ?1")
    , put_person(db, put_person_sql)
    , drop_person(db, "UPDATE person SET sealed = NULL WHERE id = ?1")
    , next_pool(db, "SELECT min(pool) FROM place WHERE office = ?1 AND pool > ?2")
    , get_places(db, get_places_sql)
    , get_holders(db, get_holders_sql)
    , take_place(db, take_place_sql)
    , free_place(db, free_place_sql)
    , get_message(db, get_message_sql)
    , get_progress(db, get_progress_sql)
    , get_pending(db, get_pending_sql)
    , add_message(db, add_message_sql)
    , update_message(db, update_message_sql)
    , get_wamid(db, "SELECT message FROM wamid WHERE hash = ?1")
    , put_wamid(db, put_wamid_sql)
    , get_command(db, "SELECT key, booking, refusal FROM command WHERE id = ?1")
    , add_command(db, add_command_sql)
    , get_closure(db, "SELECT closed_at, moves FROM closure WHERE office = ?1 AND day = ?2")
    , put_closure(db, put_closure_sql)
    , get_inquiry(db, get_inquiry_sql)
    , get_open_inquiries(db, get_open_inquiries_sql)
    , put_inquiry(db, put_inquiry_sql)
    , last_inquiry(db, "SELECT max(id) FROM inquiry")
    , get_waits(db, get_waits_sql)
    , put_wait(db, put_wait_sql)
    , drop_wait(db, "DELETE FROM waiting WHERE booking = ?1")
    , get_cases_of(db, get_cases_of_sql)
    , get_ready_cases(db, get_ready_cases_sql)
    , put_case(db, put_case_sql)
    , put_aside(db, "INSERT INTO quarantine (kept_at, reason, sealed) VALUES (?1, ?2, ?3)")
    , add_journal(db, add_journal_sql)
    , get_journal(db, get_journal_sql)
    , last_contact(db, "SELECT max(id) FROM contact")
    , last_person(db, "SELECT max(id) FROM person")
    , last_message(db, "SELECT max(id) FROM message")
    , oldest_commands(db, "SELECT id, key, day FROM command ORDER BY id LIMIT ?1")
    , drop_command(db, "DELETE FROM command WHERE id = ?1")
    , drop_aside(db, "DELETE FROM quarantine WHERE kept_at < ?1") {}

}  // namespace antre::storage
