#pragma once

// StaticFiles serves a folder that was read into memory at start: after that no request can reach
// the disk, so no path can leave the folder. A file `x` with siblings `x.br` or `x.gz` is sent so
// encoded to those who accept it.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "http/message.h"

namespace antre::http {

struct LoadFailure {
    std::string detail;
};

enum class Fallback {
    none,
    index_page,  // unknown pages get /index.html: the page's own router takes over
};

class StaticFiles {
public:
    StaticFiles() = default;  // empty

    // Reads the folder, at most static_bytes_max. Links that lead out of it and hidden files are
    // left out.
    static Result<StaticFiles, LoadFailure> load(const std::filesystem::path& folder);

    // The answer to GET and HEAD of `path` (decoded, relative to the folder, beginning with "/");
    // nothing when there is no such file. "/" and "/x/" mean their index.html.
    // Files below /assets/ carry a hash in their name and are cached for good; pages are asked for
    // again each time (ETag, 304).
    [[nodiscard]] std::optional<Response> find(
        std::string_view path, const Headers& request_headers, Fallback fallback = Fallback::none
    ) const;

    [[nodiscard]] std::size_t size() const { return files_.size(); }

private:
    struct File {
        SharedText plain;
        SharedText brotli;
        SharedText gzip;
        std::string_view content_type;
        std::string etag;
    };
    [[nodiscard]] const File* look_up(std::string_view path, Fallback fallback) const;
    void add(const std::string& path, SharedText bytes);

    std::map<std::string, File, std::less<>> files_;  // by path: "/office/index.html"
};

// "text/html; charset=utf-8" by the ending of a path.
std::string_view content_type_of(std::string_view path);

inline constexpr std::string_view default_content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'";

// What every answer carries, errors too (ServerOptions::default_headers). Strict-Transport-Security
// is obeyed only where the answer came over TLS (RFC 6797, 8.1), so it may always be sent.
Headers
security_headers(std::string_view content_security_policy = default_content_security_policy);

}  // namespace antre::http
