// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell {
class Database;
}

/// Answers of text models that clients of the gateway may go on with (table stored_responses): each with what its own
/// turn brought, and a link to the one before it. An answer that nobody can ask for any more, since it is too old,
/// stays for as long as a younger one needs it. Only on the store's thread; whatever writes, inside a transaction of
/// the caller.
namespace lightwell::responserows {

struct StoredResponse
{
    QString id; ///< as its client knows it: "resp_…"
    QString client; ///< whose it is; empty: a gateway without keys
    QString generation; ///< the first that it took
    QDateTime createdAt;
    /// A JSON list: all items of the conversation between `previous` and this answer.
    QByteArray input;
    QByteArray response; ///< a JSON object: the answer, with its items in `output`
    QStringList items = {}; ///< the names of these, by which clients refer to them; not read again
    QString previous = {}; ///< the answer that it goes on with; empty: none
    friend bool operator==(const StoredResponse &, const StoredResponse &) = default;
};

/// How much is kept; beyond it the conversations go that nobody has gone on with for longest, and what is larger by
/// itself is not kept.
struct Bounds
{
    int days = 30; ///< as at OpenAI
    int count = 2000; ///< of one client
    qint64 bytes = 256LL * 1024 * 1024; ///< of one client
    qint64 bytesOfOne = 64LL * 1024 * 1024; ///< with all that was said before it
    /// So many answers come before one at most: the next has the whole conversation itself once more. Less than
    /// `count`, so that no conversation loses its own beginning.
    int longestChain = 500;
};

/// Keeps it, and forgets what is beyond the bounds. An error of the kind Invalid where the answer that it goes on with
/// is not there any more: somebody may have had it deleted since.
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

struct Conversation
{
    QByteArrayList before; ///< all items that were said before the answer, the first one first
    QByteArray response;
};
/// Nothing: as find(), or some of what was said before it is missing, or the file is damaged so that an answer would
/// come before itself.
[[nodiscard]] Result<std::optional<Conversation>> findConversation(Database &database, const QString &id,
                                                                   const QString &client, const QDateTime &oldest);

/// Whether there was one. What it said goes to the answers that go on with it, which stay as they are told.
[[nodiscard]] Result<bool> remove(Database &database, const QString &id, const QString &client,
                                  const QDateTime &oldest);
/// All that were kept before, and that none needs which was kept since.
[[nodiscard]] Status removeOld(Database &database, const QDateTime &oldest);
/// All whose conversation has what this generation was about: its words or its picture.
[[nodiscard]] Status removeAbout(Database &database, const QString &generation);

} // namespace lightwell::responserows
