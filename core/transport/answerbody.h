// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"
#include "core/transport/spool.h"
#include "core/transport/textmeter.h"
#include "core/transport/unpacker.h"

#include <vector>

namespace lightwell {

/// The body of an answer while it comes: unpacked, within the limits, and on the disk where it is large. What is not
/// packed as its head says, or in a way nobody knows, is taken as it is: whole if that can be read (text, a picture),
/// else with an error at its end.
class AnswerBody
{
public:
    /// What an answer may be packed with: others are not asked for.
    static constexpr const char *offered = "gzip";
    using Listener = std::function<void(QByteArrayView piece)>;

    AnswerBody(const TransportLimits &limits, QString host, const QString &spoolFolder);

    /// `length`: as announced, -1 where it is not. Yields why it is not taken.
    [[nodiscard]] std::optional<Error> begin(const HttpResponse &head, qint64 length);
    /// `heard` gets what is in them, piece by piece.
    [[nodiscard]] std::optional<Error> take(QByteArrayView bytes, const Listener &heard = {});
    [[nodiscard]] qint64 size() const { return m_spool.size(); } ///< so far
    /// All has come: puts it into `response`. Yields why it is not whole, or not to be read.
    [[nodiscard]] std::optional<Error> end(HttpResponse &response);
    void breakOff(HttpResult &result); ///< puts what came into it

private:
    [[nodiscard]] std::optional<Error> store(QByteArrayView piece);
    [[nodiscard]] Unpacker::Outcome unpack(std::size_t layer, QByteArrayView bytes,
                                           const std::function<bool(QByteArrayView)> &sink);

    const TransportLimits m_limits;
    const QString m_host;
    Spool m_spool;
    std::vector<std::unique_ptr<Unpacker>> m_unpackers; ///< where it comes packed; the outermost first
    QByteArray m_packed; ///< what came before anything of it was unpacked: it may not be packed at all
    QByteArray m_start; ///< of what is taken as it is
    bool m_isDoubtful = false; ///< taken as it is, whatever its head says
    TextMeter m_text;
    bool m_isPicture = false;
};

} // namespace lightwell
