# Those that use Google Benchmark are built where it is installed; nothing else needs it.

find_package(benchmark QUIET)
if(benchmark_FOUND)
  antre_program(scheduling_bench SOURCES bench/scheduling_bench.cpp ROOMS scheduling)
  target_link_libraries(scheduling_bench PRIVATE benchmark::benchmark)
endif()

antre_program(storage_bench SOURCES bench/storage_bench.cpp ROOMS storage)
