// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell::bench {

/// What OpenAI's Images API answers: each time another picture, as a vendor's are.
class MemoryAnswer
{
public:
    /// About `bodyBytes` long: a PNG that cannot be compressed, as base64 in JSON. At least a tiny picture.
    explicit MemoryAnswer(qint64 bodyBytes);

    [[nodiscard]] qint64 bytes() const { return m_body.size(); }
    [[nodiscard]] quint32 given() const { return m_serial; } ///< so far
    [[nodiscard]] QByteArray base64() const; ///< the picture, as it is in the last answer
    [[nodiscard]] QByteArray next();

private:
    QByteArray m_body;
    qsizetype m_serialAt = 0; ///< where the base64 of the serial number's chunk begins
    quint32 m_serial = 0;
};

} // namespace lightwell::bench
