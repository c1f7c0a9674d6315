// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/namedresponse.h"

#include "core/chat/writtenobject.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QString textIn(const QByteArray &written)
{
    return writtenValue(written).toString();
}

/// The event with other data.
QByteArray withData(const QByteArray &event, const QByteArray &data)
{
    QByteArray lines;
    const QByteArrayList written = event.split('\n');
    for (const QByteArray &line : written) {
        const QByteArray told = line.endsWith('\r') ? line.chopped(1) : line;
        if (!told.isEmpty() && !told.startsWith("data")) {
            lines += told + '\n';
        }
    }
    return lines + "data: " + data + "\n\n";
}

QByteArray withResponse(const QByteArray &event, const QByteArray &response)
{
    WrittenObject fields(StreamCutter::dataOf(event));
    fields.set("response", response);
    return withData(event, fields.text());
}

bool endsWell(const QString &status)
{
    return status == "completed"_L1 || status == "incomplete"_L1;
}

} // namespace

NamedResponse::NamedResponse(QString id, QString previous)
    : m_id(std::move(id))
    , m_previous(std::move(previous))
{
}

QByteArray NamedResponse::named(const QByteArray &response) const
{
    WrittenObject fields(response);
    fields.set("id", quoted(m_id));
    fields.set("previous_response_id", m_previous.isEmpty() ? "null"_ba : quoted(m_previous));
    fields.set("store", "true");
    return fields.text();
}

QByteArray NamedResponse::feed(const QByteArray &piece)
{
    QByteArray events;
    const QByteArrayList cut = m_cutter.feed(piece);
    for (const QByteArray &event : cut) {
        events += told(event);
    }
    return events;
}

QByteArray NamedResponse::told(const QByteArray &event)
{
    if (!m_response.isEmpty()) {
        m_behind += event;
        return {};
    }
    if (!event.contains("\"response\"")) { // most of them; some are long
        return event;
    }
    const WrittenObject fields(StreamCutter::dataOf(event));
    const QByteArray response = fields.value("response");
    if (!response.startsWith('{')) {
        return event;
    }
    const QString type = textIn(fields.value("type"));
    if (type != "response.completed"_L1 && type != "response.incomplete"_L1) {
        return withResponse(event, named(response));
    }
    m_response = named(response);
    m_isGood = true;
    m_lastEvent = event;
    return {};
}

void NamedResponse::take(const QByteArray &answer)
{
    const WrittenObject fields(answer);
    if (!fields.value("output").startsWith('[')) {
        m_unread = answer;
        return;
    }
    m_response = named(answer);
    m_isGood = endsWell(textIn(fields.value("status")));
}

QByteArray NamedResponse::rest(bool isKept) const
{
    QByteArray response = m_response;
    if (!response.isEmpty() && !isKept) {
        WrittenObject fields(response);
        fields.set("store", "false");
        response = fields.text();
    }
    if (m_lastEvent.isEmpty()) {
        return response + m_unread + m_cutter.rest();
    }
    return withResponse(m_lastEvent, response) + m_behind + m_cutter.rest();
}

} // namespace lightwell
