#pragma once

// Every statement of the running store, prepared once. The schema and its comments are in
// src/storage/schema/.

#include <SQLiteCpp/SQLiteCpp.h>

namespace antre::storage {

struct Statements {
    explicit Statements(const SQLite::Database& database);

    SQLite::Statement begin_reading, begin, commit, rollback, savepoint, rollback_to, release;
    SQLite::Statement get_office, put_office, get_head, put_head, mark_reminded, all_offices;
    SQLite::Statement get_contact, put_contact;
    SQLite::Statement get_hashes, drop_user_hash, drop_phone_hash;
    SQLite::Statement get_data_key, put_data_key;
    SQLite::Statement get_talks, put_talk;
    SQLite::Statement get_booking, get_bookings_of, get_holds, add_booking, put_booking;
    SQLite::Statement get_booking_id, get_booking_contact;
    SQLite::Statement get_people_ids, get_person, put_person, drop_person;
    SQLite::Statement next_pool, get_places, get_holders, take_place, free_place;
    SQLite::Statement get_message, get_progress, get_pending, add_message, update_message;
    SQLite::Statement get_wamid, put_wamid;
    SQLite::Statement get_command, add_command;
    SQLite::Statement get_closure, put_closure;
    SQLite::Statement get_inquiry, get_open_inquiries, put_inquiry, last_inquiry;
    SQLite::Statement get_waits, put_wait, drop_wait;
    SQLite::Statement get_cases_of, get_ready_cases, put_case;
    SQLite::Statement put_aside, add_journal, get_journal;
    SQLite::Statement last_contact, last_person, last_message;
    SQLite::Statement oldest_commands, drop_command, drop_aside;
};

}  // namespace antre::storage
