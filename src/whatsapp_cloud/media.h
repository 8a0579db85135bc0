#pragma once

// Media the business uploaded or a person sent: bytes under an id, with the two-hop download that
// hands out a URL for five minutes.

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "foundation/random.h"
#include "foundation/time.h"
#include "whatsapp_cloud/graph_error.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

struct Medium {
    std::string id;
    std::string number_id;  // it belongs to this number alone
    std::string mime_type;
    std::string filename;
    std::string bytes;
    std::string sha256;  // raw
    Instant expires_at;
};

class MediaStore {
public:
    Medium& add(Medium medium, Random& random);
    // Nothing when unknown or expired.
    const Medium* find(std::string_view id, Instant now);
    bool erase(std::string_view id);
    void clear() { media_.clear(); }

private:
    std::map<std::string, Medium, std::less<>> media_;
};

// Is this a type WhatsApp takes, within its size? Else 131053 with the reason.
std::optional<GraphError> check_medium(std::string_view mime_type, std::size_t bytes);
// "image", "video", "audio", "sticker" or "document" by MIME type; "" when not taken.
std::string_view media_kind_of(std::string_view mime_type);

// The short-lived URL: path and query below the public URL.
std::string media_path(const Medium& medium, Instant now);
// The medium a URL's query points to, if signed by us and not expired.
const Medium* medium_at(MediaStore& store, std::string_view query, Instant now);

}  // namespace antre::whatsapp_cloud
