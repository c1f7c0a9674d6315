// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/tuningrule.h"

#include "core/model/displaytext.h"
#include "core/model/requestlimits.h"
#include "core/model/similarnames.h"
#include "core/model/tuning.h"
#include "core/planning/checkreasons.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Reason oneOf(const QString &field, const QString &word, const QStringList &known, const QStringList &usual)
{
    constexpr int most = 3;
    constexpr qsizetype longest = 80;
    const QString shown = shortened(word, longest);
    const QStringList near = similarNames(word, known, most);
    return near.isEmpty() ? reasons::wordOfNobody(field, shown, usual) : reasons::wordOfNobodyNear(field, shown, near);
}

Reason ruleOf(const QString &parameter, const QString &field, const QJsonValue &value)
{
    if (parameter == "steps"_L1) {
        return reasons::wantsWholeNumber(field, 1, tuninglimits::steps);
    }
    if (parameter == "guidance"_L1) {
        return reasons::wantsNumber(field, u"0"_s, QString::number(tuninglimits::guidance));
    }
    if (parameter == "strength"_L1) {
        return reasons::wantsNumber(field, u"0"_s, QString::number(tuninglimits::strength));
    }
    if (parameter == "scale_factor"_L1) {
        return reasons::wantsNumber(field, u"1"_s, QString::number(tuninglimits::scaleFactor));
    }
    if (parameter == "prompt_enhancement"_L1) {
        return reasons::wantsTrueOrFalse(field);
    }
    if (parameter == "loras"_L1) {
        return reasons::wantsLoras(field, tuninglimits::loras, qint64(tuninglimits::loraWeight));
    }
    if (parameter == "scheduler"_L1) {
        return reasons::wantsName(field, requestlimits::word);
    }
    const QString word = value.isString() ? value.toString() : value.toVariant().toString();
    const QStringList words = parameter == "moderation"_L1 ? QStringList {u"auto"_s, u"low"_s, u"0 … 6"_s}
                                                           : QStringList {u"low"_s, u"high"_s};
    return oneOf(field, word, words, words);
}

} // namespace

Error tuningFault(const QString &parameter, const QString &field, const QJsonValue &value)
{
    return notSent(ErrorKind::Invalid, ruleOf(parameter, field, value), field);
}

Error wordFault(const QString &field, const QString &word, const QStringList &known, const QStringList &usual)
{
    return notSent(ErrorKind::Invalid, oneOf(field, word, known, usual), field);
}

} // namespace lightwell
