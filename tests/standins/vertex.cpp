// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/vertex.h"

#include "core/model/sizerule.h"
#include "tests/standins/geminierrors.h"
#include "tests/standins/paint.h"

#include <QDateTime>
#include <QJsonDocument>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray fromBase64Url(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Reply oauthError(const QString &code, const QString &description)
{
    return Reply::json({{u"error"_s, code}, {u"error_description"_s, description}}, 400);
}

} // namespace

struct VertexStandIn::Key
{
    EVP_PKEY *pair = EVP_RSA_gen(2048);
    Key() = default;
    ~Key() { EVP_PKEY_free(pair); }
    Q_DISABLE_COPY_MOVE(Key)

    [[nodiscard]] QByteArray pem() const
    {
        BIO *out = BIO_new(BIO_s_mem());
        PEM_write_bio_PrivateKey(out, pair, nullptr, nullptr, 0, nullptr, nullptr);
        char *text = nullptr;
        const long size = BIO_get_mem_data(out, &text);
        const QByteArray pem(text, static_cast<qsizetype>(size));
        BIO_free(out);
        return pem;
    }

    [[nodiscard]] bool signedThis(const QByteArray &text, const QByteArray &signature) const
    {
        EVP_MD_CTX *digest = EVP_MD_CTX_new();
        EVP_DigestVerifyInit(digest, nullptr, EVP_sha256(), nullptr, pair);
        const bool good = EVP_DigestVerify(digest, reinterpret_cast<const unsigned char *>(signature.constData()),
                                           static_cast<std::size_t>(signature.size()),
                                           reinterpret_cast<const unsigned char *>(text.constData()),
                                           static_cast<std::size_t>(text.size()))
            == 1;
        EVP_MD_CTX_free(digest);
        return good;
    }
};

VertexStandIn::VertexStandIn()
    : m_key(std::make_unique<Key>())
{
}

VertexStandIn::~VertexStandIn() = default;

QByteArray VertexStandIn::serviceAccount() const
{
    return QJsonDocument(QJsonObject {{u"type"_s, u"service_account"_s},
                                      {u"project_id"_s, project()},
                                      {u"private_key_id"_s, u"k1"_s},
                                      {u"private_key"_s, QString::fromLatin1(m_key->pem())},
                                      {u"client_email"_s, u"svc@standin-project.iam.gserviceaccount.com"_s},
                                      {u"token_uri"_s, u"https://oauth2.googleapis.com/token"_s}})
        .toJson(QJsonDocument::Compact);
}

void VertexStandIn::revokeTokens()
{
    m_token.clear();
}

QString VertexStandIn::pointOf(const Received &request) const
{
    return request.path == "/token"_L1             ? u"token"_s
        : request.path.endsWith(":countTokens"_L1) ? u"models"_s
                                                   : u"generation"_s;
}

Reply VertexStandIn::giveToken(const Received &request)
{
    const QUrlQuery form(QString::fromLatin1(request.body));
    const QByteArrayList parts = form.queryItemValue(u"assertion"_s).toLatin1().split('.');
    const QString grant = form.queryItemValue(u"grant_type"_s, QUrl::FullyDecoded);
    if (grant != "urn:ietf:params:oauth:grant-type:jwt-bearer"_L1 || parts.size() != 3) {
        return oauthError(u"unsupported_grant_type"_s, u"Invalid grant_type"_s);
    }
    const QJsonObject header = QJsonDocument::fromJson(fromBase64Url(parts.at(0))).object();
    const QJsonObject claims = QJsonDocument::fromJson(fromBase64Url(parts.at(1))).object();
    if (header.value("alg"_L1).toString() != "RS256"_L1
        || !m_key->signedThis(parts.at(0) + '.' + parts.at(1), fromBase64Url(parts.at(2)))) {
        return oauthError(u"invalid_grant"_s, u"Invalid JWT Signature."_s);
    }
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const qint64 from = claims.value("iat"_L1).toInteger();
    const qint64 to = claims.value("exp"_L1).toInteger();
    if (std::abs(now - from) > 300 || to <= now || to - from > 3600) {
        return oauthError(u"invalid_grant"_s, u"Invalid JWT: Token must be a short-lived token (60 minutes)"_s);
    }
    if (claims.value("aud"_L1).toString() != "https://oauth2.googleapis.com/token"_L1
        || !claims.value("scope"_L1).toString().endsWith("/auth/cloud-platform"_L1)) {
        return oauthError(u"invalid_scope"_s, u"Invalid OAuth scope or ID token audience provided."_s);
    }
    m_token = "ya29.standin-" + nextId(u"token-"_s).toLatin1();
    return Reply::json(
        {{u"access_token"_s, QString::fromLatin1(m_token)}, {u"expires_in"_s, 3599}, {u"token_type"_s, u"Bearer"_s}});
}

