#include "language/codes.h"

#include <algorithm>
#include <string_view>

namespace antre::language {

namespace {

constexpr std::size_t nik_digits = 16;
constexpr std::size_t code_letters = 6;
constexpr std::size_t queue_digits = 3;
constexpr std::size_t code_turns_min = 4;  // runs of letters or digits that no words make

bool is_separator(const Atoms& atoms, std::size_t at) {
    return atoms.is_mark(at, '.') || atoms.is_mark(at, '-');
}

// 3174015205909013, 3174 0152 0590 9013, 317401-520590-9013
std::string nik_at(const Atoms& atoms, std::size_t begin, std::size_t& end) {
    std::string digits;
    if (!atoms.is_number(begin) || (atoms[begin].digits > 6 && atoms[begin].digits != nik_digits)) {
        return {};  // two dates of eight digits are no NIK
    }
    for (std::size_t at = begin; atoms.is_number(at) && atoms[at].digits >= 2;) {
        digits += atoms.plain(at);
        ++at;
        if (digits.size() == nik_digits) {
            end = at;
            return atoms.is_number(at) && atoms[at].is_glued ? "" : digits;
        }
        if (digits.size() > nik_digits) break;
        if (is_separator(atoms, at)) ++at;
    }
    return {};
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

// The atoms from `begin` on that are glued together, letters and digits only.
std::size_t chunk_end(const Atoms& atoms, std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < atoms.size() && atoms[at].is_glued && (atoms.is_word(at) || atoms.is_number(at)) &&
           atoms[at].first != atoms[at - 1].first) {
        ++at;
    }
    return at;
}

bool is_ascii_code(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

bool has_known_word(const Atoms& atoms, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        if (atoms[at].kind == AtomKind::word && atoms[at].word != 0 && atoms.plain(at).size() > 1) {
            return true;
        }
    }
    return false;
}

std::string code_at(const Atoms& atoms, std::size_t begin, std::size_t& end) {
    if (!atoms.is_word(begin) && !atoms.is_number(begin)) return {};
    if (atoms[begin].is_glued && begin > 0 && atoms[begin - 1].kind != AtomKind::mark) return {};
    bool is_named = false;
    bool is_called_code = false;
    for (std::size_t back = 1; back <= 3 && back <= begin; ++back) {
        const std::size_t at = begin - back;
        if (atoms.has(at, Role::code_mark)) is_named = true;
        if (atoms.is_called(at, "kode") || atoms.is_called(at, "code")) is_called_code = true;
        const bool is_between = atoms[at].kind == AtomKind::mark || atoms.has(at, Role::filler) ||
                                atoms.has(at, Role::me);
        if (!is_between) break;
    }
    end = chunk_end(atoms, begin);
    std::string text = upper(atoms.shown(begin, end));
    // 7F3-K9Q, 7F3 K9Q after "kode"
    if (is_named && text.size() < code_letters) {
        std::size_t second = end;
        if (atoms.is_mark(second, '-')) ++second;
        if (atoms.is_word(second) || atoms.is_number(second)) {
            const std::size_t second_end = chunk_end(atoms, second);
            const std::string joined = text + upper(atoms.shown(second, second_end));
            const bool is_words = !is_called_code && has_known_word(atoms, begin, second_end);
            if (joined.size() == code_letters && !is_words) {  // "book tmr 1pm" is no code
                text = joined;
                end = second_end;
            }
        }
    }
    if (text.size() != code_letters || !is_ascii_code(text)) return {};
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    if (digits == 0 || (digits == static_cast<long>(code_letters) && !is_named)) return {};
    if (is_named) return text;
    // 10juni, 2orang, jam930 are words and numbers run together; 2J9NOV changes too often for that
    const bool may_be_words = end - begin < code_turns_min;
    if (may_be_words && has_known_word(atoms, begin, end)) return {};
    return end - begin >= 2 ? text : std::string{};
}

// "masih jauh gak a 7", "holding B 12": words of a queue lie beside a letter and a number, and
// nothing is counted by it.
bool is_awaited(const Atoms& atoms, std::size_t number) {
    const std::size_t next = number + 1;
    for (const Role unit :
         {Role::hour_unit,
          Role::minute_unit,
          Role::day_unit,
          Role::week_unit,
          Role::month_unit,
          Role::year_unit,
          Role::person_unit}) {
        if (atoms.has(next, unit)) return false;
    }
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (atoms.has(at, Role::awaits)) return true;
    }
    return false;
}

// A-017, A17, c 8; paper sizes and "h-1" are none.
std::string queue_no_at(const Atoms& atoms, std::size_t begin, std::size_t& end) {
    if (begin >= atoms.size() || atoms[begin].kind != AtomKind::word) return {};
    if (atoms[begin].first != atoms[begin].last) return {};
    const std::string_view letter = atoms.plain(begin);
    if (letter.size() != 1 || letter.front() < 'a' || letter.front() > 'z') return {};
    if (atoms[begin].is_glued && begin > 0 && atoms[begin - 1].kind != AtomKind::mark) return {};
    const bool has_dash = atoms.is_mark(begin + 1, '-') || atoms.is_mark(begin + 1, '.');
    const std::size_t number = begin + (has_dash ? 2 : 1);
    if (!atoms.is_number(number) || atoms[number].digits == 0 ||
        atoms[number].digits > queue_digits) {
        return {};
    }
    // nomorku c 27
    const std::size_t mark = begin > 1 && atoms.has(begin - 1, Role::me) ? begin - 1 : begin;
    const bool is_numbered =
        mark > 0 && (atoms.has(mark - 1, Role::number_mark) ||
                     atoms.is_called(mark - 1, "antrean") || atoms.has(mark - 1, Role::code_mark));
    const bool is_tight = atoms[number].is_glued;
    // "nomor berapa, aku A 19": one's own, at the end of what is said
    std::size_t rest = number + 1;
    while (atoms.has(rest, Role::filler) || atoms.has(rest, Role::vocative) ||
           atoms.has(rest, Role::current)) {
        ++rest;
    }
    const bool is_mine = begin > 0 && rest == atoms.size() &&
                         (atoms.has(begin - 1, Role::me) || atoms.is_mark(begin - 1, ','));
    const char first = letter.front();
    if (first == 'h' && !is_numbered) return {};
    const bool is_known = is_numbered || is_mine || is_awaited(atoms, number);
    if (!is_tight && !is_numbered && (first > 'f' || (begin > 0 && !is_known))) return {};
    if (begin > 0 && !is_numbered && atoms.has(begin - 1, Role::hour_mark)) return {};
    end = number + 1;
    if (end < atoms.size() && atoms[end].is_glued && atoms[end].kind != AtomKind::mark) return {};
    std::string digits(atoms.plain(number));
    digits.insert(0, queue_digits - digits.size(), '0');
    if (digits == "000") return {};
    return upper(letter) + "-" + digits;
}

}  // namespace

Codes find_codes(Atoms& atoms) {
    Codes codes;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        std::size_t end = at;
        if (codes.nik.empty() && atoms.is_number(at)) {
            codes.nik = nik_at(atoms, at, end);
            if (!codes.nik.empty()) atoms.take(at, end, Placeholder::nik);
        }
        if (codes.code.empty() && atoms.is_free(at)) {
            codes.code = code_at(atoms, at, end);
            if (!codes.code.empty()) atoms.take(at, end, Placeholder::code);
        }
        if (codes.queue_no.empty() && atoms.is_free(at)) {
            codes.queue_no = queue_no_at(atoms, at, end);
            if (!codes.queue_no.empty()) atoms.take(at, end, Placeholder::queue_no);
        }
    }
    return codes;
}

}  // namespace antre::language
