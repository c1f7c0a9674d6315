// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/awssignature.h"

#include <QCryptographicHash>
#include <QMap>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// As it was sent, and then each segment encoded again.
QByteArray canonicalPath(const QUrl &url)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path.isEmpty()) {
        path = "/"_ba;
    }
    return path.toPercentEncoding("/"_ba);
}

QByteArray encodedAnew(const QByteArray &part)
{
    return QByteArray::fromPercentEncoding(part).toPercentEncoding();
}

QByteArray canonicalQuery(const QUrl &url)
{
    QList<std::pair<QByteArray, QByteArray>> items;
    const QByteArrayList parts = url.query(QUrl::FullyEncoded).toLatin1().split('&');
    for (const QByteArray &part : parts) {
        const qsizetype sign = part.indexOf('=');
        const QByteArray name = sign < 0 ? part : part.left(sign);
        if (!part.isEmpty()) {
            items.append({encodedAnew(name), sign < 0 ? QByteArray() : encodedAnew(part.mid(sign + 1))});
        }
    }
    std::sort(items.begin(), items.end());
    QByteArrayList written;
    for (const auto &[name, value] : items) {
        written.append(name + '=' + value);
    }
    return written.join('&');
}

/// As Qt writes it: with a port only where the address has one.
QByteArray hostOf(const QUrl &url)
{
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

/// By their names in lower case, in order.
QMap<QByteArray, QByteArray> signedHeaders(const HttpRequest &request)
{
    QMap<QByteArray, QByteArray> headers {{"host"_ba, hostOf(request.url)}};
    for (const HttpHeader &header : request.headers) {
        headers.insert(header.name.toLower(), header.value.simplified());
    }
    return headers;
}

} // namespace

void signForAws(HttpRequest &request, const AwsIdentity &identity, const AwsScope &scope)
{
    const QByteArray time = scope.now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
    const QByteArray day = time.left(8);
    request.setHeader("x-amz-date"_ba, time);
    if (!identity.sessionToken.isEmpty()) {
        request.setHeader("x-amz-security-token"_ba, identity.sessionToken);
    }
    const QMap<QByteArray, QByteArray> headers = signedHeaders(request);
    QByteArray lines;
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        lines += header.key() + ':' + header.value() + '\n';
    }
    const QByteArray names = headers.keys().join(';');
    const QByteArray canonical =
        QByteArrayList {request.method, canonicalPath(request.url), canonicalQuery(request.url), lines,
                        names,          sha256(request.body)}
            .join('\n');
    const QByteArray reach = QByteArrayList {day, scope.region, scope.service, "aws4_request"_ba}.join('/');
    const QByteArray toSign = QByteArrayList {"AWS4-HMAC-SHA256"_ba, time, reach, sha256(canonical)}.join('\n');
    const QByteArray key =
        hmac(hmac(hmac(hmac("AWS4" + identity.secretAccessKey, day), scope.region), scope.service), "aws4_request"_ba);
    request.setHeader("Authorization"_ba,
                      "AWS4-HMAC-SHA256 Credential=" + identity.accessKeyId + '/' + reach + ", SignedHeaders=" + names
                          + ", Signature=" + hmac(key, toSign).toHex());
}

} // namespace lightwell
