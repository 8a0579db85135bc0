#include "http/static_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <openssl/evp.h>
#include <system_error>

#include "foundation/assert.h"
#include "foundation/text.h"
#include "http/limits.h"

namespace antre::http {
namespace {

struct NamedType {
    std::string_view ending;
    std::string_view type;
};
constexpr std::array named_types = {
    NamedType{".html", "text/html; charset=utf-8"},
    NamedType{".css", "text/css; charset=utf-8"},
    NamedType{".js", "text/javascript; charset=utf-8"},
    NamedType{".mjs", "text/javascript; charset=utf-8"},
    NamedType{".json", "application/json"},
    NamedType{".webmanifest", "application/manifest+json"},
    NamedType{".map", "application/json"},
    NamedType{".txt", "text/plain; charset=utf-8"},
    NamedType{".svg", "image/svg+xml"},
    NamedType{".png", "image/png"},
    NamedType{".jpg", "image/jpeg"},
    NamedType{".webp", "image/webp"},
    NamedType{".ico", "image/x-icon"},
    NamedType{".woff2", "font/woff2"},
    NamedType{".mp3", "audio/mpeg"},
    NamedType{".ogg", "audio/ogg"},
    NamedType{".wasm", "application/wasm"},
    NamedType{".yaml", "application/yaml"},
    NamedType{".pdf", "application/pdf"},
};

constexpr std::string_view hashed_folder = "/assets/";
constexpr std::size_t etag_bytes = 12;  // of SHA-256

std::string etag_of(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    const int done =
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    ASSERT(done == 1);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string etag = "\"";
    for (std::size_t i = 0; i < etag_bytes; ++i) {
        etag += digits[digest.at(i) >> 4];
        etag += digits[digest.at(i) & 15];
    }
    return etag + '"';
}

// True if the Accept-Encoding list names `coding` and does not give it q=0.
bool accepts(std::string_view list, std::string_view coding) {
    for (const std::string_view item : split(list, ',')) {
        const auto semicolon = item.find(';');
        if (!equals_ignoring_case(trim(item.substr(0, semicolon)), coding)) continue;
        if (semicolon == std::string_view::npos) return true;
        const std::string_view weight = trim(item.substr(semicolon + 1));
        return weight.find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    if (trim(if_none_match) == "*") return true;
    for (std::string_view item : split(if_none_match, ',')) {
        item = trim(item);
        if (item.starts_with("W/")) item.remove_prefix(2);
        if (item == etag) return true;
    }
    return false;
}

// A path the page's router may own: plain segments only.
bool is_page_path(std::string_view path) {
    if (!path.starts_with('/') || !is_valid_utf8(path)) return false;
    if (path.find(hashed_folder) != std::string_view::npos) return false;
    for (const char c : path) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == 0x7f) return false;
    }
    const auto segments = split(path.substr(1), '/');
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool is_last = i + 1 == segments.size();
        if (segments[i].empty() && !is_last) return false;
        if (segments[i].starts_with('.')) return false;
    }
    // A name with an ending is a file that is not there, not a page.
    return segments.back().find('.') == std::string_view::npos;
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return bytes;
}

bool is_below(const std::filesystem::path& path, const std::filesystem::path& folder) {
    const auto [end, other] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

bool is_hidden(const std::filesystem::path& relative) {
    return std::any_of(relative.begin(), relative.end(), [](const auto& part) {
        return part.native().starts_with('.');
    });
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
    for (const NamedType& named : named_types) {
        if (path.ends_with(named.ending)) return named.type;
    }
    return "application/octet-stream";
}

Result<StaticFiles, LoadFailure> StaticFiles::load(const std::filesystem::path& folder) {
    StaticFiles files;
    std::size_t total = 0;
    try {
        const auto root = std::filesystem::canonical(folder);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            const auto relative = entry.path().lexically_relative(root);
            if (!entry.is_regular_file() || is_hidden(relative)) continue;
            if (!is_below(std::filesystem::canonical(entry.path()), root)) continue;
            auto bytes = read_file(entry.path());
            if (!bytes) return fail(LoadFailure{"cannot read " + entry.path().string()});
            total += bytes->size();
            if (total > static_bytes_max) {
                return fail(LoadFailure{folder.string() + " holds more than the limit"});
            }
            files.add(
                "/" + relative.generic_string(),
                std::make_shared<const std::string>(std::move(*bytes))
            );
        }
    } catch (const std::filesystem::filesystem_error& error) {
        return fail(LoadFailure{error.what()});
    }
    // An encoded file without its plain sibling answers nobody who cannot decode it: left out.
    std::erase_if(files.files_, [](const auto& item) { return !item.second.plain; });
    return files;
}

void StaticFiles::add(const std::string& path, SharedText bytes) {
    if (path.ends_with(".br")) {
        files_[path.substr(0, path.size() - 3)].brotli = std::move(bytes);
        return;
    }
    if (path.ends_with(".gz")) {
        files_[path.substr(0, path.size() - 3)].gzip = std::move(bytes);
        return;
    }
    File& file = files_[path];
    file.content_type = content_type_of(path);
    file.etag = etag_of(*bytes);
    file.plain = std::move(bytes);
}

const StaticFiles::File* StaticFiles::look_up(std::string_view path, Fallback fallback) const {
    auto found = files_.find(path);
    if (found == files_.end() && path.ends_with('/')) {
        found = files_.find(std::string(path) + "index.html");
    }
    if (found == files_.end() && fallback == Fallback::index_page && is_page_path(path)) {
        found = files_.find("/index.html");
    }
    return found == files_.end() ? nullptr : &found->second;
}

std::optional<Response>
StaticFiles::find(std::string_view path, const Headers& request_headers, Fallback fallback) const {
    const File* file = look_up(path, fallback);
    if (!file) return std::nullopt;
    const std::string_view encodings = request_headers.find("Accept-Encoding").value_or("");

    Response response;
    SharedText bytes = file->plain;
    std::string etag = file->etag;
    const auto encode = [&](const SharedText& encoded, std::string_view coding) {
        bytes = encoded;
        etag.insert(etag.size() - 1, "-" + std::string(coding));
        response.headers.add("Content-Encoding", coding);
    };
    if (file->brotli && accepts(encodings, "br")) {
        encode(file->brotli, "br");
    } else if (file->gzip && accepts(encodings, "gzip")) {
        encode(file->gzip, "gzip");
    }
    response.headers.add("ETag", etag);
    if (file->brotli || file->gzip) response.headers.add("Vary", "Accept-Encoding");
    const bool is_for_good = path.find(hashed_folder) != std::string_view::npos;
    response.headers.add(
        "Cache-Control", is_for_good ? "public, max-age=31536000, immutable" : "no-cache"
    );
    if (names_etag(request_headers.find("If-None-Match").value_or(""), etag)) {
        response.status = 304;
        response.headers.remove("Content-Encoding");
        return response;
    }
    response.headers.add("Content-Type", file->content_type);
    response.shared_body = std::move(bytes);
    return response;
}

Headers security_headers(std::string_view content_security_policy) {
    return {
        {"Content-Security-Policy", content_security_policy},
        {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
    };
}

}  // namespace antre::http
