# Which rooms each program wires. A program is a main() and nothing else.
antre_program(antre-whatsapp-emulator SOURCES ${CMAKE_SOURCE_DIR}/apps/whatsapp_emulator.cpp ROOMS emulator LIBRARIES arguments)

antre_program(antre
  SOURCES
    ${CMAKE_SOURCE_DIR}/apps/antre/main.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/memory.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/refuse.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/serve.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/store.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/journal.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/admin.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/engine_at_rest.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/staff_acts.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/flows.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/graph_desk.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/office_accounts.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/templates.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/template_report.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/talk.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/understand.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/simulate.cpp
  ROOMS server simulation storage channels engine language
  LIBRARIES arguments json logging memory)
target_include_directories(antre PRIVATE ${CMAKE_SOURCE_DIR}/apps)

# The simulation with the seeded bugs compiled in: tests see that each is found.
include(${CMAKE_SOURCE_DIR}/cmake/sabotage.cmake)
antre_sabotaged(antre-sabotaged
  SOURCES
    ${CMAKE_SOURCE_DIR}/apps/sabotaged.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/refuse.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/simulate.cpp
  ROOMS foundation scheduling notices engine storage simulation
  LIBRARIES arguments json crypto sqlite logging)
target_include_directories(antre-sabotaged PRIVATE ${CMAKE_SOURCE_DIR}/apps)
