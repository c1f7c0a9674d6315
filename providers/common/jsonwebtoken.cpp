// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/jsonwebtoken.h"

#include <QJsonDocument>

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace lightwell {

namespace {

template<auto release>
struct Release
{
    template<typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Bio = std::unique_ptr<BIO, Release<&BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Release<&EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Release<&EVP_MD_CTX_free>>;

/// Otherwise OpenSSL asks for the passphrase of an encrypted key on the terminal.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray part(const QJsonObject &object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// RSASSA-PKCS1-v1_5 with SHA-256; empty: it could not be made.
QByteArray signature(const QByteArray &text, const QByteArray &pem)
{
    const Bio source(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const Key key(source ? PEM_read_bio_PrivateKey(source.get(), nullptr, &noPassphrase, nullptr) : nullptr);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) {
        return {};
    }
    const Digest digest(EVP_MD_CTX_new());
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    const auto length = static_cast<std::size_t>(text.size());
    std::size_t size = 0;
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1
        || EVP_DigestSign(digest.get(), nullptr, &size, bytes, length) != 1) {
        return {};
    }
    QByteArray result(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(result.data()), &size, bytes, length) != 1) {
        return {};
    }
    result.truncate(static_cast<qsizetype>(size));
    return result;
}

} // namespace

QByteArray signedJsonWebToken(const QJsonObject &header, const QJsonObject &claims, const QByteArray &privateKey)
{
    const QByteArray text = part(header) + '.' + part(claims);
    const QByteArray sealed = signature(text, privateKey);
    return sealed.isEmpty() ? QByteArray() : text + '.' + base64Url(sealed);
}

} // namespace lightwell
