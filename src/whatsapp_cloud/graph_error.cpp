#include "whatsapp_cloud/graph_error.h"

#include "foundation/assert.h"

namespace antre::whatsapp_cloud {

namespace {

struct Entry {
    Code code;
    int http_status;
    std::string_view title;
    std::string_view details;
};

constexpr Entry entries[] = {
    {Code::unknown, 500, "An unknown error occurred", ""},
    {Code::service, 503, "Service temporarily unavailable", ""},
    {Code::too_many_calls, 400, "Application request limit reached", ""},
    {Code::permission, 403, "Application does not have permission for this action", ""},
    {Code::invalid_parameter, 400, "Invalid parameter", ""},
    {Code::bad_token, 401, "Invalid OAuth access token - Cannot parse access token", ""},
    {Code::callback_verification, 400, "Callback verification failed", ""},
    {Code::unknown_path, 400, "Unknown path components", ""},
    {Code::account_calls, 400, "Rate limit issues", "The account has reached its rate limit."},
    {Code::business_blocked_user,
     400,
     "Business blocked user",
     "Message failed to send because the business has blocked this user."},
    {Code::throughput,
     429,
     "Rate limit hit",
     "Message failed to send because there were too many messages sent from this phone number in a "
     "short period of time"},
    {Code::something_went_wrong,
     500,
     "Something went wrong",
     "Message failed to send because of an unknown error."},
    {Code::missing_parameter, 400, "Required parameter is missing", ""},
    {Code::bad_value, 400, "Parameter value is not valid", ""},
    {Code::service_unavailable,
     503,
     "Service unavailable",
     "A service is temporarily unavailable."},
    {Code::recipient_is_sender,
     400,
     "Recipient cannot be sender",
     "Sender and recipient phone number is the same."},
    {Code::undeliverable, 400, "Message undeliverable", "Message Undeliverable."},
    {Code::payment,
     400,
     "Business eligibility payment issue",
     "Message failed to send because there are one or more errors related to your payment method."},
    {Code::window_closed,
     400,
     "Re-engagement message",
     "Message failed to send because more than 24 hours have passed since the customer last "
     "replied "
     "to this number."},
    {Code::spam_limit,
     400,
     "Spam rate limit hit",
     "Message failed to send because there are restrictions on how many messages can be sent from "
     "this phone number."},
    {Code::engagement_limit,
     400,
     "Meta chose not to deliver",
     "This message was not delivered to maintain healthy ecosystem engagement."},
    {Code::marketing_stopped,
     400,
     "User stopped marketing messages",
     "The user has chosen to stop receiving marketing messages from this business."},
    {Code::unsupported_type,
     400,
     "Message type unknown",
     "Message type is currently not supported."},
    {Code::media_download,
     400,
     "Media download error",
     "Unable to download the media sent by the user."},
    {Code::media_upload,
     400,
     "Media upload error",
     "Unable to upload the media used in the message."},
    {Code::pair_limit,
     400,
     "(Business Account, Consumer Account) pair rate limit hit",
     "Message failed to send because there were too many messages sent from this phone number to "
     "the same phone number in a short period of time."},
    {Code::no_phone_for_user,
     400,
     "Recipient cannot be addressed by user id",
     "This message can only be sent to a phone number."},
    {Code::template_parameter_count,
     400,
     "Number of parameters does not match the expected number of params",
     ""},
    {Code::template_missing, 404, "Template name does not exist in the translation", ""},
    {Code::template_text_too_long, 400, "Translated text too long", ""},
    {Code::template_parameter_format,
     400,
     "Parameter format does not match format in the created template",
     ""},
    {Code::template_paused, 400, "Template is Paused", "Template is paused due to low quality."},
    {Code::template_disabled,
     400,
     "Template is Disabled",
     "Template has been paused too many times due to low quality and is now permanently disabled."},
    {Code::flow_blocked, 400, "Flow is blocked", "Flow is in blocked state."},
    {Code::flow_throttled,
     400,
     "Flow is throttled",
     "Flow is in throttled state and 10 messages using this flow were sent in the last hour."},
    {Code::pin_missing,
     400,
     "Two step verification PIN mismatch",
     "The two-step verification PIN is not correct."},
    {Code::not_registered,
     400,
     "Account not registered",
     "Phone number is not registered on the Whatsapp Business Platform."},
};

const Entry& entry_of(Code code) {
    for (const Entry& entry : entries) {
        if (entry.code == code) return entry;
    }
    ASSERT(false && "every code has an entry");
    return entries[0];
}

}  // namespace

int http_status_of(const GraphError& error) {
    return error.http_status.value_or(entry_of(error.code).http_status);
}

std::string_view title_of(Code code) {
    return entry_of(code).title;
}

std::string_view usual_details(Code code) {
    return entry_of(code).details;
}

json::object error_body(const GraphError& error, std::string_view trace_id) {
    const int number = static_cast<int>(error.code);
    std::string message = error.message;
    if (message.empty()) {
        message = "(#" + std::to_string(number) + ") " + std::string(title_of(error.code));
    }
    json::object body{{"message", message}, {"type", "OAuthException"}, {"code", number}};
    const std::string_view details =
        error.details.empty() ? usual_details(error.code) : std::string_view(error.details);
    if (!details.empty()) {
        body["error_data"] = {{"messaging_product", "whatsapp"}, {"details", details}};
    }
    if (error.subcode) body["error_subcode"] = *error.subcode;
    body["fbtrace_id"] = trace_id;
    return {{"error", std::move(body)}};
}

json::object webhook_error(Code code, std::string_view details) {
    return {
        {"code", static_cast<int>(code)},
        {"title", title_of(code)},
        {"message", title_of(code)},
        {"error_data", {{"details", details.empty() ? usual_details(code) : details}}},
        {"href",
         "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/"
         "error-codes"},
    };
}

}  // namespace antre::whatsapp_cloud
