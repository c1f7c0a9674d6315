// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite/migration004.h"

#include "core/model/boundedjson.h"
#include "core/model/imageformat.h"
#include "core/storage/query.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QVariant null()
{
    return QVariant(QMetaType(QMetaType::LongLong));
}

QVariant jsonOrNull(const QJsonValue &value)
{
    if (value.isObject()) {
        return compact(value.toObject());
    }
    const QJsonArray array = value.toArray();
    return array.isEmpty() ? null() : QVariant(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

QVariant timeOrNull(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : null();
}

/// A whole number of micro-dollars; anything else was never known.
QVariant moneyOrNull(const QJsonValue &value)
{
    constexpr double range = 9e15;
    const double number = value.toDouble(range * 2);
    return std::abs(number) <= range && std::floor(number) == number ? QVariant(value.toInteger()) : null();
}

/// A hash of 256 bits as bytes; anything else as it is.
QVariant address(const QString &digits)
{
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    const bool isHash = bytes.size() == 32 && QString::fromLatin1(bytes.toHex()) == digits;
    return isHash ? QVariant(bytes) : QVariant(notNull(digits));
}

class Copying
{
public:
    explicit Copying(Database &database)
        : m_database(database)
    {
    }

    Status copy(const Rows &row)
    {
        const qint64 sequence = row.value(0).toLongLong();
        const QString id = row.value(1).toString();
        const QByteArray json = row.value(2).toByteArray();
        const Result<QJsonObject> read = readJsonObject(json, jsonlimits::own);
        const bool isSound = read && read->value("id"_L1).toString() == id && read->value("request"_L1).isObject();
        // What cannot be read is kept for whoever can read it one day, but as nothing that looks like a request.
        const QString request =
            isSound ? compact(read->value("request"_L1).toObject()) : QString(u"damaged:"_s + QString::fromUtf8(json));
        const QVariant error = isSound ? jsonOrNull(read->value("error"_L1)) : null();
        Status copied =
            asStatus(change(m_database,
                            u"INSERT INTO generations (sequence, id, owner, status, model, provider, origin, "
                            "client, created_at, ended_at, estimate, cost, bytes, error, request) "
                            "SELECT sequence, id, CASE status WHEN 'running' THEN owner ELSE '' END, status, "
                            "model, provider, origin, client, created_at, ended_at, estimate, cost, bytes, ?, "
                            "? FROM old_generations WHERE sequence = ?"_s,
                            {error, request, sequence}));
        if (copied && isSound) {
            copied = copyAttempts(sequence, *read);
        }
        if (copied && isSound) {
            copied = copyPictures(sequence, read->value("pictures"_L1).toArray());
        }
        return copied;
    }

private:
    /// The plan is the last attempt's, or of one that was never begun.
    Status copyAttempts(qint64 sequence, const QJsonObject &generation)
    {
        const QJsonArray attempts = generation.value("attempts"_L1).toArray();
        const QJsonValue plan = generation.value("plan"_L1);
        const int count = qMax(static_cast<int>(attempts.size()), plan.isObject() ? 1 : 0);
        for (int number = 0; number < count; ++number) {
            const bool hasPlan = plan.isObject() && number == count - 1;
            if (Status copied = copyAttempt(sequence, number, attempts.at(number),
                                            hasPlan ? plan.toObject() : QJsonObject(), hasPlan);
                !copied) {
                return copied;
            }
        }
        return Success();
    }

    Status copyAttempt(qint64 sequence, int number, const QJsonValue &attempt, QJsonObject plan, bool hasPlan)
    {
        const auto text = [&attempt](QLatin1StringView name) { return notNull(attempt[name].toString()); };
        QVariant offer = null();
        if (hasPlan && plan.contains("offer"_L1)) {
            const Result<qint64> row = offerRow(plan.take("offer"_L1).toObject());
            if (!row) {
                return row.error();
            }
            offer = *row;
        }
        return asStatus(change(
            m_database,
            u"INSERT INTO attempts (generation, number, provider, provider_model, status, started_at, ended_at, cost, "
            "doubted_cost, has_job, settled_by_hand, error, corrections, offer, plan) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {sequence, number, text("provider"_L1), text("provider_model"_L1),
             attempt.isObject() ? QVariant(text("status"_L1)) : null(), timeOrNull(attempt["started_at"_L1]),
             timeOrNull(attempt["ended_at"_L1]), moneyOrNull(attempt["cost"_L1]),
             moneyOrNull(attempt["doubted_cost"_L1]), attempt["has_job"_L1].toBool(),
             attempt["settled_by_hand"_L1].toBool(), jsonOrNull(attempt["error"_L1]),
             jsonOrNull(attempt["corrections"_L1]), offer, hasPlan ? QVariant(compact(plan)) : null()}));
    }

    Result<qint64> offerRow(const QJsonObject &offer)
    {
        const QByteArray json = QJsonDocument(offer).toJson(QJsonDocument::Compact);
        const QByteArray hash = QCryptographicHash::hash(json, QCryptographicHash::Blake2b_256);
        if (const auto known = m_offers.constFind(hash); known != m_offers.constEnd()) {
            return *known;
        }
        const qint64 id = m_offers.size() + 1;
        if (const Status made = asStatus(change(m_database, u"INSERT INTO offers (id, hash, json) VALUES (?, ?, ?)"_s,
                                                {id, hash, QString::fromUtf8(json)}));
            !made) {
            return made.error();
        }
        m_offers.insert(hash, id);
        return id;
    }

    Status copyPictures(qint64 sequence, const QJsonArray &pictures)
    {
        for (int position = 0; position < pictures.size(); ++position) {
            const QJsonValue picture = pictures.at(position);
            const QString id = picture["id"_L1].toString();
            const QString format = picture["format"_L1].toString();
            const QStringList size = picture["size"_L1].toString().split(u'x');
            const bool hasSize = size.size() == 2;
            Status copied = asStatus(change(
                m_database,
                u"INSERT INTO pictures (generation, position, id, format, width, height, bytes, seed, "
                "path, revised_prompt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {sequence, position, address(id), notNull(format), hasSize ? size.first().toInt() : -1,
                 hasSize ? size.last().toInt() : -1, picture["bytes"_L1].toInteger(),
                 picture["seed"_L1].isDouble() ? QVariant(picture["seed"_L1].toInteger()) : null(),
                 folder(picture["path"_L1].toString(), id, format), notNull(picture["revised_prompt"_L1].toString())}));
            if (!copied) {
                return copied;
            }
        }
        return Success();
    }

    /// "…/media/" for "…/media/ab/abcd….png".
    static QString folder(const QString &path, const QString &id, const QString &format)
    {
        const QString suffix = formatSuffix(formatFromName(format).value_or(ImageFormat::Png));
        const QString place = u'/' + id.left(2) + u'/' + id + u'.' + suffix;
        return path.endsWith(place) ? path.chopped(place.size() - 1) : notNull(path);
    }

    Database &m_database;
    QHash<QByteArray, qint64> m_offers; ///< hash to row
};

