#include "channels/whatsapp/template_rules.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <utility>

#include "channels/whatsapp/send_limits.h"
#include "channels/whatsapp/template_limits.h"
#include "foundation/language.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace {

using Faults = std::vector<TemplateFault>;

constexpr std::string_view formatting = "*_~`";

struct Variable {
    std::size_t begin = 0;  // of "{{"
    std::size_t end = 0;    // behind "}}"
    std::string name;
};

std::vector<Variable> variables_in(std::string_view text) {
    std::vector<Variable> found;
    std::size_t at = text.find("{{");
    while (at != std::string_view::npos) {
        const std::size_t close = text.find("}}", at);
        if (close == std::string_view::npos) break;
        found.push_back({at, close + 2, std::string(text.substr(at + 2, close - at - 2))});
        at = text.find("{{", close);
    }
    return found;
}

bool is_white(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// The most of `wanted` in a row.
std::size_t longest_run(std::string_view text, char wanted) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == wanted ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

// A picture sign: the blocks of symbols and everything beyond the planes of writing.
bool has_emoji(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0xF0) return true;
        if (byte != 0xE2 || i + 1 >= text.size()) continue;
        const auto next = static_cast<unsigned char>(text[i + 1]);
        if (next >= 0x98 && next <= 0x9E) return true;  // U+2600 to U+27BF
    }
    return false;
}

bool is_plain(std::string_view text) {
    return text.find_first_of(formatting) == std::string_view::npos &&
           text.find_first_of("\n\r\t") == std::string_view::npos &&
           text.find("{{") == std::string_view::npos && !has_emoji(text);
}

std::string too_long(std::string_view what, std::string_view text, std::size_t most) {
    return std::string(what) + " has " + std::to_string(utf16_units(text)) + " characters, 1 to " +
           std::to_string(most) + " are allowed";
}

void check_head(const TemplateDefinition& definition, Faults& faults) {
    const std::string& name = definition.name;
    const bool is_name = !name.empty() && name.size() <= template_name_max &&
                         std::all_of(name.begin(), name.end(), [](char c) {
                             return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
                         });
    if (!is_name) {
        faults.push_back(
            {TemplateRule::name_shape, "name \"" + name + "\" may have only a-z, 0-9 and _"}
        );
    }
    if (!language_coded(definition.language)) {
        faults.push_back(
            {TemplateRule::language_known,
             "language \"" + definition.language + "\" is none of ours"}
        );
    }
    constexpr std::array<std::string_view, 3> categories{"UTILITY", "MARKETING", "AUTHENTICATION"};
    if (std::find(categories.begin(), categories.end(), definition.category) == categories.end()) {
        faults.push_back(
            {TemplateRule::category_set,
             "category \"" + definition.category +
                 "\" must be UTILITY, MARKETING or AUTHENTICATION"}
        );
    }
    const auto ttl = definition.ttl_seconds;
    if (ttl && (*ttl < template_ttl_seconds_min || *ttl > template_ttl_seconds_max)) {
        faults.push_back(
            {TemplateRule::time_to_live,
             "ttl_seconds " + std::to_string(*ttl) + " must be 30 to 43200"}
        );
    }
}

void check_header_and_footer(const TemplateDefinition& definition, Faults& faults) {
    if (utf16_units(definition.header) > template_header_units_max) {
        faults.push_back(
            {TemplateRule::header_length,
             too_long("header", definition.header, template_header_units_max)}
        );
    }
    if (!is_plain(definition.header)) {
        faults.push_back(
            {TemplateRule::header_plain,
             "header takes no line break, formatting, emoji or variable"}
        );
    }
    if (utf16_units(definition.footer) > template_footer_units_max) {
        faults.push_back(
            {TemplateRule::footer_length,
             too_long("footer", definition.footer, template_footer_units_max)}
        );
    }
    const bool is_footer_plain = definition.footer.find_first_of("\n\r\t") == std::string::npos &&
                                 definition.footer.find("{{") == std::string::npos;
    if (!is_footer_plain) {
        faults.push_back({TemplateRule::footer_plain, "footer takes no variable or line break"});
    }
}

