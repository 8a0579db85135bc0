#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/graph_answer.h"
#include "whatsapp_cloud/graph_calls.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/multipart.h"
#include "whatsapp_cloud/query.h"

namespace antre::whatsapp_cloud {

namespace {

Answer missing(World& world, std::string_view parameter) {
    return refuse(
        world,
        {Code::invalid_parameter,
         "The parameter " + std::string(parameter) + " is required.",
         {},
         {},
         {}}
    );
}

}  // namespace

Answer upload_media(World& world, BusinessNumber& number, const Request& request, Instant now) {
    if (world.strikes(world.chaos.media_fail_percent, "media_fail", now)) {
        return refuse(world, {Code::media_upload, {}, {}, {}, {}});
    }
    const auto parts = read_multipart(request.call->content_type, request.call->body);
    if (!parts) return missing(world, "file");
    const Part* product = part_named(*parts, "messaging_product");
    if (product == nullptr || product->bytes != "whatsapp") {
        return missing(world, "messaging_product");
    }
    const Part* file = part_named(*parts, "file");
    if (file == nullptr) return missing(world, "file");
    std::string mime_type = file->content_type;
    const Part* type = part_named(*parts, "type");
    if (mime_type.empty() && type != nullptr) mime_type = type->bytes;
    if (auto fault = check_medium(mime_type, file->bytes.size())) return refuse(world, *fault);
    Medium medium;
    medium.number_id = number.id;
    medium.mime_type = mime_type;
    medium.filename = file->filename;
    medium.bytes = file->bytes;
    medium.expires_at = now + uploaded_media_kept;
    return answer(world, {{"id", world.media.add(std::move(medium), world.ids).id}});
}

Answer media_call(World& world, const Medium& medium, const Request& request, Instant now) {
    const std::string owner = query_value(request.call->query, "phone_number_id").value_or("");
    if (!owner.empty() && owner != medium.number_id) {
        return refuse(world, no_such_object(request.method, medium.id));
    }
    if (request.method == "DELETE") {
        world.media.erase(medium.id);
        return success(world);
    }
    return answer(
        world,
        {{"messaging_product", "whatsapp"},
         {"url", world.options.public_url + media_path(medium, now)},
         {"mime_type", medium.mime_type},
         {"sha256", hex(medium.sha256)},
         {"file_size", medium.bytes.size()},
         {"id", medium.id}}
    );
}

Answer download_media(World& world, const Call& call, Instant now) {
    const Medium* medium = medium_at(world.media, call.query, now);
    if (medium == nullptr || world.strikes(world.chaos.media_fail_percent, "media_fail", now)) {
        GraphError error{Code::media_download, "The media URL has expired.", {}, {}, 404};
        return refuse(world, error);
    }
    Answer bytes;
    bytes.content_type = medium->mime_type;
    bytes.body = medium->bytes;
    return bytes;
}

}  // namespace antre::whatsapp_cloud
