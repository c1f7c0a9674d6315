// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/healedanswer.h"

#include "core/chat/responsehealing.h"
#include "core/chat/writtenobject.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

bool endsEarly(const QString &finish)
{
    return finish == "length"_L1 || finish == "content_filter"_L1 || finish == "error"_L1;
}

HealedWords healedWords(const QString &words, const QJsonObject &schema, bool wasCutOff)
{
    const Healing healing = heal({words, schema, wasCutOff});
    HealedWords healed {healing.text, {}};
    healed.report.hasSchema = !schema.isEmpty();
    healed.report.isMended = healing.verdict == Healing::Verdict::Repaired;
    healed.report.before = words.size();
    healed.report.after = healing.text.size();
    return healed;
}

Result<HealedAnswer> healedAnswer(const QByteArray &answer, const QJsonObject &schema)
{
    const Result<QJsonObject> read = readJsonObject(answer, jsonlimits::answer);
    QJsonArray choices = read ? read->value("choices"_L1).toArray() : QJsonArray();
    HealingReport report;
    report.hasSchema = !schema.isEmpty();
    for (qsizetype at = 0; at < choices.size(); ++at) {
        QJsonObject choice = choices.at(at).toObject();
        QJsonObject message = choice.value("message"_L1).toObject();
        if (!message.value("content"_L1).isString()) {
            continue;
        }
        const bool wasCutOff = endsEarly(choice.value("finish_reason"_L1).toString());
        const HealedWords healed = healedWords(message.value("content"_L1).toString(), schema, wasCutOff);
        report.before += healed.report.before;
        report.after += healed.report.after;
        if (healed.report.isMended) {
            message.insert("content"_L1, healed.text);
            choice.insert("message"_L1, message);
            choices.replace(at, choice);
            report.isMended = true;
        }
    }
    if (!report.isMended) {
        return HealedAnswer {answer, report};
    }
    WrittenObject whole(answer);
    whole.set("choices", QJsonDocument(choices).toJson(QJsonDocument::Compact));
    return HealedAnswer {whole.text(), report};
}

} // namespace lightwell
