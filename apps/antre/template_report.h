#pragma once

// What `antre whatsapp templates` found and did, as a table for people or as JSON for programs.

#include <optional>
#include <string>
#include <vector>

#include "channels/whatsapp/template_register.h"
#include "channels/whatsapp/template_rules.h"

namespace antre::app {

// A definition of ours and what WhatsApp's rules say of it.
struct TemplateProof {
    channels::whatsapp::TemplateDefinition definition;
    std::vector<channels::whatsapp::TemplateFault> faults;
};

struct TemplateRow {
    channels::whatsapp::TemplateDefinition ours;
    std::optional<channels::whatsapp::RegisteredTemplate> theirs;
    channels::whatsapp::TemplateStanding standing;
    std::string refusal;  // what WhatsApp said to our call; empty without one
};

struct AccountReport {
    std::string account;
    std::vector<std::string> offices;
    std::string fault;  // why WhatsApp could not be asked; empty when it was
    std::vector<TemplateRow> rows;
    std::size_t foreign = 0;    // templates that are not ours
    std::size_t handed_in = 0;  // created or edited just now
};

bool has_faults(const std::vector<TemplateProof>& proofs);
bool is_all_good(const AccountReport& report);
// Something was refused, or waits for a person here.
bool needs_somebody(const AccountReport& report);

std::string proofs_text(const std::vector<TemplateProof>& proofs);
std::string account_text(const AccountReport& report);
// One line a report: what to wait for, what to do.
std::string closing_text(const AccountReport& report);
std::string
report_json(const std::vector<TemplateProof>& proofs, const std::vector<AccountReport>& reports);

}  // namespace antre::app
