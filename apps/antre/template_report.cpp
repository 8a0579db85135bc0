#include "antre/template_report.h"

#include <algorithm>
#include <boost/json.hpp>

#include "channels/whatsapp/template_limits.h"

namespace antre::app {

namespace json = boost::json;
namespace whatsapp = channels::whatsapp;
using whatsapp::TemplateAct;
using whatsapp::TemplateState;

namespace {

constexpr std::size_t name_columns = 20;
constexpr std::size_t language_columns = 10;
constexpr std::size_t status_columns = 12;

std::string padded(std::string text, std::size_t columns) {
    if (text.size() < columns) text.append(columns - text.size(), ' ');
    return text + " ";
}

std::string row_text(const TemplateRow& row) {
    std::string line = "  " + padded(row.ours.name, name_columns) +
                       padded(row.ours.language, language_columns) +
                       padded(row.theirs ? row.theirs->status : "-", status_columns) +
                       std::string(name_of(row.standing.state));
    if (!row.standing.detail.empty()) line += ": " + row.standing.detail;
    const bool is_doubtful =
        row.theirs && (row.theirs->quality == "YELLOW" || row.theirs->quality == "RED");
    if (is_doubtful) line += " (quality " + row.theirs->quality + ")";
    if (!row.refusal.empty()) line += "\n    refused: " + row.refusal;
    return line + "\n";
}

std::size_t count_of(const AccountReport& report, TemplateAct act) {
    return static_cast<std::size_t>(std::count_if(
        report.rows.begin(),
        report.rows.end(),
        [act](const TemplateRow& row) { return row.standing.act == act; }
    ));
}

json::array texts(const std::vector<std::string>& list) {
    return json::array(list.begin(), list.end());
}

json::object row_json(const TemplateRow& row) {
    json::object told{
        {"name", row.ours.name},
        {"language", row.ours.language},
        {"state", name_of(row.standing.state)}};
    if (row.theirs) {
        told["id"] = row.theirs->id;
        told["status"] = row.theirs->status;
        told["category"] = row.theirs->content.category;
        if (!row.theirs->reason.empty()) told["rejected_reason"] = row.theirs->reason;
        if (!row.theirs->quality.empty()) told["quality"] = row.theirs->quality;
    }
    if (!row.standing.detail.empty()) told["detail"] = row.standing.detail;
    if (!row.refusal.empty()) told["refusal"] = row.refusal;
    return told;
}

json::object account_json(const AccountReport& report) {
    json::array rows;
    for (const TemplateRow& row : report.rows)
        rows.push_back(row_json(row));
    json::object told{
        {"account", report.account},
        {"offices", texts(report.offices)},
        {"is_good", is_all_good(report)},
        {"handed_in", report.handed_in},
        {"foreign", report.foreign},
        {"templates", std::move(rows)}};
    if (!report.fault.empty()) told["fault"] = report.fault;
    return told;
}

}  // namespace

bool has_faults(const std::vector<TemplateProof>& proofs) {
    return std::any_of(proofs.begin(), proofs.end(), [](const TemplateProof& proof) {
        return !proof.faults.empty();
    });
}

bool is_all_good(const AccountReport& report) {
    return report.fault.empty() &&
           std::all_of(report.rows.begin(), report.rows.end(), [](const TemplateRow& row) {
               return row.standing.state == TemplateState::good;
           });
}

bool needs_somebody(const AccountReport& report) {
    return !report.fault.empty() || count_of(report, TemplateAct::person) > 0 ||
           std::any_of(report.rows.begin(), report.rows.end(), [](const TemplateRow& row) {
               return !row.refusal.empty();
           });
}

std::string proofs_text(const std::vector<TemplateProof>& proofs) {
    std::string text;
    for (const TemplateProof& proof : proofs) {
        for (const whatsapp::TemplateFault& fault : proof.faults) {
            text += proof.definition.name + " " + proof.definition.language + ": " +
                    std::string(name_of(fault.rule)) + ": " + fault.reason + "\n";
        }
    }
    if (!text.empty()) return text;
    return std::to_string(proofs.size()) + " definitions keep WhatsApp's rules\n";
}

std::string account_text(const AccountReport& report) {
    std::string text = "\nBusiness account " + report.account;
    for (std::size_t i = 0; i < report.offices.size(); ++i)
        text += (i == 0 ? ": " : ", ") + report.offices[i];
    text += "\n";
    if (!report.rows.empty()) {
        text += "  " + padded("template", name_columns) + padded("language", language_columns) +
                padded("WhatsApp", status_columns) + "beside ours\n";
    }
    for (const TemplateRow& row : report.rows)
        text += row_text(row);
    if (report.foreign > 0) {
        text += "  " + std::to_string(report.foreign) + " of somebody else, left alone\n";
    }
    if (!report.fault.empty()) text += "  " + report.fault + "\n";
    return text;
}

std::string closing_text(const AccountReport& report) {
    const auto good = static_cast<std::size_t>(std::count_if(
        report.rows.begin(),
        report.rows.end(),
        [](const TemplateRow& row) { return row.standing.state == TemplateState::good; }
    ));
    std::string text = report.account + ": " + std::to_string(good) + " of " +
                       std::to_string(report.rows.size()) + " good";
    const std::size_t open =
        count_of(report, TemplateAct::create) + count_of(report, TemplateAct::edit);
    if (open > 0) {
        text += "; " + std::to_string(open) + " to hand in (antre whatsapp templates submit)";
    }
    if (const std::size_t waiting = count_of(report, TemplateAct::wait); waiting > 0) {
        text += "; " + std::to_string(waiting) +
                " wait for WhatsApp: minutes as a rule, a day at most, then check again";
    }
    if (const std::size_t people = count_of(report, TemplateAct::person); people > 0) {
        text += "; " + std::to_string(people) + " need you, see above";
    }
    return text + "\n";
}

std::string
report_json(const std::vector<TemplateProof>& proofs, const std::vector<AccountReport>& reports) {
    json::array definitions;
    for (const TemplateProof& proof : proofs) {
        json::array faults;
        for (const whatsapp::TemplateFault& fault : proof.faults) {
            faults.push_back(json::object{{"rule", name_of(fault.rule)}, {"reason", fault.reason}});
        }
        definitions.push_back(json::object{
            {"name", proof.definition.name},
            {"language", proof.definition.language},
            {"category", proof.definition.category},
            {"faults", std::move(faults)}});
    }
    json::array accounts;
    for (const AccountReport& report : reports)
        accounts.push_back(account_json(report));
    return json::serialize(json::object{
               {"definitions", std::move(definitions)}, {"accounts", std::move(accounts)}}) +
           "\n";
}

}  // namespace antre::app
