// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"

namespace lightwell {

/// What a single request may be. All sizes in bytes.
struct HttpLimits
{
    qsizetype requestLine = 16 * 1024;
    qsizetype headers = 64 * 1024; ///< all of them together
    int headerCount = 100;
    qint64 body = 64LL * 1024 * 1024;
};

/// Reads one HTTP/1.1 request after the other from the bytes of a connection (RFC 9112), strictly: whatever could be
/// read in two ways is refused, never repaired. Pure; keeps no more than the limits allow.
class HttpParser
{
public:
    enum class State {
        Head, ///< waits for the end of the head
        HeadReady, ///< the head is there; go on with readBody() or refuse
        Body, ///< waits for the body
        Ready, ///< the whole request is there; next() begins the next one
        Refused, ///< see refusalStatus(); the connection is of no further use
    };

    explicit HttpParser(const HttpLimits &limits);

    /// Takes as many bytes off the front of `input` as belong to the current state.
    State feed(QByteArray &input);
    State readBody(QByteArray &input); ///< in HeadReady: the body may come
    void next(); ///< in Ready: forget the request

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const GatewayRequest &request() const { return m_request; }
    [[nodiscard]] GatewayRequest takeRequest() { return std::move(m_request); }
    [[nodiscard]] bool isIdle() const { return m_state == State::Head && m_head.isEmpty(); } ///< between requests
    [[nodiscard]] bool expectsContinue() const { return m_expect; }
    [[nodiscard]] bool hasBody() const { return m_chunked || m_length > 0; }
    [[nodiscard]] int refusalStatus() const { return m_refusal; }

private:
    State refuse(int status);
    State readHead(QByteArray &input);
    State readPlainBody(QByteArray &input);
    State readChunks(QByteArray &input);
    State beginChunk(QByteArray &input, bool &waiting);
    [[nodiscard]] int parseHead(const QByteArray &head); ///< 0, or the status of the refusal
    [[nodiscard]] int parseRequestLine(const QByteArray &line);
    [[nodiscard]] int parseHeader(const QByteArray &line);
    [[nodiscard]] int checkFraming();

    enum class ChunkState { Size, Data, DataEnd, Trailer };

    HttpLimits m_limits;
    State m_state = State::Head;
    QByteArray m_head;
    GatewayRequest m_request;
    bool m_http10 = false;
    bool m_expect = false;
    bool m_chunked = false;
    qint64 m_length = 0; ///< of the body, or of the rest of the current chunk
    qint64 m_framing = 0; ///< bytes of chunk sizes and trailers, which have limits too
    ChunkState m_chunkState = ChunkState::Size;
    int m_refusal = 0;
};

} // namespace lightwell
