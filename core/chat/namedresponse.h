// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textstream.h"

namespace lightwell {

/// An answer of /responses, whole or in events, as it is told under the name by which it is kept here, whoever made it.
/// The events at its end are held back until it is known whether it is kept. All others pass as they come.
class NamedResponse
{
public:
    /// `previous` is what it goes on with; empty: nothing.
    NamedResponse(QString id, QString previous);

    /// What can be told at once of these pieces of a stream.
    [[nodiscard]] QByteArray feed(const QByteArray &piece);
    void take(const QByteArray &answer); ///< a whole one, instead

    /// The answer as it is kept; empty: it has not come to an end with which somebody could go on.
    [[nodiscard]] QByteArray finished() const { return m_isGood ? m_response : QByteArray(); }
    /// What is still owed: the end of the stream, or the whole answer.
    [[nodiscard]] QByteArray rest(bool isKept) const;

private:
    [[nodiscard]] QByteArray named(const QByteArray &response) const;
    [[nodiscard]] QByteArray told(const QByteArray &event);

    const QString m_id;
    const QString m_previous;
    StreamCutter m_cutter;
    QByteArray m_response; ///< as it ended; empty: not yet
    bool m_isGood = false;
    QByteArray m_lastEvent; ///< of a stream: the one with which it ended
    QByteArray m_behind; ///< that
    QByteArray m_unread; ///< an answer that is none of these
};

} // namespace lightwell
