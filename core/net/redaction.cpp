// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redaction.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
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
    const auto isBetween = [](QChar c) { return c.isSpace() || c == u'"' || c == u'\''; };
    const auto isMark = [](QChar c) { return c == u':' || c == u'='; };
    auto mark = std::find_if(text.begin(), text.end(), isMark);
    for (; mark != text.end(); mark = std::find_if(mark + 1, text.end(), isMark)) {
        const auto last = std::find_if_not(std::make_reverse_iterator(mark), text.rend(), isBetween);
        if (last != text.rend() && isOneOf(*last, u"edgntyEDGNTY")) {
            return true;
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

/// Each of knownPrefixes() has one of these pairs in it: a beginning's last two characters, or its first two. Behind a
/// hexadecimal digit a hyphen may be that of a UUID.
bool mayHoldKnownPrefix(QStringView text)
{
    const auto isPair = [](QChar first, QChar second) {
        switch (second.unicode()) {
        case u'-':
            return isOneOf(first, u"kipfwly0123456789abcde");
        case u'_':
            return isOneOf(first, u"kipfwly8");
        case u'I':
        case u'K':
        case u'S':
            return first == u'A';
        case u'J':
        case u'a':
            return first == u'y';
        default:
            return false;
        }
    };
    return std::adjacent_find(text.begin(), text.end(), isPair) != text.end();
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
    QString target = QString::fromLatin1(method) + u' ' + url.host();
    if (const int port = url.port(); port >= 0) {
        target += u':' + QString::number(port);
    }
    if (const QString path = url.path(); !path.isEmpty()) {
        target += u' ' + redacted(path);
    }
    return target;
}

bool isSecretHeader(const QByteArray &name)
{
    static const QList<QByteArray> secret = {
        "authorization",  "proxy-authorization", "cookie", "set-cookie", "x-key", "x-api-key", "api-key",
        "x-goog-api-key", "x-amz-security-token"};
    return secret.contains(name.trimmed().toLower());
}

} // namespace lightwell
