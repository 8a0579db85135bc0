#pragma once

// Certificates made on the spot for the TLS tests: an authority of our own and what it signs.

#include <filesystem>
#include <string>

#include "http/server.h"

namespace antre::http {

struct CertificateWish {
    std::string host = "localhost";
    int valid_from_hours = -1;  // from now
    int valid_to_hours = 24;
};

// A folder of its own with an authority in it; removed at the end.
class TestAuthority {
public:
    TestAuthority();
    ~TestAuthority();
    TestAuthority(const TestAuthority&) = delete;
    TestAuthority& operator=(const TestAuthority&) = delete;

    [[nodiscard]] std::string ca_file() const;
    TlsFiles issue(const CertificateWish& wish);
    TlsFiles issue_self_signed(const CertificateWish& wish);

private:
    std::filesystem::path folder_;
    int issued_ = 0;
};

}  // namespace antre::http