/// Their hashes were digits.
Status copyClientCalls(Database &database)
{
    Result<Rows> rows = execute(database,
                                u"SELECT sequence, old_client_calls.client, key_hash, fingerprint, "
                                "old_client_calls.created_at FROM old_client_calls "
                                "JOIN old_generations ON id = generation ORDER BY sequence"_s);
    if (!rows) {
        return rows.error();
    }
    while (rows.value().next()) {
        const Rows &row = rows.value();
        Status copied = asStatus(change(database,
                                        u"INSERT INTO client_calls (generation, client, key_hash, fingerprint, "
                                        "created_at) VALUES (?, ?, ?, ?, ?)"_s,
                                        {row.value(0), row.value(1), address(row.value(2).toString()),
                                         address(row.value(3).toString()), row.value(4)}));
        if (!copied) {
            return copied;
        }
    }
    return rows->readToTheEnd();
}

} // namespace

Status takeGenerationsApart(Database &database)
{
    Result<Rows> rows = execute(database, u"SELECT sequence, id, json FROM old_generations ORDER BY sequence"_s);
    if (!rows) {
        return rows.error();
    }
    Copying copying(database);
    while (rows.value().next()) {
        if (Status copied = copying.copy(rows.value()); !copied) {
            return copied;
        }
    }
    if (Status read = rows->readToTheEnd(); !read) {
        return read;
    }
    return copyClientCalls(database);
}

} // namespace lightwell
