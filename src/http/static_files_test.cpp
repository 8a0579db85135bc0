#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "http/static_files.h"
#include "http/test_serving.h"
#include "http/test_socket.h"

namespace antre::http {
namespace {

class StaticFilesTest : public testing::Test {
protected:
    StaticFilesTest() {
        std::string pattern = std::filesystem::temp_directory_path() / "antre-static-XXXXXX";
        base_ = ::mkdtemp(pattern.data());
        write("secret.txt", "secret");
        write("web/index.html", "<h1>home</h1>");
        write("web/office/index.html", "<h1>office</h1>");
        write("web/assets/app-1a2b.js", "let plain;");
        write("web/assets/app-1a2b.js.br", "BR");
        write("web/assets/app-1a2b.js.gz", "GZ");
        write("web/orphan.css.gz", "GZ");
        write("web/.env", "secret");
        write("web/.git/config", "secret");
        std::filesystem::create_symlink(base_ / "secret.txt", base_ / "web/link.txt");
        std::filesystem::create_symlink(base_, base_ / "web/up");
        files_ = StaticFiles::load(base_ / "web").value();
    }
    ~StaticFilesTest() override { std::filesystem::remove_all(base_); }

    void write(const std::string& name, const std::string& text) {
        std::filesystem::create_directories((base_ / name).parent_path());
        std::ofstream(base_ / name) << text;
    }

    std::string body_of(std::string_view path, Fallback fallback = Fallback::none) {
        const auto found = files_.find(path, {}, fallback);
        return found ? std::string(found->bytes()) : "none";
    }

