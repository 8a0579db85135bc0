# Puts the text of data/templates/templates.json into the channels room, so that the program needs no
# file. As a script (cmake -P) it writes OUT from IN; included, it hooks that into the build.

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${IN} text)
  set(body "// Made from data/templates/templates.json; edit that.\n")
  string(APPEND body "#include \"channels/whatsapp/template_definition.h\"\n\n")
  string(APPEND body "namespace antre::channels::whatsapp {\n\nnamespace {\n\n")
  string(APPEND body "constexpr std::string_view settings = R\"json(${text})json\";\n\n")
  string(APPEND body "}  // namespace\n\n")
  string(APPEND body "std::string_view template_settings() {\n    return settings;\n}\n\n")
  string(APPEND body "}  // namespace antre::channels::whatsapp\n")
  file(WRITE ${OUT} "${body}")
  return()
endif()

set(templates_json ${CMAKE_SOURCE_DIR}/data/templates/templates.json)
set(templates_cpp ${CMAKE_BINARY_DIR}/generated/templates.cpp)
add_custom_command(
  OUTPUT ${templates_cpp}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${templates_cpp}" "-DIN=${templates_json}"
          -P ${CMAKE_SOURCE_DIR}/cmake/templates.cmake
  DEPENDS ${templates_json} ${CMAKE_SOURCE_DIR}/cmake/templates.cmake
  VERBATIM)
target_sources(antre_channels PRIVATE ${templates_cpp})
