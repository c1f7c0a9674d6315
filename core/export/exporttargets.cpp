// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporttargets.h"

#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxNumbers = 100'000; // behind a name

Error notWritten(const QString &path)
{
    return notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(path)));
}

/// The same for all names of one file, also where its file system does not tell large letters from small ones.
QString identityOf(const QString &path)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return (canonical.isEmpty() ? u"%1/%2"_s.arg(folder, info.fileName()) : canonical)
        .normalized(QString::NormalizationForm_C)
        .toCaseFolded();
}

} // namespace

ExportTargets::ExportTargets(QStringList sources, ExportExisting existing)
    : m_sources(std::move(sources))
    , m_existing(existing)
{
}

bool ExportTargets::isOurs(const QString &path)
{
    if (!m_knowsSources) { // only now: thousands take their time, and this is no window's thread
        for (const QString &source : m_sources) {
            m_ours.insert(identityOf(source));
        }
        m_knowsSources = true;
    }
    return m_ours.contains(identityOf(path));
}

Result<QString> ExportTargets::claimFree(const QString &folder, const QString &stem, const QString &suffix)
{
    for (int number = 1; number < maxNumbers; ++number) {
        const QString name = number == 1 ? stem : u"%1-%2"_s.arg(stem).arg(number);
        QFile file(u"%1/%2.%3"_s.arg(folder, name, suffix));
        if (isOurs(file.fileName())) { // one that is to be replaced may not be there yet
            continue;
        }
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            return file.fileName();
        }
        if (!QFileInfo::exists(file.fileName()) && !QFileInfo(file.fileName()).isSymLink()) {
            return notWritten(file.fileName());
        }
    }
    return notWritten(u"%1/%2.%3"_s.arg(folder, stem, suffix));
}

bool ExportTargets::isTaken(const QString &folder, const QString &stem, const QString &suffix)
{
    const QMutexLocker lock(&m_mutex);
    const QString path = u"%1/%2.%3"_s.arg(folder, stem, suffix);
    return QFileInfo::exists(path) && !isOurs(path);
}

Result<ExportTarget> ExportTargets::claim(const QString &folder, const QString &stem, const QString &suffix)
{
    const QMutexLocker lock(&m_mutex);
    const QString wished = u"%1/%2.%3"_s.arg(folder, stem, suffix);
    if (m_existing == ExportExisting::Replaced && !isOurs(wished)) {
        m_ours.insert(identityOf(wished));
        return ExportTarget {wished};
    }
    const Result<QString> path = claimFree(folder, stem, suffix);
    if (!path) {
        return path.error();
    }
    m_ours.insert(identityOf(*path));
    return ExportTarget {*path, true};
}

} // namespace lightwell
