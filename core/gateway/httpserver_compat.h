// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where QHttpServer of Qt 6.4 and of Qt 6.8 differ, and nothing else. In 6.4 a responder keeps a bare pointer to its
// socket: look whether the socket is still there before any of these.

#include "core/model/http.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QTcpSocket>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace lightwell::compat {

/// Calls `handler(const QHttpServerRequest &, QHttpServerResponder &&)` for every request that comes to `server`.
template<typename Handler>
void setHandler(QHttpServer &server, const QObject *context, const Handler &handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(context, [handler](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        handler(request, std::move(responder));
    });
#else
    Q_UNUSED(context)
    server.setMissingHandler(handler);
#endif
}

/// Whether this request came over this socket.
[[nodiscard]] inline bool cameFrom(const QTcpSocket &socket, const QHttpServerRequest &request,
                                   const QHttpServerResponder &responder)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    Q_UNUSED(responder)
    return request.remotePort() == socket.peerPort() && request.remoteAddress() == socket.peerAddress();
#else
    Q_UNUSED(request)
    return responder.socket() == &socket;
#endif
}

/// Writes a whole answer of a status that isKnown(); its length is added.
inline void write(QHttpServerResponder &responder, int status, const QList<HttpHeader> &headers, const QByteArray &body)
{
    const auto code = QHttpServerResponder::StatusCode(status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders list;
    for (const HttpHeader &header : headers) {
        list.append(header.name, header.value);
    }
    responder.write(body, list, code);
#else
    responder.writeStatusLine(code);
    for (const HttpHeader &header : headers) {
        responder.writeHeader(header.name, header.value);
    }
    responder.writeHeader("Content-Length", QByteArray::number(body.size()));
    responder.writeBody(QByteArray()); // ends the head
    responder.socket()->write(body); // shared; writeBody() would copy it
#endif
}

/// Whether QHttpServer can write such an answer; 6.4 throws over a status it has no name for.
[[nodiscard]] inline bool isKnown(int status)
{
    return QMetaEnum::fromType<QHttpServerResponder::StatusCode>().valueToKey(status) != nullptr;
}

} // namespace lightwell::compat
