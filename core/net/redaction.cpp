// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redaction.h"

#include <QRegularExpression>

#include <algorithm>
#include <string_view>

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

// Most lines of a log hold no key, and to find that out each expression takes thousands of instructions. These looks
// take a few for each character; what they let through is for the expressions to decide.

constexpr bool isOneOf(QChar c, std::u16string_view some)
{
    return some.find(c.unicode()) != std::u16string_view::npos;
}

/// A name of namedValues() ends in one of these letters, and a colon or an equals sign stands behind it.
bool mayHoldNamedValue(QStringView text)
{
    QChar last;
    for (const QChar c : text) {
        if ((c == u':' || c == u'=') && isOneOf(last, u"edgntyEDGNTY")) {
            return true;
        }
        if (!c.isSpace() && !isOneOf(c, u"\"'")) { // either may stand between them
            last = c;
        }
    }
    return false;
}

/// "Bearer" or "Basic", and a space.
bool mayHoldBearer(QStringView text)
{
    return std::adjacent_find(text.begin(), text.end(),
                              [](QChar c, QChar next) { return next.isSpace() && isOneOf(c, u"crCR"); })
        != text.end();
}

/// Each of knownPrefixes() has one of these in it.
bool mayHoldKnownPrefix(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return isOneOf(c, u"-_AJy"); });
}

} // namespace

QString keyBeginnings()
{
    return u"(?:sk|xai|gsk|tgp)[-_]|hf_|fw_|r8_|bfl_|lmnfl_|nvapi-|luma-api-|AIza"_s;
}

QString redacted(const QString &text)
{
    static const QString replacement = u"\\1"_s + placeholder;
    QString result = text;
    if (mayHoldNamedValue(result)) {
        result.replace(namedValues(), replacement);
    }
    if (mayHoldBearer(result)) {
        result.replace(bearerValues(), replacement);
    }
    if (mayHoldKnownPrefix(result)) {
        result.replace(knownPrefixes(), placeholder);
    }
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
