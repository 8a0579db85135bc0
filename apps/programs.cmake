# Which rooms each program wires. A program is a main() and nothing else.
antre_program(antre-whatsapp-emulator SOURCES ${CMAKE_SOURCE_DIR}/apps/whatsapp_emulator.cpp ROOMS emulator LIBRARIES arguments)

antre_program(antre
  SOURCES
    ${CMAKE_SOURCE_DIR}/apps/antre/main.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/serve.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/store.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/journal.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/admin.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/talk.cpp
    ${CMAKE_SOURCE_DIR}/apps/antre/understand.cpp
  ROOMS server storage channels engine language
  LIBRARIES arguments json logging)
target_include_directories(antre PRIVATE ${CMAKE_SOURCE_DIR}/apps)
