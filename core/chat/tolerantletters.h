// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

/// What letters mean in damaged JSON.
namespace lightwell::tolerantletters {

inline bool isSpace(QChar letter)
{
    constexpr char16_t byteOrderMark = 0xfeff;
    constexpr char16_t zeroWidthSpace = 0x200b;
    return letter.isSpace() || letter == byteOrderMark || letter == zeroWidthSpace;
}

inline bool isBracket(QChar letter)
{
    return letter == u'{' || letter == u'}' || letter == u'[' || letter == u']' || letter == u'(' || letter == u')';
}

/// What ends a text that begins with this quote.
inline QChar closing(QChar quote)
{
    switch (quote.unicode()) {
    case u'\u201c':
        return u'\u201d';
    case u'\u2018':
        return u'\u2019';
    case u'\u00ab':
        return u'\u00bb';
    default:
        return quote;
    }
}

} // namespace lightwell::tolerantletters
