// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/callnotes.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>

#include <optional>

namespace lightwell {

/// Cuts an event stream into its events as they are written, each with the empty line at its end, so that they can be
/// passed on as they came.
class StreamCutter
{
public:
    [[nodiscard]] QByteArrayList feed(const QByteArray &piece);
    [[nodiscard]] QByteArray rest() const { return m_rest; } ///< of an event that has not ended

    [[nodiscard]] static QByteArray dataOf(const QByteArray &event); ///< its data lines, joined; empty: it has none

private:
    QByteArray m_rest;
    qsizetype m_looked = 0; ///< of that, where no event ends
};

/// What a stream of a text model has brought so far: as much of it as money and errors need. Reads the chunks of
/// chat/completions and the events of responses.
class StreamMeter
{
public:
    void feed(const QByteArray &piece);

    /// It has said that it is at its end, in whichever way.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] qint64 characters() const { return m_characters; } ///< that the model wrote, with what it thought
    [[nodiscard]] const QJsonObject &usage() const { return m_usage; } ///< the last that was told; empty: none was
    [[nodiscard]] const QByteArray &error() const
    {
        return m_error;
    } ///< as an answer would have it; empty: there is none
    [[nodiscard]] const AnswerNotes &about() const { return m_about; }

private:
    void take(const QByteArray &data);
    void takeChunk(const QJsonObject &chunk);
    void takeEvent(const QString &type, const QJsonObject &event);

    StreamCutter m_cutter;
    qint64 m_characters = 0;
    bool m_isWhole = false;
    QJsonObject m_usage;
    QByteArray m_error;
    AnswerNotes m_about;
};

/// Adds what an answer of chat/completions, a chunk of one, or a response of /responses says of itself: its id, why it
/// ended, and on which tier it ran.
void noteAnswer(const QJsonObject &answer, AnswerNotes &about);

/// Takes out of a stream of chat/completions what its client did not ask for: the usage. All other events pass as they
/// are, as they come.
class UsageFilter
{
public:
    [[nodiscard]] QByteArray feed(const QByteArray &piece);
    [[nodiscard]] QByteArray rest() const { return m_cutter.rest(); }

private:
    StreamCutter m_cutter;
};

/// Holds back the end of a stream of chat/completions, in which it is told what was used: the event of the usage alone,
/// or "[DONE]", and all behind it. All before that passes as it is, as it comes.
class TailFilter
{
public:
    [[nodiscard]] QByteArray feed(const QByteArray &piece);
    [[nodiscard]] QByteArray tail() const { return m_tail + m_cutter.rest(); }

private:
    StreamCutter m_cutter;
    QByteArray m_tail;
};

/// Whether an event of such a stream tells the usage and nothing else.
[[nodiscard]] bool isUsageEvent(const QByteArray &event);

} // namespace lightwell
