#include "language/table_reading.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "foundation/text.h"
#include "language/forms.h"
#include "language/limits.h"
#include "language/slips.h"

namespace antre::language {

std::optional<int> number_in(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string quoted(std::string_view what, std::string_view text) {
    return std::string(what) + " \"" + std::string(text) + "\"";
}

namespace {

std::optional<Speech> speech_named(std::string_view tongue) {
    if (tongue == "en") return Speech::english;
    if (tongue == "xx") return Speech::both;
    for (const std::string_view known :
         {"id", "jv", "su", "bt", "mn", "bj", "bl", "md", "bg", "btk", "ml"}) {
        if (tongue == known) return Speech::indonesian;
    }
    return std::nullopt;
}

}  // namespace

WordId TableReading::name_word(std::string_view name) {
    const auto [at, is_new] =
        lexicon_.names.emplace(std::string(name), static_cast<WordId>(lexicon_.words.size()));
    if (is_new) {
        lexicon_.words.emplace_back();
        lexicon_.words.back().name = name;
    }
    return at->second;
}

Complaint TableReading::spell(std::string_view text, Spelling spelling) {
    const std::size_t gap = text.find('_');
    if (gap == std::string_view::npos) {
        const auto [at, is_new] = lexicon_.spellings.emplace(std::string(text), spelling);
        if (is_new) return std::nullopt;
        return quoted("this spelling stands twice:", text);
    }
    Phrase phrase{{}, spelling};
    for (const std::string_view part : split(text.substr(gap + 1), '_')) {
        phrase.rest.emplace_back(part);
    }
    auto& phrases = lexicon_.phrases[std::string(text.substr(0, gap))];
    for (const Phrase& other : phrases) {
        if (other.rest == phrase.rest) return quoted("this phrase stands twice:", text);
    }
    const auto shorter = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& other) {
        return other.rest.size() < phrase.rest.size();
    });
    phrases.insert(shorter, std::move(phrase));
    return std::nullopt;
}

Complaint TableReading::known(std::string_view name, std::optional<WordId>& word) {
    const auto found = lexicon_.names.find(name);
    if (found == lexicon_.names.end()) return quoted("words.tsv has no", name);
    word = found->second;
    return std::nullopt;
}

// The word that a spelling or a name stands for already.
std::optional<WordId> TableReading::spelt(std::string_view text) const {
    const auto spelling = lexicon_.spellings.find(text);
    if (spelling != lexicon_.spellings.end()) return spelling->second.word;
    const auto name = lexicon_.names.find(text);
    if (name != lexicon_.names.end()) return name->second;
    return std::nullopt;
}

// kind, text, letters left at least, whose
Complaint TableReading::take_affixes(const Fields& fields) {
    if (fields.size() != 4) return "wants: kind, text, letters left at least, whose";
    const auto letters = number_in(fields[2]);
    if (!letters || *letters < 3) return quoted("no number of letters from 3 on:", fields[2]);
    if (fields[3] != "me" && fields[3] != "-") return quoted("neither me nor -:", fields[3]);
    const std::string text(fields[1]);
    const auto add = [&](std::vector<std::string>& all) -> Complaint {
        if (std::find(all.begin(), all.end(), text) != all.end()) {
            return quoted("this affix stands twice:", text);
        }
        all.push_back(text);
        return std::nullopt;
    };
    if (fields[0] == "prefix") return add(lexicon_.prefixes);
    if (fields[0] == "suffix") return add(lexicon_.suffixes);
    if (fields[0] != "ending") return quoted("unknown kind of affix", fields[0]);
    const auto shorter = [&](const Affix& other) { return other.text.size() < text.size(); };
    const auto at = std::find_if(lexicon_.endings.begin(), lexicon_.endings.end(), shorter);
    lexicon_.endings.insert(at, {text, static_cast<std::size_t>(*letters), fields[3] == "me"});
    return std::nullopt;
}

