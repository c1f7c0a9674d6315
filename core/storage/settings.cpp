// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/settings.h"

#include "core/model/displaytext.h"
#include "core/storage/durablefile.h"
#include "core/storage/keptaside.h"
#include "core/storage/settingrows.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr qint64 largestFile = 4LL * 1024 * 1024; // bytes that are looked at
constexpr auto allowedUnknownPrice = "engine/allow_unknown_price"_L1; // what earlier releases had for unknown_prices

QString asJson(const QVariant &map)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject::fromVariantMap(map.toMap())).toJson(QJsonDocument::Compact));
}

QString shown(const QVariant &value)
{
    if (value.typeId() == QMetaType::QVariantMap) {
        return asJson(value);
    }
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(u", "_s) : value.toString();
}

/// QSettings makes its file for everybody to read, and keeps the rights of one that is there. The last prompt is in it.
void keepForOwner(const QString &path)
{
    constexpr QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QFileInfo info(path);
    if (info.isSymLink()) {
        return; // it lies elsewhere, as its owner wants it
    }
    if (!info.exists()) {
        static_cast<void>(makeDurableFolder(info.path()).ok());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner)) {
            file.write("\n"); // an empty one is one that lost what it had
        }
    } else if (info.isFile() && (info.permissions() & others) != 0) {
        QFile::setPermissions(path, owner);
    }
}

/// Nothing or zeros, as after a power cut.
bool isLost(const QString &path)
{
    QFile file(path);
    return file.exists()
        && (file.size() == 0 || !file.open(QIODevice::ReadOnly) || file.read(largestFile).contains('\0'));
}

/// Lost, or another kind of file. One that cannot be read is not written over either.
bool isDamaged(const QSettings &settings)
{
    static_cast<void>(settings.allKeys()); // it is parsed only when it is asked
    const QFileInfo info(settings.fileName());
    return info.exists() ? settings.status() != QSettings::NoError || isLost(info.filePath())
                         : info.isSymLink(); // to a disk that is not there
}

/// Somebody put another kind of file there. A copy is read, since QSettings would take what it knows of this name.
bool isReplaced(const QString &path)
{
    QFile file(path);
    QTemporaryFile copy;
    if (!file.open(QIODevice::ReadOnly) || !copy.open() || copy.write(file.read(largestFile)) < 0 || !copy.flush()) {
        return false;
    }
    const QSettings read(copy.fileName(), QSettings::IniFormat);
    return isDamaged(read);
}

/// QFile moves no link that leads nowhere.
bool isRenamed(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// Where there are no settings, but damaged ones beside: the newest of these. Whoever kept them aside got no further.
QString damagedAlone(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink()) {
        return {};
    }
    QStringList kept = filesKeptAside(info.path());
    kept.removeIf(
        [&info](const QString &name) { return !QFileInfo(name).fileName().startsWith(info.fileName() + u'.'); });
    return kept.isEmpty() ? QString() : kept.last();
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
{
    const QString alone = damagedAlone(file);
    open(alone.isEmpty() ? file : alone);
    if (!alone.isEmpty() || isDamaged(*m_file)) {
        recover(file, alone);
    }
}

void Settings::open(const QString &file)
{
    m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
}

/// What is left lies on the disk, with the note that it is no more than that, before the damaged file gives up its
/// name: a full disk or a crash in between makes no first start of it.
void Settings::recover(const QString &file, const QString &alone)
{
    QHash<Setting, QVariant> readable;
    for (const SettingRow &row : settingRows()) {
        if (m_file->contains(row.name())) {
            readable.insert(row.setting, value(row.setting));
        }
    }
    const QString kept = alone.isEmpty() ? nameAside(file, u"damaged"_s) : alone;
    const QString left = file + ".new"_L1;
    QFile::remove(left);
    open(left);
    setAll(readable);
    set(Setting::DamagedFile, kept);
    m_file->sync();
    const bool isWritten = m_file->status() == QSettings::NoError;
    m_file.reset();
    if (isWritten && (!alone.isEmpty() || isRenamed(file, kept)) && QFile::rename(left, file)) {
        open(file);
        return;
    }
    QFile::remove(left);
    m_inPlace = reasons::settingsDamagedInPlace(QDir::toNativeSeparators(QFile::exists(file) ? file : kept));
    open(file + "/in memory"_L1); // below a file is nothing: what is set lasts for as long as the program
    setAll(readable);
}

void Settings::setAll(const QHash<Setting, QVariant> &values)
{
    for (auto entry = values.cbegin(); entry != values.cend(); ++entry) {
        set(entry.key(), entry.value());
    }
}

Settings::~Settings() = default;

Reason Settings::trouble() const
{
    const QString kept = toString(Setting::DamagedFile);
    return kept.isEmpty()
        ? m_inPlace
        : reasons::settingsKeptAside(QDir::toNativeSeparators(m_file->fileName()), QDir::toNativeSeparators(kept));
}

Status Settings::accept()
{
    if (!m_inPlace.isEmpty()) {
        return notSent(ErrorKind::Storage, m_inPlace);
    }
    set(Setting::DamagedFile, QString());
    m_file->sync();
    return m_file->status() == QSettings::NoError
        ? Status(Success())
        : notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(m_file->fileName())));
}