    std::filesystem::path base_;
    StaticFiles files_;
};

TEST_F(StaticFilesTest, gives_files_and_the_index_pages_of_folders) {
    EXPECT_EQ(body_of("/"), "<h1>home</h1>");
    EXPECT_EQ(body_of("/index.html"), "<h1>home</h1>");
    EXPECT_EQ(body_of("/office/"), "<h1>office</h1>");
    EXPECT_EQ(body_of("/assets/app-1a2b.js"), "let plain;");
    EXPECT_EQ(files_.size(), 3u);
    EXPECT_EQ(files_.find("/", {})->headers.find("Content-Type"), "text/html; charset=utf-8");
}

TEST_F(StaticFilesTest, never_leaves_its_folder) {
    for (const char* path : {
             "/../secret.txt",
             "/office/../../secret.txt",
             "//secret.txt",
             "/./index.html",
             "/..\\secret.txt",
             "/office\\index.html",
             "/link.txt",
             "/up/secret.txt",
             "/.env",
             "/.git/config",
             "/etc/passwd",
             "//etc/passwd",
             "",
             "secret.txt",
             "/office",
             "/assets",
             "/assets/",
             "/INDEX.HTML",
             "/index.html/",
             "/assets/app-1a2b.js.br",
         }) {
        EXPECT_EQ(body_of(path), "none") << path;
    }
    EXPECT_EQ(body_of(std::string_view("/index.html\0", 12)), "none");
    EXPECT_EQ(body_of(std::string_view("/index.html\0.png", 16)), "none");
}

TEST_F(StaticFilesTest, falls_back_to_the_home_page_for_pages_only) {
    for (const char* path : {"/booking/AB12", "/booking/", "/kota/Kediri"}) {
        EXPECT_EQ(body_of(path, Fallback::index_page), "<h1>home</h1>") << path;
    }
    for (const char* path : {
             "/missing.js",
             "/assets/missing",
             "/a//b",
             "/../x",
             "/a/../x",
             "/.env",
             "/a\\b",
             "/a\nb",
             "/\xFF",
             "",
         }) {
        EXPECT_EQ(body_of(path, Fallback::index_page), "none") << path;
    }
    EXPECT_EQ(body_of(std::string_view("/a\0b", 4), Fallback::index_page), "none");
}

TEST_F(StaticFilesTest, sends_the_encoding_the_reader_likes_best) {
    const auto sent = [&](std::string_view accepted) {
        const auto found = files_.find("/assets/app-1a2b.js", {{"Accept-Encoding", accepted}});
        EXPECT_EQ(found->headers.find("Vary"), "Accept-Encoding");
        EXPECT_EQ(found->headers.find("Content-Type"), "text/javascript; charset=utf-8");
        return std::string(found->bytes()) + " " +
               std::string(found->headers.find("Content-Encoding").value_or("plain"));
    };
    EXPECT_EQ(sent("gzip, deflate, br"), "BR br");
    EXPECT_EQ(sent("GZIP"), "GZ gzip");
    EXPECT_EQ(sent("br;q=0, gzip;q=0.5"), "GZ gzip");
    EXPECT_EQ(sent("br;q=0.0, gzip;q=0"), "let plain; plain");
    EXPECT_EQ(sent("brotli"), "let plain; plain");
    EXPECT_EQ(sent(""), "let plain; plain");
}

TEST_F(StaticFilesTest, caches_hashed_names_for_good_and_asks_again_for_pages) {
    const auto page = files_.find("/", {});
    EXPECT_EQ(page->headers.find("Cache-Control"), "no-cache");
    const auto script = files_.find("/assets/app-1a2b.js", {});
    EXPECT_EQ(script->headers.find("Cache-Control"), "public, max-age=31536000, immutable");
    const auto fallback = files_.find("/booking/AB12", {}, Fallback::index_page);
    EXPECT_EQ(fallback->headers.find("Cache-Control"), "no-cache");
}

TEST_F(StaticFilesTest, answers_304_for_what_the_reader_has) {
    const std::string etag(*files_.find("/", {})->headers.find("ETag"));
    for (const std::string& have : {etag, "W/" + etag, "\"x\", " + etag, std::string("*")}) {
        const auto found = files_.find("/", {{"If-None-Match", have}});
        EXPECT_EQ(found->status, 304) << have;
        EXPECT_EQ(found->bytes(), "") << have;
        EXPECT_EQ(found->headers.find("ETag"), etag) << have;
    }
    EXPECT_EQ(files_.find("/", {{"If-None-Match", "\"x\""}})->status, 200);
    // Each encoding is a thing of its own.
    EXPECT_EQ(files_.find("/assets/app-1a2b.js", {{"If-None-Match", etag}})->status, 200);
    EXPECT_NE(
        files_.find("/assets/app-1a2b.js", {{"Accept-Encoding", "br"}})->headers.find("ETag"),
        files_.find("/assets/app-1a2b.js", {})->headers.find("ETag")
    );
}

TEST_F(StaticFilesTest, says_why_a_folder_cannot_be_loaded) {
    const auto missing = StaticFiles::load(base_ / "missing");
    ASSERT_FALSE(missing.has_value());
    EXPECT_NE(missing.error().detail.find("missing"), std::string::npos);
}

TEST_F(StaticFilesTest, cannot_be_left_through_a_real_server_either) {
    ServerOptions options = quick_options();
    options.default_headers = security_headers();
    Serving serving(
        [&](Request&& request, Responder responder) {
            auto found = files_.find(request.path, request.headers, Fallback::index_page);
            responder.answer(found ? std::move(*found) : empty_response(404));
        },
        options
    );
    for (const char* target : {
             "/../secret.txt",
             "/%2e%2e/secret.txt",
             "/%2e%2e%2fsecret.txt",
             "/..%2fsecret.txt",
             "/office/..%5c..%5csecret.txt",
             "/%5c%5csecret.txt",
             "/index.html%00",
             "/%00",
             "/..%00/secret.txt",
             "//etc/passwd",
             "/%2fetc%2fpasswd.txt",
             "/%c0%ae%c0%ae/secret.txt",
             "/up/secret.txt",
             "/link.txt",
             "/.%65nv",
             "/%252e%252e/..%252fsecret.txt",
         }) {
        const RawAnswer answer = ask(serving.port(), get(target));
        EXPECT_EQ(answer.status, 404) << target;
        EXPECT_TRUE(answer.has("X-Content-Type-Options: nosniff")) << target;
    }
    EXPECT_EQ(ask(serving.port(), get("/")).body, "<h1>home</h1>");
    EXPECT_TRUE(
        ask(serving.port(), "bad\r\n\r\n").has("Content-Security-Policy: default-src 'none'")
    );
}

}  // namespace
}  // namespace antre::http