// tongue, word with flags, spellings
Complaint TableReading::take_words(const Fields& fields) {
    if (fields.size() < 2 || fields.size() > 3) return "wants: tongue, word, spellings";
    const auto speech = speech_named(fields[0]);
    if (!speech) return quoted("unknown tongue", fields[0]);
    std::string_view name = fields[1];
    bool is_verb = false;
    bool forgives = false;
    while (!name.empty() && (name.back() == '+' || name.back() == '~')) {
        (name.back() == '+' ? is_verb : forgives) = true;
        name.remove_suffix(1);
    }
    if (name.empty()) return "the word is missing";
    if (const std::size_t joint = name.find('&'); joint != std::string_view::npos) {
        std::optional<WordId> first;
        std::optional<WordId> second;
        if (auto complaint = known(name.substr(0, joint), first)) return complaint;
        if (auto complaint = known(name.substr(joint + 1), second)) return complaint;
        for (const std::string_view text : split(fields.size() == 3 ? fields[2] : "", ' ')) {
            if (auto complaint = spell(text, {*first, *second, *speech})) return complaint;
        }
        return std::nullopt;
    }
    if (lexicon_.words.size() >= words_max) return "too many words";
    const bool is_new = lexicon_.names.find(name) == lexicon_.names.end();
    const Spelling spelling{name_word(name), 0, *speech};
    Fields spellings;
    if (is_new) spellings.push_back(name);
    if (fields.size() == 3) {
        for (const std::string_view text : split(fields[2], ' ')) {
            if (!text.empty()) spellings.push_back(text);
        }
    }
    for (const std::string_view text : spellings) {
        if (auto complaint = spell(text, spelling)) return complaint;
        if (text.find('_') != std::string_view::npos) continue;
        if (is_verb) roots_.emplace_back(text, spelling);
        if (forgives && text.size() >= near_letters_min) forgiving_.emplace_back(text);
    }
    return std::nullopt;
}

// value, kind, tongue, spellings
Complaint TableReading::take_numbers(const Fields& fields) {
    if (fields.size() != 4) return "wants: value, kind, tongue, spellings";
    const auto value = number_in(fields[0]);
    if (!value || *value < 0 || *value > 99) return quoted("no number of 0-99:", fields[0]);
    constexpr std::array<std::pair<std::string_view, NumberKind>, 6> kinds{{
        {"unit", NumberKind::unit},
        {"teen", NumberKind::teen},
        {"tens", NumberKind::tens},
        {"whole", NumberKind::whole},
        {"weak", NumberKind::weak},
        {"ordinal", NumberKind::ordinal},
    }};
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) {
        return k.first == fields[1];
    });
    if (kind == kinds.end()) return quoted("unknown kind of number", fields[1]);
    const auto speech = speech_named(fields[2]);
    if (!speech) return quoted("unknown tongue", fields[2]);
    for (const std::string_view text : split(fields[3], ' ')) {
        const auto before = spelt(text);
        const WordId word = before ? *before : name_word(text);
        WordInfo& info = lexicon_.words[word];
        if (info.number_kind != NumberKind::none) return quoted("already a number:", text);
        info.number_kind = kind->second;
        info.number = static_cast<std::int16_t>(*value);
        if (before) continue;
        if (auto complaint = spell(text, {word, 0, *speech})) return complaint;
    }
    return std::nullopt;
}

// kind, value, tongue, spellings; or: feast_day, word, date
Complaint TableReading::take_calendar(const Fields& fields) {
    if (fields.size() == 3 && fields[0] == "feast_day") {
        std::optional<WordId> word;
        if (auto complaint = known(fields[1], word)) return complaint;
        const bool is_yearly = fields[2].size() == 5;
        const auto day =
            parse_iso_date(is_yearly ? "2028-" + std::string(fields[2]) : std::string(fields[2]));
        if (!day) return quoted("no such day:", fields[2]);
        YearMonthDay ymd = ymd_of(*day);
        if (is_yearly) ymd.year = 0;
        lexicon_.words[*word].day_kind = DayKind::feast;
        lexicon_.words[*word].day_value = static_cast<std::int16_t>(*word);
        lexicon_.feasts.push_back({static_cast<std::int16_t>(*word), ymd});
        return std::nullopt;
    }
    if (fields.size() != 4) return "wants: kind, value, tongue, spellings";
    constexpr std::array<std::pair<std::string_view, DayKind>, 7> kinds{{
        {"weekday", DayKind::weekday},
        {"weekday_short", DayKind::weekday_short},
        {"month", DayKind::month},
        {"month_short", DayKind::month_short},
        {"offset", DayKind::offset},
        {"daypart", DayKind::daypart},
        {"prayer", DayKind::prayer},
    }};
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) {
        return k.first == fields[0];
    });
    if (kind == kinds.end()) return quoted("unknown kind", fields[0]);
    const auto value = number_in(fields[1]);
    if (!value) return quoted("no number:", fields[1]);
    const auto speech = speech_named(fields[2]);
    if (!speech) return quoted("unknown tongue", fields[2]);
    const std::string name =
        "#" + std::string(fields[0]) + std::string(fields[1]) + std::string(fields[2]);
    for (const std::string_view text : split(fields[3], ' ')) {
        const auto before = spelt(text);
        const WordId word = before ? *before : name_word(name);
        WordInfo& info = lexicon_.words[word];
        if (before && info.day_kind != DayKind::none) {
            return quoted("already on the calendar:", text);
        }
        info.day_kind = kind->second;
        info.day_value = static_cast<std::int16_t>(*value);
        if (before) continue;
        if (auto complaint = spell(text, {word, 0, *speech})) return complaint;
        if (kind->second != DayKind::weekday && kind->second != DayKind::month) continue;
        if (text.find('_') != std::string_view::npos) continue;
        if (text.size() >= near_letters_min) forgiving_.emplace_back(text);
    }
    return std::nullopt;
}

