// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/replay/answerwishes.h"

#include <QDateTime>
#include <QJsonObject>

namespace lightwell {

/// A kept answer: what was asked, and which generation it brought. Plan and pictures are where they were, in the
/// journal and in the media store; where they are gone, so is the answer.
struct Recording
{
    QString id; ///< "rec_" and 27 hexadecimal digits, the first of which count milliseconds: sorted, they are by age
    QDateTime createdAt; ///< UTC
    QDateTime expiresAt; ///< invalid: never
    QString client; ///< the id of the gateway's client whose it is; empty: without keys
    QByteArray fingerprint; ///< of the body, as its dialect takes it; of a cached answer: of the fields
    QJsonObject fields; ///< callFields(); empty for a cached answer, of which nobody wanted the words kept
    QString generation;

    [[nodiscard]] QJsonObject toJson() const;
    /// Nothing: this is none, or a damaged one.
    [[nodiscard]] static std::optional<Recording> fromJson(const QJsonObject &object);
    friend bool operator==(const Recording &, const Recording &) = default;
};

[[nodiscard]] QString newRecordingId(const QDateTime &now);
[[nodiscard]] bool isRecordingId(const QString &id);

/// A call that looks for its recording.
struct AskedCall
{
    QString client;
    QByteArray fingerprint;
    QJsonObject fields;
};

/// Whether the recording answers the call, by the match it wishes. A client finds its own alone, but for one that it
/// can name: nobody guesses an id.
[[nodiscard]] bool answers(const Recording &recording, const AskedCall &call, const AnswerWishes &wishes);

} // namespace lightwell
