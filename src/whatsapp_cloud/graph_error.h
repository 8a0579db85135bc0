#pragma once

// A refusal of the Graph API: the documented code with its HTTP status and title, and details that
// name what is wrong. The same errors travel in HTTP answers and, later, in `failed` statuses.

#include <optional>
#include <string>
#include <string_view>

#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

enum class Code : int {
    unknown = 1,
    service = 2,
    too_many_calls = 4,
    permission = 10,
    invalid_parameter = 100,
    bad_token = 190,
    callback_verification = 2200,
    unknown_path = 2500,
    account_calls = 80007,
    business_blocked_user = 130403,
    throughput = 130429,
    something_went_wrong = 131000,
    missing_parameter = 131008,
    bad_value = 131009,
    service_unavailable = 131016,
    recipient_is_sender = 131021,
    undeliverable = 131026,
    payment = 131042,
    window_closed = 131047,
    spam_limit = 131048,
    engagement_limit = 131049,
    marketing_stopped = 131050,
    unsupported_type = 131051,
    media_download = 131052,
    media_upload = 131053,
    pair_limit = 131056,
    no_phone_for_user = 131062,
    template_parameter_count = 132000,
    template_missing = 132001,
    template_text_too_long = 132005,
    template_parameter_format = 132012,
    template_paused = 132015,
    template_disabled = 132016,
    flow_blocked = 132068,
    flow_throttled = 132069,
    pin_missing = 133005,
    not_registered = 133010,
};

struct GraphError {
    Code code = Code::unknown;
    std::string details;             // "" leaves error_data out
    std::optional<int> subcode;      // only where Meta still sends one
    std::string message;             // replaces the title when set
    std::optional<int> http_status;  // replaces the usual one when set
};

int http_status_of(const GraphError& error);
std::string_view title_of(Code code);
// {"error":{…}} as a Graph answer carries it.
json::object error_body(const GraphError& error, std::string_view trace_id);
// {code,title,message,error_data} as webhooks carry it.
json::object webhook_error(Code code, std::string_view details);
std::string_view usual_details(Code code);

}  // namespace antre::whatsapp_cloud
