#include "channels/understand_lines.h"

#include <boost/json.hpp>
#include <optional>

#include "foundation/result.h"
#include "foundation/time.h"
#include "language/understand.h"

namespace antre::channels {

namespace {

namespace json = boost::json;
using language::Meaning;

constexpr std::size_t depth_max = 8;

struct Request {
    std::string text;
    Language lang = Language::id;
    LocalTime now;
    language::Asked asked = language::Asked::nothing;
};

// The wall clock that the text itself shows: its offset is the office's.
std::optional<LocalTime> wall_clock(std::string_view text) {
    if (!parse_iso_instant(text)) return std::nullopt;
    const auto date = parse_iso_date(text.substr(0, 10));
    const auto minute = parse_iso_time(text.substr(11, 5));
    if (!date || !minute) return std::nullopt;
    return LocalTime{*date, *minute};
}

// A member that must be a string if it is there.
Result<std::optional<std::string>, std::string>
text_member(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || value->is_null()) return std::optional<std::string>{};
    const json::string* text = value->if_string();
    if (text == nullptr) return fail("\"" + std::string(name) + "\" must be a string");
    return std::optional<std::string>(std::string(text->begin(), text->end()));
}

Result<Request, std::string> read(std::string_view line) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = depth_max;
    const json::value value = json::parse({line.data(), line.size()}, error, {}, options);
    if (error) return fail(std::string("this line is not JSON"));
    const json::object* object = value.if_object();
    if (object == nullptr) return fail(std::string("a line must be a JSON object"));
    const auto text = text_member(*object, "text");
    if (!text) return fail(text.error());
    if (!*text) return fail(std::string("\"text\" is missing"));
    const auto now = text_member(*object, "now");
    if (!now) return fail(now.error());
    if (!*now) return fail(std::string("\"now\" is missing"));
    const auto clock = wall_clock(**now);
    if (!clock) {
        return fail(std::string("\"now\" must be like 2026-11-24T09:10:00+07:00"));
    }
    const auto lang = text_member(*object, "lang");
    if (!lang) return fail(lang.error());
    const auto language = language_coded(lang->value_or("id"));
    if (!language) return fail(std::string("\"lang\" must be id or en"));
    const auto ctx = text_member(*object, "ctx");
    if (!ctx) return fail(ctx.error());
    const auto asked = language::asked_named(ctx->value_or("nothing"));
    if (!asked) return fail("\"ctx\" knows no " + ctx->value_or(""));
    return Request{**text, *language, *clock, *asked};
}

template <class Value>
void put_word(json::object& out, const char* name, const std::optional<Value>& value) {
    if (!value) return;
    const std::string_view word = word_of(*value);
    out[name] = json::string_view(word.data(), word.size());
}

void put_text(json::object& out, const char* name, const std::string& text) {
    if (!text.empty()) out[name] = text;
}

void put_number(json::object& out, const char* name, std::optional<int> number) {
    if (number) out[name] = *number;
}

void put_flag(json::object& out, const char* name, bool flag) {
    if (flag) out[name] = true;
}

void put_when(json::object& out, const Meaning& meaning) {
    const auto put_date = [&](const char* name, std::optional<LocalDate> date) {
        if (date) out[name] = iso_date(*date);
    };
    const auto put_time = [&](const char* name, std::optional<MinuteOfDay> time) {
        if (time) out[name] = iso_time(*time);
    };
    put_date("date", meaning.date);
    put_date("date_to", meaning.date_to);
    put_word(out, "date_rel", meaning.date_rel);
    put_date("old_date", meaning.old_date);
    put_time("time", meaning.time);
    put_time("time_to", meaning.time_to);
    put_word(out, "time_rel", meaning.time_rel);
    put_time("old_time", meaning.old_time);
    put_word(out, "daypart", meaning.daypart);
    put_flag(out, "earliest", meaning.wants_earliest);
    put_number(out, "delay_min", meaning.delay_min);
}

// "name" and "birth_date" are the first person's; "names" is there when there are several.
void put_who(json::object& out, const Meaning& meaning) {
    put_number(out, "count", meaning.count);
    if (!meaning.people.empty()) {
        const language::PersonMeant& first = meaning.people.front();
        put_text(out, "name", first.name.reveal());
        if (first.birth_date) out["birth_date"] = iso_date(*first.birth_date);
    }
    if (meaning.people.size() > 1) {
        json::array names;
        for (const language::PersonMeant& person : meaning.people) {
            names.push_back(json::string(person.name.reveal()));
        }
        out["names"] = std::move(names);
    }
    if (meaning.nik) out["nik"] = meaning.nik->reveal();
    put_word(out, "priority", meaning.priority);
    put_flag(out, "child", meaning.is_for_child);
}

void put_what(json::object& out, const Meaning& meaning) {
    put_word(out, "service", meaning.service);
    put_word(out, "passport_type", meaning.passport_type);
    put_word(out, "topic", meaning.topic);
    if (meaning.lang_to) {
        const std::string_view code = code_of(*meaning.lang_to);
        out["lang_to"] = json::string_view(code.data(), code.size());
    }
    put_text(out, "code", meaning.code);
    put_text(out, "queue_no", meaning.queue_no);
    put_number(out, "choice", meaning.choice);
}

// "also" lists the wishes of a message that holds several: facts asked for, then acts.
void put_wishes(json::object& out, const Meaning& meaning) {
    if (meaning.wishes.empty()) return;
    json::array wishes;
    for (const Meaning& wish : meaning.wishes) {
        const std::string_view word =
            wish.topic ? language::word_of(*wish.topic) : language::word_of(wish.intent);
        wishes.push_back(json::string(word));
    }
    out["also"] = std::move(wishes);
}

void put_explanation(json::object& out, const Meaning& meaning) {
    out["confidence"] = meaning.confidence_percent;
    out["reason"] = meaning.reason;
    const std::string_view code = code_of(meaning.language);
    out["reply_in"] = json::string_view(code.data(), code.size());
    put_flag(out, "inferred", meaning.is_date_inferred);
    put_flag(out, "addition", meaning.is_addition);
    put_flag(out, "waitlist", meaning.wants_waitlist);
    put_flag(out, "waitlist_leave", meaning.leaves_waitlist);
    put_flag(out, "legacy_form", meaning.is_legacy_form);
    put_flag(out, "legacy_template", meaning.is_legacy_template);
    put_flag(out, "somebody_else", meaning.is_about_somebody_else);
    put_word(out, "data_wish", meaning.data_wish);
    put_text(out, "office", meaning.office);
    put_text(out, "bad_date", meaning.bad_date_text);
    put_text(out, "bad_birth", meaning.bad_birth_text);
    put_number(out, "person_index", meaning.person_index);
    put_wishes(out, meaning);
}

}  // namespace

std::string json_of(const Meaning& meaning, Explain explain) {
    json::object out;
    const std::string_view intent = word_of(meaning.intent);
    out["intent"] = json::string_view(intent.data(), intent.size());
    put_when(out, meaning);
    put_who(out, meaning);
    put_what(out, meaning);
    if (explain == Explain::yes) put_explanation(out, meaning);
    return json::serialize(out);
}

std::string
understand_line(std::string_view line, Explain explain, const language::Tables& tables) {
    const auto request = read(line);
    if (!request) return json::serialize(json::object{{"error", request.error()}});
    const Meaning meaning =
        language::understand(request->text, request->lang, request->now, request->asked, tables);
    return json_of(meaning, explain);
}

}  // namespace antre::channels
