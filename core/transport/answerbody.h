// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"
#include "core/transport/textmeter.h"
#include "core/transport/unpacker.h"

#include <vector>

namespace lightwell {

/// The body of an answer while it comes: unpacked, and within the limits. What is not packed as its head says, or in a
/// way nobody knows, is taken as it is: whole if that can be read (text, a picture), else with an error at its end.
class AnswerBody
{
public:
    /// What an answer may be packed with: others are not asked for.
    static constexpr const char *offered = "gzip";

    AnswerBody(const TransportLimits &limits, QString host);

    /// `length`: as announced, -1 where it is not. Yields why it is not taken.
    [[nodiscard]] std::optional<Error> begin(const HttpResponse &head, qint64 length);
    [[nodiscard]] std::optional<Error> take(QByteArrayView bytes);
    [[nodiscard]] std::optional<Error> end() const; ///< it broke off within what is packed, or was not unpacked
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; } ///< so far
    [[nodiscard]] QByteArray release() { return std::exchange(m_bytes, {}); } ///< never twice in memory

private:
    [[nodiscard]] Unpacker::Outcome unpack(QByteArrayView bytes);
    void takeAsItIs();

    const TransportLimits m_limits;
    const QString m_host;
    QByteArray m_bytes;
    std::vector<std::unique_ptr<Unpacker>> m_unpackers; ///< where it comes packed; the outermost first
    QByteArray m_packed; ///< all that came, while that can still turn out not to be packed
    bool m_isDoubtful = false; ///< taken as it is, whatever its head says
    TextMeter m_text;
    bool m_isPicture = false;
};

} // namespace lightwell
