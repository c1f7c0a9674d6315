// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"

#include "core/planning/planreasons.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

bool goesWithPictures(const PlanDraft &draft, const QString &name)
{
    return !draft.offer().wire.notWithPictures.contains(name)
        || draft.request().imagesFor(ImageRole::Reference).isEmpty();
}

bool goesWithMask(const PlanDraft &draft, const QString &name)
{
    return !draft.offer().wire.notWithMask.contains(name) || !draft.request().mask;
}

} // namespace

bool PlanDraft::isLeftOut(const QString &name) const
{
    return !goesWithPictures(*this, name) || !goesWithMask(*this, name);
}

void PlanDraft::pass(const QString &name, const QJsonValue &value, const Reason &reason)
{
    const QString field = offer().fields.value(name);
    const Treatment treatment = field == name ? Treatment::Passed : Treatment::Renamed;
    plan.parameters.append({name, treatment, field, value, value, reason});
}

void PlanDraft::convert(const QString &name, const QJsonValue &asked, const QJsonValue &sent, const Reason &reason,
                        const QString &field)
{
    const QString wireName = offer().fields.value(field.isEmpty() ? name : field);
    plan.parameters.append({name, Treatment::Converted, wireName, asked, sent, reason});
}

void PlanDraft::miss(const QString &name, const QJsonValue &asked, const QJsonValue &sent, const Reason &reason,
                     const QString &field)
{
    convert(name, asked, sent, reason, field);
    plan.parameters.last().missed = true;
}

void PlanDraft::emulate(const QString &name, const QJsonValue &asked, const Reason &reason)
{
    plan.parameters.append({name, Treatment::Emulated, {}, asked, QJsonValue(QJsonValue::Undefined), reason});
}

void PlanDraft::drop(const QString &name, const QJsonValue &asked, const Reason &reason)
{
    const Reason why = !goesWithPictures(*this, name) ? reasons::notWithPictures(offer().model, offer().provider)
        : !goesWithMask(*this, name)                  ? reasons::notWithMask(offer().model, offer().provider)
                                                      : reason;
    plan.parameters.append({name, Treatment::Dropped, {}, asked, QJsonValue(QJsonValue::Undefined), why});
}

void PlanDraft::satisfy(const QString &name, const QJsonValue &asked, const Reason &reason)
{
    plan.parameters.append({name, Treatment::Passed, {}, asked, QJsonValue(QJsonValue::Undefined), reason});
}

void leaveOutFields(PlanDraft &draft)
{
    const Wire &wire = draft.offer().wire;
    if (wire.notWithPictures.isEmpty() && wire.notWithMask.isEmpty()) {
        return; // all stay, and the offer shares them with the catalog
    }
    draft.plan.offer.fields.removeIf(
        [&draft](QMap<QString, QString>::iterator field) { return draft.isLeftOut(field.key()); });
}

SizeRule usableRule(const Offer &offer)
{
    const bool ratios =
        std::holds_alternative<SizeRatios>(offer.sizes) || std::holds_alternative<SizeAnyRatio>(offer.sizes);
    const QString field = ratios ? u"aspect_ratio"_s : u"size"_s;
    return offer.supports(field) ? offer.sizes : SizeRule(SizeUncontrolled());
}

QList<ResolutionTier> usableTiers(const Offer &offer, const QList<ResolutionTier> &tiers)
{
    return offer.supports(u"resolution"_s) ? tiers : QList<ResolutionTier>();
}

bool makesOnlyDrawings(const Offer &offer)
{
    return offer.formats == QList<ImageFormat> {ImageFormat::Svg};
}

} // namespace lightwell
