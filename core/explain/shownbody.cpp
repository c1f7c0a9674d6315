// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/shownbody.h"

#include <algorithm>

namespace lightwell {

namespace {

bool isOfBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '=' || c == '-' || c == '_';
}

/// The quote that ends the text beginning at `from`, or the end of all.
qsizetype endOfText(const QByteArray &json, qsizetype from)
{
    qsizetype at = from;
    while (at < json.size() && json.at(at) != '"') {
        at += json.at(at) == '\\' ? 2 : 1;
    }
    return std::min(at, json.size());
}

} // namespace

std::optional<qsizetype> encodedBytesIn(QByteArrayView text)
{
    constexpr qsizetype least = 200; // no prompt is so long without a blank
    constexpr QByteArrayView mark = ";base64,";
    const qsizetype head = text.startsWith("data:") ? text.indexOf(mark) : -1;
    if (head >= 0) {
        return head + mark.size();
    }
    return text.size() >= least && std::all_of(text.begin(), text.end(), isOfBase64) ? std::optional<qsizetype>(0)
                                                                                     : std::nullopt;
}

QByteArray shownBody(const QByteArray &json)
{
    QByteArray shown;
    qsizetype copied = 0;
    qsizetype begin = json.indexOf('"') + 1;
    while (begin > 0) {
        const qsizetype end = endOfText(json, begin);
        if (const auto bytes = encodedBytesIn(QByteArrayView(json).sliced(begin, end - begin))) {
            shown.append(QByteArrayView(json).sliced(copied, begin + *bytes - copied)).append(shownBytes);
            copied = end;
        }
        begin = json.indexOf('"', end + 1) + 1;
    }
    return shown.append(QByteArrayView(json).sliced(copied));
}

} // namespace lightwell
