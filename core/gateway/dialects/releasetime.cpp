// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/releasetime.h"

#include <QDate>
#include <QTimeZone>

namespace lightwell {

using namespace Qt::StringLiterals;

qint64 releaseTime(const QString &released)
{
    constexpr qsizetype wholeDay = 10;
    QString date = released;
    while (!date.isEmpty() && date.size() < wholeDay) {
        date += u"-01"_s;
    }
    const QDate day = QDate::fromString(date, Qt::ISODate);
    return day.isValid() ? day.startOfDay(QTimeZone::utc()).toSecsSinceEpoch() : 0;
}

} // namespace lightwell
