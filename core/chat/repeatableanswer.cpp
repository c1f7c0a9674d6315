// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/repeatableanswer.h"

#include "core/chat/textstream.h"
#include "core/chat/writtenobject.h"

#include <QJsonArray>
#include <QJsonDocument>
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

QByteArray unpaid(const QByteArray &answer)
{
    if (!answer.contains("\"usage\"")) {
        return answer;
    }
    WrittenObject top(answer);
    if (top.names().isEmpty()) {
        return answer;
    }
    if (const QJsonValue usage = writtenValue(top.value("usage")); usage.isObject()) {
        top.set("usage", QJsonDocument(nothingOf(usage).toObject()).toJson(QJsonDocument::Compact));
    }
    for (const char *name : {"response", "x_groq"}) { // where events of /responses, and Groq's chunks, have it
        if (const QByteArray inner = top.value(name); inner.startsWith('{')) {
            top.set(name, unpaid(inner));
        }
    }
    return top.text();
}

/// An event whose data are these instead; they have no line of their own for each line.
QByteArray withData(const QByteArray &event, const QByteArray &data)
{
    const qsizetype begin = event.startsWith("data:") ? 0 : event.indexOf("\ndata:") + 1; // behind its name
    return event.left(begin) + "data: " + QByteArray(data).replace('\n', ' ') + "\n\n";
}

} // namespace

std::optional<QByteArray> repeatableAnswer(const QByteArray &answer)
{
    return isCutOff(WrittenObject(answer)) ? std::nullopt : std::optional(unpaid(answer));
}

std::optional<QByteArray> repeatableEvents(const QByteArray &events)
{
    StreamCutter cutter;
    QByteArray repeated;
    const bool isEnded = events.isEmpty() || events.endsWith("\n\n") || events.endsWith("\n\r\n");
    const QByteArrayList all = cutter.feed(isEnded ? events : events + "\n\n"); // the last one may lack its end
    for (const QByteArray &event : all) {
        const QByteArray data = StreamCutter::dataOf(event);
        if (isCutOff(WrittenObject(data))) {
            return std::nullopt;
        }
        repeated += data.contains("\"usage\"") ? withData(event, unpaid(data)) : event;
    }
    return repeated;
}

} // namespace lightwell
