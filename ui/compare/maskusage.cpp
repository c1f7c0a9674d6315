// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/maskusage.h"

#include "ui/compare/formplans.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MaskUsage)
};

MaskModels::Entry usageOf(const Offer &offer)
{
    MaskModels::Entry entry;
    if (!offer.supports(u"mask"_s)) {
        entry.meaning = Meaning::Warning;
        entry.words = Text::tr("no mask: emulated");
        entry.text = Text::tr("Repaints all; outside the mask the old is put back.");
    } else if (offer.wire.maskIsAdvisory) {
        entry.words = Text::tr("takes the mask");
        entry.text = Text::tr("Gets it as painted; what it changes outside is put back.");
    } else {
        entry.words = Text::tr("takes the mask");
        entry.text = Text::tr("Gets it as painted, soft edges included.");
    }
    return entry;
}

} // namespace

QList<MaskModels::Entry> maskUsage(const FormPlans &plans, const std::function<QString(const QString &)> &nameOf,
                                   const std::function<QString(const QString &)> &problemOf)
{
    QList<MaskModels::Entry> entries;
    for (const QString &model : plans.form().models) {
        const FormPlans::Entry *known = plans.find(model);
        if (!known) {
            continue;
        }
        MaskModels::Entry entry;
        if (const Obstacle obstacle = plans.obstacle(model)) {
            entry.meaning = Meaning::Neutral;
            entry.words = obstacleWord(obstacle);
            entry.text = problemOf(model);
            entry.price = Text::tr("not asked");
            entry.isHeldBack = true;
        } else if (known->plan) {
            entry = usageOf(known->plan->offer);
            entry.price = plans.priceText(model);
        } else {
            continue; // the prompt is missing
        }
        entry.name = nameOf(model);
        entries.append(entry);
    }
    return entries;
}

} // namespace lightwell
