#include "antre/office_accounts.h"

#include <boost/json.hpp>
#include <utility>

#include "antre/engine_at_rest.h"
#include "channels/console/act.h"
#include "server/admin_door.h"

namespace antre::app {

namespace json = boost::json;
namespace console = channels::console;

namespace {

std::string text_at(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string(text->data(), text->size()) : std::string();
}

std::optional<std::vector<OfficeAccount>> read_answer(std::string_view answer) {
    const auto output = console::decode_output(answer);
    json::error_code error;
    const json::value list = output ? json::parse(output->out, error) : json::value();
    if (!output || error || !list.is_array()) {
        refuse("the server's answer cannot be read: is it of another version?");
        return std::nullopt;
    }
    std::vector<OfficeAccount> offices;
    for (const json::value& told : list.get_array()) {
        if (!told.is_object()) continue;
        const json::object& office = told.get_object();
        offices.push_back(
            {text_at(office, "id"), text_at(office, "phone_number_id"), text_at(office, "waba_id")}
        );
    }
    return offices;
}

}  // namespace

std::optional<std::vector<OfficeAccount>> office_accounts(const Shared& shared) {
    const auto config = configuration(shared);
    if (!config) return std::nullopt;
    const auto answer = server::ask_admin_door(
        server::admin_socket(store_options(*config).path),
        console::encode(console::Act{std::string(offices_verb), {}, ""})
    );
    if (!answer) return refuse(answer.error()), std::nullopt;
    if (*answer) return read_answer(**answer);
    const auto engine = EngineAtRest::open(shared);
    if (!engine) return std::nullopt;
    std::vector<OfficeAccount> offices;
    const server::Directory directory(**engine);
    for (const auto& [slug, office] : directory.all()) {
        offices.push_back({slug, office.phone_number_id, office.business_account_id});
    }
    return offices;
}

std::string offices_answer(const server::Directory& directory) {
    json::array list;
    for (const auto& [slug, office] : directory.all()) {
        list.push_back(json::object{
            {"id", slug},
            {"phone_number_id", office.phone_number_id},
            {"waba_id", office.business_account_id}});
    }
    console::Output output;
    output.out = json::serialize(list);
    return console::encode(output);
}

}  // namespace antre::app
