// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/amounttext.h"

namespace lightwell {

std::optional<Money> amountFrom(const QString &text)
{
    QString plain = text.trimmed();
    if (plain.count(u',') == 1 && !plain.contains(u'.')) {
        plain.replace(u',', u'.');
    }
    return Money::parse(plain);
}

} // namespace lightwell
