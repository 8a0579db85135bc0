# The cases of tests/contract/ run in the test program of the room whose promises they hold.

file(GLOB store_contract CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/contract/*_contract.cpp)
target_sources(storage_test PRIVATE ${store_contract})
target_include_directories(storage_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
