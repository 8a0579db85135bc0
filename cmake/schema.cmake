# Puts the text of src/storage/schema/*.sql into the storage room, so that the program needs no file.
# As a script (cmake -P) it writes OUT from the files SCHEMA; included, it hooks that into the build.

if(CMAKE_SCRIPT_MODE_FILE)
  set(body "// Made from src/storage/schema/*.sql; edit those.\n#include <array>\n\n")
  string(APPEND body "#include \"storage/sqlite/migration.h\"\n\nnamespace antre::storage {\n\nnamespace {\n\n")
  set(rows "")
  set(count 0)
  string(REPLACE "|" ";" SCHEMA "${SCHEMA}")
  foreach(file IN LISTS SCHEMA)
    get_filename_component(name ${file} NAME_WE)
    file(READ ${file} text)
    string(APPEND body "constexpr const char* text_${count} = R\"sql(${text})sql\";\n\n")
    string(APPEND rows "    {\"${name}\", text_${count}},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  string(APPEND body "constexpr std::array<Migration, ${count}> all{{\n${rows}}};\n\n}  // namespace\n\n")
  string(APPEND body "std::span<const Migration> migrations() {\n    return all;\n}\n\n")
  string(APPEND body "}  // namespace antre::storage\n")
  file(WRITE ${OUT} "${body}")
  return()
endif()

file(GLOB schema_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/storage/schema/*.sql)
list(SORT schema_files)
list(JOIN schema_files "|" schema_files_joined)
set(schema_cpp ${CMAKE_BINARY_DIR}/generated/schema.cpp)
add_custom_command(
  OUTPUT ${schema_cpp}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${schema_cpp}" "-DSCHEMA=${schema_files_joined}"
          -P ${CMAKE_SOURCE_DIR}/cmake/schema.cmake
  DEPENDS ${schema_files} ${CMAKE_SOURCE_DIR}/cmake/schema.cmake
  VERBATIM)
target_sources(antre_storage PRIVATE ${schema_cpp})
