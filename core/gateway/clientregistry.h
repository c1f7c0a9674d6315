// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/replay/replaymode.h"
#include "core/model/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QStringList>

#include <optional>

namespace lightwell {

class Store;

/// What a client may do, beside its budgets, and what it gets where its calls do not say it.
struct ClientTerms
{
    static constexpr int maxPerMinute = 10'000;
    static constexpr qsizetype maxModels = 100;

    QStringList models = {}; ///< the catalog's ids, or patterns of several ("flux*", see matchesGlob()); empty: all
    std::optional<int> perMinute = {}; ///< calls to models, 1 to maxPerMinute; nothing: as many as it likes
    QDateTime expiresAt = {}; ///< its key works until then; invalid: until it is revoked
    /// White space comes before its answers while it waits, as with X-Lightwell-Keep-Alive: for programs that give up
    /// on a silent connection.
    bool beginsEarly = false;
    std::optional<ReplayMode> replay = {}; ///< of calls that do not say it; nothing: as the gateway has it

    friend bool operator==(const ClientTerms &, const ClientTerms &) = default;
};

/// What a key is for.
enum class KeyScope {
    Calls, ///< all that programs ask of the gateway
    Management, ///< making, changing and removing keys of the other kind; nothing that may cost something
};

/// A program that uses the gateway, known by its own key.
struct Client
{
    QString id; ///< "cl_…"
    QString name;
    QString keyHint; ///< the last four characters
    QDateTime createdAt;
    QDateTime lastUsedAt; ///< invalid: never
    bool revoked = false;
    ClientTerms terms = {};
    KeyScope scope = KeyScope::Calls;
    bool disabled = false; ///< its key does not work until this is taken back
    QByteArray keyHash = {}; ///< of 32 bytes

    [[nodiscard]] bool isExpired(const QDateTime &now) const
    {
        return terms.expiresAt.isValid() && terms.expiresAt <= now;
    }
    friend bool operator==(const Client &, const Client &) = default;
};

struct NewClient
{
    Client client;
    QByteArray key; ///< "lw-…" with 256 random bits; shown once, only its SHA-256 is kept
};

/// What of a client is to become another; nothing: it stays as it is.
struct ClientChange
{
    std::optional<QString> name = {};
    std::optional<bool> disabled = {};
    std::optional<QDateTime> expiresAt = {}; ///< invalid: until it is revoked

    [[nodiscard]] bool isEmpty() const { return !name && !disabled && !expiresAt; }
};

/// The gateway's clients in the database. The default client is the one whose key the window and `serve` show: see
/// DefaultClient.
class ClientRegistry
{
public:
    explicit ClientRegistry(Store &store);

    /// The default client's name, in every language the same: it is kept.
    [[nodiscard]] static QString thisComputer();
    /// Names are unique among the living; thisComputer() and what begins like the names of given keys is not given
    /// away. What a key is for stays so.
    [[nodiscard]] QFuture<Result<NewClient>> add(const QString &name, const ClientTerms &terms = {},
                                                 KeyScope scope = KeyScope::Calls);
    /// From its next call on. Of a living client.
    [[nodiscard]] QFuture<Result<Client>> setTerms(const QString &nameOrId, const ClientTerms &terms);
    /// The same; names as in add().
    [[nodiscard]] QFuture<Result<Client>> update(const QString &id, const ClientChange &change);
    /// Whether it is one of those that the program itself makes: thisComputer(), or of a given key.
    [[nodiscard]] static bool isOwnName(const QString &name);
    /// Registers a key that was made elsewhere; the same key twice is the same client. If a client of this name lives
    /// with another key, its key is replaced: budgets stay with it. A revoked key is an error of the kind Auth.
    [[nodiscard]] QFuture<Result<Client>> adopt(const QString &name, const QByteArray &key);
    [[nodiscard]] QFuture<Result<QList<Client>>> list();
    [[nodiscard]] QFuture<Status> revoke(const QString &nameOrId);
    /// Constant-time by comparing hashes; notes the time of use. Nothing: no such living client; one whose key has
    /// expired or is disabled is still told. An error: nobody can say.
    [[nodiscard]] QFuture<Result<std::optional<Client>>> authenticate(const QByteArray &key, const QDateTime &now);
    /// Whether there is such a client, it is not revoked or disabled and its key has not expired, as of now: another
    /// program may have revoked it a moment ago.
    [[nodiscard]] QFuture<Result<bool>> isWelcome(const QString &id);
    /// 256 random bits, made once and kept: the gateway signs the addresses of its files with them.
    [[nodiscard]] QFuture<Result<QByteArray>> linkSecret();

private:
    Store &m_store;
};

} // namespace lightwell
