// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/clientregistry.h"

#include "core/gateway/clientrows.h"
#include "core/gateway/clientterms.h"
#include "core/gateway/givenkey.h"
#include "core/secrets/keyreasons.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"
#include "core/wording/gatewayreasons.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 useIsNotedEvery = 60'000; // ms; every note is a write to the disk

bool isDue(const Client &client, const QDateTime &now)
{
    return !client.lastUsedAt.isValid() || qAbs(client.lastUsedAt.msecsTo(now)) >= useIsNotedEvery;
}

Status noteUse(Database &database, const QString &id, const QDateTime &now)
{
    return inTransaction(database, [&]() -> Status {
        const Result<int> noted =
            change(database, u"UPDATE clients SET last_used_at = ? WHERE id = ?"_s, {now.toMSecsSinceEpoch(), id});
        return noted ? Status(Success()) : Status(noted.error());
    });
}

Result<QByteArray> linkSecretIn(Database &database)
{
    const QString name = u"link_secret"_s;
    Result<Rows> rows = execute(database, u"SELECT value FROM gateway_state WHERE name = ?"_s, {name});
    if (!rows) {
        return rows.error();
    }
    if (rows.value().next()) {
        return rows.value().value(0).toByteArray();
    }
    const QByteArray secret = clientrows::randomBytes(8);
    const Result<int> done =
        change(database, u"INSERT INTO gateway_state (name, value) VALUES (?, ?)"_s, {name, secret});
    if (!done) {
        return done.error();
    }
    return secret;
}

} // namespace

ClientRegistry::ClientRegistry(Store &store)
    : m_store(store)
{
}

QString ClientRegistry::thisComputer()
{
    return u"This computer"_s;
}

bool ClientRegistry::isOwnName(const QString &name)
{
    return name.compare(thisComputer(), Qt::CaseInsensitive) == 0 || givenkey::isClientName(name);
}

QFuture<Result<NewClient>> ClientRegistry::add(const QString &name, const ClientTerms &terms, KeyScope scope)
{
    const QByteArray key =
        "lw-" + clientrows::randomBytes(8).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (const Status fine = clientterms::check(terms); !fine) {
        return QtFuture::makeReadyFuture(Result<NewClient>(fine.error()));
    }
    return m_store.run([name = name.trimmed(), key, terms, scope](Database &database) -> Result<NewClient> {
        return inTransaction(database, [&]() -> Result<NewClient> {
            if (const Status fine = clientrows::checkName(database, name); !fine) {
                return fine.error();
            }
            Result<Client> client = clientrows::insert(database, name, key, terms, scope);
            if (!client) {
                return client.error();
            }
            return NewClient {*client, key};
        });
    });
}

QFuture<Result<Client>> ClientRegistry::adopt(const QString &name, const QByteArray &key)
{
    return m_store.run([name, key](Database &database) -> Result<Client> {
        if (key.trimmed().isEmpty()) {
            return notSent(ErrorKind::Invalid, reasons::keyEmpty(), u"key"_s);
        }
        return inTransaction(database, [&] { return clientrows::adopt(database, name, key); });
    });
}

QFuture<Result<Client>> ClientRegistry::setTerms(const QString &nameOrId, const ClientTerms &terms)
{
    if (const Status fine = clientterms::check(terms); !fine) {
        return QtFuture::makeReadyFuture(Result<Client>(fine.error()));
    }
    return m_store.run([nameOrId, terms](Database &database) -> Result<Client> {
        return inTransaction(database, [&]() -> Result<Client> {
            const Result<int> done = change(
                database,
                u"UPDATE clients SET models = ?, per_minute = ?, expires_at = ?, begins_early = ?, replay = ? WHERE "
                "revoked = 0 AND (id = ? OR name = ?)"_s,
                clientterms::valuesOf(terms) + QVariantList {nameOrId, nameOrId});
            if (!done) {
                return done.error();
            }
            const Result<QList<Client>> now =
                clientrows::select(database, u"WHERE revoked = 0 AND (id = ? OR name = ?)"_s, {nameOrId, nameOrId});
            if (!now) {
                return now.error();
            }
            return now->isEmpty() ? Result<Client>(notSent(ErrorKind::NotFound, reasons::clientUnknown(nameOrId)))
                                  : now->first();
        });
    });
}

QFuture<Result<Client>> ClientRegistry::update(const QString &id, const ClientChange &wanted)
{
    return m_store.run([id, wanted](Database &database) -> Result<Client> {
        return inTransaction(database, [&]() -> Result<Client> {
            const Result<QList<Client>> found = clientrows::select(database, u"WHERE revoked = 0 AND id = ?"_s, {id});
            if (!found) {
                return found.error();
            }
            if (found->isEmpty()) {
                return notSent(ErrorKind::NotFound, reasons::clientUnknown(id));
            }
            Client client = found->first();
            if (wanted.name) {
                client.name = wanted.name->trimmed();
                if (const Status fine = clientrows::checkName(database, client.name, id); !fine) {
                    return fine.error();
                }
            }
            client.disabled = wanted.disabled.value_or(client.disabled);
            client.terms.expiresAt = wanted.expiresAt.value_or(client.terms.expiresAt);
            const Result<int> done =
                change(database,
                       u"UPDATE clients SET models = ?, per_minute = ?, expires_at = ?, begins_early = ?, replay = ?, "
                       "name = ?, disabled = ? WHERE id = ?"_s,
                       clientterms::valuesOf(client.terms) + QVariantList {client.name, client.disabled, id});
            return done ? Result<Client>(client) : done.error();
        });
    });
}

QFuture<Result<QList<Client>>> ClientRegistry::list()
{
    return m_store.run([](Database &database) { return clientrows::select(database, u"ORDER BY created_at, id"_s); });
}

QFuture<Status> ClientRegistry::revoke(const QString &nameOrId)
{
    return m_store.run([nameOrId](Database &database) -> Status {
        const Result<int> done =
            change(database, u"UPDATE clients SET revoked = 1 WHERE revoked = 0 AND (id = ? OR name = ?)"_s,
                   {nameOrId, nameOrId});
        if (!done) {
            return done.error();
        }
        if (*done == 0) {
            return notSent(ErrorKind::NotFound, reasons::clientUnknown(nameOrId));
        }
        return Success();
    });
}

QFuture<Result<std::optional<Client>>> ClientRegistry::authenticate(const QByteArray &key, const QDateTime &now)
{
    // Only the hash travels; the key itself is not kept anywhere.
    return m_store.read([hash = clientrows::hashOf(key), now, store = &m_store](Database &database) {
        Result<std::optional<Client>> read = clientrows::authenticate(database, hash);
        if (read && *read && isDue(**read, now)) {
            std::optional<Client> &found = read.value();
            found->lastUsedAt = now;
            // Not worth waiting for, or refusing a request over.
            static_cast<void>(store->write([id = found->id, now](Database &db) { return noteUse(db, id, now); }));
        }
        return read;
    });
}

QFuture<Result<bool>> ClientRegistry::isWelcome(const QString &id)
{
    return m_store.read([id](Database &database) -> Result<bool> {
        const auto clients = clientrows::living(database);
        if (!clients) {
            return clients.error();
        }
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return std::any_of((*clients)->begin(), (*clients)->end(), [&id, &now](const Client &client) {
            return client.id == id && !client.disabled && !client.isExpired(now);
        });
    });
}

QFuture<Result<QByteArray>> ClientRegistry::linkSecret()
{
    return m_store.run([](Database &database) -> Result<QByteArray> {
        return inTransaction(database, [&] { return linkSecretIn(database); });
    });
}

} // namespace lightwell
