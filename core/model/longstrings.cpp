// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/longstrings.h"

#include "core/model/dataurl.h"
#include "core/model/jsonfault.h"
#include "core/model/jsonstrings.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longString = 4096;
// U+0001 stands in no sensible text; whoever writes it anyway can only point at strings of the same text.
constexpr auto placeholder = "\x01lifted:"_L1;

/// Written so that compilers do many characters at once.
constexpr bool isForeign(unsigned char c)
{
    const bool letter = static_cast<unsigned char>((c | 0x20) - 'a') < 26;
    const bool digitOrSign = static_cast<unsigned char>(c - '+') < 15; // + , - . / 0 to 9
    return !(letter | (digitOrSign & (c != ',') & (c != '.')) | (c == '=') | (c == '_'));
}

/// Up to the first character that is foreign to base64.
const char *skipBase64(const char *at, const char *end)
{
    constexpr qsizetype block = 64; // no branch inside: pictures are large
    while (end - at >= block) {
        unsigned char found = 0;
        for (qsizetype i = 0; i < block; ++i) {
            found |= static_cast<unsigned char>(isForeign(static_cast<unsigned char>(at[i])));
        }
        if (found != 0) {
            break;
        }
        at += block;
    }
    while (at != end && !isForeign(static_cast<unsigned char>(*at))) {
        ++at;
    }
    return at;
}

/// The escape's length if it stands for a character of base64 or a line break between such; or 0.
qsizetype escapeLength(const char *at, const char *end)
{
    constexpr qsizetype unicode = 6; // \u002B
    if (end - at >= 2 && (at[1] == '/' || at[1] == 'n' || at[1] == 'r')) {
        return 2;
    }
    const bool known = end - at >= unicode
        && (qstrnicmp(at, "\\u002b", unicode) == 0 || qstrnicmp(at, "\\u002f", unicode) == 0
            || qstrnicmp(at, "\\u003d", unicode) == 0);
    return known && at[1] == 'u' ? unicode : 0;
}

bool isBase64(QByteArrayView text)
{
    if (isDataUrl(text)) {
        const std::optional<DataUrlHead> head = dataUrlHead(text);
        if (!head || !head->isBase64) {
            return false;
        }
        text = text.sliced(head->length);
    }
    const char *at = text.data();
    const char *const end = at + text.size();
    while ((at = skipBase64(at, end)) != end) {
        const qsizetype length = *at == '\\' ? escapeLength(at, end) : 0;
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

} // namespace

Result<ShortenedJson> shortenJson(const QByteArray &json, const JsonLimits &limits)
{
    ShortenedJson result;
    qsizetype copied = 0;
    qsizetype begin = json.indexOf('"') + 1;
    while (begin > 0) {
        const qsizetype end = jsonstrings::closingQuote(json, begin);
        if (end < 0) {
            break; // cut off inside a string: the reader will say so
        }
        const QByteArrayView string = QByteArrayView(json).sliced(begin, end - begin);
        if (string.size() >= longString && isBase64(string) && !jsonstrings::isName(json, end)) {
            if (result.spans.size() >= limits.longStrings) {
                return jsonfault::tooManyLongStrings(limits);
            }
            if (result.text.size() + (begin - copied) > limits.bytes) {
                return jsonfault::tooLong(limits);
            }
            result.text.append(json.constData() + copied, begin - copied);
            result.text.append("\\u0001lifted:" + QByteArray::number(result.spans.size()));
            result.spans.append({begin, end - begin});
            copied = end;
        } else if (end - copied > limits.bytes) {
            return jsonfault::tooLong(limits);
        }
        begin = json.indexOf('"', end + 1) + 1;
    }
    if (result.text.size() + (json.size() - copied) > limits.bytes) {
        return jsonfault::tooLong(limits);
    }
    if (result.spans.isEmpty()) {
        result.text = json;
    } else {
        result.text.append(json.constData() + copied, json.size() - copied);
    }
    return result;
}

std::optional<qsizetype> longStringNumber(const QString &text)
{
    if (!text.startsWith(placeholder)) {
        return std::nullopt;
    }
    bool ok = false;
    const qsizetype number = QStringView(text).sliced(placeholder.size()).toLongLong(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace lightwell
