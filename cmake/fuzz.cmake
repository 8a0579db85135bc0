# Fuzz targets, built by clang with -DANTRE_FUZZ=ON in a build directory of their own:
#   cmake -S . -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DANTRE_FUZZ=ON
#   cmake --build build/fuzz --target understand_fuzz && build/fuzz/bin/understand_fuzz CORPUS

option(ANTRE_FUZZ "build the libFuzzer targets (clang only)" OFF)

# antre_fuzz(name rooms...): tests/fuzz/NAME.cpp, with the sources of the rooms under the sanitizers.
function(antre_fuzz name)
  if(NOT ANTRE_FUZZ)
    return()
  endif()
  set(rooms ${ARGN})
  list(TRANSFORM rooms PREPEND antre_)
  add_executable(${name} ${CMAKE_SOURCE_DIR}/tests/fuzz/${name}.cpp)
  target_link_libraries(${name} PRIVATE antre_options ${rooms})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer,address,undefined)
endfunction()

if(ANTRE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
endif()
