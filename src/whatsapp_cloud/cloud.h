#pragma once

// The WhatsApp Business Cloud API as one pure, deterministic state machine: Graph calls in, signed
// webhooks out, and phones that people hold. It has no clock, thread or socket: `now` is given with
// every call and must not go back. The same options and the same calls give the same bytes. The
// emulator program puts HTTP around it; a simulation calls it in its own process.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "foundation/time.h"
#include "whatsapp_cloud/call.h"
#include "whatsapp_cloud/chaos.h"
#include "whatsapp_cloud/deliveries.h"
#include "whatsapp_cloud/events.h"
#include "whatsapp_cloud/inbound.h"
#include "whatsapp_cloud/meter.h"
#include "whatsapp_cloud/options.h"

namespace antre::whatsapp_cloud {

struct World;

struct MediaBytes {
    std::string mime_type;
    std::string bytes;
};

class Cloud {
public:
    explicit Cloud(CloudOptions options);
    ~Cloud();
    Cloud(Cloud&&) noexcept;
    Cloud& operator=(Cloud&&) noexcept;

    // The business's side. When `awaits` is set, the real answer comes from `delivered`.
    Answer handle(const Call& call, Instant now);

    // Webhooks to send now; each must be reported back once with `delivered`.
    std::vector<Delivery> due(Instant now);
    std::optional<Answer> delivered(DeliveryId id, const Outcome& outcome, Instant now);
    // When `due` should be called next; nothing while there is nothing to do.
    [[nodiscard]] std::optional<Instant> next_due() const;
    std::optional<DeliveryId> replay(DeliveryId id, Instant now);
    // Asks the first app's own callback for the challenge, as the dashboard does when it is saved;
    // the answer comes from `delivered`. Nothing when it has no callback.
    std::optional<DeliveryId> verify_callback(Instant now);

    // Where media URLs point, for a caller who learns it late; no slash at the end.
    void set_public_url(std::string url);

    // The people's side. A refusal is one sentence. Objects are those of the control API.
    Result<json::object, std::string>
    add_phone(const std::string& name, const std::string& wa_id, Instant now);
    Result<json::object, std::string>
    change_phone(const std::string& wa_id, const json::object& changes, Instant now);
    Result<json::object, std::string>
    change_number(const std::string& wa_id, const std::string& new_wa_id, Instant now);
    Result<json::object, std::string> change_user_id(const std::string& wa_id, Instant now);
    Result<std::string, std::string> person_sends(
        const std::string& wa_id,
        const std::string& number_id,
        const json::object& what,
        Instant now,
        std::size_t times = 1
    );
    // Shorthands for a text, and for a tap on a button or list row of the message `wamid`.
    Result<std::string, std::string> says(
        const std::string& wa_id, const std::string& number_id, std::string_view text, Instant now
    );
    Result<std::string, std::string>
    taps(const std::string& wa_id, const std::string& wamid, std::string_view id, Instant now);
    Result<bool, std::string>
    reads(const std::string& wa_id, const std::string& number_id, Instant now);
    Result<bool, std::string> wishes_marketing(
        const std::string& wa_id, const std::string& number_id, MarketingWish wish, Instant now
    );

    // One step of the form that a message opens: {"message", "action", "screen"?, "data"?}. What
    // the endpoint says to it comes from `delivered` of this delivery.
    Result<DeliveryId, std::string>
    fills_form(const std::string& wa_id, const json::object& step, Instant now);

    // Looking and setting.
    Result<json::object, std::string>
    set_flow(const std::string& flow_id, const std::string& status, Instant now);
    [[nodiscard]] json::array flows() const;
    Result<json::object, std::string> change_chaos(const json::object& changes, Instant now);
    void reset_chaos(Instant now);
    // Flow JSON as it was uploaded; nothing for a Flow that has none.
    [[nodiscard]] std::optional<json::object> flow_definition(const std::string& flow_id) const;
    // What the platform does to a template, each with its webhook. Nothing is done if one word of
    // it is not known.
    Result<json::object, std::string>
    set_template(const std::string& template_id, const TemplateChange& change, Instant now);
    [[nodiscard]] const Chaos& chaos() const;
    [[nodiscard]] json::object state(Instant now) const;  // numbers, phones, chaos, meter
    [[nodiscard]] json::array templates() const;
    [[nodiscard]] json::array chat(const std::string& wa_id, const std::string& number_id) const;
    [[nodiscard]] std::optional<json::object> message(const std::string& wamid) const;
    [[nodiscard]] json::array deliveries(std::size_t most) const;  // newest first
    [[nodiscard]] json::array calls(std::size_t most) const;       // newest first
    [[nodiscard]] std::optional<MediaBytes> media(const std::string& id, Instant now) const;
    [[nodiscard]] Tally tally(const std::string& number_id, Instant now) const;
    // Webhooks not yet taken or given up by their receiver.
    [[nodiscard]] std::size_t webhooks_waiting() const;
    std::vector<Event> take_events();
    // Empties chats, phones and logs; numbers, templates and switches stay.
    void reset(Instant now);

private:
    void advance(Instant now);

    std::unique_ptr<World> world_;
};

}  // namespace antre::whatsapp_cloud
