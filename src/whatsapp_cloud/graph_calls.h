#pragma once

// The Graph calls by the kind of object they are made on. Each takes a request that has passed the
// token check and whose body, if any, has been read.

#include <optional>
#include <string>
#include <string_view>

#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

struct Request {
    const Call* call = nullptr;
    std::string_view method;
    std::string edge;   // "messages", "" for the object itself
    std::string tail;   // a third path part: a QR code
    json::object body;  // JSON, form fields or multipart text fields
};

Answer number_call(World& world, BusinessNumber& number, const Request& request, Instant now);
Answer account_call(World& world, Account& account, const Request& request, Instant now);
Answer template_call(World& world, Template& object, const Request& request, Instant now);
Answer media_call(World& world, const Medium& medium, const Request& request, Instant now);
Answer upload_media(World& world, BusinessNumber& number, const Request& request, Instant now);
Answer download_media(World& world, const Call& call, Instant now);
// phone settings that are lists: profile, automation, QR codes, blocked users
Answer profile_call(World& world, BusinessNumber& number, const Request& request);
Answer automation_call(World& world, BusinessNumber& number, const Request& request);
Answer qr_call(World& world, BusinessNumber& number, const Request& request);
Answer block_call(World& world, BusinessNumber& number, const Request& request, Instant now);
// message templates of an account
Answer templates_call(World& world, Account& account, const Request& request, Instant now);
// Sets or removes a callback override: an answer that awaits a handshake, or one at once.
Answer
override_call(World& world, const std::string& object_id, const json::object& wanted, Instant now);

Answer unknown_edge(World& world, const Request& request);
Answer success(World& world);
// Only the members that ?fields= names, and the id; all of them when it names none.
json::object chosen_fields(const json::object& all, const Call& call);
// How the management API shows a number.
json::object number_json(World& world, const BusinessNumber& number);

}  // namespace antre::whatsapp_cloud
