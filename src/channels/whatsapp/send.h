#pragma once

// Bodies for the Cloud API's /messages and /media calls, and what their answers mean. Emitted
// strictly: what WhatsApp would refuse is refused here, with the field named.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/command.h"
#include "engine/contact.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "notices/content.h"

namespace antre::channels::whatsapp {

struct TooLong {
    std::string field;   // "interactive.action.buttons[1].reply.title"
    std::string reason;  // "24 units, at most 20"
};

// The form that a note opens, where its office has one.
struct FlowLink {
    std::string flow_id;    // by its id,
    std::string flow_name;  // or, without one, by its name
    std::string token;      // lets the person in (flow_pass.h)
};

// `media_id` is the uploaded ticket picture, where the content has one. The message carries our id
// as biz_opaque_callback_data ("antre:<id>"), which statuses echo. Without a link, a note with a
// form is sent with its menu instead.
Result<std::string, TooLong> render_message(
    const notices::Content& content,
    const engine::Identity& to,
    MessageId id,
    const std::optional<std::string>& media_id,
    const std::optional<FlowLink>& link = std::nullopt
);
std::string render_mark_read(std::string_view wamid);  // with the typing indicator
// Our message id out of an echo; not set when it is not ours.
MessageId id_in_echo(std::string_view opaque);

// What an answer to a send means.
struct SendAnswer {
    engine::SendOutcome outcome = engine::SendOutcome::unknown;
    std::string wamid;
    std::int32_t error = 0;
    std::string detail;        // for the log: WhatsApp's code and type, no person
    engine::Identity learned;  // wa_id and user id of the receiver
};
SendAnswer parse_send_answer(int http_status, std::string_view body);

// Whether the message was refused because of the form it opens: blocked, throttled, or not known.
bool is_form_refused(const SendAnswer& answer);

struct Upload {
    std::string content_type;  // multipart/form-data with its boundary
    std::string body;
};
Upload render_upload(std::string_view png, std::string_view filename);
// The media id; nothing when there is none in the answer.
struct UploadAnswer {
    std::string media_id;
    std::int32_t error = 0;
};
UploadAnswer parse_upload_answer(int http_status, std::string_view body);

}  // namespace antre::channels::whatsapp
