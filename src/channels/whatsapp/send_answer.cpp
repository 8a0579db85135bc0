#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "channels/whatsapp/send.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

std::string_view text_in(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string_view(text->data(), text->size()) : std::string_view();
}

const json::object* first_object(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    const json::array* array = value != nullptr ? value->if_array() : nullptr;
    return array != nullptr && !array->empty() ? array->front().if_object() : nullptr;
}

std::int32_t error_code_in(const json::object& root) {
    const json::value* error = root.if_contains("error");
    const json::object* body = error != nullptr ? error->if_object() : nullptr;
    const json::value* code = body != nullptr ? body->if_contains("code") : nullptr;
    const std::int64_t* number = code != nullptr ? code->if_int64() : nullptr;
    return number != nullptr ? static_cast<std::int32_t>(*number) : -1;
}

}  // namespace

SendAnswer parse_send_answer(int http_status, std::string_view body) {
    SendAnswer answer;
    json::error_code error;
    const json::value root = json::parse(body, error);
    const json::object* object = !error ? root.if_object() : nullptr;
    if (object == nullptr) {
        // An HTML page or half a body: a proxy spoke, and the message may have gone.
        answer.detail = "HTTP " + std::to_string(http_status) + " without a body of WhatsApp's";
        return answer;
    }
    if (object->contains("error")) {
        answer.error = error_code_in(*object);
        answer.detail = "code " + std::to_string(answer.error);
        const bool is_answer = answer.error >= 0;
        answer.outcome = is_answer ? engine::SendOutcome::refused : engine::SendOutcome::unknown;
        return answer;
    }
    const json::object* message = first_object(*object, "messages");
    if (message != nullptr) answer.wamid = std::string(text_in(*message, "id"));
    if (answer.wamid.empty() || http_status != 200) {
        answer.detail = "HTTP " + std::to_string(http_status) + " without a message id";
        answer.wamid.clear();
        return answer;
    }
    answer.outcome = engine::SendOutcome::accepted;
    if (const json::object* contact = first_object(*object, "contacts")) {
        answer.learned.user = UserKey(std::string(text_in(*contact, "user_id")));
        const std::string_view phone = text_in(*contact, "wa_id");
        if (is_all_digits(phone)) answer.learned.phone = PhoneNumber(std::string(phone));
    }
    return answer;
}

bool is_form_refused(const SendAnswer& answer) {
    constexpr std::array<std::int32_t, 5> codes{
        100,       // no such flow
        131'008,   // a parameter is missing
        131'009,   // a parameter's value
        132'068,   // blocked
        132'069};  // throttled
    return answer.outcome == engine::SendOutcome::refused &&
           std::find(codes.begin(), codes.end(), answer.error) != codes.end();
}

Upload render_upload(std::string_view png, std::string_view filename) {
    // The boundary cannot occur in a PNG part's own lines: PNG data has no such line of text.
    constexpr std::string_view boundary = "antre-ticket-7d83f1c0a94e45b2";
    Upload upload;
    upload.content_type = "multipart/form-data; boundary=" + std::string(boundary);
    const auto field = [&](std::string_view name, std::string_view value) {
        upload.body += "--" + std::string(boundary) + "\r\n";
        upload.body += "Content-Disposition: form-data; name=\"" + std::string(name) + "\"\r\n\r\n";
        upload.body += std::string(value) + "\r\n";
    };
    field("messaging_product", "whatsapp");
    field("type", "image/png");
    upload.body += "--" + std::string(boundary) + "\r\n";
    upload.body += "Content-Disposition: form-data; name=\"file\"; filename=\"" +
                   std::string(filename) + "\"\r\nContent-Type: image/png\r\n\r\n";
    upload.body += png;
    upload.body += "\r\n--" + std::string(boundary) + "--\r\n";
    return upload;
}

UploadAnswer parse_upload_answer(int http_status, std::string_view body) {
    UploadAnswer answer;
    json::error_code error;
    const json::value root = json::parse(body, error);
    const json::object* object = !error ? root.if_object() : nullptr;
    if (object == nullptr) return answer;
    if (object->contains("error")) {
        answer.error = error_code_in(*object);
    } else if (http_status == 200) {
        answer.media_id = std::string(text_in(*object, "id"));
    }
    return answer;
}

}  // namespace antre::channels::whatsapp
