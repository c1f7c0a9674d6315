// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/routetable.h"

#include "app/cli/report.h"
#include "core/wording/routewording.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

} // namespace

QList<QStringList> routeTable(const Route &route)
{
    QList<QStringList> rows {{u"#"_s, Text::tr("OFFER"), Text::tr("WHY")}};
    QList<QStringList> leftOut {{}, {QString(), Text::tr("LEFT OUT"), Text::tr("WHY")}};
    const QList<RoutePlace> places = placesOf(route);
    Names names;
    names.money = &moneyText; // as in the other tables
    for (const RoutePlace &place : places) {
        const QString why = wording::whyThere(place, names).join(u' ');
        if (place.isLeftOut) {
            leftOut.append({QString(), place.offer, why});
        } else {
            rows.append({QString::number(rows.size()), place.offer, why});
        }
    }
    return leftOut.size() > 2 ? rows + leftOut : rows;
}

QCommandLineOption explainOption()
{
    return {u"explain"_s, Text::tr("Tell which offers would be tried in which order, and why.")};
}

} // namespace lightwell
