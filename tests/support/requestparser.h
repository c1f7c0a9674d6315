// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/message.h"

#include <optional>

namespace lightwell::test {

/// Cuts the bytes of one connection into requests (HTTP/1.1: Content-Length or chunked bodies).
class RequestParser
{
public:
    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    /// The next whole request, if it has arrived.
    [[nodiscard]] std::optional<Received> next();
    /// True once per request whose sender waits for "100 Continue" before it sends its body.
    [[nodiscard]] bool takeExpect();
    [[nodiscard]] bool isBroken() const { return m_broken; } ///< not HTTP: the connection is of no further use

private:
    bool readHead();
    bool readBody();
    bool readChunks();

    QByteArray m_buffer;
    Received m_current;
    bool m_haveHead = false;
    bool m_expect = false;
    bool m_broken = false;
};

} // namespace lightwell::test