void check_white_space(std::string_view body, Faults& faults) {
    std::string_view what;
    if (body.find_first_of("\t\r") != std::string_view::npos) what = "a tab or carriage return";
    if (longest_run(body, '\n') > template_breaks_in_row_max) what = "three line breaks in a row";
    if (longest_run(body, ' ') > template_spaces_in_row_max) what = "five spaces in a row";
    if (what.empty()) return;
    faults.push_back({TemplateRule::white_space, "body has " + std::string(what)});
}

void check_numbering(const std::vector<Variable>& variables, Faults& faults) {
    std::set<std::string> seen;
    for (const Variable& variable : variables) {
        if (!is_all_digits(variable.name) || variable.name.size() > 3) {
            faults.push_back(
                {TemplateRule::variable_shape,
                 "body has {{" + variable.name + "}}; variables are numbers"}
            );
            return;
        }
        if (!seen.insert(variable.name).second) continue;
        if (variable.name == std::to_string(seen.size())) continue;
        faults.push_back(
            {TemplateRule::variable_numbering,
             "body has {{" + variable.name + "}} where {{" + std::to_string(seen.size()) +
                 "}} comes next"}
        );
        return;
    }
}

std::size_t words_beside(std::string_view body, const std::vector<Variable>& variables) {
    std::string rest;
    std::size_t from = 0;
    for (const Variable& variable : variables) {
        rest += body.substr(from, variable.begin - from);
        from = variable.end;
    }
    rest += body.substr(from);
    std::size_t words = 0;
    bool is_inside = false;
    for (const char c : rest) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                               (byte >= 'a' && byte <= 'z') || byte >= 0x80;
        if (is_letter && !is_inside) ++words;
        if (is_letter || is_white(c)) is_inside = is_letter;
    }
    return words;
}

void check_variables(std::string_view body, Faults& faults) {
    const std::vector<Variable> variables = variables_in(body);
    if (variables.empty()) return;
    check_numbering(variables, faults);
    if (trim(body.substr(0, variables.front().begin)).empty() ||
        trim(body.substr(variables.back().end)).empty()) {
        faults.push_back({TemplateRule::variable_at_edge, "body begins or ends with a variable"});
    }
    for (std::size_t i = 1; i < variables.size(); ++i) {
        const Variable& before = variables[i - 1];
        const auto between = body.substr(before.end, variables[i].begin - before.end);
        if (!trim(between).empty()) continue;
        faults.push_back(
            {TemplateRule::variables_adjacent,
             "body has nothing between {{" + before.name + "}} and {{" + variables[i].name + "}}"}
        );
    }
    const std::size_t words = words_beside(body, variables);
    const std::size_t least = template_words_per_variable_min * variables.size() + 1;
    if (words >= least) return;
    faults.push_back(
        {TemplateRule::variables_too_many,
         "body has " + std::to_string(words) + " words for " + std::to_string(variables.size()) +
             " variables, at least " + std::to_string(least) + " are needed"}
    );
}

void check_samples(const TemplateDefinition& definition, Faults& faults) {
    std::set<std::string> names;
    for (const Variable& variable : variables_in(definition.body))
        names.insert(variable.name);
    const auto given = std::count_if(
        definition.samples.begin(),
        definition.samples.end(),
        [](const std::string& sample) { return !trim(sample).empty(); }
    );
    if (static_cast<std::size_t>(given) != names.size()) {
        faults.push_back(
            {TemplateRule::sample_missing,
             "body has " + std::to_string(names.size()) + " variables and " +
                 std::to_string(given) + " samples"}
        );
    }
    for (const std::string& sample : definition.samples) {
        const bool is_good = sample.find_first_of("\n\r\t") == std::string::npos &&
                             longest_run(sample, ' ') <= template_spaces_in_row_max;
        if (is_good) continue;
        faults.push_back(
            {TemplateRule::sample_shape, "a sample takes no line break, tab or run of spaces"}
        );
    }
}

