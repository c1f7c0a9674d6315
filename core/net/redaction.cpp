// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redaction.h"

#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto placeholder = "[redacted]"_L1;

QRegularExpression expression(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

/// Keys by what their makers begin them with so that scanners can find them.
const QRegularExpression &knownPrefixes()
{
    static const QRegularExpression known(
        u"\\b(?:%1)[A-Za-z0-9_.\\-]{8,}"
        "|\\b(?:pk|rk|lw|key)[-_][A-Za-z0-9_.\\-]{12,}"
        "|\\b(?:AKIA|ASIA)[A-Z0-9]{12,}"
        "|\\bya29\\.[A-Za-z0-9_.\\-]{8,}"
        "|\\beyJ[A-Za-z0-9_\\-]{8,}\\.[A-Za-z0-9_.\\-]+"
        "|\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:[0-9a-f]{16,}"_s.arg(keyBeginnings()));
    return known;
}

/// "Authorization: Bearer x", "Key x", "?key=x", "\"api_key\": \"x\"" and the like: the value goes, the name stays.
const QRegularExpression &namedValues()
{
    static const QRegularExpression named =
        expression(u"((?:authorization|proxy-authorization|cookie|x-key|x-api-key|x-goog-api-key|api[-_]?key|"
                   "access[-_]?token|token|secret|signature|sig|password|key)[\"']?\\s*[:=]\\s*[\"']?"
                   "(?:(?:bearer|key|basic|token)\\s+)?)[^\\s\"'&,;]{6,}"_s);
    return named;
}

const QRegularExpression &bearerValues()
{
    static const QRegularExpression bearer = expression(u"\\b((?:bearer|basic)\\s+)[A-Za-z0-9._~+/=:\\-]{6,}"_s);
    return bearer;
}

} // namespace

QString keyBeginnings()
{
    return u"(?:sk|xai|gsk|tgp)[-_]|hf_|fw_|r8_|bfl_|lmnfl_|nvapi-|luma-api-|AIza"_s;
}

QString redacted(const QString &text)
{
    const QString replacement = u"\\1"_s + placeholder;
    QString result = text;
    if (result.contains(u':') || result.contains(u'=')) { // one of them stands between each name and its value
        result.replace(namedValues(), replacement);
    }
    result.replace(bearerValues(), replacement);
    result.replace(knownPrefixes(), placeholder);
    return result;
}

QString loggableTarget(const QByteArray &method, const QUrl &url)
{
    const QString port = url.port() < 0 ? QString() : u":%1"_s.arg(url.port());
    const QString path = url.path().isEmpty() ? QString() : QString(u' ' + redacted(url.path()));
    return QString::fromLatin1(method) + u' ' + url.host() + port + path;
}

bool isSecretHeader(const QByteArray &name)
{
    static const QList<QByteArray> secret = {
        "authorization",  "proxy-authorization", "cookie", "set-cookie", "x-key", "x-api-key", "api-key",
        "x-goog-api-key", "x-amz-security-token"};
    return secret.contains(name.trimmed().toLower());
}

} // namespace lightwell
