#include "emulator/control_door.h"

#include <algorithm>

#include "emulator/limits.h"
#include "foundation/text.h"

namespace antre::emulator {

namespace {

namespace json = whatsapp_cloud::json;
using whatsapp_cloud::text_of;

http::Response json_answer(int status, const json::value& value) {
    return http::json_response(status, json::serialize(value));
}

http::Response problem(int status, const std::string& sentence) {
    return json_answer(status, json::object{{"error", sentence}});
}

http::Response refused(const std::string& sentence) {
    return problem(sentence.find("there is no such") == 0 ? 404 : 400, sentence);
}

http::Response answer_of(const Result<json::object, std::string>& result, int status = 200) {
    return result ? json_answer(status, *result) : refused(result.error());
}

std::vector<std::string> parts_of(const std::string& path) {
    std::vector<std::string> parts;
    for (const std::string_view part : split(path, '/')) {
        if (!part.empty()) parts.emplace_back(part);
    }
    parts.erase(parts.begin());  // "_emulator"
    return parts;
}

std::size_t limit_of(const http::Request& request) {
    const std::string text(request.query_value("limit").value_or(""));
    if (!is_all_digits(text) || text.size() > 6) return listed_default;
    return std::min<std::size_t>(static_cast<std::size_t>(std::stoul(text)), listed_max);
}

std::int64_t number_of(const json::object& body, std::string_view key, std::int64_t otherwise) {
    const json::value* value = body.if_contains(key);
    return value != nullptr && value->is_int64() ? value->get_int64() : otherwise;
}

http::Response listed(std::string_view name, json::array list) {
    return json_answer(200, json::object{{name, std::move(list)}});
}

}  // namespace

void ControlDoor::serve(http::Request&& request, http::Responder responder) {
    parts_ = parts_of(request.path);
    json::value body = json::object{};
    if (!trim(request.body).empty()) {
        boost::system::error_code error;
        body = json::parse(request.body, error);
        if (error || !body.is_object()) {
            responder.answer(problem(400, "the body must be a JSON object"));
            return;
        }
    }
    const std::lock_guard lock(emulator_.mutex_);
    const std::string first = parts_.empty() ? "" : parts_[0];
    if (first == "events") {
        const std::string last(request.headers.find("last-event-id").value_or(""));
        const bool is_number = is_all_digits(last) && last.size() < 19;
        emulator_.hub_.join(responder.stream(), is_number ? std::stoull(last) : 0);
        return;
    }
    if (first == "clock" && request.method == http::Method::post) {
        move_clock(body.get_object(), std::move(responder));
        return;
    }
    if (first == "handshake" && request.method == http::Method::post) {
        verify_callback(std::move(responder));
        return;
    }
    const bool is_form = first == "phones" && parts_.size() == 3 && parts_[2] == "form";
    if (is_form && request.method == http::Method::post) {
        fill_form(body.get_object(), std::move(responder));
        return;
    }
    http::Response response = answer(request, body.get_object());
    emulator_.pump();
    responder.answer(std::move(response));
}

http::Response ControlDoor::answer(const http::Request& request, const Object& body) {
    const std::string method(http::name_of(request.method));
    const std::string first = parts_.empty() ? "" : parts_[0];
    whatsapp_cloud::Cloud& cloud = emulator_.cloud_;
    const Instant now = emulator_.clock_.now();
    if (first == "state") return state();
    if (first == "clock") return json_answer(200, emulator_.clock_json());
    if (first == "phones") return phones(method, body);
    if (first == "chaos") return chaos(method, body);
    if (first == "media") return media();
    if (first == "templates" && parts_.size() == 1) return listed("templates", cloud.templates());
    if (first == "templates") return template_status(body);
    if (first == "flows" && parts_.size() == 1) return listed("flows", cloud.flows());
    if (first == "flows" && parts_.size() == 3) return flow_definition();
    if (first == "flows") return flow_status(body);
    if (first == "calls") return listed("calls", cloud.calls(limit_of(request)));
    if (first == "deliveries" && parts_.size() == 1) {
        return listed("deliveries", cloud.deliveries(limit_of(request)));
    }
    if (first == "deliveries" && parts_.size() == 3 && parts_[2] == "replay") {
        const bool is_id = is_all_digits(parts_[1]) && parts_[1].size() < 19;
        const auto id = is_id ? cloud.replay(std::stoull(parts_[1]), now) : std::nullopt;
        if (!id) return problem(404, "there is no such delivery");
        return json_answer(200, json::object{{"id", std::to_string(*id)}});
    }
    if (first == "reset" && method == "POST") {
        cloud.reset(now);
        return json_answer(200, json::object{{"success", true}});
    }
    return problem(404, "there is no such control call");
}

http::Response ControlDoor::state() {
    const Instant now = emulator_.clock_.now();
    Object state = emulator_.cloud_.state(now);
    Object clock = emulator_.clock_json();
    state["now"] = clock.at("now");
    state["clock"] = std::move(clock);
    return json_answer(200, state);
}

http::Response ControlDoor::phones(const std::string& method, const Object& body) {
    if (parts_.size() > 1) return phone(method, body);
    const Instant now = emulator_.clock_.now();
    if (method == "GET") {
        return json_answer(200, Object{{"phones", emulator_.cloud_.state(now).at("phones")}});
    }
    const std::string wa_id(text_of(body, "wa_id"));
    auto added = emulator_.cloud_.add_phone(std::string(text_of(body, "name")), wa_id, now);
    if (!added) return answer_of(added);
    Object changes = body;
    changes.erase("wa_id");
    const std::string made(text_of(*added, "wa_id"));
    return answer_of(emulator_.cloud_.change_phone(made, changes, now), 201);
}

http::Response ControlDoor::phone(const std::string& method, const Object& body) {
    whatsapp_cloud::Cloud& cloud = emulator_.cloud_;
    const Instant now = emulator_.clock_.now();
    const std::string& wa_id = parts_[1];
    const std::string act = parts_.size() > 2 ? parts_[2] : "";
    if (act.empty() && method == "PATCH") return answer_of(cloud.change_phone(wa_id, body, now));
    if (act == "chats" && parts_.size() == 4 && method == "GET") {
        return listed("messages", cloud.chat(wa_id, parts_[3]));
    }
    if (method != "POST") return problem(405, "this control call is a POST");
    if (act == "send") return phone_send(body);
    if (act == "change_user_id") return answer_of(cloud.change_user_id(wa_id, now));
    if (act == "change_number") {
        return answer_of(cloud.change_number(wa_id, std::string(text_of(body, "wa_id")), now));
    }
    const std::string number(text_of(body, "number"));
    Result<bool, std::string> done = fail(std::string("there is no such act of a phone"));
    if (act == "read") done = cloud.reads(wa_id, number, now);
    if (act == "marketing") {
        const bool stops = text_of(body, "value") == "stop";
        const auto wish =
            stops ? whatsapp_cloud::MarketingWish::stop : whatsapp_cloud::MarketingWish::resume;
        done = cloud.wishes_marketing(wa_id, number, wish, now);
    }
    if (!done) return refused(done.error());
    return json_answer(200, Object{{"success", true}});
}

http::Response ControlDoor::phone_send(const Object& body) {
    const std::string number(text_of(body, "number"));
    const auto times = std::clamp<std::int64_t>(number_of(body, "times", 1), 0, 1000);
    const auto sent = emulator_.cloud_.person_sends(
        parts_[1], number, body, emulator_.clock_.now(), static_cast<std::size_t>(times)
    );
    if (!sent) return refused(sent.error());
    return json_answer(200, Object{{"id", *sent}});
}

http::Response ControlDoor::template_status(const Object& body) {
    const whatsapp_cloud::TemplateChange change{
        std::string(text_of(body, "status")),
        std::string(text_of(body, "reason")),
        std::string(text_of(body, "quality")),
        std::string(text_of(body, "category"))};
    return answer_of(emulator_.cloud_.set_template(parts_[1], change, emulator_.clock_.now()));
}

http::Response ControlDoor::chaos(const std::string& method, const Object& body) {
    const Instant now = emulator_.clock_.now();
    if (method == "GET") return json_answer(200, to_json(emulator_.cloud_.chaos()));
    if (method == "PATCH") return answer_of(emulator_.cloud_.change_chaos(body, now));
    if (method != "PUT") return problem(405, "chaos takes GET, PUT and PATCH");
    // PUT begins from all switches off, but only if the new ones are good.
    const auto checked = whatsapp_cloud::with_changes({}, body);
    if (!checked) return problem(400, checked.error());
    emulator_.cloud_.reset_chaos(now);
    return answer_of(emulator_.cloud_.change_chaos(body, now));
}

http::Response ControlDoor::media() {
    if (parts_.size() < 2) return problem(404, "there is no such medium");
    const auto found = emulator_.cloud_.media(parts_[1], emulator_.clock_.now());
    if (!found) return problem(404, "there is no such medium");
    http::Response bytes;
    bytes.headers.add("Content-Type", found->mime_type);
    bytes.headers.add("X-Content-Type-Options", "nosniff");
    bytes.body = found->bytes;
    return bytes;
}

http::Response ControlDoor::flow_definition() {
    const auto found = emulator_.cloud_.flow_definition(parts_[1]);
    if (!found || parts_[2] != "flow.json") return problem(404, "there is no such Flow");
    return json_answer(200, *found);
}

http::Response ControlDoor::flow_status(const Object& body) {
    return answer_of(emulator_.cloud_.set_flow(
        parts_[1], std::string(text_of(body, "status")), emulator_.clock_.now()
    ));
}

// One step of a form; answered when its endpoint has answered.
void ControlDoor::fill_form(const Object& step, http::Responder responder) {
    const auto id = emulator_.cloud_.fills_form(parts_[1], step, emulator_.clock_.now());
    if (!id) {
        responder.answer(refused(id.error()));
        return;
    }
    emulator_.handshakes_.emplace(*id, std::move(responder));
    emulator_.pump();
}

// The answer is the Graph API's: {"success":true}, or error 2200 with the reason.
void ControlDoor::verify_callback(http::Responder responder) {
    const auto id = emulator_.cloud_.verify_callback(emulator_.clock_.now());
    if (!id) {
        responder.answer(problem(400, "the emulator was started without --callback"));
        return;
    }
    emulator_.handshakes_.emplace(*id, std::move(responder));
    emulator_.pump();
}

void ControlDoor::move_clock(const Object& body, http::Responder responder) {
    Clock& clock = emulator_.clock_;
    const std::string_view mode = text_of(body, "mode");
    if (!mode.empty()) {
        const std::int64_t speed = number_of(body, "speed", 1);
        if ((mode != "real" && mode != "manual") || speed < 1 || speed > speed_max) {
            responder.answer(problem(400, "mode is real or manual, speed is 1 to 10000"));
            return;
        }
        clock.set(mode == "real" ? ClockMode::real : ClockMode::manual, static_cast<int>(speed));
        emulator_.publish_clock();
        emulator_.pump();
        responder.answer(json_answer(200, emulator_.clock_json()));
        return;
    }
    const Instant now = clock.now();
    std::optional<Instant> target = parse_iso_instant(text_of(body, "to"));
    if (body.contains("advance_ms")) {
        target = now + Milliseconds{number_of(body, "advance_ms", -1)};
    }
    if (!target || *target < now || *target - now > advance_max) {
        responder.answer(
            problem(400, "give advance_ms, or to as an ISO time; not back, and 400 days at most")
        );
        return;
    }
    const std::int64_t settle = number_of(body, "settle_ms", settle_default.value);
    emulator_.start_advance(
        *target, Milliseconds{std::clamp<std::int64_t>(settle, 0, 10'000)}, std::move(responder)
    );
}

}  // namespace antre::emulator
