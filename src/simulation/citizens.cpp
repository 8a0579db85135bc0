#include "simulation/citizens.h"

#include <array>
#include <cstdio>
#include <utility>

#include "foundation/text.h"
#include "whatsapp_cloud/json.h"

namespace antre::simulation {

namespace json = whatsapp_cloud::json;
using whatsapp_cloud::array_of;
using whatsapp_cloud::object_of;
using whatsapp_cloud::text_of;

namespace {

constexpr std::array syllables{"sa", "ri", "du", "no", "le", "wi", "ta", "mo", "yu", "ka"};

// What people write beside answering, in both languages; $ stands for a day.
constexpr std::array phrases{
    "cek antrian",
    "batal",
    "pindah ke $",
    "reschedule ke lusa",
    "jam 10",
    "besok pagi",
    "$",
    "menu",
    "petugas",
    "alamat",
    "syarat",
    "english",
    "indonesia",
    "halo",
    "ya",
    "tidak jadi",
    "2 orang",
    "1",
    "2",
    "3",
    "kapan kosong",
    "mau bikin paspor $",
    "stop",
    "mulai",
    "paspor hilang",
    "where is the office",
    "cancel my booking",
    "ok makasih",
    "???",
    "data saya",
    "koreksi data",
    "tanggal lahir salah, yang benar 02-03-1985",
    "hapus data",
    "batal hapus",
};
// What people write who have a ticket and would rather have another.
constexpr std::array wishes{
    "kabari kalau $ ada yang kosong",
    "kabari kalau besok ada yang kosong",
    "kasih tau kalau ada yang lebih cepat",
    "batal",
    "tell me if a place frees up tomorrow",
    "nama saya salah, seharusnya Wati Lestari",
    "hapus data",
};
constexpr std::array days_named{"senin", "selasa depan", "besok", "jumat", "tanggal 15", "lusa"};

std::string digits(std::uint64_t number, int width) {
    std::string text = std::to_string(number);
    while (static_cast<int>(text.size()) < width)
        text.insert(text.begin(), '0');
    return text;
}

std::string day_digits(LocalDate date, const char* joint) {
    const YearMonthDay ymd = ymd_of(date);
    return digits(static_cast<std::uint64_t>(ymd.day), 2) + joint +
           digits(static_cast<std::uint64_t>(ymd.month), 2) + joint +
           digits(static_cast<std::uint64_t>(ymd.year), 4);
}

std::vector<std::string> choices_in(const json::object& message) {
    std::vector<std::string> choices;
    const json::object action = object_of(object_of(message, "body"), "action");
    for (const json::value& button : array_of(action, "buttons"))
        choices.emplace_back(text_of(object_of(button.as_object(), "reply"), "id"));
    for (const json::value& section : array_of(action, "sections")) {
        for (const json::value& row : array_of(section.as_object(), "rows"))
            choices.emplace_back(text_of(row.as_object(), "id"));
    }
    return choices;
}

bool is_ticket(const json::object& message) {
    return text_of(object_of(object_of(message, "body"), "header"), "type") == "image";
}

}  // namespace

std::string Citizens::draw_name() {
    std::string name;
    for (int word = 0; word < 2; ++word) {
        if (word > 0) name += ' ';
        for (int part = 0; part < 3; ++part)
            name += syllables[random_.below(syllables.size())];
    }
    return name;
}

std::string Citizens::introduce(const Citizen& citizen) {
    return citizen.name + " " + day_digits(citizen.born, "-");
}

void Citizens::arrive(const std::string& number, Instant at) {
    const std::size_t index = people_.size();
    Citizen citizen;
    citizen.wa_id = "1555" + digits(index + 1, 7);
    citizen.number = number;
    citizen.name = draw_name();
    citizen.born = *date_of({1950, 1, 1}) + static_cast<std::int32_t>(random_.below(20'000));
    citizen.acts_left = static_cast<std::uint32_t>(4 + random_.below(12));
    by_wa_id_[citizen.wa_id] = index;
    people_.push_back(std::move(citizen));
    ++around_.figures.people;
    around_.agenda.at(at, [this, index] { begin(index); });
}

void Citizens::begin(std::size_t index) {
    Citizen& citizen = people_[index];
    if (!around_.cloud.add_phone(citizen.name, citizen.wa_id, around_.now)) return;
    if (random_.one_in(5)) {
        std::ignore = around_.cloud.change_phone(
            citizen.wa_id, json::object{{"shows_phone", false}}, around_.now
        );
    }
    const LocalDate today = local_time(around_.now, Zone::wib).date;
    const LocalDate wish = today + static_cast<std::int32_t>(1 + random_.below(10));
    switch (random_.below(5)) {
    case 0:
    case 1:
        return write(
            citizen,
            "#" + citizen.name + "#" + day_digits(citizen.born, "") + "#" + day_digits(wish, "")
        );
    case 2: return write(citizen, "mau bikin paspor besok pagi, " + introduce(citizen));
    case 3: return write(citizen, "perpanjang paspor " + day_digits(wish, "/"));
    default: return write(citizen, "halo");
    }
}

void Citizens::send(Citizen& citizen, const json::object& what) {
    const std::size_t times = random_.one_in(40) ? 2 : 1;
    const auto sent =
        around_.cloud.person_sends(citizen.wa_id, citizen.number, what, around_.now, times);
    if (!sent) return;
    ++around_.figures.written;
    ++around_.figures.by_day[local_time(around_.now, Zone::wib).date].written;
}

void Citizens::write(Citizen& citizen, const std::string& text) {
    send(citizen, {{"type", "text"}, {"text", {{"body", text}}}});
}

void Citizens::press(Citizen& citizen) {
    const std::string id = citizen.choices[random_.below(citizen.choices.size())];
    const int times = random_.one_in(10) ? 2 : 1;  // an impatient thumb
    for (int time = 0; time < times; ++time) {
        if (!around_.cloud.taps(citizen.wa_id, citizen.last_wamid, id, around_.now)) return;
        ++around_.figures.written;
        ++around_.figures.by_day[local_time(around_.now, Zone::wib).date].written;
    }
}

void Citizens::do_something_odd(Citizen& citizen) {
    switch (random_.below(7)) {
    case 0: return send(citizen, {{"type", "image"}, {"image", {{"caption", "ktp"}}}});
    case 1: return send(citizen, {{"type", "voice"}, {"voice", json::object{}}});
    case 2:
        return send(
            citizen,
            {{"type", "location"}, {"location", {{"latitude", -6.2}, {"longitude", 106.8}}}}
        );
    case 3: return send(citizen, {{"type", "unsupported"}});
    case 4:
        return send(
            citizen,
            {{"type", "reaction"},
             {"reaction", {{"message_id", citizen.last_wamid}, {"emoji", "\xF0\x9F\x91\x8D"}}}}
        );
    case 5: {
        const std::string before = citizen.wa_id;
        const std::string after = "1556" + before.substr(4);
        if (before.starts_with("1556") ||
            !around_.cloud.change_number(before, after, around_.now)) {
            return;
        }
        const std::size_t index = by_wa_id_[before];
        by_wa_id_.erase(before);
        by_wa_id_[after] = index;
        citizen.wa_id = after;
        return;
    }
    default: return write(citizen, "asdf \xF0\x9F\x98\x85 qwer");
    }
}

void Citizens::act(std::size_t index) {
    Citizen& citizen = people_[index];
    if (are_resting_ || citizen.acts_left == 0) return;
    --citizen.acts_left;
    const std::uint64_t dice = random_.below(100);
    if (dice < 55 && !citizen.choices.empty()) return press(citizen);
    if (dice < 80 && !citizen.has_ticket) return write(citizen, introduce(citizen));
    if (dice < 60 || (dice >= 80 && dice < 88)) return do_something_odd(citizen);
    const bool would_rather = citizen.has_ticket && dice < 94;
    write(
        citizen,
        with_day(
            would_rather ? wishes[random_.below(wishes.size())]
                         : phrases[random_.below(phrases.size())]
        )
    );
}

std::string Citizens::with_day(std::string phrase) {
    const std::size_t day = phrase.find('$');
    if (day != std::string::npos) {
        phrase.replace(day, 1, days_named[random_.below(days_named.size())]);
    }
    return phrase;
}

void Citizens::later(std::size_t index, Milliseconds least, Milliseconds most) {
    const auto span = static_cast<std::uint64_t>(most.value - least.value);
    const Milliseconds wait{least.value + static_cast<std::int64_t>(random_.below(span))};
    around_.agenda.at(around_.now + wait, [this, index] { act(index); });
}

std::optional<std::size_t> Citizens::see(const std::string& wa_id, const json::object& message) {
    const auto found = by_wa_id_.find(wa_id);
    if (found == by_wa_id_.end()) return std::nullopt;
    const std::size_t index = found->second;
    Citizen& citizen = people_[index];
    ++citizen.seen;
    citizen.last_wamid = text_of(message, "id");
    citizen.choices = choices_in(message);
    if (is_ticket(message) && !citizen.has_ticket) {
        citizen.has_ticket = true;
        if (random_.one_in(2)) citizen.acts_left = 0;
        later(index, minutes(10), hours(20));
    } else {
        later(index, seconds(2), minutes(3));
    }
    // Who was told when their data go most often leaves it at that.
    const bool is_farewell = citizen.choices.size() == 1 &&
                             citizen.choices.front().find("undo_erase") != std::string::npos;
    if (is_farewell && !random_.one_in(3)) citizen.acts_left = 0;
    return index;
}

void Citizens::ask_for_menu(std::size_t most) {
    for (std::size_t i = 0; i < most && !people_.empty(); ++i) {
        Citizen& citizen = people_[random_.below(people_.size())];
        citizen.seen_before = citizen.seen;
        citizen.acts_left = 0;
        citizen.last_wamid = "asked";
        write(citizen, "menu");
    }
}

std::size_t Citizens::unanswered() const {
    std::size_t count = 0;
    for (const Citizen& citizen : people_) {
        if (citizen.last_wamid == "asked" && citizen.seen == citizen.seen_before) ++count;
    }
    return count;
}

}  // namespace antre::simulation
