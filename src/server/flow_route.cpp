#include "server/flow_route.h"

#include <chrono>
#include <memory>
#include <spdlog/spdlog.h>
#include <utility>
#include <variant>

#include "scheduling/booking.h"
#include "server/clock.h"
#include "server/limits.h"

namespace antre::server {

namespace whatsapp = channels::whatsapp;

namespace {

constexpr std::string_view prefix = "/whatsapp/flows/";
constexpr int sealed_for_another_key = 421;
constexpr int form_of_no_use = 427;
constexpr int signature_wrong = 432;

http::Response sealed(int status, const whatsapp::FlowSession& session, std::string_view text) {
    return http::text_response(status, whatsapp::seal_flow_answer(session, text));
}

http::Response closed(const whatsapp::FlowSession& session, std::string_view sentence) {
    return sealed(form_of_no_use, session, whatsapp::flow_refusal(sentence));
}

// Turns the engine's answer into the next screen. Lives until it comes, on the worker's thread.
struct Teller {
    const conversation::Wording& wording;
    Language language;
    Zone zone;
    whatsapp::FlowSession session;
    std::string token;
    conversation::FormStep step;

    http::Response operator()(const engine::BookingAnswer& answer) const {
        const std::string code = scheduling::code_of(answer.booking.id);
        if (step == conversation::FormStep::agreement) {
            return sealed(200, session, whatsapp::flow_success(token, {{"code", code}}));
        }
        return closed(
            session, conversation::form_done_sentence(answer.booking, zone, wording, language)
        );
    }
    http::Response operator()(const engine::FormAnswer& answer) const {
        if (const auto text = whatsapp::render_page(answer.page))
            return sealed(200, session, *text);
        return closed(session, std::get<conversation::ClosedScreen>(answer.page.screen).sentence);
    }
    http::Response operator()(const engine::TryAgain&) const { return http::empty_response(503); }
    // Used, and its booking is gone by now.
    http::Response operator()(const engine::Done&) const { return of_no_use(); }
    // No answers to a form.
    http::Response operator()(const engine::RefusedAnswer&) const { return of_no_use(); }
    http::Response operator()(const engine::UnknownOffice&) const { return of_no_use(); }
    http::Response operator()(const engine::AvailabilityAnswer&) const { return of_no_use(); }
    http::Response operator()(const engine::ClaimAnswer&) const { return of_no_use(); }
    http::Response operator()(const engine::OfficeAnswer&) const { return of_no_use(); }
    http::Response operator()(const engine::StaffAnswer&) const { return of_no_use(); }

    [[nodiscard]] http::Response of_no_use() const {
        return closed(session, wording.say(language, "form.expired"));
    }
};

}  // namespace

class FlowRoute::Asker {
public:
    Asker(http::Responder responder, Figures& figures)
        : responder_(std::move(responder))
        , figures_(figures)
        , since_(std::chrono::steady_clock::now()) {}

    void answer(http::Response response) {
        const auto wait = std::chrono::steady_clock::now() - since_;
        figures_.add_form_wait(std::chrono::duration_cast<std::chrono::microseconds>(wait));
        figures_.add(count_of(response.status));
        responder_.answer(std::move(response));
    }

private:
    static Figures::Count count_of(int status) {
        switch (status) {
        case 200: return Figures::Count::forms_answered;
        case sealed_for_another_key: return Figures::Count::forms_other_key;
        case form_of_no_use: return Figures::Count::forms_of_no_use;
        case signature_wrong: return Figures::Count::forms_bad_signature;
        case 503: return Figures::Count::forms_turned_away;
        default: return Figures::Count::forms_unreadable;
        }
    }

