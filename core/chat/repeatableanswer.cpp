// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/repeatableanswer.h"

#include "core/chat/changedusage.h"
#include "core/chat/textstream.h"
#include "core/chat/writtenobject.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace lightwell {

namespace {

/// It may have a name for something that is not there.
bool has(const WrittenObject &object, const QByteArray &name)
{
    return object.contains(name) && object.value(name) != "null";
}

bool isCutOff(const QByteArray &choice)
{
    const WrittenObject object(choice);
    const QByteArray finish = object.value("finish_reason");
    return finish == "\"length\"" || finish == "\"content_filter\"" || finish == "\"error\"" || has(object, "error");
}

bool isCutOff(const WrittenObject &top)
{
    const QByteArray type = top.value("type"); // of an event of /responses
    const bool isBadEnd =
        type == "\"response.incomplete\"" || type == "\"response.failed\"" || type == "\"response.cancelled\"";
    const bool isBadResponse = top.contains("output") && has(top, "status") && top.value("status") != "\"completed\"";
    const QByteArrayList choices = writtenEntries(top.value("choices"));
    return isBadEnd || isBadResponse || has(top, "error")
        || std::any_of(choices.begin(), choices.end(), [](const QByteArray &choice) { return isCutOff(choice); });
}

QJsonValue nothingOf(const QJsonValue &counts)
{
    if (counts.isArray()) {
        QJsonArray list = counts.toArray();
        std::transform(list.begin(), list.end(), list.begin(), [](const QJsonValue &one) { return nothingOf(one); });
        return list;
    }
    if (counts.isObject()) {
        QJsonObject object = counts.toObject();
        for (auto count = object.begin(); count != object.end(); ++count) {
            count.value() = nothingOf(count.value());
        }
        return object;
    }
    return counts.isDouble() ? QJsonValue(0) : counts;
}

QJsonObject unpaid(const QJsonObject &usage)
{
    return nothingOf(usage).toObject();
}

} // namespace

std::optional<QByteArray> repeatableAnswer(const QByteArray &answer)
{
    return isCutOff(WrittenObject(answer)) ? std::nullopt : std::optional(withChangedUsage(answer, unpaid));
}

std::optional<QByteArray> repeatableEvents(const QByteArray &events)
{
    StreamCutter cutter;
    QByteArray repeated;
    const bool isEnded = events.isEmpty() || events.endsWith("\n\n") || events.endsWith("\n\r\n");
    const QByteArrayList all = cutter.feed(isEnded ? events : events + "\n\n"); // the last one may lack its end
    for (const QByteArray &event : all) {
        if (isCutOff(WrittenObject(StreamCutter::dataOf(event)))) {
            return std::nullopt;
        }
        repeated += withChangedUsageInEvent(event, unpaid);
    }
    return repeated;
}

} // namespace lightwell
