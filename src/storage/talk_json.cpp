#include "storage/talk_json.h"

#include <boost/json.hpp>
#include <limits>

namespace antre::storage {

namespace json = boost::json;

namespace {

using conversation::Draft;
using conversation::PersonEntry;
using conversation::Step;
using conversation::Talk;

std::string_view word_of(scheduling::Audience audience) {
    switch (audience) {
    case scheduling::Audience::everyone: return "everyone";
    case scheduling::Audience::priority: return "priority";
    case scheduling::Audience::walk_in: return "walk_in";
    }
    return "everyone";
}

json::object wish_object(const scheduling::Wish& wish) {
    json::object out;
    if (wish.date) out["date"] = wish.date->days;
    if (wish.date_to) out["date_to"] = wish.date_to->days;
    if (wish.time) out["time"] = wish.time->value;
    if (wish.time_to) out["time_to"] = wish.time_to->value;
    out["party"] = wish.party;
    out["audience"] = word_of(wish.audience);
    return out;
}

json::object draft_object(const Draft& draft) {
    json::object out;
    if (draft.service) out["service"] = antre::word_of(*draft.service);
    if (draft.count) out["count"] = *draft.count;
    out["wish"] = wish_object(draft.wish);
    out["wish_inferred"] = draft.wish_inferred;
    if (draft.missed) out["missed"] = wish_object(*draft.missed);
    if (draft.is_waiting) out["waiting"] = true;
    json::array people;
    for (const PersonEntry& person : draft.people) {
        json::object entry{{"name", person.name.reveal()}};
        if (person.born) entry["born"] = person.born->days;
        people.push_back(std::move(entry));
    }
    out["people"] = std::move(people);
    if (draft.hold) out["hold"] = draft.hold->value;
    if (draft.booking) out["booking"] = draft.booking->value;
    if (draft.is_late) out["late"] = true;
    if (draft.person) out["person"] = *draft.person;
    if (draft.fix) out["fix"] = *draft.fix == conversation::Fix::name ? "name" : "birth";
    out["hold_renewed"] = draft.is_hold_renewed;
    return out;
}

json::array told_array(const std::vector<conversation::Told>& all) {
    json::array out;
    for (const conversation::Told& told : all) {
        out.push_back(
            {{"at", told.at.ms},
             {"passed", told.is_passed},
             {"payloads", json::array(told.payloads.begin(), told.payloads.end())},
             {"titles", json::array(told.titles.begin(), told.titles.end())}}
        );
    }
    return out;
}

// Reads members of one object; the first that has a wrong type is remembered.
class Members {
public:
    Members(const json::object& object, std::string& fault)
        : object_(object)
        , fault_(fault) {}

