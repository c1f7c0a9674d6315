// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/jsonstrings.h"

namespace lightwell::jsonstrings {

qsizetype closingQuote(const QByteArray &json, qsizetype from)
{
    for (qsizetype quote = json.indexOf('"', from); quote >= 0; quote = json.indexOf('"', quote + 1)) {
        qsizetype slashes = 0;
        while (quote - slashes > from && json.at(quote - slashes - 1) == '\\') {
            ++slashes;
        }
        if (slashes % 2 == 0) {
            return quote;
        }
    }
    return -1;
}

bool isName(const QByteArray &json, qsizetype quote)
{
    qsizetype next = quote + 1;
    while (next < json.size() && (json.at(next) == ' ' || (json.at(next) >= '\t' && json.at(next) <= '\r'))) {
        ++next;
    }
    return next < json.size() && json.at(next) == ':';
}

} // namespace lightwell::jsonstrings
