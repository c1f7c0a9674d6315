// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/offerbook.h"

#include "core/journal/journalreasons.h"
#include "core/model/boundedjson.h"
#include "core/storage/query.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr qint64 noRow = 0;

} // namespace

const OfferBook::Written &OfferBook::written(const Offer &offer)
{
    const QString id = offer.id();
    if (const auto known = m_written.constFind(id); known != m_written.constEnd() && known->offer == offer) {
        return *known;
    }
    if (m_written.size() >= maxKept) {
        m_written.clear();
    }
    const QByteArray json = QJsonDocument(offer.toJson()).toJson(QJsonDocument::Compact);
    const QByteArray hash = QCryptographicHash::hash(json, QCryptographicHash::Blake2b_256);
    return *m_written.insert(id, {offer, hash, QString::fromLatin1(hash.toHex()), QString::fromUtf8(json)});
}

Result<qint64> OfferBook::rowOf(Database &database, const Offer &offer)
{
    const Written &entry = written(offer);
    const auto known = database.kept<qint64>(u"offers"_s, entry.name, [&entry](Database &asked) -> Result<qint64> {
        Result<Rows> rows = execute(asked, u"SELECT id FROM offers WHERE hash = ?"_s, {entry.hash});
        if (!rows) {
            return rows.error();
        }
        return rows.value().next() ? rows.value().value(0).toLongLong() : Result<qint64>(noRow);
    });
    if (!known || **known != noRow) {
        return known ? Result<qint64>(**known) : known.error();
    }
    Result<Rows> rows =
        execute(database, u"INSERT INTO offers (hash, json) VALUES (?, ?) RETURNING id"_s, {entry.hash, entry.json});
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? Result<qint64>(rows.value().value(0).toLongLong()) : rows->error();
}

Result<Offer> OfferBook::read(Database &database, qint64 row)
{
    Result<Rows> rows = execute(database, u"SELECT hash, json FROM offers WHERE id = ?"_s, {row});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        Error missing;
        missing.kind = ErrorKind::Storage;
        missing.setReason(reasons::offerLost());
        return missing;
    }
    const QByteArray hash = rows.value().value(0).toByteArray();
    if (const auto known = m_read.constFind(hash); known != m_read.constEnd()) {
        return *known;
    }
    const Result<QJsonObject> json = readJsonObject(rows.value().value(1).toByteArray(), jsonlimits::own);
    Result<Offer> offer = json ? Offer::fromJson(*json) : json.error();
    if (offer) {
        if (m_read.size() >= maxKept) {
            m_read.clear();
        }
        m_read.insert(hash, *offer);
    }
    return offer;
}

Status OfferBook::dropUnused(Database &database, qint64 row)
{
    const Result<int> gone = change(
        database, u"DELETE FROM offers WHERE id = ? AND NOT EXISTS (SELECT 1 FROM attempts WHERE offer = offers.id)"_s,
        {row});
    return gone ? Status(Success()) : Status(gone.error());
}

} // namespace lightwell