// role, words
Complaint TableReading::take_roles(const Fields& fields) {
    if (fields.size() != 2) return "wants: role, words";
    const auto role = role_named(fields[0]);
    if (!role) return quoted("unknown role", fields[0]);
    for (const std::string_view name : split(fields[1], ' ')) {
        std::optional<WordId> word;
        if (auto complaint = known(name, word)) return complaint;
        if (lexicon_.words[*word].roles.has(*role)) return quoted("has that role already:", name);
        lexicon_.words[*word].roles.add(*role);
    }
    return std::nullopt;
}

// class, words
Complaint TableReading::take_classes(const Fields& fields) {
    if (fields.size() != 2) return "wants: class, words";
    auto& members = classes_[std::string(fields[0])];
    for (const std::string_view name : split(fields[1], ' ')) {
        if (name.starts_with('@')) {
            const auto found = classes_.find(name.substr(1));
            if (found == classes_.end()) return quoted("no such class:", name);
            const std::vector<WordId> others = found->second;
            auto& grown = classes_[std::string(fields[0])];
            grown.insert(grown.end(), others.begin(), others.end());
            continue;
        }
        std::optional<WordId> word;
        if (auto complaint = known(name, word)) return complaint;
        if (std::find(members.begin(), members.end(), *word) != members.end()) {
            return quoted("stands in this class already:", name);
        }
        members.push_back(*word);
    }
    return std::nullopt;
}

void TableReading::add_forms() {
    for (const auto& [root, spelling] : roots_) {
        const bool forgives =
            std::find(forgiving_.begin(), forgiving_.end(), root) != forgiving_.end();
        for (const std::string& form : verb_forms(root)) {
            const bool is_new = lexicon_.spellings.emplace(form, spelling).second;
            if (is_new && forgives) forgiving_.push_back(form);  // else the tables say otherwise
        }
    }
}

// A word of five letters and more that forgives slips is also known by its consonants.
void TableReading::allow_skeletons() {
    for (const std::string& spelling : forgiving_) {
        const std::string bones = skeleton_of(spelling);
        if (bones.size() < skeleton_letters_min || bones == spelling) continue;
        const Spelling& meant = lexicon_.spellings.find(spelling)->second;
        const auto [at, is_new] = lexicon_.skeletons.emplace(bones, meant);
        if (!is_new && at->second.word != meant.word) at->second = {};
    }
}

void TableReading::allow_slips() {
    for (const std::string& spelling : forgiving_) {
        lexicon_.near[spelling].push_back(spelling);
        for (std::size_t at = 1; at < spelling.size(); ++at) {
            std::string key = spelling;
            key.erase(at, 1);
            auto& under = lexicon_.near[key];
            if (under.empty() || under.back() != spelling) under.push_back(spelling);
        }
    }
}

Lexicon TableReading::finish() {
    add_forms();
    allow_slips();
    allow_skeletons();
    for (const auto& [root, spelling] : roots_) {
        lexicon_.roots.emplace(root, spelling);
    }
    lexicon_.rules_by_word.resize(lexicon_.words.size());
    for (std::size_t at = 0; at < lexicon_.rules.size(); ++at) {
        const auto& elements = lexicon_.rules[at].elements;
        const Element& first = elements[elements.front().is_start ? 1 : 0];
        for (const WordId word : first.words) {
            auto& rules = lexicon_.rules_by_word[word];
            if (!rules.empty() && rules.back() == at) continue;
            rules.push_back(static_cast<std::uint16_t>(at));
        }
    }
    return std::move(lexicon_);
}

}  // namespace antre::language
