// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "tests/support/gate.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace lightwell::test {

/// One request as it came over the wire, chunks already joined.
struct Received
{
    QByteArray method;
    QByteArray target; ///< as sent: "/v1/x?a=b"
    QString path; ///< decoded, without the query: "/v1/x"
    QUrlQuery query;
    QList<HttpHeader> headers;
    QByteArray body;
    int connection = 0; ///< 0 for the first connection the server accepted, 1 for the next …

    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< case-insensitive; empty if absent
    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const; ///< empty if the body is no JSON object
    [[nodiscard]] QString queryItem(const QString &name) const;
};

/// What the server does with a request.
struct Reply
{
    enum class Behaviour {
        Normal,
        Chunked, ///< the body in small chunks, no Content-Length
        DropBefore, ///< closes the connection without a byte
        DropMidBody, ///< announces the whole body, sends half of it, closes
        StallMidBody, ///< announces the whole body, sends half of it, then stays silent
        Endless, ///< sends body over and over, as fast as the client reads; closes in the midst of it after `most`
        Never, ///< stays silent
        Raw, ///< writes body as it is: the test makes the whole answer; then closes if `close`
    };

    int status = 200;
    QList<HttpHeader> headers;
    QByteArray body;
    Behaviour behaviour = Behaviour::Normal;
    std::shared_ptr<Gate> gate; ///< nothing is answered before it opens
    bool close = false; ///< closes the connection after the answer
    qint64 most = 0; ///< bytes of an Endless body; 0: no end

    [[nodiscard]] static Reply json(const QJsonObject &object, int status = 200);
    [[nodiscard]] static Reply bytes(const QByteArray &body, const QByteArray &contentType, int status = 200);
    [[nodiscard]] static Reply redirect(const QUrl &to, int status = 302);
    [[nodiscard]] static Reply raw(const QByteArray &answer, bool close = true);
    [[nodiscard]] static Reply never();
    [[nodiscard]] static Reply drop();
    Reply &with(const QByteArray &name, const QByteArray &value);
    Reply &as(Behaviour how);
    Reply &after(const std::shared_ptr<Gate> &held);
};

} // namespace lightwell::test
