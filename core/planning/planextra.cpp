// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/draft.h"
#include "core/planning/fieldnames.h"
#include "core/planning/planreasons.h"
#include "core/planning/vendorvalues.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

void note(PlanDraft &draft, Understanding understood, const QString &parameter, const QString &path,
          const QJsonValue &value)
{
    // Whole pictures do not belong into a report.
    const QJsonValue asked = parameter == "image"_L1 || parameter == "mask"_L1 ? QJsonValue(true) : value;
    switch (understood) {
    case Understanding::Taken:
        draft.satisfy(path, asked, reasons::fieldUnderstood(parameter));
        return;
    case Understanding::Contradicts:
        draft.drop(path, asked, reasons::fieldContradicts(parameter));
        return;
    case Understanding::Unreadable:
        draft.drop(path, asked, reasons::fieldUnreadable(parameter));
        return;
    }
}

/// Width and height in two fields are one size. Takes them out of the fields.
void readSides(PlanDraft &draft, QJsonObject &fields, const QString &prefix)
{
    const QStringList names {u"width"_s, u"height"_s};
    QJsonObject sides;
    for (const QString &name : names) {
        if (!fields.contains(name) || parameterOnWire(draft.offer(), QString(prefix + name)) != "size"_L1) {
            return;
        }
        sides.insert(name, fields.value(name));
    }
    const Understanding understood = readVendorWord(draft.plan.request, draft.offer(), u"size"_s, sides);
    for (const QString &name : names) {
        note(draft, understood, u"size"_s, QString(prefix + name), fields.take(name));
    }
}

/// Takes over what Lightwell plans itself; returns what is the vendor's own affair.
QJsonObject readFields(PlanDraft &draft, QJsonObject fields, const QString &prefix)
{
    readSides(draft, fields, prefix);
    QJsonObject rest;
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        const QString path = prefix + field.key();
        const QJsonValue value = field.value();
        const QString parameter = parameterOnWire(draft.offer(), path);
        if (isReservedField(path)) {
            draft.drop(path, value, reasons::fieldIsReserved());
        } else if (!parameter.isEmpty()) {
            note(draft, readVendorWord(draft.plan.request, draft.offer(), parameter, value), parameter, path, value);
        } else if (const QJsonObject inner = value.toObject(); !inner.isEmpty()) {
            const QJsonObject kept = readFields(draft, inner, QString(path + u'.'));
            if (!kept.isEmpty()) {
                rest.insert(field.key(), kept);
            }
        } else {
            rest.insert(field.key(), value);
        }
    }
    return rest;
}

} // namespace

void understandExtra(PlanDraft &draft)
{
    draft.plan.request.extra = readFields(draft, draft.request().extra, {});
}

void passExtra(PlanDraft &draft)
{
    const QJsonObject &extra = draft.request().extra;
    for (auto field = extra.begin(); field != extra.end(); ++field) {
        const Reason reason = mayCostExtra(field.key(), field.value()) ? reasons::fieldMayCostExtra() : Reason();
        draft.plan.parameters.append(
            {field.key(), Treatment::Passed, field.key(), field.value(), field.value(), reason});
    }
}

} // namespace lightwell
