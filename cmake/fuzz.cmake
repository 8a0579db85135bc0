# Fuzz targets, built by clang with -DANTRE_FUZZ=ON in a build directory of their own:
#   cmake -S . -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DANTRE_FUZZ=ON
#   cmake --build build/fuzz --target understand_fuzz && build/fuzz/bin/understand_fuzz CORPUS
# With -DANTRE_FUZZ_SANITIZERS=OFF only the target's own promises, the bounds checks of the standard
# library and ASSERT are watched, for a hundred times as many runs an hour.

option(ANTRE_FUZZ "build the libFuzzer targets (clang only)" OFF)
option(ANTRE_FUZZ_SANITIZERS "fuzz under address and undefined-behaviour sanitizers" ON)

set(fuzz_sanitizers fuzzer-no-link)
set(fuzz_link_sanitizers fuzzer)
if(ANTRE_FUZZ_SANITIZERS)
  string(APPEND fuzz_sanitizers ",address,undefined")
  string(APPEND fuzz_link_sanitizers ",address,undefined")
endif()

# antre_fuzz(name rooms...): tests/fuzz/NAME.cpp, with the sources of the rooms under the sanitizers.
function(antre_fuzz name)
  if(NOT ANTRE_FUZZ)
    return()
  endif()
  set(rooms ${ARGN})
  list(TRANSFORM rooms PREPEND antre_)
  add_executable(${name} ${CMAKE_SOURCE_DIR}/tests/fuzz/${name}.cpp)
  target_link_libraries(${name} PRIVATE antre_options ${rooms})
  target_link_options(${name} PRIVATE -fsanitize=${fuzz_link_sanitizers})
endfunction()

if(ANTRE_FUZZ)
  add_compile_options(-fsanitize=${fuzz_sanitizers} -fno-sanitize-recover=undefined)
endif()
