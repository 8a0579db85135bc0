# Each outside library under the short name that src/rooms.txt uses. The room that lists it owns it.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(GTest REQUIRED)

function(antre_library name)
  add_library(lib_${name} INTERFACE)
  target_link_libraries(lib_${name} INTERFACE ${ARGN})
endfunction()

antre_library(expected)                       # header only: tl/expected.hpp
antre_library(json Boost::json)
antre_library(crypto OpenSSL::Crypto)
antre_library(asio Boost::headers OpenSSL::SSL OpenSSL::Crypto Threads::Threads)

pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3)
find_package(SQLiteCpp REQUIRED)
antre_library(sqlite SQLiteCpp PkgConfig::SQLITE3 Threads::Threads)

find_package(simdjson REQUIRED)
antre_library(simdjson simdjson::simdjson)

pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
antre_library(pictures PkgConfig::QRENCODE PkgConfig::CAIRO PkgConfig::PNG)

find_package(spdlog REQUIRED)
antre_library(logging spdlog::spdlog)
find_package(prometheus-cpp REQUIRED)
antre_library(metrics prometheus-cpp::core)
find_package(CLI11 REQUIRED)
antre_library(arguments CLI11::CLI11)
find_package(tomlplusplus REQUIRED)
antre_library(config tomlplusplus::tomlplusplus)

# The sanitizers bring their own.
pkg_check_modules(JEMALLOC REQUIRED IMPORTED_TARGET jemalloc)
if(ANTRE_SANITIZE)
  antre_library(memory)
else()
  antre_library(memory PkgConfig::JEMALLOC)
endif()