    template <class Number>
    std::optional<Number> number(std::string_view name) {
        const json::value* found = present(name);
        if (found == nullptr) return std::nullopt;
        boost::system::error_code error;
        const Number value = found->to_number<Number>(error);
        if (!error) return value;
        wrong(name);
        return std::nullopt;
    }
    std::optional<std::string> text(std::string_view name) {
        const json::value* found = present(name);
        if (found == nullptr) return std::nullopt;
        if (found->is_string()) return std::string(found->get_string());
        wrong(name);
        return std::nullopt;
    }
    bool flag(std::string_view name) {
        const json::value* found = present(name);
        if (found != nullptr && !found->is_bool()) wrong(name);
        return found != nullptr && found->is_bool() && found->get_bool();
    }
    const json::object* object(std::string_view name) {
        const json::value* found = present(name);
        if (found != nullptr && !found->is_object()) wrong(name);
        return found != nullptr ? found->if_object() : nullptr;
    }
    const json::array* array(std::string_view name) {
        const json::value* found = present(name);
        if (found != nullptr && !found->is_array()) wrong(name);
        return found != nullptr ? found->if_array() : nullptr;
    }
    void wrong(std::string_view name) {
        if (fault_.empty()) fault_ = std::string(name) + " has the wrong type";
    }

private:
    const json::value* present(std::string_view name) {
        const json::value* found = object_.if_contains(name);
        return found != nullptr && !found->is_null() ? found : nullptr;
    }
    const json::object& object_;
    std::string& fault_;
};

std::optional<LocalDate> date_in(Members& members, std::string_view name) {
    const auto days = members.number<std::int32_t>(name);
    return days ? std::optional(LocalDate{*days}) : std::nullopt;
}

std::optional<MinuteOfDay> minute_in(Members& members, std::string_view name) {
    const auto minute = members.number<std::int16_t>(name);
    return minute ? std::optional(MinuteOfDay{*minute}) : std::nullopt;
}

std::optional<BookingId> booking_in(Members& members, std::string_view name) {
    const auto id = members.number<std::uint64_t>(name);
    return id ? std::optional(BookingId{*id}) : std::nullopt;
}

std::vector<std::string> texts_in(Members& members, std::string_view name) {
    std::vector<std::string> out;
    const json::array* found = members.array(name);
    if (found == nullptr) return out;
    for (const json::value& each : *found) {
        if (each.is_string()) {
            out.emplace_back(each.get_string());
        } else {
            members.wrong(name);
        }
    }
    return out;
}

std::vector<conversation::Told> told_in(Members& talk, std::string& fault) {
    std::vector<conversation::Told> all;
    const json::array* found = talk.array("told");
    if (found == nullptr) return all;
    for (const json::value& each : *found) {
        if (!each.is_object()) {
            talk.wrong("told");
            continue;
        }
        Members members(each.get_object(), fault);
        const Instant at{members.number<std::int64_t>("at").value_or(0)};
        const bool is_passed = members.flag("passed");
        all.push_back({at, is_passed, texts_in(members, "payloads"), texts_in(members, "titles")});
        // Nothing to choose from is no notice to answer.
        if (all.back().payloads.empty()) all.pop_back();
    }
    return all;
}

scheduling::Wish wish_in(const json::object& object, std::string& fault) {
    Members members(object, fault);
    scheduling::Wish wish;
    wish.date = date_in(members, "date");
    wish.date_to = date_in(members, "date_to");
    wish.time = minute_in(members, "time");
    wish.time_to = minute_in(members, "time_to");
    wish.party = members.number<std::uint8_t>("party").value_or(1);
    const auto audience = members.text("audience");
    for (const auto known :
         {scheduling::Audience::everyone,
          scheduling::Audience::priority,
          scheduling::Audience::walk_in}) {
        if (audience == word_of(known)) wish.audience = known;
    }
    return wish;
}

std::vector<PersonEntry> people_in(Members& draft, std::string& fault) {
    std::vector<PersonEntry> people;
    const json::array* found = draft.array("people");
    if (found == nullptr) return people;
    for (const json::value& each : *found) {
        if (!each.is_object()) {
            draft.wrong("people");
            continue;
        }
        Members members(each.get_object(), fault);
        people.push_back({PersonName(members.text("name").value_or("")), date_in(members, "born")});
    }
    return people;
}

Draft draft_in(const json::object& object, std::string& fault) {
    Members members(object, fault);
    Draft draft;
    const auto service = members.text("service");
    if (service) draft.service = service_named(*service);
    draft.count = members.number<std::uint8_t>("count");
    const json::object* wish = members.object("wish");
    if (wish != nullptr) draft.wish = wish_in(*wish, fault);
    draft.wish_inferred = members.flag("wish_inferred");
    const json::object* missed = members.object("missed");
    if (missed != nullptr) draft.missed = wish_in(*missed, fault);
    draft.is_waiting = members.flag("waiting");
    draft.people = people_in(members, fault);
    draft.hold = booking_in(members, "hold");
    draft.booking = booking_in(members, "booking");
    draft.is_late = members.flag("late");
    draft.person = members.number<std::uint8_t>("person");
    const auto fix = members.text("fix");
    if (fix) draft.fix = *fix == "name" ? conversation::Fix::name : conversation::Fix::birth;
    draft.is_hold_renewed = members.flag("hold_renewed");
    return draft;
}

}  // namespace

std::string encode_talk(const Talk& talk) {
    json::object out;
    out["step"] = conversation::name_of(talk.step);
    out["draft"] = draft_object(talk.draft);
    out["menu"] = talk.menu;
    out["misses"] = talk.misses;
    if (talk.shown_day) out["shown_day"] = talk.shown_day->days;
    out["shown"] = json::array(talk.shown.begin(), talk.shown.end());
    out["shown_titles"] = json::array(talk.shown_titles.begin(), talk.shown_titles.end());
    if (!talk.told.empty()) out["told"] = told_array(talk.told);
    out["heard_at"] = talk.heard_at.ms;
    out["media_told_at"] = talk.media_told_at.ms;
    return json::serialize(out);
}

Result<Talk, std::string> decode_talk(std::string_view text) {
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error || !value.is_object()) return fail(std::string("the talk is not a JSON object"));
    std::string fault;
    Members members(value.get_object(), fault);
    Talk talk;
    // A step that this version does not know leaves the talk at rest.
    const auto step = members.text("step");
    if (step) talk.step = conversation::step_named(*step).value_or(Step::resting);
    const json::object* draft = members.object("draft");
    if (draft != nullptr) talk.draft = draft_in(*draft, fault);
    talk.menu = members.number<std::uint32_t>("menu").value_or(0);
    talk.misses = members.number<std::uint8_t>("misses").value_or(0);
    talk.shown_day = date_in(members, "shown_day");
    talk.shown = texts_in(members, "shown");
    talk.shown_titles = texts_in(members, "shown_titles");
    talk.told = told_in(members, fault);
    talk.heard_at = Instant{members.number<std::int64_t>("heard_at").value_or(0)};
    talk.media_told_at = Instant{members.number<std::int64_t>("media_told_at").value_or(0)};
    if (!fault.empty()) return fail(std::move(fault));
    return talk;
}

}  // namespace antre::storage
