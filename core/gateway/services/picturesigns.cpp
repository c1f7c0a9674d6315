// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/picturesigns.h"

#include "core/model/jsonstrings.h"

#include <algorithm>
#include <array>

namespace lightwell {

namespace {

bool holdsSign(QByteArrayView word)
{
    static constexpr std::array<QByteArrayView, 3> signs {"image", "mask", "reference"};
    return std::any_of(signs.begin(), signs.end(), [word](QByteArrayView sign) { return word.contains(sign); });
}

} // namespace

bool mayHoldPictures(const QByteArray &json)
{
    QByteArray text = json.toLower();
    text.removeIf([](char c) { return c == '_' || c == '-'; }); // names are the same without them (plainName())
    if (text.contains("preset") || text.contains("\\u")) {
        return true;
    }
    bool isType = false;
    qsizetype begin = text.indexOf('"') + 1;
    while (begin > 0) {
        const qsizetype end = jsonstrings::closingQuote(text, begin);
        if (end < 0) {
            return false; // cut off inside a string: the reader will say so
        }
        const QByteArrayView word = QByteArrayView(text).sliced(begin, end - begin);
        const bool isName = jsonstrings::isName(text, end);
        if ((isName || isType) && holdsSign(word)) {
            return true;
        }
        isType = isName && word == "type";
        begin = text.indexOf('"', end + 1) + 1;
    }
    return false;
}

} // namespace lightwell
