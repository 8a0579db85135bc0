# Puts the text of data/language/*.tsv into the language room, so that the program needs no file.
# As a script (cmake -P) it writes OUT from the files TABLES; included, it hooks that into the build.

if(CMAKE_SCRIPT_MODE_FILE)
  set(body "// Made from data/language/*.tsv; edit those.\n#include <array>\n\n")
  string(APPEND body "#include \"language/tables.h\"\n\nnamespace antre::language {\n\nnamespace {\n\n")
  set(rows "")
  set(count 0)
  string(REPLACE "|" ";" TABLES "${TABLES}")
  foreach(table IN LISTS TABLES)
    get_filename_component(name ${table} NAME)
    file(READ ${table} text)
    string(APPEND body "constexpr std::string_view text_${count} = R\"tsv(${text})tsv\";\n\n")
    string(APPEND rows "    {\"${name}\", text_${count}},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  string(APPEND body "constexpr std::array<TableText, ${count}> texts{{\n${rows}}};\n\n}  // namespace\n\n")
  string(APPEND body "std::span<const TableText> built_in_texts() {\n    return texts;\n}\n\n")
  string(APPEND body "}  // namespace antre::language\n")
  file(WRITE ${OUT} "${body}")
  return()
endif()

file(GLOB language_tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/language/*.tsv)
list(JOIN language_tables "|" language_tables_joined)
set(language_tables_cpp ${CMAKE_BINARY_DIR}/generated/language_tables.cpp)
add_custom_command(
  OUTPUT ${language_tables_cpp}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${language_tables_cpp}" "-DTABLES=${language_tables_joined}"
          -P ${CMAKE_SOURCE_DIR}/cmake/language_tables.cmake
  DEPENDS ${language_tables} ${CMAKE_SOURCE_DIR}/cmake/language_tables.cmake
  VERBATIM)
target_sources(antre_language PRIVATE ${language_tables_cpp})
# A table is one string, longer than the 65,536 characters that every compiler must take.
set_source_files_properties(${language_tables_cpp} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
