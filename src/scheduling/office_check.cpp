// Whether a set of office settings can be used: a ladder of checks, the first fault is told.

#include <algorithm>
#include <string>

#include "foundation/text.h"
#include "scheduling/office.h"

namespace antre::scheduling {

namespace {

using Checked = Result<void, SettingsFault>;

constexpr int hour_minutes = 60;
constexpr int day_minutes = 24 * hour_minutes;
constexpr std::array weekday_names{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

Checked fault(std::string field, std::string reason) {
    return fail(SettingsFault{std::move(field), std::move(reason)});
}

std::string nth(const char* list, std::size_t index) {
    return std::string(list) + "[" + std::to_string(index) + "]";
}

std::string between(std::int64_t low, std::int64_t high) {
    return "must be between " + std::to_string(low) + " and " + std::to_string(high);
}

bool is_key(std::string_view text, char joint) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == joint;
    });
}

Checked check_key(std::string field, std::string_view key, char joint, std::size_t length_max) {
    if (key.empty()) return fault(std::move(field), "is missing");
    if (key.size() > length_max) {
        return fault(
            std::move(field), "must have at most " + std::to_string(length_max) + " characters"
        );
    }
    if (!is_key(key, joint) || key.front() == joint || key.back() == joint) {
        return fault(
            std::move(field),
            std::string("must be lower-case letters and digits, joined by '") + joint + "'"
        );
    }
    return {};
}

Checked check_digits(std::string field, std::string_view digits, std::size_t length_max) {
    if (digits.empty()) return {};
    if (!is_all_digits(digits)) return fault(std::move(field), "must be digits only");
    if (digits.size() > length_max) {
        return fault(
            std::move(field), "must have at most " + std::to_string(length_max) + " digits"
        );
    }
    return {};
}

Checked check_text(std::string field, std::string_view text) {
    if (!is_valid_utf8(text)) return fault(std::move(field), "is not valid UTF-8");
    if (code_points(text) > profile_text_max) {
        return fault(
            std::move(field),
            "must have at most " + std::to_string(profile_text_max) + " characters"
        );
    }
    return {};
}

Checked check_named(std::string field, std::string_view text) {
    if (trim(text).empty()) return fault(std::move(field), "is missing");
    return check_text(std::move(field), text);
}

// The first fault of several checks; every one is cheap, so all are made.
Checked first_of(std::initializer_list<Checked> checks) {
    for (const Checked& each : checks) {
        if (!each) return each;
    }
    return {};
}

Checked check_hours(const std::string& field, const std::vector<OpenHours>& hours) {
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const std::string here = field + "[" + std::to_string(i) + "]";
        if (hours[i].opens.value < 0 || hours[i].closes.value > day_minutes) {
            return fault(here, "must lie within one day, 00:00 to 24:00");
        }
        if (hours[i].opens >= hours[i].closes) return fault(here, "must close after it opens");
        if (i > 0 && hours[i].opens < hours[i - 1].closes) {
            return fault(here, "must begin after the hours before it have ended");
        }
    }
    return {};
}

Checked check_documents(const Profile& profile) {
    for (std::size_t i = 0; i < profile.documents.size(); ++i) {
        const DocumentList& list = profile.documents[i];
        const std::string field = nth("profile.documents", i);
        for (std::size_t before = 0; before < i; ++before) {
            const DocumentList& other = profile.documents[before];
            if (other.service == list.service && other.for_child == list.for_child) {
                return fault(field, "the same list is given twice");
            }
        }
        if (list.items_id.empty()) return fault(field + ".items_id", "is empty");
        if (list.items_id.size() > document_items_max) {
            return fault(
                field + ".items_id",
                "must have at most " + std::to_string(document_items_max) + " lines"
            );
        }
        if (list.items_en.size() != list.items_id.size()) {
            return fault(field + ".items_en", "must have as many lines as items_id");
        }
        for (std::size_t line = 0; line < list.items_id.size(); ++line) {
            const std::string at = "[" + std::to_string(line) + "]";
            const Checked texts = first_of(
                {check_named(field + ".items_id" + at, list.items_id[line]),
                 check_named(field + ".items_en" + at, list.items_en[line])}
            );
            if (!texts) return texts;
        }
    }
    return {};
}