Reply VertexStandIn::answer(const Received &request, const QString &point)
{
    if (point == "token"_L1) {
        return giveToken(request);
    }
    const QString home = u"/v1/projects/%1/locations/global/publishers/google/models/"_s.arg(project());
    const QString express = u"/v1/publishers/google/models/"_s;
    const bool isExpress = request.path.startsWith(express) && request.header("x-goog-api-key"_ba) == expressKey();
    const bool isSignedIn = !m_token.isEmpty() && request.header("Authorization"_ba) == "Bearer " + m_token;
    if (!isExpress && !isSignedIn) {
        return geminierrors::make(401, u"UNAUTHENTICATED"_s,
                                  u"Request had invalid authentication credentials. Expected OAuth 2 access token."_s);
    }
    if (!isExpress && !request.path.startsWith(home)) {
        return geminierrors::make(403, u"PERMISSION_DENIED"_s, u"Permission 'aiplatform.endpoints.predict' denied."_s);
    }
    if (point == "models"_L1) {
        return Reply::json({{u"totalTokens"_s, 1}});
    }
    if (request.path.endsWith(":predict"_L1)) {
        return makeImagen(request.json());
    }
    Received gemini = request;
    gemini.path = u"/v1/models/"_s + request.path.section(u"/models/"_s, -1);
    gemini.headers.removeIf([](const HttpHeader &header) { return header.name.toLower() == "x-goog-api-key"; });
    gemini.headers.append({"x-goog-api-key"_ba, GeminiStandIn::key()});
    return GeminiStandIn::answer(gemini, point);
}

Reply VertexStandIn::makeImagen(const QJsonObject &body)
{
    const QJsonObject parameters = body.value("parameters"_L1).toObject();
    const int count = parameters.value("sampleCount"_L1).toInt(1);
    const QStringList ratios {u"1:1"_s, u"3:4"_s, u"4:3"_s, u"9:16"_s, u"16:9"_s};
    const QString ratio = parameters.value("aspectRatio"_L1).toString(u"1:1"_s);
    if (count < 1 || count > 4 || !ratios.contains(ratio)) {
        return geminierrors::invalid(u"Image generation failed: sampleCount or aspectRatio is not supported"_s);
    }
    if (parameters.contains("seed"_L1) && parameters.value("addWatermark"_L1).toBool(true)) {
        return geminierrors::invalid(u"Seed is not supported when watermark is enabled"_s);
    }
    bill();
    QJsonArray predictions;
    for (int i = 0; i < count; ++i) {
        const QByteArray picture =
            paintedPicture(sizeFor(*AspectRatio::parse(ratio), 1024 * 1024), ImageFormat::Png, static_cast<quint64>(i));
        predictions.append(QJsonObject {{u"bytesBase64Encoded"_s, QString::fromLatin1(picture.toBase64())},
                                        {u"mimeType"_s, u"image/png"_s},
                                        {u"prompt"_s, u"an enhanced prompt"_s}});
    }
    return Reply::json({{u"predictions"_s, predictions}});
}

} // namespace lightwell::test
