#pragma once

// In answer to "which name and birth date": what stands before a birth date is the name, letter for
// letter, whatever else its words may mean. Tan Mei Ling is no day in May, Hari Sabarno no day.

#include "language/atoms.h"
#include "language/people.h"

namespace antre::language {

// Finds "name, birth date", one or more a line, and writes <name> over them.
void read_name_lines(Atoms& atoms, LocalDate today, People& found);

// Where nobody asked: only lines that are nothing but a name written large and a birth date.
void read_lines_of_names(Atoms& atoms, LocalDate today, People& found);

// Whether atoms begin to end, a line or what lies between two commas, are a name and no remark:
// words that we do not know, or written large as names are ("Hari Sabarno", "Karo Karo", "Ari").
bool is_name_alone(const Atoms& atoms, std::size_t begin, std::size_t end);

// The end of a name that begins at `begin` and was announced: "nama saya Hari Sabarno".
std::size_t announced_end(const Atoms& atoms, std::size_t begin);

// "senin 30/11/26": soon, not a birth a century ago.
bool is_rather_a_visit(const DateFound& date, LocalDate today);

}  // namespace antre::language
