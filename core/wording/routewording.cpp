// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/routewording.h"

#include "core/wording/wording.h"

#include <QJsonArray>

namespace lightwell::wording {

using namespace Qt::StringLiterals;

QStringList whyThere(const RoutePlace &place, const Names &names)
{
    QStringList sentences;
    for (const Reason &reason : place.why) {
        sentences.append(sentence(reason, names));
    }
    return sentences;
}

QJsonObject routeJson(const QList<RoutePlace> &places, const Names &names)
{
    QJsonArray order;
    QJsonArray leftOut;
    for (const RoutePlace &place : places) {
        QJsonArray why;
        for (const Reason &reason : place.why) {
            why.append(toldJson(reason, names));
        }
        QJsonObject entry {
            {"offer"_L1, place.offer}, {"model"_L1, place.model}, {"provider"_L1, place.provider}, {"why"_L1, why}};
        if (place.isLeftOut) {
            leftOut.append(entry);
        } else {
            entry.insert("estimate_micros"_L1, place.estimate.toJson());
            entry.insert("fallback"_L1, place.fromFallback);
            order.append(entry);
        }
    }
    return {{"order"_L1, order}, {"left_out"_L1, leftOut}};
}

} // namespace lightwell::wording
