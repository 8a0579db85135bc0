#pragma once

// What an officer typed at the command line, and what is printed back, as one line of JSON each: a
// running server takes acts over its local socket, and the same words work on a store at rest.
//
//   act    {"verb":"close_day","words":{"office":"batam","day":"2026-12-24"},"body":""}
//   output {"exit":0,"out":"…","err":""}

#include <map>
#include <string>
#include <string_view>

#include "foundation/result.h"

namespace antre::channels::console {

struct Act {
    std::string verb;
    std::map<std::string, std::string, std::less<>> words;
    std::string body;  // a file's text, where the verb takes one
    // "" when the word was not given.
    [[nodiscard]] std::string_view word(std::string_view name) const;
};

struct Output {
    int exit_code = 0;  // 0 done, 1 refused or failed
    std::string out;
    std::string err;  // one clear line when refused
};
Output refusal(std::string line);

std::string encode(const Act& act);
std::string encode(const Output& output);
// The error is a sentence for the operator; it never repeats a value.
Result<Act, std::string> decode_act(std::string_view json);
Result<Output, std::string> decode_output(std::string_view json);

}  // namespace antre::channels::console
