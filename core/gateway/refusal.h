// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/bodyform.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace lightwell {

/// Why the gateway does not do what a request asks for, before any work has begun: a reason and its values. The dialect
/// of the request's path words it.
struct Refusal
{
    enum class Kind {
        Unreadable, ///< no HTTP as it is taken here
        Late, ///< it did not arrive in time
        BodyTooLarge, ///< see limit
        AddressTooLong,
        UnknownExpectation, ///< other than 100-continue
        HeadTooLarge, ///< too many headers, or too long ones
        UnknownCoding, ///< a transfer encoding other than "chunked"
        UnknownVersion, ///< of HTTP
        TooManyConnections,
        TooManyBodies, ///< large ones, of all clients together
        ClientHasItsShare, ///< of connections or large bodies
        Closing, ///< the gateway; see generation
        HostNotAllowed, ///< see port
        OriginNotAllowed,
        WrongKey, ///< or none
        KeyExpired,
        KeyDisabled,
        KeyOnlyManages, ///< others' keys: nothing that may cost something
        KeyManagesNone, ///< though it was asked to manage others'
        ModelNotAllowed, ///< to this client; see models
        TooManyCalls, ///< of this client in a minute; see limit
        UnknownPath,
        NotServed, ///< a path of the public API that this gateway has nothing at
        MethodNotAllowed, ///< see methods
        WrongContentType, ///< see form
        UnknownBodyCoding, ///< a Content-Encoding other than gzip and deflate
        NotToBeLookedUp, ///< in the database, at the moment; so nothing was begun
        KeyReused, ///< an Idempotency-Key that came with another request before
    };
    Kind kind = Kind::Unreadable;
    qint64 limit = 0; ///< bytes, or calls in a minute, that are taken
    quint16 port = 0; ///< of the gateway
    QByteArrayList methods = {}; ///< which the path takes
    BodyForm form = BodyForm::Json; ///< which the path takes
    QString generation = {}; ///< what is under way for this caller, and may be billed; empty: nothing
    std::optional<std::chrono::seconds> retryAfter = {}; ///< when it may go better
    QStringList models = {}; ///< ids and patterns of those that the client may use

    friend bool operator==(const Refusal &, const Refusal &) = default;

    [[nodiscard]] int status() const; ///< of HTTP; each kind has one
    /// What the status of a fault in HTTP itself means; `limit` is that for bodies.
    [[nodiscard]] static Refusal ofHttp(int status, qint64 limit);
    /// One that goes away by itself in a moment.
    [[nodiscard]] static Refusal forNow(Kind kind);
};

} // namespace lightwell
