// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/awscheck.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxSkew = 300; ///< seconds

QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray mac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray canonicalRequest(const Received &request, const QByteArrayList &names)
{
    const qsizetype mark = request.target.indexOf('?');
    QByteArrayList query = mark < 0 ? QByteArrayList() : request.target.mid(mark + 1).split('&');
    std::sort(query.begin(), query.end());
    QByteArray lines;
    for (const QByteArray &name : names) {
        lines += name + ':' + request.header(name).simplified() + '\n';
    }
    return request.method + '\n' + request.target.left(mark < 0 ? request.target.size() : mark).toPercentEncoding("/")
        + '\n' + query.join('&') + '\n' + lines + '\n' + names.join(';') + '\n' + hash(request.body);
}

} // namespace

QString awsSignatureFault(const Received &request, const QByteArray &keyId, const QByteArray &secret,
                          const QByteArray &service)
{
    static const QRegularExpression form(
        u"^AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), "
        "?Signature=([0-9a-f]{64})$"_s);
    const auto match = form.match(QString::fromLatin1(request.header("Authorization"_ba)));
    if (!match.hasMatch()) {
        return u"MissingAuthenticationTokenException"_s;
    }
    const auto part = [&match](int number) { return match.captured(number).toLatin1(); };
    if (part(1) != keyId) {
        return u"UnrecognizedClientException"_s;
    }
    const QByteArray time = request.header("x-amz-date"_ba);
    QDateTime when = QDateTime::fromString(QString::fromLatin1(time), u"yyyyMMdd'T'HHmmss'Z'"_s);
    when.setTimeSpec(Qt::UTC);
    const QByteArrayList names = part(5).split(';');
    const bool isFresh = when.isValid() && std::abs(when.secsTo(QDateTime::currentDateTimeUtc())) < maxSkew;
    if (!isFresh || !time.startsWith(part(2)) || part(4) != service || !names.contains("host")) {
        return u"InvalidSignatureException"_s;
    }
    const QByteArray reach = part(2) + '/' + part(3) + '/' + part(4) + "/aws4_request";
    const QByteArray text = "AWS4-HMAC-SHA256\n" + time + '\n' + reach + '\n' + hash(canonicalRequest(request, names));
    const QByteArray key = mac(mac(mac(mac("AWS4" + secret, part(2)), part(3)), part(4)), "aws4_request");
    return mac(key, text).toHex() == part(6) ? QString() : u"InvalidSignatureException"_s;
}

} // namespace lightwell::test
