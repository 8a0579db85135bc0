# What measures and what is measured against. They go to build/bench, beside the programs of a user.
# Those that use Google Benchmark are built where it is installed; nothing else needs it.

function(antre_bench name)
  antre_program(${name} ${ARGN})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
endfunction()

find_package(benchmark QUIET)
if(benchmark_FOUND)
  antre_bench(scheduling_bench SOURCES bench/scheduling_bench.cpp ROOMS scheduling)
  target_link_libraries(scheduling_bench PRIVATE benchmark::benchmark)
endif()

antre_bench(storage_bench SOURCES bench/storage_bench.cpp ROOMS storage)
antre_bench(bench_load SOURCES bench/load.cpp LIBRARIES asio crypto json arguments)
antre_bench(bench_floor SOURCES bench/floor_server.cpp LIBRARIES asio crypto simdjson sqlite)
antre_bench(bench_fill SOURCES bench/fill.cpp ROOMS engine storage channels)
add_custom_target(bench_programs DEPENDS antre bench_load bench_floor bench_fill)
