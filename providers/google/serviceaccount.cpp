// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/serviceaccount.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/boundedjson.h"
#include "core/net/redaction.h"
#include "providers/common/httperrors.h"
#include "providers/common/jsonwebtoken.h"
#include "providers/common/keyhosts.h"
#include "providers/common/urls.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace lightwell::serviceaccount {

using namespace Qt::StringLiterals;

namespace {

const QString tokenAddress = QStringLiteral("https://oauth2.googleapis.com/token");
constexpr qint64 hour = 3600; ///< seconds; longer claims are refused

QJsonObject documentOf(const QByteArray &key)
{
    const Result<QJsonDocument> document = readJson(key, jsonlimits::answer);
    return document ? document->object() : QJsonObject();
}

QJsonObject claims(const QJsonObject &account, const QString &audience, const QDateTime &now)
{
    const qint64 time = now.toSecsSinceEpoch();
    return {{u"iss"_s, account.value("client_email"_L1)},
            {u"scope"_s, u"https://www.googleapis.com/auth/cloud-platform"_s},
            {u"aud"_s, audience},
            {u"iat"_s, time},
            {u"exp"_s, time + hour}};
}

Error noServiceAccount(const QString &provider)
{
    return notSent(ErrorKind::Auth, reasons::noServiceAccount(provider), u"key"_s);
}

/// They become part of an address and of what is signed.
bool isWellNamed(const QJsonObject &account)
{
    static const QRegularExpression project(QRegularExpression::anchoredPattern(projectForm()));
    static const QRegularExpression email(u"\\A[^\\s@/\\x00-\\x1f]{1,200}@[A-Za-z0-9.-]{1,200}\\z"_s);
    const QString owner = account.value("project_id"_L1).toString();
    return (owner.isEmpty() || project.match(owner).hasMatch())
        && email.match(account.value("client_email"_L1).toString()).hasMatch();
}

} // namespace

QString projectForm()
{
    return u"[A-Za-z0-9][A-Za-z0-9.:-]{0,127}"_s;
}

bool isDocument(const QByteArray &key)
{
    return key.startsWith('{');
}

QString projectOf(const QByteArray &document)
{
    return documentOf(document).value("project_id"_L1).toString();
}

Result<HttpRequest> tokenRequest(const Credentials &credentials, const QString &provider)
{
    const QJsonObject account = documentOf(credentials.key);
    const QString audience = account.value("token_uri"_L1).toString(tokenAddress);
    QJsonObject header {{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}};
    if (const QString id = account.value("private_key_id"_L1).toString(); !id.isEmpty()) {
        header.insert(u"kid"_s, id);
    }
    const QByteArray assertion = signedJsonWebToken(header, claims(account, audience, credentials.now),
                                                    account.value("private_key"_L1).toString().toUtf8());
    // A region's address makes pictures; it gives no tokens.
    const bool isGoogles = credentials.baseUrl.host().endsWith(".googleapis.com"_L1);
    const QUrl own = isGoogles ? QUrl() : credentials.baseUrl;
    const QUrl url = endpoint(own, QUrl(audience), QUrl(audience).path());
    const bool isGooglesOrOwn = isVendorAddress(url, own, {u"*.googleapis.com"_s});
    if (assertion.isEmpty() || !isWellNamed(account) || !isGooglesOrOwn) {
        return noServiceAccount(provider);
    }
    HttpRequest request;
    request.method = "POST"_ba;
    request.url = url;
    request.setHeader("Accept"_ba, "application/json"_ba);
    request.setHeader("Content-Type"_ba, "application/x-www-form-urlencoded"_ba);
    request.body = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion;
    return request;
}

SignedIn readToken(const HttpResponse &response, const QString &provider)
{
    const QJsonObject answer = response.json();
    const QByteArray token = answer.value("access_token"_L1).toString().toLatin1();
    if (response.isSuccess() && !token.isEmpty()) {
        const qint64 lasts = std::clamp<qint64>(answer.value("expires_in"_L1).toInteger(0), 0, 24 * hour);
        return AccessToken {token, std::chrono::seconds(lasts)};
    }
    VendorMessage said = VendorMessage::read(response.body);
    said.code = answer.value("error"_L1).toString();
    if (const QString words = answer.value("error_description"_L1).toString(); !words.isEmpty()) {
        said.text = redactedDetail(redacted(words));
    }
    said.text = redacted(said.text); // it may repeat the assertion, which is as good as a key
    said.code = redacted(said.code);
    Error error = errorFromStatus(response, said, provider);
    error.billing = Billing::NotBilled;
    const bool isRefused = response.status == 400 || response.status == 401 || response.status == 403;
    if (isRefused && !said.code.isEmpty()) {
        error.kind = ErrorKind::Auth;
        explain(error, provider);
        return Failed {error};
    }
    return Odd {error, response.retryAfter()};
}

} // namespace lightwell::serviceaccount
