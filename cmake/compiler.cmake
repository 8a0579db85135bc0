# Warnings are errors, hardening is on, the linker is quick and ccache is used where it is there.

set(ANTRE_SANITIZE "" CACHE STRING "sanitizers: address, thread or empty")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(antre_options INTERFACE)
target_compile_options(antre_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wswitch-enum -Werror
  # g++ 12 at -O2 takes moved std::optional members for uninitialised; the sanitizers see real ones.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  -fstack-protector-strong -fno-omit-frame-pointer)
target_compile_definitions(antre_options INTERFACE _GLIBCXX_ASSERTIONS)
target_include_directories(antre_options INTERFACE ${CMAKE_SOURCE_DIR}/src)

if(ANTRE_SANITIZE STREQUAL "address")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
elseif(ANTRE_SANITIZE STREQUAL "thread")
  # g++ 12 warns of fences that its thread sanitizer does not know; Asio uses one.
  add_compile_options(-fsanitize=thread -Wno-tsan)
  add_link_options(-fsanitize=thread)
else()
  add_compile_options($<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
endif()
