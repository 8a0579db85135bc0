#include "whatsapp_cloud/multipart.h"

#include "foundation/text.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::size_t parts_max = 32;

// The value of `key=value` or `key="value"` among the parameters of a header.
std::string parameter(std::string_view header, std::string_view key) {
    for (std::string_view piece : split(header, ';')) {
        piece = trim(piece);
        const std::size_t equals = piece.find('=');
        if (equals == std::string_view::npos) continue;
        if (to_lower_ascii(trim(piece.substr(0, equals))) != key) continue;
        std::string_view value = trim(piece.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
            value = value.substr(1, value.size() - 2);
        }
        return std::string(value);
    }
    return {};
}

Part part_of(std::string_view head, std::string_view bytes) {
    Part part;
    part.bytes = bytes;
    for (const std::string_view line : split(head, '\n')) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string name = to_lower_ascii(trim(line.substr(0, colon)));
        const std::string_view value = trim(line.substr(colon + 1));
        if (name == "content-type") part.content_type = std::string(value);
        if (name == "content-disposition") {
            part.name = parameter(value, "name");
            part.filename = parameter(value, "filename");
        }
    }
    return part;
}

}  // namespace

std::optional<std::vector<Part>>
read_multipart(std::string_view content_type, std::string_view body) {
    const std::string boundary = parameter(content_type, "boundary");
    if (boundary.empty()) return std::nullopt;
    const std::string delimiter = "--" + boundary;
    std::vector<Part> parts;
    std::size_t at = body.find(delimiter);
    while (at != std::string_view::npos && parts.size() < parts_max) {
        at += delimiter.size();
        if (body.substr(at, 2) == "--") return parts;
        const std::size_t head = body.find("\r\n", at);
        if (head == std::string_view::npos) return std::nullopt;
        const std::size_t head_end = body.find("\r\n\r\n", head);
        if (head_end == std::string_view::npos) return std::nullopt;
        const std::size_t next = body.find("\r\n" + delimiter, head_end + 2);
        if (next == std::string_view::npos) return std::nullopt;
        const std::size_t start = head_end + 4;
        const std::size_t length = next > start ? next - start : 0;
        parts.push_back(part_of(body.substr(head, head_end - head), body.substr(start, length)));
        at = next + 2;
    }
    return std::nullopt;
}

const Part* part_named(const std::vector<Part>& parts, std::string_view name) {
    for (const Part& part : parts) {
        if (part.name == name) return &part;
    }
    return nullptr;
}

}  // namespace antre::whatsapp_cloud