QList<Reason> Settings::unusable() const
{
    constexpr qsizetype longest = 40;
    QList<Reason> found;
    for (const SettingRow &row : settingRows()) {
        const QVariant stored = m_file->value(row.name());
        if (stored.isValid() && !row.usable(stored).isValid()) {
            found.append(reasons::settingUnusable(QDir::toNativeSeparators(m_file->fileName()), row.name(),
                                                  shortened(stored.toString(), longest), shown(row.fallback)));
        }
    }
    return found;
}

QList<Settings::Entry> Settings::entries() const
{
    QList<Entry> all;
    for (const SettingRow &row : settingRows()) {
        if (!row.name().startsWith("window/"_L1)) {
            all.append({row.name(), shown(value(row.setting)), shown(row.fallback)});
        }
    }
    return all;
}

QString Settings::file() const
{
    return QDir::toNativeSeparators(m_file->fileName());
}

QString Settings::key(Setting setting)
{
    return rowOf(setting).name();
}

QVariant Settings::value(Setting setting) const
{
    const SettingRow &row = rowOf(setting);
    const QVariant stored = m_file->value(row.name());
    const QVariant value = stored.isValid() ? row.usable(stored) : QVariant();
    if (setting == Setting::UnknownPrices && !stored.isValid() && m_file->value(allowedUnknownPrice).toBool()) {
        return u"allow"_s;
    }
    return value.isValid() ? value : row.fallback;
}

void Settings::set(Setting setting, const QVariant &value)
{
    const SettingRow &row = rowOf(setting);
    const QVariant wanted = row.usable(value);
    if (!wanted.isValid() || wanted == this->value(setting)) {
        return;
    }
    if (const QString file = m_file->fileName(); isLost(file) || isReplaced(file)) {
        recover(file, {}); // while it was open: it is known still what it said
    }
    keepForOwner(m_file->fileName());
    m_file->setValue(row.name(), row.type == QMetaType::QVariantMap ? QVariant(asJson(wanted)) : wanted);
    Q_EMIT changed(setting);
}

bool Settings::toBool(Setting setting) const
{
    return value(setting).toBool();
}

int Settings::toInt(Setting setting) const
{
    return value(setting).toInt();
}

QString Settings::toString(Setting setting) const
{
    return value(setting).toString();
}

QStringList Settings::toStringList(Setting setting) const
{
    return value(setting).toStringList();
}

QVariant Settings::defaultValue(Setting setting)
{
    return rowOf(setting).fallback;
}

std::pair<int, int> Settings::range(Setting setting)
{
    const SettingRow &row = rowOf(setting);
    return {row.minimum, row.maximum};
}

} // namespace lightwell
