// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a vendor tells beside its answers, on a stream or a web socket: it only shows, and may say "poll now".
#include "core/engine/calldriver.h"
#include "core/engine/socketfollower.h"
#include "core/engine/streamfollower.h"
#include "core/net/hostrules.h"

namespace lightwell {

void CallDriver::followStream()
{
    const auto read = [talk = m_conversation, state = m_state](const StreamEvent &event) {
        return talk->streamed(state, event);
    };
    auto *follower = new StreamFollower(read, m_info.id, this);
    follower->follow(m_running);
    connect(follower, &StreamFollower::progressed, this, [this](const Progress &progress) {
        if (!m_ended) {
            Q_EMIT progressed(progress);
        }
    });
}

void CallDriver::listen(const std::optional<HttpRequest> &socket)
{
    const QUrl own = m_conversation->ownAddress();
    if (!socket || m_cancelled || !isSocketOf(socket->url, own.isEmpty() ? m_info.defaultBaseUrl : own)) {
        stopListening();
        return;
    }
    if (!m_socket) {
        m_socket = new SocketFollower(m_http, m_info.id, this);
        connect(m_socket, &SocketFollower::progressed, this, [this](const Progress &progress) {
            m_fraction = progress.fraction ? progress.fraction : m_fraction;
            Q_EMIT progressed(progress);
        });
        connect(m_socket, &SocketFollower::pollWanted, this, &CallDriver::pollNow);
    }
    const auto read = [talk = m_conversation, state = m_state](const StreamEvent &event) {
        return talk->streamed(state, event);
    };
    m_socket->listen(*socket, read, limits(false).total);
}

void CallDriver::stopListening()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->close();
        m_socket->deleteLater(); // perhaps it is what tells something right now
        m_socket = nullptr;
    }
}

void CallDriver::pollNow()
{
    if (m_waits) {
        m_pause.stop();
        send(m_request);
    } else {
        m_pollAgain = true; // the answer that is under way may be from before
    }
}

} // namespace lightwell
