// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/makernames.h"

#include <algorithm>
#include <iterator>

namespace lightwell {

QString lettersOf(const QString &text)
{
    QString result;
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(result),
                 [](QChar letter) { return letter.isLetterOrNumber(); });
    return result.toLower();
}

bool isMakersName(const QString &written, const QString &maker)
{
    constexpr qsizetype shortest = 3;
    const QString left = lettersOf(written);
    const QString right = lettersOf(maker);
    return std::min(left.size(), right.size()) >= shortest && (left.startsWith(right) || right.startsWith(left));
}

} // namespace lightwell
