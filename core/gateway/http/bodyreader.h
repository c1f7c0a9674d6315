// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/chunkedbody.h"
#include "core/gateway/http/httphead.h"
#include "core/gateway/http/httptimes.h"

#include <QElapsedTimer>

class QIODevice;

namespace lightwell {

/// Takes the body of one request from its connection, by its length or out of its chunks, and nothing that follows it.
class BodyReader
{
public:
    enum class State {
        Partial, ///< its end has not come yet
        Done,
        Refused, ///< see refusalStatus(); what follows on the connection is of no use
    };

    /// `head` is that of the request whose body follows; `most` is what that may have, in bytes.
    void begin(const HttpHead &head, qint64 most);

    State read(QIODevice &device); ///< what has come since it was asked last
    [[nodiscard]] int refusalStatus() const { return m_refusal; }
    [[nodiscard]] std::chrono::milliseconds patience(const HttpTimes &times) const; ///< how much longer it may take
    [[nodiscard]] QByteArray take(); ///< the body; once

private:
    State readLength(QIODevice &device);
    State readChunks(QIODevice &device);

    qint64 m_most = 0;
    bool m_isChunked = false;
    qint64 m_length = 0;
    ChunkedBody m_chunks {0};
    QByteArray m_body;
    qint64 m_received = 0; ///< bytes, the framing of chunks included
    QElapsedTimer m_since; ///< it was awaited
    int m_refusal = 0;
};

} // namespace lightwell
