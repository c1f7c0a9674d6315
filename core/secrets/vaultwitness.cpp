// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/vaultwitness.h"

#include "core/model/boundedjson.h"
#include "core/storage/durablefile.h"
#include "core/storage/keptaside.h"
#include "core/storage/readfile.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr qint64 maxBytes = 64LL * 1024;
constexpr qsizetype maxVaults = 50; // made anew so often

Result<QJsonObject> readWitness(const QString &file)
{
    const Result<QByteArray> bytes = readRegularFile(file, maxBytes);
    return bytes ? readJsonObject(*bytes, jsonlimits::own) : Result<QJsonObject>(bytes.error());
}

QJsonObject contentsOf(const QString &file)
{
    const Result<QJsonObject> contents = readWitness(file);
    return contents ? *contents : QJsonObject();
}

} // namespace

VaultWitness::VaultWitness(QString file)
    : m_file(std::move(file))
{
}

void VaultWitness::read()
{
    if (m_file.isEmpty()) {
        return;
    }
    const QJsonObject contents = contentsOf(m_file);
    m_older = contents.value("older"_L1).toBool();
    m_seen.clear();
    const QJsonArray vaults = contents.value("vaults"_L1).toArray();
    for (const QJsonValue vault : vaults) {
        m_seen.append({vault["id"_L1].toString(), vault["count"_L1].toInteger()});
    }
}

/// What cannot be written is not remembered: keys can be used all the same.
void VaultWitness::write() const
{
    if (m_file.isEmpty()) {
        return;
    }
    QJsonArray vaults;
    for (const Seen &seen : m_seen) {
        vaults.append(QJsonObject {{"id"_L1, seen.id}, {"count"_L1, seen.count}});
    }
    const QJsonObject contents {{"vaults"_L1, vaults}, {"older"_L1, m_older}};
    if (QFileInfo::exists(m_file) && !readWitness(m_file)) {
        static_cast<void>(keepAside(m_file)); // the doctor names it
    }
    static_cast<void>(writeDurably(m_file, QJsonDocument(contents).toJson(QJsonDocument::Compact)));
}

bool VaultWitness::see(const QString &id, qint64 count)
{
    if (!m_older && !m_seen.isEmpty() && m_seen.last().id == id && m_seen.last().count == count) {
        return true; // as most often: each key that is used comes by here
    }
    read();
    const bool wasOlder = m_older;
    const auto known = std::find_if(m_seen.begin(), m_seen.end(), [&id](const Seen &seen) { return seen.id == id; });
    bool isNews = false;
    if (id.isEmpty()) {
        m_older = !m_seen.isEmpty();
    } else if (known == m_seen.end()) {
        m_seen.append({id, count});
        m_older = false;
        isNews = true;
    } else {
        m_older = &*known != &m_seen.last() || count < known->count;
        isNews = !m_older && count > known->count;
        known->count = std::max(known->count, count);
    }
    if (isNews || m_older != wasOlder) {
        write();
    }
    return !m_older;
}

qint64 VaultWitness::countOf(const QString &id) const
{
    VaultWitness now = *this;
    now.read();
    const auto known =
        std::find_if(now.m_seen.cbegin(), now.m_seen.cend(), [&id](const Seen &seen) { return seen.id == id; });
    return known == now.m_seen.cend() ? 0 : known->count;
}

void VaultWitness::wrote(const QString &id, qint64 count)
{
    read();
    m_seen.removeIf([&id](const Seen &seen) { return seen.id == id; });
    m_seen.append({id, count});
    if (m_seen.size() > maxVaults) {
        m_seen.removeFirst();
    }
    m_older = false;
    write();
}

bool VaultWitness::sawOlder(const QString &file)
{
    return contentsOf(file).value("older"_L1).toBool();
}

} // namespace lightwell
