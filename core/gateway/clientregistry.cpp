// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/clientregistry.h"

#include "core/gateway/clientterms.h"
#include "core/gateway/givenkey.h"
#include "core/model/displaytext.h"
#include "core/secrets/keyreasons.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"
#include "core/wording/gatewayreasons.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto columns = "id, name, key_hint, created_at, last_used_at, revoked, models, per_minute, expires_at, "
                         "begins_early, replay, manages, disabled, key_hash"_L1;
constexpr qsizetype longestName = 200;
constexpr qint64 useIsNotedEvery = 60'000; // ms; every note is a write to the disk

QByteArray randomBytes(int words)
{
    std::array<quint32, 8> values;
    QRandomGenerator::system()->fillRange(values.data(), words);
    return {reinterpret_cast<const char *>(values.data()), words * qsizetype(sizeof(quint32))};
}

QByteArray hashOf(const QByteArray &key)
{
    return QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}

/// Takes the same time wherever the difference is.
bool equal(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size()) {
        return false;
    }
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= unsigned(uchar(a.at(i)) ^ uchar(b.at(i)));
    }
    return difference == 0;
}

QString hintOf(const QByteArray &key)
{
    return key.size() > 16 ? QString::fromUtf8(key.right(4)) : QString();
}

QDateTime toTime(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong());
}

Client toClient(const Rows &row)
{
    Client client;
    client.id = row.value(0).toString();
    client.name = row.value(1).toString();
    client.keyHint = row.value(2).toString();
    client.createdAt = toTime(row.value(3));
    client.lastUsedAt = toTime(row.value(4));
    client.revoked = row.value(5).toBool();
    client.terms = clientterms::read(row, 6);
    client.scope = row.value(11).toBool() ? KeyScope::Management : KeyScope::Calls;
    client.disabled = row.value(12).toBool();
    client.keyHash = row.value(13).toByteArray();
    return client;
}

Result<QList<Client>> select(Database &database, const QString &rest, const QVariantList &values = {})
{
    Result<Rows> rows = execute(database, u"SELECT "_s + columns + u" FROM clients "_s + rest, values);
    if (!rows) {
        return rows.error();
    }
    QList<Client> clients;
    while (rows.value().next()) {
        clients.append(toClient(rows.value()));
    }
    if (const Status read = rows->readToTheEnd(); !read.ok()) {
        return read.error();
    }
    return clients;
}

Error nameTaken(const QString &name)
{
    return notSent(ErrorKind::Invalid, reasons::clientNameTaken(name), u"name"_s);
}

Error reserved(const QString &name)
{
    return notSent(ErrorKind::Invalid, reasons::clientNameReserved(name), u"name"_s);
}

/// Of a name that somebody wants for a client, without blanks around it.
Status checkName(Database &database, const QString &name, const QString &ownId = {})
{
    if (ClientRegistry::isOwnName(name)) {
        return reserved(name);
    }
    if (name.isEmpty()) {
        return notSent(ErrorKind::Invalid, reasons::clientNameMissing(), u"name"_s);
    }
    if (!isDisplayable(name) || name.size() > longestName) {
        return notSent(ErrorKind::Invalid, reasons::clientNameUnusable(), u"name"_s);
    }
    const Result<QList<Client>> named =
        select(database, u"WHERE name = ? AND revoked = 0 AND id <> ?"_s, {name, notNull(ownId)});
    if (!named) {
        return named.error();
    }
    return named->isEmpty() ? Status(Success()) : nameTaken(name);
}

