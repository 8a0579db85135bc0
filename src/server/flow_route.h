#pragma once

// The endpoint of the offices' forms: POST /whatsapp/flows/{office}. It opens what WhatsApp sealed
// for the office's key, has the engine decide the step, and seals the next screen.
//
//   432 the signature is another's      421 sealed for another key: WhatsApp fetches it anew
//   427 the form is of no use any more  503 ask again

#include <mutex>
#include <string>
#include <string_view>

#include "channels/whatsapp/flow_form.h"
#include "channels/whatsapp/flow_request.h"
#include "channels/whatsapp/signature.h"
#include "conversation/wording.h"
#include "http/server.h"
#include "server/directory.h"
#include "server/figures.h"
#include "server/office_forms.h"
#include "server/worker.h"

namespace antre::server {

class FlowRoute {
public:
    FlowRoute(
        const Config::WhatsApp& config,
        const Directory& directory,
        const OfficeForms& forms,
        Worker& worker,
        const conversation::Wording& wording,
        Figures& figures
    );

    // For everything under /whatsapp/flows/.
    void handle(http::Request&& request, http::Responder responder);

private:
    // Whoever waits for the answer; counts what it is and how long it took.
    class Asker;

    [[nodiscard]] bool is_signed(const http::Request& request);
    void answer(
        const OfficeForm& form,
        const OfficeEntry& office,
        const channels::whatsapp::OpenedFlow& opened,
        Asker asker
    );
    void step(
        const OfficeEntry& office,
        const channels::whatsapp::FlowPass& pass,
        const channels::whatsapp::FlowRequest& request,
        const channels::whatsapp::FlowSession& session,
        Asker asker
    );

    const Directory& directory_;
    const OfficeForms& forms_;
    Worker& worker_;
    const conversation::Wording& wording_;
    Figures& figures_;
    std::mutex signature_mutex_;  // the check keeps one hashing state
    channels::whatsapp::SignatureCheck signature_;
};

}  // namespace antre::server
