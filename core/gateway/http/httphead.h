// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"

namespace lightwell {

/// What a single request may be. All sizes in bytes.
struct HttpLimits
{
    qsizetype requestLine = 16LL * 1024;
    qsizetype headers = 64LL * 1024; ///< all of them together
    int headerCount = 100;
    qint64 body = 64LL * 1024 * 1024;
    int requests = 1000; ///< on one connection, one after another
};

/// The head of an HTTP/1.1 request (RFC 9112), read strictly: whatever could be read in two ways is refused, never
/// repaired. Pure.
class HttpHead
{
public:
    enum class State {
        Partial, ///< its end has not come yet
        Ready,
        Refused, ///< see refusalStatus(); what follows on the connection is of no use
    };

    explicit HttpHead(const HttpLimits &limits);

    /// `bytes` is all that has come so far, from the first byte of the request on.
    State read(const QByteArray &bytes);

    [[nodiscard]] const GatewayRequest &request() const { return m_request; } ///< without its body
    [[nodiscard]] int refusalStatus() const { return m_refusal; }
    [[nodiscard]] qsizetype size() const { return m_size; } ///< in bytes, with the empty line that ends it
    [[nodiscard]] qsizetype longest() const { return m_limits.requestLine + m_limits.headers + 4; }
    [[nodiscard]] bool expectsContinue() const { return m_expect && hasBody(); }
    [[nodiscard]] bool hasBody() const { return m_chunked || m_length > 0; }
    [[nodiscard]] bool isHttp10() const { return m_http10; } ///< knows no answers in chunks
    [[nodiscard]] bool isChunked() const { return m_chunked; }
    [[nodiscard]] bool wantsClose() const { return m_close || m_http10; } ///< the connection shall end with the answer
    [[nodiscard]] qint64 bodyLength() const { return m_length; } ///< 0 if it comes in chunks

private:
    State refuse(int status);
    [[nodiscard]] int parse(const QByteArray &head); ///< 0, or the status of the refusal
    [[nodiscard]] int parseRequestLine(const QByteArray &line);
    [[nodiscard]] int parseHeader(const QByteArray &line);
    [[nodiscard]] int checkFraming();
    [[nodiscard]] int checkWishes();

    HttpLimits m_limits;
    GatewayRequest m_request;
    qsizetype m_searched = 0; ///< so far without an end
    qsizetype m_size = 0;
    qint64 m_length = 0;
    int m_refusal = 0;
    bool m_http10 = false;
    bool m_expect = false;
    bool m_chunked = false;
    bool m_close = false;
};

} // namespace lightwell