void check_lengths(const TemplateDefinition& definition, Faults& faults) {
    const std::string& body = definition.body;
    if (trim(body).empty() || utf16_units(body) > template_body_units_max) {
        faults.push_back(
            {TemplateRule::body_length, too_long("body", body, template_body_units_max)}
        );
        return;
    }
    std::size_t filled = utf16_units(body);
    for (const Variable& variable : variables_in(body)) {
        const std::size_t number = is_all_digits(variable.name) && variable.name.size() < 4
                                       ? std::stoul(variable.name)
                                       : 0;
        if (number == 0 || number > definition.samples.size()) continue;
        filled += utf16_units(definition.samples[number - 1]);
        filled -= variable.end - variable.begin;
    }
    if (filled <= template_body_units_max) return;
    faults.push_back(
        {TemplateRule::body_filled_length,
         "body with its samples has " + std::to_string(filled) + " characters, at most 1024"}
    );
}

void check_buttons(const std::vector<std::string>& buttons, Faults& faults) {
    if (buttons.size() > template_buttons_max) {
        faults.push_back(
            {TemplateRule::buttons_count, std::to_string(buttons.size()) + " buttons, at most 10"}
        );
    }
    std::set<std::string> seen;
    for (const std::string& text : buttons) {
        const std::string what = "button \"" + text + "\"";
        if (trim(text).empty() || utf16_units(text) > template_button_units_max) {
            faults.push_back(
                {TemplateRule::button_length, too_long(what, text, template_button_units_max)}
            );
        }
        if (!is_plain(text)) {
            faults.push_back(
                {TemplateRule::button_plain,
                 what + " takes no variable, line break, formatting or emoji"}
            );
        }
        if (!seen.insert(text).second) {
            faults.push_back({TemplateRule::button_repeated, what + " stands twice"});
        }
    }
}

}  // namespace

std::string_view name_of(TemplateRule rule) {
    switch (rule) {
    case TemplateRule::name_shape: return "name_shape";
    case TemplateRule::language_known: return "language_known";
    case TemplateRule::category_set: return "category_set";
    case TemplateRule::time_to_live: return "time_to_live";
    case TemplateRule::header_length: return "header_length";
    case TemplateRule::header_plain: return "header_plain";
    case TemplateRule::body_length: return "body_length";
    case TemplateRule::body_filled_length: return "body_filled_length";
    case TemplateRule::footer_length: return "footer_length";
    case TemplateRule::footer_plain: return "footer_plain";
    case TemplateRule::variable_shape: return "variable_shape";
    case TemplateRule::variable_numbering: return "variable_numbering";
    case TemplateRule::variable_at_edge: return "variable_at_edge";
    case TemplateRule::variables_adjacent: return "variables_adjacent";
    case TemplateRule::variables_too_many: return "variables_too_many";
    case TemplateRule::white_space: return "white_space";
    case TemplateRule::sample_missing: return "sample_missing";
    case TemplateRule::sample_shape: return "sample_shape";
    case TemplateRule::buttons_count: return "buttons_count";
    case TemplateRule::button_length: return "button_length";
    case TemplateRule::button_plain: return "button_plain";
    case TemplateRule::button_repeated: return "button_repeated";
    }
    return "";
}

std::vector<TemplateFault> faults_of(const TemplateDefinition& definition) {
    Faults faults;
    check_head(definition, faults);
    check_header_and_footer(definition, faults);
    check_lengths(definition, faults);
    check_white_space(definition.body, faults);
    check_variables(definition.body, faults);
    check_samples(definition, faults);
    check_buttons(definition.buttons, faults);
    return faults;
}

}  // namespace antre::channels::whatsapp
