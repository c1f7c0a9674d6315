// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell {
class Database;
}

/// Answers of text models that clients of the gateway may go on with (table stored_responses). Only on the store's
/// thread; whatever writes, inside a transaction of the caller.
namespace lightwell::responserows {

struct StoredResponse
{
    QString id; ///< as its client knows it: "resp_…"
    QString client; ///< whose it is; empty: a gateway without keys
    QString generation; ///< the first that it took
    QDateTime createdAt;
    QByteArray input; ///< a JSON list: all items of the conversation before this answer
    QByteArray response; ///< a JSON object: the answer, with its items in `output`
    QStringList items = {}; ///< the names of these, by which clients refer to them; not read again
    friend bool operator==(const StoredResponse &, const StoredResponse &) = default;
};

/// How much is kept; beyond it the oldest go, and what is larger by itself is not kept.
struct Bounds
{
    int days = 30; ///< as at OpenAI
    int count = 1000; ///< of one client
    qint64 bytes = 256LL * 1024 * 1024; ///< of one client
    qint64 bytesOfOne = 64LL * 1024 * 1024;
};

/// Keeps it, and forgets what is beyond the bounds.
[[nodiscard]] Status write(Database &database, const StoredResponse &response, const Bounds &bounds);
/// Nothing: this client has none of this id, or none since `oldest`.
[[nodiscard]] Result<std::optional<StoredResponse>> find(Database &database, const QString &id, const QString &client,
                                                         const QDateTime &oldest);
/// The answer of the call that took this generation first, found in the same way.
[[nodiscard]] Result<std::optional<StoredResponse>> findByGeneration(Database &database, const QString &generation,
                                                                     const QString &client, const QDateTime &oldest);
/// The newest answer of this client that has an item of this name: its `response`.
[[nodiscard]] Result<std::optional<QByteArray>> findByItem(Database &database, const QString &item,
                                                           const QString &client, const QDateTime &oldest);
/// Whether there was one.
[[nodiscard]] Result<bool> remove(Database &database, const QString &id, const QString &client,
                                  const QDateTime &oldest);
[[nodiscard]] Status removeOld(Database &database, const QDateTime &oldest); ///< all that were kept before
/// All whose conversation has what this generation was about: its words or its picture.
[[nodiscard]] Status removeAbout(Database &database, const QString &generation);

} // namespace lightwell::responserows
