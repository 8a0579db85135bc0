# Which rooms each program wires. A program is a main() and nothing else.
antre_program(antre-whatsapp-emulator SOURCES ${CMAKE_SOURCE_DIR}/apps/whatsapp_emulator.cpp ROOMS emulator LIBRARIES arguments)
