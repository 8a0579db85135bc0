#include "whatsapp_cloud/wamid.h"

#include "whatsapp_cloud/digest.h"

namespace antre::whatsapp_cloud {

namespace {

std::string hex_digits(std::size_t count, Random& random) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text.push_back(digits[random.below(16)]);
    return text;
}

void append_counted(std::string& bytes, std::string_view text) {
    bytes.push_back('\x18');
    bytes.push_back(static_cast<char>(text.size()));
    bytes += text;
}

}  // namespace

std::string make_wamid(std::string_view other_party, Direction direction, Random& random) {
    const bool is_inbound = direction == Direction::in;
    const std::string id = is_inbound ? "3A" + hex_digits(18, random) : hex_digits(18, random);
    std::string bytes = "\x1C";
    append_counted(bytes, other_party.substr(0, 127));
    bytes += std::string("\x15\x02\x00", 3);
    bytes.push_back(is_inbound ? '\x12' : '\x11');
    append_counted(bytes, id);
    bytes.push_back('\0');
    return "wamid." + base64(bytes);
}

}  // namespace antre::whatsapp_cloud
