// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/toldcost.h"

#include "core/adapter/unreadablecost.h"
#include "core/model/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace lightwell {

namespace {

std::optional<double> numberIn(const QJsonValue &told)
{
    const std::optional<double> number = json::number(told);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

} // namespace

Money toldCost(const QJsonValue &told, double dollars)
{
    const std::optional<double> number = numberIn(told);
    return number ? Money::fromDollars(*number * dollars) : Money::unknown();
}

bool isUnreadableCost(const QJsonValue &told)
{
    return !told.isUndefined() && !told.isNull() && !numberIn(told);
}

void takeToldCost(Done &done, const QJsonValue &told, double dollars)
{
    if (isUnreadableCost(told)) {
        keepUnreadableCost(done,
                           told.isString()
                               ? told.toString()
                               : QString::fromUtf8(QJsonDocument(QJsonArray {told}).toJson(QJsonDocument::Compact)));
        return;
    }
    done.cost = toldCost(told, dollars);
}

void keepUnreadableCost(Done &done, const QString &told)
{
    constexpr qsizetype longest = 60;
    done.usage.insert(QLatin1StringView(unreadableCost), told.left(longest));
}

} // namespace lightwell
