// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redaction.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto placeholder = "[redacted]"_L1;

/// How vendors begin their keys so that scanners can find them. The looks before the expressions know them from here.
constexpr std::u16string_view vendorsBeginnings[] {u"sk-",    u"sk_",    u"xai-",      u"xai_", u"gsk-", u"gsk_",
                                                   u"tgp-",   u"tgp_",   u"hf_",       u"fw_",  u"r8_",  u"bfl_",
                                                   u"lmnfl_", u"nvapi-", u"luma-api-", u"AIza"};
/// The other beginnings in knownPrefixes().
constexpr std::u16string_view otherBeginnings[] {u"pk-",  u"pk_",  u"rk-",  u"rk_",  u"lw-",   u"lw_",
                                                 u"key-", u"key_", u"AKIA", u"ASIA", u"ya29.", u"eyJ"};

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

/// Whether a beginning of a key ends in this character.
constexpr std::array<bool, 128> isLastOfBeginning = [] {
    std::array<bool, 128> isLast {};
    for (const std::u16string_view beginning : vendorsBeginnings) {
        isLast.at(beginning.back()) = true;
    }
    for (const std::u16string_view beginning : otherBeginnings) {
        isLast.at(beginning.back()) = true;
    }
    isLast.at('-') = true; // that of a UUID
    return isLast;
}();

/// One of the beginnings, or the first hyphen of a UUID.
bool mayHoldKnownPrefix(std::u16string_view text)
{
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char16_t last = text[at];
        if (last >= isLastOfBeginning.size() || !isLastOfBeginning[last]) {
            continue;
        }
        const auto endsHere = [last, before = text.substr(0, at + 1)](std::u16string_view beginning) {
            return beginning.back() == last && before.ends_with(beginning);
        };
        if ((last == u'-' && isOneOf(text[at - 1], u"0123456789abcdef"))
            || std::any_of(std::begin(vendorsBeginnings), std::end(vendorsBeginnings), endsHere)
            || std::any_of(std::begin(otherBeginnings), std::end(otherBeginnings), endsHere)) {
            return true;
        }
    }
    return false;
}

} // namespace

QString keyBeginnings()
{
    QStringList alternatives;
    for (const std::u16string_view beginning : vendorsBeginnings) {
        alternatives.append(QRegularExpression::escape(beginning));
    }
    return alternatives.join(u'|');
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
    if (mayHoldKnownPrefix({QStringView(result).utf16(), std::size_t(result.size())})) {
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
