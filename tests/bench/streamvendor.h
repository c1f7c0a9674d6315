// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QThread>

#include <atomic>
#include <chrono>

namespace lightwell::bench {

/// A chat API that streams: an event for each caller every `pace`, on a thread of its own. An event carries the time it
/// was written at, so that whoever reads it knows how long it was under way.
class StreamVendor
{
public:
    StreamVendor(int events, std::chrono::milliseconds pace);
    ~StreamVendor();
    Q_DISABLE_COPY_MOVE(StreamVendor)

    [[nodiscard]] quint16 port() const { return m_port; } ///< 0: it does not listen
    [[nodiscard]] QString baseUrl() const;
    [[nodiscard]] static QByteArray path() { return QByteArrayLiteral("/v1/chat/completions"); }
    [[nodiscard]] static QByteArray requestJson();
    /// Nanoseconds since this event was written; nothing (-1): the line is no such event.
    [[nodiscard]] static qint64 ageOf(const QByteArray &line);

private:
    QThread m_thread;
    std::atomic<quint16> m_port = 0;
};

} // namespace lightwell::bench
