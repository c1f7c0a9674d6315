// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/defaultkey.h"

#include "core/storage/paths.h"
#include "core/wording/gatewayreasons.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype seedSize = 32;
constexpr int lockPatience = 5000; ///< ms

QString seedFile(const Paths &paths)
{
    return QDir(paths.config).filePath(u"gateway.seed"_s);
}

QByteArray newSeed()
{
    std::array<quint32, seedSize / sizeof(quint32)> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return {reinterpret_cast<const char *>(words.data()), seedSize};
}

Error unusable(const QString &file, const QString &reason)
{
    return notSent(ErrorKind::Secrets, reasons::gatewayKeyNotKept(file, reason));
}

Error damaged(const QString &file, qsizetype size)
{
    return notSent(ErrorKind::Secrets, reasons::gatewayKeyDamaged(file, size, seedSize));
}

QByteArray keyFrom(const QByteArray &seed)
{
    const QByteArray purpose = "lightwell gateway client key 1";
    const QByteArray digest = QCryptographicHash::hash(QByteArray(purpose + seed), QCryptographicHash::Blake2b_256);
    return QByteArray("lw-" + digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// Held by who makes a seed: of two programs that start together, one would show a key that the other's has replaced.
/// Where it cannot be had, the seed cannot be written either, which is told then.
QString lockFile(const Paths &paths)
{
    return seedFile(paths) + u".lock"_s;
}

Result<QByteArray> keptKey(const Paths &paths)
{
    QFile existing(seedFile(paths));
    if (!existing.open(QIODevice::ReadOnly)) {
        return unusable(existing.fileName(), existing.errorString());
    }
    const QByteArray seed = existing.readAll();
    // Never replaced unasked: programs that use the key would be shut out without a word.
    return seed.size() == seedSize ? Result<QByteArray>(keyFrom(seed)) : damaged(existing.fileName(), seed.size());
}

Result<QByteArray> keyOfNewSeed(const Paths &paths)
{
    const QByteArray seed = newSeed();
    QSaveFile file(seedFile(paths));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(seed) != seedSize || !file.commit()) {
        return unusable(file.fileName(), file.errorString());
    }
    return keyFrom(seed);
}

} // namespace

Result<QByteArray> defaultClientKey(const Paths &paths)
{
    if (QFile::exists(seedFile(paths))) {
        return keptKey(paths);
    }
    QLockFile lock(lockFile(paths));
    lock.tryLock(lockPatience);
    return QFile::exists(seedFile(paths)) ? keptKey(paths) : keyOfNewSeed(paths);
}

Result<QByteArray> newDefaultClientKey(const Paths &paths, const QByteArray &old)
{
    QLockFile lock(lockFile(paths));
    lock.tryLock(lockPatience);
    const Result<QByteArray> kept = keptKey(paths);
    return kept && *kept != old ? kept : keyOfNewSeed(paths);
}

} // namespace lightwell
