#pragma once

// The control API under /_emulator/: playing the phones, moving the clock, switching chaos, looking
// at logs. docs/emulator.md has it as a table. Errors are {"error": one sentence}.

#include <string>
#include <vector>

#include "emulator/emulator.h"

namespace antre::emulator {

class ControlDoor {
public:
    explicit ControlDoor(Emulator& emulator)
        : emulator_(emulator) {}

    void serve(http::Request&& request, http::Responder responder);

private:
    using Object = whatsapp_cloud::json::object;

    // All below: the lock is held.
    http::Response answer(const http::Request& request, const Object& body);
    http::Response phones(const std::string& method, const Object& body);
    http::Response phone(const std::string& method, const Object& body);
    http::Response phone_send(const Object& body);
    http::Response template_status(const Object& body);
    http::Response flow_definition();
    http::Response flow_status(const Object& body);
    http::Response chaos(const std::string& method, const Object& body);
    http::Response media();
    http::Response state();
    void fill_form(const Object& step, http::Responder responder);
    void verify_callback(http::Responder responder);
    void move_clock(const Object& body, http::Responder responder);

    Emulator& emulator_;
    std::vector<std::string> parts_;  // of the path after /_emulator
};

}  // namespace antre::emulator
