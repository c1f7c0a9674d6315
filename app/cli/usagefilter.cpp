// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/usagefilter.h"

#include "app/cli/spendoptions.h"
#include "app/composition.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

Error wrong(const QString &option, const QString &message)
{
    return notSent(ErrorKind::Invalid, message, option);
}

/// A day begins, or ends, with its `until`.
QDateTime momentFrom(const QString &text, bool isEnd)
{
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10) {
        return isEnd ? day.addDays(1).startOfDay() : day.startOfDay();
    }
    return QDateTime::fromString(text, Qt::ISODate);
}

} // namespace

void declareUsageFilter(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"period"_s, Text::tr("day, week, month or total (the default)."), u"PERIOD"_s},
        {u"since"_s, Text::tr("Only what was begun on this day or later."), u"DAY"_s},
        {u"until"_s, Text::tr("Only what was begun on this day or before."), u"DAY"_s},
        {u"provider"_s, Text::tr("Only what went to this provider."), u"ID"_s},
        {u"model"_s, Text::tr("Only this model, or those of a pattern such as flux*."), u"MODEL"_s},
        {u"client"_s, Text::tr("Only what this client of the gateway asked for."), u"NAME"_s},
        {u"project"_s, Text::tr("Only what was for this project."), u"NAME"_s},
    });
}

bool hasUsageFilter(const QCommandLineParser &parser)
{
    const QStringList filters {u"since"_s, u"until"_s, u"provider"_s, u"model"_s, u"client"_s, u"project"_s};
    return std::any_of(filters.begin(), filters.end(), [&](const QString &option) { return parser.isSet(option); });
}

Result<LedgerFilter> usageFilterFrom(const QCommandLineParser &parser, const Composition &app, const QDateTime &now)
{
    LedgerFilter filter;
    const QString word = parser.isSet(u"period"_s) ? parser.value(u"period"_s) : periodName(Period::Total);
    const std::optional<Period> period = periodFromName(word);
    if (!period) {
        return wrong(u"period"_s, Text::tr("--period is day, week, month or total; \"%1\" is not.").arg(word));
    }
    filter.since = periodStart(*period, now);
    filter.until = periodEnd(*period, now);
    for (const auto &[option, moment, isEnd] :
         {std::tuple {u"since"_s, &filter.since, false}, {u"until"_s, &filter.until, true}}) {
        if (!parser.isSet(option)) {
            continue;
        }
        if (parser.isSet(u"period"_s)) {
            return wrong(option, Text::tr("Give either --period or --since and --until."));
        }
        *moment = momentFrom(parser.value(option).trimmed(), isEnd);
        if (!moment->isValid()) {
            return wrong(
                option, Text::tr("--%1 is a day such as 2026-11-29; \"%2\" is not.").arg(option, parser.value(option)));
        }
    }
    filter.provider = parser.value(u"provider"_s);
    if (!filter.provider.isEmpty() && !app.adapters().find(filter.provider)) {
        return wrong(u"provider"_s, Text::tr("There is no provider \"%1\".").arg(filter.provider));
    }
    filter.model = parser.value(u"model"_s).trimmed();
    const Result<QString> project = projectFromOptions(parser);
    if (!project) {
        return project.error();
    }
    filter.project = *project;
    return filter;
}

} // namespace lightwell
