# Which rooms each program wires. A program is a main() and nothing else.
