// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/checkreasons.h"
#include "core/planning/draft.h"
#include "core/planning/fieldnames.h"
#include "core/planning/namedpictures.h"
#include "core/planning/planreasons.h"
#include "core/planning/tuningrule.h"
#include "core/planning/vendorvalues.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// What decides the price or the picture and cannot be read is refused: left out, something else would be bought.
Error unreadable(const QString &parameter, const QString &path, const QJsonValue &value)
{
    return Tuning::names().contains(parameter) ? tuningFault(parameter, path, value)
                                               : notSent(ErrorKind::Invalid, reasons::fieldUnreadable(parameter), path);
}

bool isEmpty(const QJsonValue &value)
{
    return value.isNull() || value == QJsonValue(QString()) || value == QJsonValue(QJsonArray());
}

/// Reads the caller's own fields one after the other; remembers the first that cannot be meant as it stands.
class ExtraReader
{
public:
    ExtraReader(PlanDraft &draft, const FieldNames &names)
        : m_draft(draft)
        , m_names(names)
    {
    }

    /// Takes over what Lightwell plans itself; returns what is the vendor's own affair.
    QJsonObject read(QJsonObject fields, const QString &prefix)
    {
        readSides(fields, prefix);
        QJsonObject rest;
        for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
            const QString path = prefix + field.key();
            const QJsonValue value = field.value();
            const QString parameter = parameterOnWire(m_draft.offer(), m_names, path);
            if (isReservedField(path)) {
                m_draft.drop(path, value, reasons::fieldIsReserved());
            } else if (!parameter.isEmpty()) {
                readParameter(parameter, path, value);
            } else if (isFieldOfOthers(m_draft.offer(), m_names, path) && namesPicture(path, value)) {
                refuse(
                    notSent(ErrorKind::Invalid, reasons::pictureByName(path), path)); // a reference is never optional
            } else if (isFieldOfOthers(m_draft.offer(), m_names, path)) {
                m_draft.drop(path, value, reasons::fieldOfOthers(m_draft.offer().model, m_draft.offer().provider));
            } else if (const QJsonObject inner = value.toObject(); !inner.isEmpty()) {
                const QJsonObject kept = read(inner, QString(path + u'.'));
                if (!kept.isEmpty()) {
                    rest.insert(field.key(), kept);
                }
            } else if (!isOwnField(m_draft.offer(), path.section(u'.', 0, 0))
                       && namesPicture(path, value)) { // a reference is never optional
                refuse(notSent(ErrorKind::Invalid, reasons::pictureByName(path), path));
            } else if (m_draft.offer().wire.noFurtherFields) {
                m_draft.drop(path, value, reasons::noFurtherFields(m_draft.offer().model, m_draft.offer().provider));
            } else {
                rest.insert(field.key(), value);
            }
        }
        return rest;
    }

    [[nodiscard]] const Fault &fault() const { return m_fault; }

private:
    void readParameter(const QString &parameter, const QString &path, const QJsonValue &value)
    {
        if (parameter == "image"_L1 || parameter == "mask"_L1) {
            if (isEmpty(value)) {
                m_draft.satisfy(path, {}, reasons::fieldUnderstood(parameter));
            } else { // a reference is never optional
                refuse(notSent(ErrorKind::Invalid, reasons::wantsNoPicture(parameter), path));
            }
            return;
        }
        note(readVendorWord(m_draft.plan.request, m_draft.offer(), parameter, value, path), parameter, path, value);
    }

    /// Width and height in two fields are one size. Takes them out of the fields.
    void readSides(QJsonObject &fields, const QString &prefix)
    {
        const QStringList names {u"width"_s, u"height"_s};
        QJsonObject sides;
        for (const QString &name : names) {
            const bool isSide =
                fields.contains(name) && parameterOnWire(m_draft.offer(), m_names, QString(prefix + name)) == "size"_L1;
            if (!isSide) {
                return;
            }
            sides.insert(name, fields.value(name));
        }
        const Understanding understood = readVendorWord(m_draft.plan.request, m_draft.offer(), u"size"_s, sides);
        for (const QString &name : names) {
            note(understood, u"size"_s, QString(prefix + name), fields.take(name));
        }
    }

    void note(Understanding understood, const QString &parameter, const QString &path, const QJsonValue &value)
    {
        static const QStringList shapes {u"size"_s, u"aspect_ratio"_s, u"resolution"_s};
        switch (understood) {
        case Understanding::Taken:
            if (path != parameter || m_draft.request().tuning.value(path).isUndefined()) { // else it tells itself
                m_draft.satisfy(path, value, reasons::fieldUnderstood(parameter));
            }
            return;
        case Understanding::Contradicts:
            m_draft.drop(path, value, reasons::fieldContradicts(parameter));
            return;
        case Understanding::Unreadable:
            if (shapes.contains(parameter)) { // one side alone, or a word for a size of another vendor
                m_draft.drop(path, value, reasons::fieldUnreadable(parameter));
            } else {
                refuse(unreadable(parameter, path, value));
            }
            return;
        }
    }

    void refuse(const Error &error) { m_fault = m_fault ? m_fault : error; }

    PlanDraft &m_draft;
    const FieldNames &m_names;
    Fault m_fault;
};

} // namespace

Fault understandExtra(PlanDraft &draft, const FieldNames &names)
{
    ExtraReader reader(draft, names);
    draft.plan.request.extra = reader.read(draft.request().extra, {});
    return reader.fault();
}

void passExtra(PlanDraft &draft)
{
    const QJsonObject &extra = draft.request().extra;
    for (auto field = extra.begin(); field != extra.end(); ++field) {
        PlannedParameter passed {field.key(), Treatment::Passed, field.key(), field.value(), field.value(), {}};
        if (mayCostExtra(field.key(), field.value())) {
            passed.reason = reasons::fieldMayCostExtra();
        } else if (!isOwnField(draft.offer(), field.key())) {
            passed.reason = reasons::fieldPassedUnread();
        }
        passed.missed = !passed.reason.isEmpty();
        draft.plan.parameters.append(passed);
    }
}

} // namespace lightwell
