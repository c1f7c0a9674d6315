// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/clientrows.h"

#include "core/gateway/clientterms.h"
#include "core/model/displaytext.h"
#include "core/storage/query.h"
#include "core/wording/gatewayreasons.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace lightwell::clientrows {

namespace {

constexpr auto columns = "id, name, key_hint, created_at, last_used_at, revoked, models, per_minute, expires_at, "
                         "begins_early, replay, manages, disabled, key_hash"_L1;
constexpr qsizetype longestName = 200;

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
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
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

Error nameTaken(const QString &name)
{
    return notSent(ErrorKind::Invalid, reasons::clientNameTaken(name), u"name"_s);
}

Error reserved(const QString &name)
{
    return notSent(ErrorKind::Invalid, reasons::clientNameReserved(name), u"name"_s);
}

Result<QList<Client>> readLiving(Database &database)
{
    return select(database, u"WHERE revoked = 0"_s);
}

} // namespace

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

Result<QList<Client>> select(Database &database, const QString &rest, const QVariantList &values)
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

Status checkName(Database &database, const QString &name, const QString &ownId)
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

Result<Client> insert(Database &database, const QString &name, const QByteArray &key, const ClientTerms &terms,
                      KeyScope scope)
{
    Client client;
    client.id = u"cl_"_s + QString::fromLatin1(randomBytes(2).toHex());
    client.name = name;
    client.keyHint = hintOf(key);
    client.createdAt = QDateTime::currentDateTimeUtc();
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

Result<Client> adopt(Database &database, const QString &name, const QByteArray &key)
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

Result<std::shared_ptr<const QList<Client>>> living(Database &database)
{
    return database.kept<QList<Client>>(u"clients"_s, u"living"_s, readLiving);
}

Result<std::optional<Client>> authenticate(Database &database, const QByteArray &hash)
{
    const auto clients = living(database);
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

} // namespace lightwell::clientrows
