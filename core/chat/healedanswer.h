// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace lightwell {

/// What mending came to, of all messages of an answer.
struct HealingReport
{
    bool hasSchema = false;
    bool isMended = false;
    qint64 before = 0; ///< characters of their words as they came
    qint64 after = 0;

    friend bool operator==(const HealingReport &, const HealingReport &) = default;
};

/// Whether an answer with this `finish_reason` may lack its end: a limit of tokens, a filter or an error ended it.
[[nodiscard]] bool endsEarly(const QString &finish);

/// The words of one message. `wasCutOff`: the answer ended early.
struct HealedWords
{
    QString text; ///< the same where nothing was to be mended, or could be
    HealingReport report;
};
[[nodiscard]] HealedWords healedWords(const QString &words, const QJsonObject &schema, bool wasCutOff);

struct HealedAnswer
{
    QByteArray text;
    HealingReport report;
};

/// An answer of chat/completions with the words of its messages mended, where these were to be JSON by `schema` and are
/// not; byte for byte the same where nothing was to be mended, or could be. Takes its time: call it on the thread pool.
[[nodiscard]] Result<HealedAnswer> healedAnswer(const QByteArray &answer, const QJsonObject &schema);

} // namespace lightwell
