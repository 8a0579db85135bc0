#pragma once

// multipart/form-data (RFC 7578) as far as media upload and key upload need it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antre::whatsapp_cloud {

struct Part {
    std::string name;
    std::string filename;
    std::string content_type;
    std::string_view bytes;  // lives as long as the body
};

// Nothing when the content type has no boundary or the body does not follow it.
std::optional<std::vector<Part>>
read_multipart(std::string_view content_type, std::string_view body);
const Part* part_named(const std::vector<Part>& parts, std::string_view name);

}  // namespace antre::whatsapp_cloud
