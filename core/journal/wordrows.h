// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace lightwell {
class Database;
}

/// Answers of text models that nobody goes on with, and that their clients may only ask for once more, as chats and
/// embeddings (table stored_responses, without an `input`). They go with their client, and with what their generation
/// was about (responserows::removeAbout()). Only on the store's thread; whatever writes, inside a transaction of the
/// caller.
namespace lightwell::wordrows {

struct AnswerRow
{
    QString generation; ///< the call's
    QString client; ///< whose it is; empty: a gateway without keys
    QDateTime createdAt;
    QByteArray text; ///< UTF-8
};

/// How much is kept; beyond it the oldest go, and what is longer by itself is not kept. Less than may be kept of
/// answers that somebody goes on with: those have the rest.
struct Bounds
{
    int count = 500; ///< of one client
    qint64 bytes = 64LL * 1024 * 1024; ///< of one client
    qint64 bytesOfOne = 16LL * 1024 * 1024;
};

/// Since when they are kept, where it is `now`: for as long as a call can be asked for again
/// (clientcalls::keptSeconds).
[[nodiscard]] QDateTime oldest(const QDateTime &now);

/// Keeps them, and forgets what is beyond the bounds or too old.
[[nodiscard]] Status write(Database &database, const AnswerRow &words, const Bounds &bounds);
/// Their text. Nothing: there is none of this call of this client, or it is too old.
[[nodiscard]] Result<std::optional<QByteArray>> find(Database &database, const QString &generation,
                                                     const QString &client, const QDateTime &now);
[[nodiscard]] Status removeOld(Database &database, const QDateTime &now);

} // namespace lightwell::wordrows
