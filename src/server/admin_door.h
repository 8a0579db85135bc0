#pragma once

// The door for officers on the same machine: a Unix socket beside the database that only the
// server's own user may open. One line comes in, one line goes out, one caller at a time. A program
// that finds no server there works on the store itself.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "foundation/result.h"

namespace antre::server {

// Answers one line; called on the door's own thread, may wait for the engine.
using LineHandler = std::function<std::string(const std::string& line)>;

class AdminDoor {
public:
    // REQUIRES: this process holds the database's lock, so that a socket found there is left over.
    static Result<std::unique_ptr<AdminDoor>, std::string>
    open(const std::string& path, LineHandler handler);
    ~AdminDoor();  // lets the caller inside finish
    AdminDoor(const AdminDoor&) = delete;
    AdminDoor& operator=(const AdminDoor&) = delete;

private:
    AdminDoor(std::string path, int listening, int stopping, LineHandler handler);
    void run();
    void serve(int caller);

    std::string path_;
    int listening_;
    int stopping_;  // readable once the door closes
    LineHandler handler_;
    std::thread thread_;
};

// "var/antre.db" -> "var/antre.db.admin"
std::string admin_socket(const std::string& database);

// Asks the server behind the socket. Nothing when none listens there; the error says why a server
// that listens gave no answer.
Result<std::optional<std::string>, std::string>
ask_admin_door(const std::string& path, const std::string& line);

}  // namespace antre::server
