// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"
#include "core/transport/textmeter.h"
#include "core/transport/unpacker.h"

namespace lightwell {

/// The body of an answer while it comes: unpacked, and within the limits.
class AnswerBody
{
public:
    /// What an answer may be packed with: others are not asked for, and not read.
    static constexpr const char *offered = "gzip";

    AnswerBody(const TransportLimits &limits, QString host);

    /// `length`: as announced, -1 where it is not. Yields why it is not taken.
    [[nodiscard]] std::optional<Error> begin(const HttpResponse &head, qint64 length);
    [[nodiscard]] std::optional<Error> take(QByteArrayView bytes);
    [[nodiscard]] std::optional<Error> end() const; ///< it broke off within what is packed
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; } ///< so far
    [[nodiscard]] QByteArray release() { return std::exchange(m_bytes, {}); } ///< never twice in memory

private:
    const TransportLimits m_limits;
    const QString m_host;
    QByteArray m_bytes;
    std::unique_ptr<Unpacker> m_unpacker; ///< where it comes packed
    TextMeter m_text;
    bool m_isPicture = false;
};

} // namespace lightwell
