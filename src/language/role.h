#pragma once

// A role is what a word can do in the grammar of dates, times, counts and names. Which words have
// which role is said in data/language/roles.tsv, by the names below.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace antre::language {

enum class Role : std::uint8_t {
    date_mark,    // tanggal 5
    day_mark,     // hari senin
    hour_mark,    // jam 9
    minute_unit,  // 20 menit
    hour_unit,    // 2 jam
    day_unit,     // 3 hari
    week_unit,    // 2 minggu
    month_unit,   // bulan depan
    year_unit,    // umur 25 tahun
    next,         // depan
    current,      // ini
    coming,       // nanti sore, yang akan datang
    in_future,    // lagi: in n days
    within,       // dalam: in n days
    ago,          // lalu
    past_day,     // kemarin
    start_of,     // awal
    middle_of,    // pertengahan
    end_of,       // akhir
    weekend,      // akhir pekan
    before,       // sebelum
    after,        // setelah
    until,        // sampai
    from,         // dari
    to,           // ke
    between,      // antara
    half_before,  // setengah 9 is 08:30
    half_after,   // half nine is 09:30
    quarter,      // seperempat
    minus,        // kurang
    plus,         // lewat
    am,
    pm,
    clock_suffix,     // WIB, teng, o'clock
    ordinal_suffix,   // 3rd
    of,               // 3rd of December
    joining,          // dan
    with,             // sama, bareng
    intended,         // untuk
    me,               // saya
    person_unit,      // 3 orang
    place_unit,       // 3 tempat
    adult,            // 2 dewasa
    child,            // 1 anak
    relation,         // istri
    elder,            // nenek: with an age of 60 or more
    family,           // sekeluarga
    alone,            // sendiri
    age_mark,         // umur
    name_mark,        // atas nama
    birth_mark,       // lahir
    visit_mark,       // kedatangan
    number_mark,      // nomor
    code_mark,        // kode
    office_mark,      // kanim
    lineage,          // bin, binti
    greeting,         // selamat (pagi)
    vocative,         // kak
    filler,           // dong
    not_name,         // words that end a name
    journey,          // terbang: its date is not a visit
    clause_break,     // karena
    question,         // apa
    onward,           // jam 10 ke atas
    also_name,        // a word that is also a name: Putri, Sugeng
    correction,       // eh, ralat: what was said before it is taken back
    soft_correction,  // maaf, actually: the same, right between two values
    meant,            // salah, bukan, maksud: may stand behind a correction
    denies,           // tidak, jangan: what follows is not wanted
    denial_link,      // mau, usah: may stand between a denial and what it denies
    once,             // tadinya: was so, is no longer
    undoing,          // batal, hapus, hangus
    contrast,         // bukan senin tapi selasa
    enrol,            // daftarin: a name may follow
    expiry,           // habis: behind a passport its date is no visit
    also_act,         // puasa: a feast only where something says when
    title,            // Hj., Drs.: belongs to the name behind it
    lapses,           // paspor, SIM: ends on a day that is no visit
    not_ours,         // acara, pesawat: that it is undone is none of our business
    not_us,           // teman, klien: that they undo is none of our business
    ours,             // jadwal, kode: undoing it is
    put_off,          // undur: "nikahannya diundur" is none of our business either
    feasible,         // bisa, sempat: behind a denial the day beside it will not do
    comes,            // datang: "acara, batal datang" undoes the visit
    reason,           // ada: what follows is why, not what is undone
    also_paper,       // kk: a family card beside other papers, else how one addresses people
    paper,            // syarat, bawa: speaks of papers
    starting,         // mulai tanggal 5
    downward,         // jam 10 ke bawah
    fails,            // kalau penuh: a second choice follows
    also_morning,     // enjing: tomorrow, but behind a day or an hour the morning
    wishing,          // daftar, urus: of several days the one in its clause is wished for
    served,           // paspor, daftar, antre: what an office does, before "in" and its city
    in_place,         // di, in
    supposes,         // kalau, mungkin: what follows is not wished yet
    asks,             // kenapa, siapa: what is undone in its clause is asked about
    requests,         // tolong, mau: a question that is asked of us
    mentions,         // ketik, tombol: the word behind it is only named
    retells,          // pernah, karena: the undoing beside it was
    told_behind,      // terakhir, tanpa: the undoing before it was
    awaits,           // panggil, giliran: beside it a letter and a number are a queue number
    nominal,          // pembatalan: a wish only where it is asked for
    stops,            // stop, berhenti: an end of messages
};

inline constexpr std::array<std::string_view, 103> role_names{
    "date_mark",
    "day_mark",
    "hour_mark",
    "minute_unit",
    "hour_unit",
    "day_unit",
    "week_unit",
    "month_unit",
    "year_unit",
    "next",
    "current",
    "coming",
    "in_future",
    "within",
    "ago",
    "past_day",
    "start_of",
    "middle_of",
    "end_of",
    "weekend",
    "before",
    "after",
    "until",
    "from",
    "to",
    "between",
    "half_before",
    "half_after",
    "quarter",
    "minus",
    "plus",
    "am",
    "pm",
    "clock_suffix",
    "ordinal_suffix",
    "of",
    "and",
    "with",
    "for",
    "me",
    "person_unit",
    "place_unit",
    "adult",
    "child",
    "relation",
    "elder",
    "family",
    "alone",
    "age_mark",
    "name_mark",
    "birth_mark",
    "visit_mark",
    "number_mark",
    "code_mark",
    "office_mark",
    "lineage",
    "greeting",
    "vocative",
    "filler",
    "not_name",
    "journey",
    "clause_break",
    "question",
    "onward",
    "also_name",
    "correction",
    "soft_correction",
    "meant",
    "denies",
    "denial_link",
    "once",
    "undoing",
    "contrast",
    "enrol",
    "expiry",
    "also_act",
    "title",
    "lapses",
    "not_ours",
    "not_us",
    "ours",
    "put_off",
    "feasible",
    "comes",
    "reason",
    "also_paper",
    "paper",
    "starting",
    "downward",
    "fails",
    "also_morning",
    "wishing",
    "served",
    "in_place",
    "supposes",
    "asks",
    "requests",
    "mentions",
    "retells",
    "told_behind",
    "awaits",
    "nominal",
    "stops"};

constexpr std::optional<Role> role_named(std::string_view word) {
    for (std::size_t at = 0; at < role_names.size(); ++at) {
        if (role_names.at(at) == word) return static_cast<Role>(at);
    }
    return std::nullopt;
}

// A set of roles.
class Roles {
public:
    constexpr void add(Role role) { bits_.at(word_of(role)) |= bit(role); }
    [[nodiscard]] constexpr bool has(Role role) const {
        return (bits_.at(word_of(role)) & bit(role)) != 0;
    }

private:
    static constexpr std::size_t word_bits = 64;
    static constexpr std::size_t word_of(Role role) {
        return static_cast<std::size_t>(role) / word_bits;
    }
    static constexpr std::uint64_t bit(Role role) {
        return std::uint64_t{1} << (static_cast<std::size_t>(role) % word_bits);
    }
    std::array<std::uint64_t, 2> bits_{};
};

}  // namespace antre::language