Checked check_profile(const Profile& profile) {
    if (profile.latitude_e6 < -90'000'000 || profile.latitude_e6 > 90'000'000) {
        return fault("profile.latitude_e6", between(-90'000'000, 90'000'000));
    }
    if (profile.longitude_e6 < -180'000'000 || profile.longitude_e6 > 180'000'000) {
        return fault("profile.longitude_e6", between(-180'000'000, 180'000'000));
    }
    return first_of(
        {check_named("profile.name_id", profile.name_id),
         check_named("profile.name_en", profile.name_en),
         check_named("profile.city", profile.city),
         check_text("profile.address", profile.address),
         check_digits("profile.phone", profile.phone, phone_digits_max),
         check_text("profile.facilities_id", profile.facilities_id),
         check_text("profile.facilities_en", profile.facilities_en),
         check_documents(profile)}
    );
}

Checked check_capacity(const std::string& field, const Pool& pool) {
    if (pool.places_per_hour < 1 || pool.places_per_hour > places_per_hour_max) {
        return fault(field + ".places_per_hour", between(1, places_per_hour_max));
    }
    if (pool.window_minutes < window_minutes_min || pool.window_minutes > window_minutes_max ||
        hour_minutes % pool.window_minutes != 0) {
        return fault(
            field + ".window_minutes", "must divide the hour: 5, 6, 10, 12, 15, 20, 30 or 60"
        );
    }
    if (pool.walk_in_percent + pool.priority_percent >= 100) {
        return fault(
            field + ".walk_in_percent",
            "together with priority_percent it must leave places for everyone (below 100)"
        );
    }
    if (pool.first_letter < 'A' || pool.first_letter > 'Z') {
        return fault(field + ".first_letter", "must be a letter from A to Z");
    }
    return {};
}

Checked check_services(const std::string& field, const Office& office, std::size_t index) {
    const Pool& pool = office.pools[index];
    if (pool.services.empty()) return fault(field + ".services", "is empty");
    for (auto service = pool.services.begin(); service != pool.services.end(); ++service) {
        const bool is_repeated = std::find(pool.services.begin(), service, *service) != service;
        if (is_repeated || pool_for(office, *service) != &pool) {
            return fault(field + ".services", std::string(word_of(*service)) + " is offered twice");
        }
    }
    return {};
}

Checked check_pool(const Office& office, std::size_t index) {
    const Pool& pool = office.pools[index];
    const std::string field = nth("pools", index);
    if (!pool.id.is_set()) return fault(field + ".id", "is missing");
    const Checked key = check_key(field + ".key", pool.key, '_', pool_key_length_max);
    if (!key) return key;
    for (std::size_t before = 0; before < index; ++before) {
        if (office.pools[before].id == pool.id) return fault(field + ".id", "is used twice");
        if (office.pools[before].key == pool.key) return fault(field + ".key", "is used twice");
    }
    for (std::size_t day = 0; day < pool.week.size(); ++day) {
        const Checked hours = check_hours(field + ".week." + weekday_names[day], pool.week[day]);
        if (!hours) return hours;
    }
    const Checked capacity = check_capacity(field, pool);
    return capacity ? check_services(field, office, index) : capacity;
}

