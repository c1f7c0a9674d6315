// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/changedusage.h"

#include "core/chat/textstream.h"
#include "core/chat/writtenobject.h"

#include <QJsonDocument>

namespace lightwell {

namespace {

constexpr auto usageKey = "\"usage\"";

/// An event whose data are these instead; they have no line of their own for each line.
QByteArray withData(const QByteArray &event, const QByteArray &data)
{
    const qsizetype begin = event.startsWith("data:") ? 0 : event.indexOf("\ndata:") + 1; // behind its name
    return event.left(begin) + "data: " + QByteArray(data).replace('\n', ' ') + "\n\n";
}

} // namespace

QByteArray withChangedUsage(const QByteArray &answer, const UsageChange &change)
{
    if (!answer.contains(usageKey)) {
        return answer;
    }
    WrittenObject top(answer);
    if (top.names().isEmpty()) {
        return answer;
    }
    if (const QJsonValue usage = writtenValue(top.value("usage")); usage.isObject()) {
        top.set("usage", QJsonDocument(change(usage.toObject())).toJson(QJsonDocument::Compact));
    }
    for (const char *name : {"response", "x_groq"}) { // where events of /responses, and Groq's chunks, have it
        if (const QByteArray inner = top.value(name); inner.startsWith('{')) {
            top.set(name, withChangedUsage(inner, change));
        }
    }
    return top.text();
}

QByteArray withChangedUsageInEvent(const QByteArray &event, const UsageChange &change)
{
    const QByteArray data = StreamCutter::dataOf(event);
    return data.contains(usageKey) ? withData(event, withChangedUsage(data, change)) : event;
}

} // namespace lightwell
