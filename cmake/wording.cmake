# Puts the text of wording/{id,en}.json into the channels room, so that the program needs no file.
# As a script (cmake -P) it writes OUT from FOLDER; included, it hooks that into the build.

if(CMAKE_SCRIPT_MODE_FILE)
  set(body "// Made from wording/*.json; edit those.\n#include \"channels/wording_file.h\"\n\n")
  string(APPEND body "namespace antre::channels {\n\nnamespace {\n\n")
  foreach(language IN ITEMS id en)
    file(READ ${FOLDER}/${language}.json text)
    string(APPEND body "constexpr std::string_view text_${language} = R\"wording(${text})wording\";\n\n")
  endforeach()
  string(APPEND body "}  // namespace\n\nWordingTexts built_in_wording_texts() {\n")
  string(APPEND body "    return {text_id, text_en};\n}\n\n}  // namespace antre::channels\n")
  file(WRITE ${OUT} "${body}")
  return()
endif()

set(wording_cpp ${CMAKE_BINARY_DIR}/generated/wording.cpp)
add_custom_command(
  OUTPUT ${wording_cpp}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${wording_cpp}" "-DFOLDER=${CMAKE_SOURCE_DIR}/wording"
          -P ${CMAKE_SOURCE_DIR}/cmake/wording.cmake
  DEPENDS ${CMAKE_SOURCE_DIR}/wording/id.json ${CMAKE_SOURCE_DIR}/wording/en.json
          ${CMAKE_SOURCE_DIR}/cmake/wording.cmake
  VERBATIM)
target_sources(antre_channels PRIVATE ${wording_cpp})