Checked check_exception(const Office& office, std::size_t index) {
    const DayException& exception = office.exceptions[index];
    const std::string field = nth("exceptions", index);
    if (index > 0 && exception.date <= office.exceptions[index - 1].date) {
        return fault(field + ".date", "must come after the one before it: sorted, one a day");
    }
    if (exception.is_closed && (!exception.hours.empty() || exception.places_per_hour)) {
        return fault(field + ".is_closed", "a closed day has no hours and no capacity");
    }
    if (exception.places_per_hour.value_or(0) > places_per_hour_max) {
        return fault(field + ".places_per_hour", between(0, places_per_hour_max));
    }
    return first_of(
        {check_hours(field + ".hours", exception.hours),
         check_text(field + ".reason_id", exception.reason_id),
         check_text(field + ".reason_en", exception.reason_en)}
    );
}

// One letter an hour of the day; the letters of [first, end) are this pool's.
struct Letters {
    int first = 'A';
    int end = 'A';
};

Letters letters_of(const Pool& pool, const DayException* exception, Weekday weekday) {
    Letters letters{pool.first_letter, pool.first_letter};
    for (const OpenHours& session : hours_of(pool, exception, weekday)) {
        const int minutes = session.closes.value - session.opens.value;
        letters.end += (minutes + hour_minutes - 1) / hour_minutes;
    }
    return letters;
}

// A board shows numbers of all pools: a letter must say which pool and hour is meant.
Checked check_letters(
    const Office& office, const DayException* exception, Weekday weekday, const std::string& on
) {
    for (std::size_t i = 0; i < office.pools.size(); ++i) {
        const std::string field = nth("pools", i) + ".first_letter";
        const Letters mine = letters_of(office.pools[i], exception, weekday);
        if (mine.end - 1 > 'Z')
            return fault(field, "the hours of " + on + " run past the letter Z");
        for (std::size_t before = 0; before < i; ++before) {
            const Letters other = letters_of(office.pools[before], exception, weekday);
            if (mine.first < other.end && other.first < mine.end) {
                return fault(
                    field, "on " + on + " its letters are also those of " + nth("pools", before)
                );
            }
        }
    }
    return {};
}

Checked check_all_letters(const Office& office) {
    for (std::size_t day = 0; day < weekday_names.size(); ++day) {
        const Checked letters =
            check_letters(office, nullptr, static_cast<Weekday>(day), weekday_names[day]);
        if (!letters) return letters;
    }
    for (const DayException& exception : office.exceptions) {
        const Checked letters =
            check_letters(office, &exception, weekday_of(exception.date), iso_date(exception.date));
        if (!letters) return letters;
    }
    return {};
}

Checked check_numbers(const Office& office) {
    return first_of(
        {check_digits("phone_number_id", office.phone_number_id, business_digits_max),
         check_digits("business_account_id", office.business_account_id, business_digits_max),
         check_digits("display_phone", office.display_phone, phone_digits_max)}
    );
}

}  // namespace

Result<void, SettingsFault> check(const Office& office) {
    if (!office.id.is_set()) return fault("id", "is missing");
    const Checked head = first_of(
        {check_key("slug", office.slug, '-', slug_length_max),
         check_numbers(office),
         check_profile(office.profile)}
    );
    if (!head) return head;
    if (office.lead_minutes < 0 || office.lead_minutes > lead_minutes_max) {
        return fault("lead_minutes", between(0, lead_minutes_max));
    }
    if (office.moves_max > moves_limit_max) return fault("moves_max", between(0, moves_limit_max));
    if (office.pools.empty() || office.pools.size() > pools_max) {
        return fault("pools", "must be 1 to " + std::to_string(pools_max) + " pools");
    }
    for (std::size_t i = 0; i < office.pools.size(); ++i) {
        const Checked pool = check_pool(office, i);
        if (!pool) return pool;
    }
    if (office.exceptions.size() > exceptions_max) {
        return fault("exceptions", "must be at most " + std::to_string(exceptions_max) + " days");
    }
    for (std::size_t i = 0; i < office.exceptions.size(); ++i) {
        const Checked exception = check_exception(office, i);
        if (!exception) return exception;
    }
    return check_all_letters(office);
}

}  // namespace antre::scheduling