Result<Client> insert(Database &database, const QString &name, const QByteArray &key, const ClientTerms &terms = {},
                      KeyScope scope = KeyScope::Calls)
{
    Client client;
    client.id = u"cl_"_s + QString::fromLatin1(randomBytes(2).toHex());
    client.name = name;
    client.keyHint = hintOf(key);
    client.createdAt = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch());
    client.terms = terms;
    client.scope = scope;
    client.keyHash = hashOf(key);
    const Result<int> done = change(
        database,
        u"INSERT INTO clients (id, name, key_hash, key_hint, created_at, manages, models, per_minute, expires_at, "
        "begins_early, replay) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        QVariantList {client.id, client.name, client.keyHash, notNull(client.keyHint),
                      client.createdAt.toMSecsSinceEpoch(), scope == KeyScope::Management}
            + clientterms::valuesOf(terms));
    if (!done) {
        return done.error();
    }
    return client;
}

Result<Client> adoptIn(Database &database, const QString &name, const QByteArray &key)
{
    const Result<QList<Client>> same = select(database, u"WHERE key_hash = ?"_s, {hashOf(key)});
    if (!same) {
        return same.error();
    }
    if (!same->isEmpty() && same->first().revoked) {
        return notSent(ErrorKind::Auth, reasons::clientKeyRevoked());
    }
    if (!same->isEmpty()) {
        return same->first();
    }
    const Result<QList<Client>> named = select(database, u"WHERE name = ? AND revoked = 0"_s, {name});
    if (!named) {
        return named.error();
    }
    if (named->isEmpty()) {
        return insert(database, name, key);
    }
    // Whoever gives a key of their own means this one from now on; budgets stay with the client.
    Client client = named->first();
    client.keyHint = hintOf(key);
    client.keyHash = hashOf(key);
    const Result<int> done = change(database, u"UPDATE clients SET key_hash = ?, key_hint = ? WHERE id = ?"_s,
                                    {hashOf(key), notNull(client.keyHint), client.id});
    if (!done) {
        return done.error();
    }
    return client;
}

Result<QList<Client>> readLiving(Database &database)
{
    return select(database, u"WHERE revoked = 0"_s);
}

/// Read anew only after somebody may have changed it: another program may revoke one at any moment.
Result<std::shared_ptr<const QList<Client>>> livingClients(Database &database)
{
    return database.kept<QList<Client>>(u"clients"_s, u"living"_s, readLiving);
}

Result<std::optional<Client>> authenticateIn(Database &database, const QByteArray &hash)
{
    const auto clients = livingClients(database);
    if (!clients) {
        return clients.error();
    }
    std::optional<Client> found;
    for (const Client &client : **clients) { // all of them, so that the time does not tell which one
        if (equal(client.keyHash, hash)) {
            found = client;
        }
    }
    return found;
}

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
    const QByteArray secret = randomBytes(8);
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
        "lw-" + randomBytes(8).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (const Status fine = clientterms::check(terms); !fine) {
        return QtFuture::makeReadyFuture(Result<NewClient>(fine.error()));
    }
    return m_store.run([name = name.trimmed(), key, terms, scope](Database &database) -> Result<NewClient> {
        return inTransaction(database, [&]() -> Result<NewClient> {
            if (const Status fine = checkName(database, name); !fine) {
                return fine.error();
            }
            Result<Client> client = insert(database, name, key, terms, scope);
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
        return inTransaction(database, [&] { return adoptIn(database, name, key); });
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
                select(database, u"WHERE revoked = 0 AND (id = ? OR name = ?)"_s, {nameOrId, nameOrId});
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
            const Result<QList<Client>> found = select(database, u"WHERE revoked = 0 AND id = ?"_s, {id});
            if (!found) {
                return found.error();
            }
            if (found->isEmpty()) {
                return notSent(ErrorKind::NotFound, reasons::clientUnknown(id));
            }
            Client client = found->first();
            if (wanted.name) {
                client.name = wanted.name->trimmed();
                if (const Status fine = checkName(database, client.name, id); !fine) {
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
    return m_store.run([](Database &database) { return select(database, u"ORDER BY created_at, id"_s); });
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
    return m_store.read([hash = hashOf(key), now, store = &m_store](Database &database) {
        Result<std::optional<Client>> read = authenticateIn(database, hash);
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
        const auto clients = livingClients(database);
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
