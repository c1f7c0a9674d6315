// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/eventstream.h"

#include "core/model/boundedjson.h"

#include <algorithm>
#include <utility>

namespace lightwell {

EventStreamReader::EventStreamReader(qsizetype maxEventBytes)
    : m_maxEventBytes(maxEventBytes)
{
}

QList<StreamEvent> EventStreamReader::feed(const QByteArray &piece)
{
    QList<StreamEvent> events;
    qsizetype begin = 0;
    if (!piece.isEmpty() && std::exchange(m_afterReturn, false) && piece.at(0) == '\n') {
        begin = 1;
    }
    while (begin < piece.size() && m_taken < maxEvents) {
        const auto from = piece.begin() + begin;
        const auto at = std::find_if(from, piece.end(), [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype end = at - piece.begin();
        if (m_rest.size() + (end - begin) > m_maxEventBytes) {
            m_lineTooLarge = true;
            m_rest.clear();
        } else if (!m_lineTooLarge) {
            m_rest.append(piece.constData() + begin, end - begin);
        }
        if (at == piece.end()) {
            break;
        }
        readLine(std::exchange(m_rest, {}), events);
        begin = end + 1;
        if (*at == '\r') {
            m_afterReturn = begin == piece.size();
            begin += begin < piece.size() && piece.at(begin) == '\n' ? 1 : 0;
        }
    }
    return events;
}

void EventStreamReader::readLine(const QByteArray &raw, QList<StreamEvent> &events)
{
    if (std::exchange(m_lineTooLarge, false)) {
        m_tooLarge = true;
        return;
    }
    const bool isFirst = !std::exchange(m_begun, true);
    const QByteArray line = isFirst && raw.startsWith("\xef\xbb\xbf") ? raw.mid(3) : raw;
    if (line.isEmpty()) {
        const StreamEvent event = std::exchange(m_event, {});
        if (std::exchange(m_hasData, false) && !std::exchange(m_tooLarge, false)) {
            events.append({event.name.isEmpty() ? QByteArray("message") : event.name, event.data});
            ++m_taken;
        }
        m_tooLarge = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' ')) {
        value.remove(0, 1);
    }
    if (field == "event") {
        m_event.name = value;
    } else if (field == "data") {
        if (m_event.data.size() + value.size() > m_maxEventBytes) {
            m_tooLarge = true;
            m_event.data.clear();
        }
        if (m_hasData && !m_tooLarge) {
            m_event.data.append('\n');
        }
        m_hasData = true;
        if (!m_tooLarge) {
            m_event.data.append(value);
        }
    }
}

QList<StreamEvent> eventsOf(const QByteArray &stream)
{
    EventStreamReader reader(std::max<qsizetype>(stream.size(), 1));
    QList<StreamEvent> events = reader.feed(stream);
    const QList<StreamEvent> unended = reader.feed("\n\n");
    for (const StreamEvent &event : unended) {
        if (readJsonObject(event.data, jsonlimits::answer)) {
            events.append(event);
        }
    }
    return events;
}

bool isEventStream(const QByteArray &contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return contentType.left(end < 0 ? contentType.size() : end).trimmed().toLower() == "text/event-stream";
}

} // namespace lightwell