    http::Responder responder_;
    Figures& figures_;
    std::chrono::steady_clock::time_point since_;
};

FlowRoute::FlowRoute(
    const Config::WhatsApp& config,
    const Directory& directory,
    const OfficeForms& forms,
    Worker& worker,
    const conversation::Wording& wording,
    Figures& figures
)
    : directory_(directory)
    , forms_(forms)
    , worker_(worker)
    , wording_(wording)
    , figures_(figures)
    , signature_(config.app_secrets) {}

bool FlowRoute::is_signed(const http::Request& request) {
    const auto signatures = request.headers.all("X-Hub-Signature-256");
    if (signatures.size() != 1) return false;
    const std::lock_guard lock(signature_mutex_);
    return signature_.verify(signatures.front(), request.body);
}

void FlowRoute::handle(http::Request&& request, http::Responder responder) {
    Asker asker(std::move(responder), figures_);
    const std::string slug = request.path.substr(prefix.size());
    const OfficeForm* form = forms_.of(slug);
    const OfficeEntry* office = directory_.by_slug(slug);
    if (form == nullptr || office == nullptr) return asker.answer(http::empty_response(404));
    if (request.method != http::Method::post) {
        http::Response response = http::empty_response(405);
        response.headers.add("Allow", "POST");
        return asker.answer(std::move(response));
    }
    if (!is_signed(request)) {
        spdlog::warn("event=form_bad_signature office={}", slug);
        return asker.answer(http::empty_response(signature_wrong));
    }
    const auto opened = form->key.open(request.body);
    if (!opened) {
        spdlog::warn("event=form_not_for_our_key office={}", slug);
        return asker.answer(http::empty_response(sealed_for_another_key));
    }
    answer(*form, *office, *opened, std::move(asker));
}

void FlowRoute::answer(
    const OfficeForm& form,
    const OfficeEntry& office,
    const whatsapp::OpenedFlow& opened,
    Asker asker
) {
    const auto request = whatsapp::parse_flow_request(opened.text);
    if (!request) return asker.answer(http::empty_response(400));
    if (request->action == whatsapp::FlowAction::ping) {
        return asker.answer(sealed(200, opened.session, whatsapp::flow_pong()));
    }
    if (request->action == whatsapp::FlowAction::notify_of_error) {
        spdlog::warn("event=form_answer_not_understood office={}", office.slug);
        return asker.answer(sealed(200, opened.session, whatsapp::flow_acknowledgement()));
    }
    const auto& signature = request->token_signature;
    if (signature && !forms_.passes().is_signed(request->token, *signature)) {
        spdlog::warn("event=form_bad_token_signature office={}", office.slug);
        return asker.answer(http::empty_response(signature_wrong));
    }
    const auto pass = forms_.passes().read(request->token);
    if (!pass || pass->office != office.id) {
        const std::string sentence = wording_.say(Language::id, "form.expired");
        return asker.answer(closed(opened.session, sentence));
    }
    // Whoever has begun in time may finish.
    const bool is_begun = request->action == whatsapp::FlowAction::exchange;
    const Milliseconds grace = is_begun ? form_grace : Milliseconds{};
    if (now() > pass->expires_at + grace) {
        const std::string sentence = wording_.say(pass->language, "form.expired");
        return asker.answer(closed(opened.session, sentence));
    }
    if (!form.settings.is_enabled) {
        const std::string sentence = wording_.say(pass->language, "form.shut");
        return asker.answer(closed(opened.session, sentence));
    }
    step(office, *pass, *request, opened.session, std::move(asker));
}

void FlowRoute::step(
    const OfficeEntry& office,
    const whatsapp::FlowPass& pass,
    const whatsapp::FlowRequest& request,
    const whatsapp::FlowSession& session,
    Asker asker
) {
    auto sent = whatsapp::read_form(request);
    if (!sent) return asker.answer(http::empty_response(400));
    engine::FillForm filled;
    filled.contact = pass.contact;
    filled.language = pass.language;
    filled.form = whatsapp::key_of_form(pass);
    filled.step = sent->step;
    filled.answers = std::move(sent->answers);
    engine::Command command;
    if (filled.step == conversation::FormStep::agreement) command.key = filled.form;
    command.actor = engine::ActorKind::contact;
    command.office = office.id;
    command.at = now();
    command.chance = draw_chance();
    const Teller teller{wording_, pass.language, office.zone, session, request.token, filled.step};
    command.body = std::move(filled);
    auto waiting = std::make_shared<Asker>(std::move(asker));
    worker_.submit(std::move(command), [waiting, teller](const Outcome& outcome) {
        waiting->answer(outcome ? std::visit(teller, *outcome) : http::empty_response(503));
    });
}

}  // namespace antre::server
