# The stories of tests/engine/ move the engine on a real store, which its own room may not include.

file(GLOB engine_stories CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/engine/*.cpp)
add_executable(engine_test ${engine_stories}
  ${CMAKE_SOURCE_DIR}/src/conversation/small_office_test.cpp  # wording and words of the tree
  ${CMAKE_SOURCE_DIR}/src/conversation/small_office_data_test.cpp
  ${CMAKE_SOURCE_DIR}/src/conversation/small_office_notices_test.cpp)
target_link_libraries(engine_test PRIVATE antre_engine antre_storage GTest::gmock GTest::gtest_main)
target_include_directories(engine_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(engine_test PRIVATE ANTRE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME engine COMMAND engine_test)
set_tests_properties(engine PROPERTIES LABELS unit)
