# A program whose rooms with seeded bugs (foundation/sabotage.h) are compiled anew with the bugs in.
# Its own objects come before the rooms' libraries, so nothing of those rooms is taken from there.

function(antre_sabotaged name)
  cmake_parse_arguments(ARG "" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
  set(sources ${ARG_SOURCES})
  foreach(room IN LISTS ARG_ROOMS)
    file(GLOB_RECURSE of_room CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.cpp)
    list(FILTER of_room EXCLUDE REGEX "_test\\.cpp$")
    list(APPEND sources ${of_room})
  endforeach()
  antre_program(${name} SOURCES ${sources} ROOMS simulation LIBRARIES ${ARG_LIBRARIES})
  target_compile_definitions(${name} PRIVATE ANTRE_SABOTAGE)
  # Quick to build: it runs for seconds.
  target_compile_options(${name} PRIVATE -O1 -g0)
endfunction()
