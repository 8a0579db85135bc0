# Puts the text of data/flows/booking.json into the channels room, so that the program needs no file.
# As a script (cmake -P) it writes OUT from IN; included, it hooks that into the build.

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${IN} text)
  set(body "// Made from data/flows/booking.json; edit that.\n")
  string(APPEND body "#include \"channels/whatsapp/flow_form.h\"\n\n")
  string(APPEND body "namespace antre::channels::whatsapp {\n\nnamespace {\n\n")
  string(APPEND body "constexpr std::string_view form = R\"flow(${text})flow\";\n\n")
  string(APPEND body "}  // namespace\n\nstd::string_view booking_form() {\n    return form;\n}\n\n")
  string(APPEND body "}  // namespace antre::channels::whatsapp\n")
  file(WRITE ${OUT} "${body}")
  return()
endif()

set(flow_form_json ${CMAKE_SOURCE_DIR}/data/flows/booking.json)
set(flow_form_cpp ${CMAKE_BINARY_DIR}/generated/flow_form.cpp)
add_custom_command(
  OUTPUT ${flow_form_cpp}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${flow_form_cpp}" "-DIN=${flow_form_json}"
          -P ${CMAKE_SOURCE_DIR}/cmake/flow_form.cmake
  DEPENDS ${flow_form_json} ${CMAKE_SOURCE_DIR}/cmake/flow_form.cmake
  VERBATIM)
target_sources(antre_channels PRIVATE ${flow_form_cpp})
