// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textstream.h"

namespace lightwell {

/// An answer of a text model as a call gets it that shares it with an equal one, which pays: the costs that its vendor
/// tells in its usage are 0, so that nobody who adds up counts them twice. What was counted stays.
[[nodiscard]] QByteArray sharedAnswer(const QByteArray &answer);
[[nodiscard]] QByteArray sharedEvents(const QByteArray &events); ///< the same of some of a stream's

/// The same of a stream of which more and more comes.
class SharedStream
{
public:
    /// `all` is what has come so far, `whole` that no more comes; the same for this.
    [[nodiscard]] const QByteArray &told(const QByteArray &all, bool isWhole);
    [[nodiscard]] qsizetype size() const { return m_told.size(); }

private:
    StreamCutter m_cutter;
    qsizetype m_taken = 0; ///< bytes of all
    QByteArray m_told;
    bool m_isWhole = false;
};

} // namespace lightwell
