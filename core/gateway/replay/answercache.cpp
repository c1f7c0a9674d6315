// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/answercache.h"

#include "core/model/whohasmost.h"

#include <QUuid>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes tidyingPause(1);
constexpr qint64 bytesBeside = 4096; // about what is remembered beside the words

qint64 bytesOf(const AnswerCache::Kept &kept)
{
    return kept.answer.body.size() + kept.answer.tail.size() + bytesBeside;
}

QByteArray bytesOf(const AnswerCache::Key &key)
{
    return key.fingerprint + key.client.toUtf8(); // all fingerprints are of one length
}

/// Nobody is asked for it any more, and nothing is paid.
Generation asUnpaid(const Generation &made, const QString &client)
{
    Generation told;
    told.id = made.id;
    told.request.model = made.request.model;
    told.origin = {Origin::Kind::Gateway, client};
    told.plan = made.plan;
    told.status = made.status;
    told.cost = Money::zero();
    told.estimate = Money::zero();
    told.createdAt = made.createdAt;
    told.endedAt = made.endedAt;
    return told;
}

} // namespace

AnswerCache::AnswerCache(QObject *parent)
    : AnswerCache(Bounds(), parent)
{
}

AnswerCache::AnswerCache(const Bounds &bounds, QObject *parent)
    : QObject(parent)
    , m_bounds(bounds)
    , m_tidying(this) // so that it moves along
{
    connect(&m_tidying, &QTimer::timeout, this, [this] { forgetExpired(QDateTime::currentDateTimeUtc()); });
}

void AnswerCache::keep(const Key &key, const Answer &answer, const Generation &made, std::chrono::seconds lifetime,
                       const QDateTime &now)
{
    remove(key);
    const Kept kept {answer, asUnpaid(made, key.client), now, now.addSecs(lifetime.count()), key.client};
    if (bytesOf(kept) > m_bounds.bytesEach) {
        return;
    }
    m_kept.insert(bytesOf(key), kept);
    m_order.append(bytesOf(key));
    m_bytes += bytesOf(kept);
    m_bytesOf[key.client] += bytesOf(kept);
    makeRoom();
    if (!m_tidying.isActive()) {
        m_tidying.start(tidyingPause);
    }
}

void AnswerCache::makeRoom()
{
    while (m_bytes > m_bounds.bytes) {
        const auto most = std::max_element(m_bytesOf.keyValueBegin(), m_bytesOf.keyValueEnd(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        const QString client = (*most).first;
        const auto oldest = std::find_if(m_order.begin(), m_order.end(), [this, &client](const QByteArray &key) {
            return m_kept.constFind(key)->client == client;
        });
        removeAt(QByteArray(*oldest));
    }
}

std::optional<AnswerCache::Kept> AnswerCache::find(const Key &key, std::chrono::seconds age, const QDateTime &now) const
{
    const auto found = m_kept.constFind(bytesOf(key));
    const bool isGood =
        found != m_kept.constEnd() && found->expiresAt > now && found->keptAt.addSecs(age.count()) > now;
    return isGood ? std::optional(*found) : std::nullopt;
}

void AnswerCache::remove(const Key &key)
{
    removeAt(bytesOf(key));
}

void AnswerCache::removeAt(const QByteArray &key)
{
    const auto found = m_kept.constFind(key);
    if (found == m_kept.constEnd()) {
        return;
    }
    m_bytes -= bytesOf(*found);
    qint64 &own = m_bytesOf[found->client];
    own -= bytesOf(*found);
    if (own == 0) {
        m_bytesOf.remove(found->client);
    }
    m_order.removeOne(key);
    m_kept.erase(found);
}

void AnswerCache::forget(const QString &generation)
{
    const QList<QByteArray> keys = m_order;
    for (const QByteArray &key : keys) {
        if (m_kept.constFind(key)->made.id == generation) {
            removeAt(key);
        }
    }
}

void AnswerCache::forgetAnswer(const QString &client, const QString &id)
{
    const QByteArray name = id.toUtf8();
    const QList<QByteArray> keys = m_order;
    for (const QByteArray &key : keys) {
        const auto kept = m_kept.constFind(key);
        if (kept->client == client && kept->answer.body.contains(name)) {
            removeAt(key);
        }
    }
}

void AnswerCache::forgetExpired(const QDateTime &now)
{
    const QList<QByteArray> keys = m_order;
    for (const QByteArray &key : keys) {
        if (m_kept.constFind(key)->expiresAt <= now) {
            removeAt(key);
        }
    }
    if (m_kept.isEmpty()) {
        m_tidying.stop();
    }
}

void AnswerCache::clear()
{
    m_kept.clear();
    m_order.clear();
    m_bytesOf.clear();
    m_bytes = 0;
    m_tidying.stop();
}

Generation AnswerCache::noteHit(const Kept &kept, const CallNotes &notes, const QDateTime &now)
{
    Generation hit = kept.made;
    hit.id = u"gen_"_s + QUuid::createUuid().toString(QUuid::Id128);
    hit.origin.notes = notes;
    hit.origin.notes.answeredBy = kept.made.id;
    hit.createdAt = now;
    hit.endedAt = now;
    m_hits.append(hit);
    if (m_hits.size() > m_bounds.hits) {
        m_hits.erase(firstOfWhoHasMost(
            std::as_const(m_hits), [](const Generation &one) { return one.origin.client; },
            [](const Generation &) { return qint64(1); }));
    }
    return hit;
}

std::optional<Generation> AnswerCache::hit(const QString &id) const
{
    const auto found =
        std::find_if(m_hits.begin(), m_hits.end(), [&id](const Generation &one) { return one.id == id; });
    return found == m_hits.end() ? std::nullopt : std::optional(*found);
}

} // namespace lightwell
