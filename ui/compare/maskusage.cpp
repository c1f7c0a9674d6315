// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/maskusage.h"

#include "core/planning/maskform.h"
#include "core/planning/planreasons.h"
#include "ui/compare/formplans.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MaskUsage)
};

bool is(const Reason &reason, const char *code)
{
    return reason.code == QLatin1StringView(code);
}

bool swaps(const Reason &form)
{
    return is(form, reasons::maskSwapped.code) || is(form, reasons::maskSwappedAndHardened.code);
}

/// In a sentence.
QString sentenceOf(const Reason &form)
{
    if (is(form, reasons::maskSwapped.code)) {
        return Text::tr("Gets it with black and white swapped, soft edges included.");
    }
    if (is(form, reasons::maskHardened.code)) {
        return Text::tr("Gets it with hard edges: half painted and more counts.");
    }
    if (is(form, reasons::maskSwappedAndHardened.code)) {
        return Text::tr("Gets it with black and white swapped and hard edges: half painted and more counts.");
    }
    return Text::tr("Gets it as painted, soft edges included.");
}

MaskModels::Entry usageOf(const Offer &offer)
{
    const Reason form = maskFormOf(offer);
    MaskModels::Entry entry;
    entry.isSwapped = swaps(form);
    if (!offer.supports(u"mask"_s)) {
        entry.meaning = Meaning::Warning;
        entry.words = Text::tr("no mask: emulated");
        entry.text = Text::tr("Repaints all; outside the mask the old is put back.");
    } else if (offer.wire.maskIsAdvisory && form.isEmpty()) {
        entry.words = Text::tr("takes the mask");
        entry.text = Text::tr("Gets it as painted; what it changes outside is put back.");
    } else {
        entry.words = Text::tr("takes the mask");
        entry.text = sentenceOf(form);
        if (offer.wire.maskIsAdvisory) {
            entry.text = Text::tr("%1 What it changes outside is put back.").arg(entry.text);
        }
    }
    return entry;
}

} // namespace

QString maskFormWords(const Reason &form)
{
    if (form.isEmpty()) {
        return {};
    }
    return !swaps(form)                       ? Text::tr("mask: hard edges")
        : is(form, reasons::maskSwapped.code) ? Text::tr("mask swapped")
                                              : Text::tr("mask swapped, hard");
}

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
