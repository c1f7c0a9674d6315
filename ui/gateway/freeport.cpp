// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/freeport.h"

#include <QTcpServer>

#include <limits>

namespace lightwell::freeport {

namespace {

constexpr int near = 100;

} // namespace

bool isFree(const QHostAddress &address, quint16 port)
{
    QTcpServer server;
    return server.listen(address, port);
}

std::optional<quint16> nextFree(const QHostAddress &address, quint16 port)
{
    const int last = std::min<int>(port + near, std::numeric_limits<quint16>::max());
    for (int next = port + 1; next <= last; ++next) {
        if (isFree(address, static_cast<quint16>(next))) {
            return static_cast<quint16>(next);
        }
    }
    return std::nullopt;
}

} // namespace lightwell::freeport
