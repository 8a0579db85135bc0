#include "whatsapp_cloud/media.h"

#include "foundation/text.h"
#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/query.h"

namespace antre::whatsapp_cloud {

namespace {

struct MediaRule {
    std::string_view mime_type;
    std::string_view kind;
    std::size_t bytes_max;
};

constexpr MediaRule media_rules[] = {
    {"image/jpeg", "image", image_bytes_max},
    {"image/png", "image", image_bytes_max},
    {"video/mp4", "video", video_bytes_max},
    {"video/3gpp", "video", video_bytes_max},
    {"audio/aac", "audio", audio_bytes_max},
    {"audio/amr", "audio", audio_bytes_max},
    {"audio/mpeg", "audio", audio_bytes_max},
    {"audio/mp4", "audio", audio_bytes_max},
    {"audio/ogg", "audio", audio_bytes_max},
    {"image/webp", "sticker", sticker_bytes_max},
    {"text/plain", "document", document_bytes_max},
    {"application/pdf", "document", document_bytes_max},
    {"application/msword", "document", document_bytes_max},
    {"application/vnd.ms-excel", "document", document_bytes_max},
    {"application/vnd.ms-powerpoint", "document", document_bytes_max},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "document",
     document_bytes_max},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     "document",
     document_bytes_max},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation",
     "document",
     document_bytes_max},
};

const MediaRule* rule_of(std::string_view mime_type) {
    const std::string_view bare = trim(mime_type.substr(0, mime_type.find(';')));
    for (const MediaRule& rule : media_rules) {
        if (rule.mime_type == bare) return &rule;
    }
    return nullptr;
}

constexpr std::string_view url_key = "media-url-of-the-emulator";

std::string url_hash(std::string_view id, std::string_view expires) {
    return hex(hmac_sha256(url_key, std::string(id) + "/" + std::string(expires))).substr(0, 32);
}

}  // namespace

Medium& MediaStore::add(Medium medium, Random& random) {
    do {
        medium.id =
            std::to_string(1'000'000'000'000'000ull + random.below(8'999'999'999'999'999ull));
    } while (media_.contains(medium.id));
    medium.sha256 = sha256(medium.bytes);
    std::string id = medium.id;
    return media_.emplace(std::move(id), std::move(medium)).first->second;
}

const Medium* MediaStore::find(std::string_view id, Instant now) {
    const auto found = media_.find(id);
    if (found == media_.end()) return nullptr;
    if (found->second.expires_at <= now) {
        media_.erase(found);
        return nullptr;
    }
    return &found->second;
}

bool MediaStore::erase(std::string_view id) {
    const auto found = media_.find(id);
    if (found == media_.end()) return false;
    media_.erase(found);
    return true;
}

std::string_view media_kind_of(std::string_view mime_type) {
    const MediaRule* rule = rule_of(mime_type);
    return rule == nullptr ? std::string_view() : rule->kind;
}

std::optional<GraphError> check_medium(std::string_view mime_type, std::size_t bytes) {
    const MediaRule* rule = rule_of(mime_type);
    if (rule == nullptr) {
        return GraphError{
            Code::media_upload,
            "Param file must be a file with one of the supported types; received file of type '" +
                std::string(mime_type) + "'.",
            {},
            {},
            {}};
    }
    if (bytes == 0 || bytes > rule->bytes_max) {
        return GraphError{
            Code::media_upload,
            "Param file must have 1 to " + std::to_string(rule->bytes_max) + " bytes for " +
                std::string(rule->kind) + ".",
            {},
            {},
            {}};
    }
    return std::nullopt;
}

std::string media_path(const Medium& medium, Instant now) {
    const std::string expires = std::to_string((now + media_url_kept).ms / 1000);
    return "/whatsapp_business/attachments/?mid=" + medium.id + "&ext=" + expires +
           "&hash=" + url_hash(medium.id, expires);
}

const Medium* medium_at(MediaStore& store, std::string_view query, Instant now) {
    const std::string id = query_value(query, "mid").value_or("");
    const std::string expires = query_value(query, "ext").value_or("");
    const std::string hash = query_value(query, "hash").value_or("");
    if (!is_all_digits(expires) || expires.size() > 12 || hash != url_hash(id, expires)) {
        return nullptr;
    }
    if (std::stoll(expires) * 1000 <= now.ms) return nullptr;
    return store.find(id, now);
}

}  // namespace antre::whatsapp_cloud
