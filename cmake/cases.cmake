# The acts of an office's people, decided by the engine over the store in memory: tests/cases/.

file(GLOB cases_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/cases/*_test.cpp)
add_executable(cases_test ${cases_tests})
target_include_directories(cases_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(cases_test PRIVATE antre_storage antre_channels GTest::gmock GTest::gtest_main)
add_test(NAME cases COMMAND cases_test)
set_tests_properties(cases PROPERTIES LABELS unit)
