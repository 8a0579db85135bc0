# Puts the text of api/antre.openapi.json into the channels room, so that the program needs no file.
# As a script (cmake -P) it writes OUT from IN; included, it hooks that into the build.

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${IN} text)
  set(body "// Made from api/antre.openapi.json; edit that.\n#include \"channels/rest/openapi.h\"\n\n")
  string(APPEND body "namespace antre::channels::rest {\n\nnamespace {\n\n")
  string(APPEND body "constexpr std::string_view document = R\"openapi(${text})openapi\";\n\n")
  string(APPEND body "}  // namespace\n\nstd::string_view openapi_document() {\n")
  string(APPEND body "    return document;\n}\n\n}  // namespace antre::channels::rest\n")
  file(WRITE ${OUT} "${body}")
  return()
endif()

set(openapi_json ${CMAKE_SOURCE_DIR}/api/antre.openapi.json)
set(openapi_cpp ${CMAKE_BINARY_DIR}/generated/openapi.cpp)
add_custom_command(
  OUTPUT ${openapi_cpp}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${openapi_cpp}" "-DIN=${openapi_json}"
          -P ${CMAKE_SOURCE_DIR}/cmake/openapi.cmake
  DEPENDS ${openapi_json} ${CMAKE_SOURCE_DIR}/cmake/openapi.cmake
  VERBATIM)
target_sources(antre_channels PRIVATE ${openapi_cpp})
