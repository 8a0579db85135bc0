#pragma once

// The forms (WhatsApp Flows) of the offices that have one: the private key that opens what they
// send, the passes that let people in, and which Flow an outgoing message opens. Made once at
// start.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "channels/whatsapp/flow_pass.h"
#include "channels/whatsapp/flow_seal.h"
#include "channels/whatsapp/send.h"
#include "foundation/result.h"
#include "notices/message.h"
#include "server/config.h"
#include "server/directory.h"

namespace antre::server {

struct OfficeForm {
    OfficeId office;
    Config::WhatsApp::Flow settings;
    channels::whatsapp::FlowKey key;
};

class OfficeForms {
public:
    // Reads every key; the first thing that is wrong, as one line.
    static Result<OfficeForms, std::string>
    load(const Config::WhatsApp& config, const Directory& directory);

    [[nodiscard]] const OfficeForm* of(std::string_view slug) const;
    // The office whose form has this id at WhatsApp, or this name, where ids are not configured.
    [[nodiscard]] std::optional<OfficeId>
    office_of_flow(std::string_view flow_id, std::string_view flow_name) const;
    // What to put on the message; nothing when it opens no form.
    [[nodiscard]] std::optional<channels::whatsapp::FlowLink>
    link_for(const notices::OutMessage& message) const;
    [[nodiscard]] const channels::whatsapp::FlowPasses& passes() const { return passes_; }

private:
    explicit OfficeForms(std::vector<Token> app_secrets)
        : passes_(std::move(app_secrets)) {}

    channels::whatsapp::FlowPasses passes_;
    std::map<std::string, OfficeForm, std::less<>> by_slug_;
};

// Its name at WhatsApp: "antre_booking_jakarta-selatan_id".
std::string flow_name(std::string_view slug, Language language);

}  // namespace antre::server
