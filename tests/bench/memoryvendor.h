// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/memoryanswer.h"
#include "tests/support/testserver.h"

namespace lightwell::bench {

/// OpenAI's Images API answering from memory, on a thread of its own: what it takes is the same for everybody who
/// asks, and little. Every answer holds another picture, as a vendor's do.
class MemoryVendor
{
public:
    /// Answers are about `bodyBytes` long (MemoryAnswer).
    explicit MemoryVendor(qint64 bodyBytes);

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] QString baseUrl() const { return m_server.url().toString(); }
    [[nodiscard]] qint64 bodyBytes() const { return m_answer.bytes(); }

    [[nodiscard]] QByteArray base64() const { return m_answer.base64(); } ///< the picture, as it is in the answer
    [[nodiscard]] static QByteArray path() { return QByteArrayLiteral("/v1/images/generations"); }
    /// What Lightwell asks this vendor; also valid at the gateway, where `response_format` is needed in addition.
    [[nodiscard]] static QByteArray requestJson();
    [[nodiscard]] static QByteArray gatewayJson();

private:
    [[nodiscard]] test::Reply answer();

    MemoryAnswer m_answer;
    test::TestServer m_server; ///< last: it may ask as soon as it is there
};

} // namespace lightwell::bench
