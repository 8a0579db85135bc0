// How jemalloc, which `antre` is linked with, takes memory from the system. It finds this name by
// itself when the program starts; MALLOC_CONF in the environment can still say otherwise.

extern "C" {

// In pages of two megabytes: a first touch costs a fault a page, and where machines are virtual
// that was a fifth of the server's processor time (docs/benchmark.md).
extern const char* const malloc_conf;
const char* const malloc_conf = "thp:always";

}  // extern "C"
