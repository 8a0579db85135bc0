#include <cstdio>
#include <cstdlib>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include "foundation/assert.h"
#include "http/test_certificates.h"

namespace antre::http {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key make_key() {
    return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

void add_extension(X509* certificate, int nid, const std::string& value) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str());
    ASSERT(extension != nullptr);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate make_certificate(EVP_PKEY* key, const std::string& name, const CertificateWish& wish) {
    Certificate certificate(X509_new(), &X509_free);
    static long serial = 1;
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), wish.valid_from_hours * 3600L);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.valid_to_hours * 3600L);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(
        X509_get_subject_name(certificate.get()),
        "CN",
        MBSTRING_ASC,
        reinterpret_cast<const unsigned char*>(name.c_str()),
        -1,
        -1,
        0
    );
    return certificate;
}

void write_key(const std::filesystem::path& path, EVP_PKEY* key) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
}

void write_certificate(const std::filesystem::path& path, X509* certificate) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    PEM_write_X509(file, certificate);
    std::fclose(file);
}

Key read_key(const std::filesystem::path& path) {
    std::FILE* file = std::fopen(path.c_str(), "r");
    Key key(PEM_read_PrivateKey(file, nullptr, nullptr, nullptr), &EVP_PKEY_free);
    std::fclose(file);
    return key;
}

constexpr const char* authority_name = "Antre test authority";

}  // namespace

TestAuthority::TestAuthority() {
    std::string pattern = std::filesystem::temp_directory_path() / "antre-http-XXXXXX";
    ASSERT(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    const Key key = make_key();
    const Certificate certificate = make_certificate(key.get(), authority_name, {});
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    write_key(folder_ / "ca.key", key.get());
    write_certificate(ca_file(), certificate.get());
}

TestAuthority::~TestAuthority() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string TestAuthority::ca_file() const {
    return folder_ / "ca.pem";
}

TlsFiles TestAuthority::issue(const CertificateWish& wish) {
    const Key key = make_key();
    const Certificate certificate = make_certificate(key.get(), wish.host, wish);
    X509_NAME* issuer = X509_NAME_new();
    X509_NAME_add_entry_by_txt(
        issuer,
        "CN",
        MBSTRING_ASC,
        reinterpret_cast<const unsigned char*>(authority_name),
        -1,
        -1,
        0
    );
    X509_set_issuer_name(certificate.get(), issuer);
    X509_NAME_free(issuer);
    add_extension(certificate.get(), NID_subject_alt_name, "DNS:" + wish.host);
    X509_sign(certificate.get(), read_key(folder_ / "ca.key").get(), EVP_sha256());
    const std::string stem = folder_ / std::to_string(++issued_);
    write_key(stem + ".key", key.get());
    write_certificate(stem + ".pem", certificate.get());
    return {stem + ".pem", stem + ".key"};
}

TlsFiles TestAuthority::issue_self_signed(const CertificateWish& wish) {
    const Key key = make_key();
    const Certificate certificate = make_certificate(key.get(), wish.host, wish);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    add_extension(certificate.get(), NID_subject_alt_name, "DNS:" + wish.host);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    const std::string stem = folder_ / std::to_string(++issued_);
    write_key(stem + ".key", key.get());
    write_certificate(stem + ".pem", certificate.get());
    return {stem + ".pem", stem + ".key"};
}

}  // namespace antre::http
