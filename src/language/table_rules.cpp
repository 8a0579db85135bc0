// The part of TableReading that reads rules: cues.tsv and slots.tsv.

#include <algorithm>
#include <array>

#include "foundation/text.h"
#include "language/limits.h"
#include "language/table_reading.h"

namespace antre::language {

namespace {

// "confirm", or "question" for whatever wants a yes or no.
std::optional<std::uint32_t> asked_bits(std::string_view name) {
    const auto bit = [](Asked asked) { return std::uint32_t{1} << static_cast<unsigned>(asked); };
    if (name == "question") {
        return bit(Asked::confirm) | bit(Asked::offer_slot) | bit(Asked::offer_list) |
               bit(Asked::reminder);
    }
    if (name == "nothing") return bit(Asked::nothing);
    if (const auto asked = asked_named(name)) return bit(*asked);
    return std::nullopt;
}

}  // namespace

// intent[@asked], weight, pattern
Complaint TableReading::take_cues(const Fields& fields) {
    if (fields.size() != 3) return "wants: intent, weight, pattern";
    const std::size_t at = fields[0].find('@');
    const auto intent = intent_named(fields[0].substr(0, at));
    if (!intent) return quoted("unknown intent", fields[0]);
    Rule rule;
    rule.value = static_cast<std::uint8_t>(*intent);
    if (at != std::string_view::npos) {
        const auto asked = asked_bits(fields[0].substr(at + 1));
        if (!asked) return quoted("nobody asks", fields[0].substr(at + 1));
        rule.asked = *asked;
    }
    return add_rule(std::move(rule), fields[1], fields[2]);
}

namespace {

std::optional<std::pair<RuleKind, std::uint8_t>>
slot_named(std::string_view kind, std::string_view value) {
    const auto made = [](RuleKind rule, auto found) {
        using Pair = std::pair<RuleKind, std::uint8_t>;
        return found ? std::optional<Pair>({rule, static_cast<std::uint8_t>(*found)})
                     : std::nullopt;
    };
    if (kind == "service") return made(RuleKind::service, service_named(value));
    if (kind == "passport_type") return made(RuleKind::passport_type, passport_type_named(value));
    if (kind == "priority") return made(RuleKind::priority, priority_named(value));
    if (kind == "topic") return made(RuleKind::topic, topic_named(value));
    if (kind == "language") return made(RuleKind::language, language_coded(value));
    if (kind != "flag") return std::nullopt;
    constexpr std::array<std::string_view, 9> flags{
        "earliest",
        "child",
        "addition",
        "waitlist",
        "somebody_else",
        "data_show",
        "data_erase",
        "waitlist_leave",
        "data_correct"};
    for (std::size_t at = 0; at < flags.size(); ++at) {
        if (flags[at] == value) return {{RuleKind::flag, static_cast<std::uint8_t>(at)}};
    }
    return std::nullopt;
}

}  // namespace

// kind, value, weight, pattern
Complaint TableReading::take_slots(const Fields& fields) {
    if (fields.size() != 4) return "wants: kind, value, weight, pattern";
    const auto slot = slot_named(fields[0], fields[1]);
    if (!slot) return quoted("unknown kind or value", fields[1]);
    Rule rule;
    rule.kind = slot->first;
    rule.value = slot->second;
    return add_rule(std::move(rule), fields[2], fields[3]);
}

Complaint TableReading::add_rule(Rule rule, std::string_view weight, std::string_view pattern) {
    const auto number = number_in(weight);
    if (!number || *number == 0) return quoted("no weight:", weight);
    auto elements = compile(pattern, lexicon_, classes_);
    if (!elements) return quoted("neither word nor class:", elements.error());
    const auto is_anchor = [](const Element& e) { return e.is_start; };
    const auto first = std::find_if_not(elements->begin(), elements->end(), is_anchor);
    if (first == elements->end() || first->words.empty() || first->is_optional) {
        return "a pattern begins with a word that must be there";
    }
    if (lexicon_.rules.size() >= rules_max) return "too many rules";
    for (const Rule& other : lexicon_.rules) {
        if (other.kind == rule.kind && other.value == rule.value && other.asked == rule.asked &&
            other.pattern == pattern) {
            return quoted("this rule stands twice:", pattern);
        }
    }
    rule.weight = *number;
    rule.pattern = pattern;
    rule.needs = needs_of(*elements);
    rule.elements = std::move(*elements);
    lexicon_.rules.push_back(std::move(rule));
    return std::nullopt;
}

}  // namespace antre::language
