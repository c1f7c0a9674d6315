// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/socketfollower.h"

#include "core/transport/socketcall.h"

namespace lightwell {

namespace {

constexpr int maxPreviews = 100; // one a step, where the vendor sends them
constexpr int maxOpenings = 3;
constexpr int maxPolls = 20; // asking costs nothing, but a vendor must not make us ask without end

} // namespace

SocketFollower::SocketFollower(HttpClient &http, const QString &provider, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_reader(provider, maxPreviews, nullptr)
{
    connect(&m_reader, &InterimReader::progressed, this, &SocketFollower::progressed);
    connect(&m_reader, &InterimReader::pollWanted, this, &SocketFollower::wantPoll);
}

SocketFollower::~SocketFollower()
{
    close();
}

void SocketFollower::listen(const HttpRequest &socket, const InterimReader::Read &read, std::chrono::milliseconds left)
{
    m_reader.setRead(read);
    if (m_socket && socket == m_address) {
        return;
    }
    close();
    if (++m_openings > maxOpenings) {
        return;
    }
    m_address = socket;
    SocketLimits limits;
    limits.total = left;
    m_socket = m_http.listen(socket, limits);
    connect(m_socket, &SocketCall::textArrived, this, [this](const QByteArray &utf8) {
        m_reader.take({"text", utf8});
    });
    connect(m_socket, &SocketCall::binaryArrived, this, [this](const QByteArray &bytes) {
        m_reader.take({"binary", bytes});
    });
    connect(m_socket, &SocketCall::ended, this, [this] { m_socket = nullptr; });
}

void SocketFollower::close()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket = nullptr;
    }
}

void SocketFollower::wantPoll()
{
    if (++m_polls <= maxPolls) {
        Q_EMIT pollWanted();
    }
}

} // namespace lightwell
