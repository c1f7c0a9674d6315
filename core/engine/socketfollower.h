// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/interimreader.h"
#include "core/transport/httpclient.h"

#include <QPointer>

namespace lightwell {

/// Listens to the web socket beside a job and shows what it tells. It is a comfort and nothing depends on it: one that
/// breaks, is refused or talks nonsense is silence. Goes with its socket.
class SocketFollower : public QObject
{
    Q_OBJECT
public:
    SocketFollower(HttpClient &http, const QString &provider, QObject *parent);
    ~SocketFollower() override;

    /// Called with every Wait: opens the socket where it is not open, a few times in all. `read` is for what comes from
    /// now on, `left` the time the call still has.
    void listen(const HttpRequest &socket, const InterimReader::Read &read, std::chrono::milliseconds left);
    void close();

Q_SIGNALS:
    void progressed(const lightwell::Progress &progress);
    void pollWanted(); ///< a bounded number of times, however often the vendor says so

private:
    void wantPoll();

    HttpClient &m_http;
    InterimReader m_reader;
    HttpRequest m_address; ///< of the one that was opened last
    QPointer<SocketCall> m_socket;
    int m_openings = 0;
    int m_polls = 0; ///< that were asked for
};

} // namespace lightwell
