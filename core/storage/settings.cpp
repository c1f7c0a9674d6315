// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/settings.h"

#include "core/model/boundedjson.h"
#include "core/model/displaytext.h"
#include "core/storage/durablefile.h"
#include "core/storage/keptaside.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryFile>

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Row
{
    Setting setting;
    const char *key;
    QMetaType::Type type;
    QVariant fallback;
    int minimum = std::numeric_limits<int>::min();
    int maximum = std::numeric_limits<int>::max();
    QStringList choices = {};
};

constexpr int maxTimeoutSeconds = 3600;
constexpr qint64 largestFile = 4LL * 1024 * 1024; // bytes that are looked at
constexpr int maxPort = 65535;
constexpr int maxPicturesAtOnce = 1000;
constexpr int maxCents = 1'000'000;
constexpr int maxCacheSeconds = 24 * 60 * 60;
constexpr int fewestConnections = 16;
constexpr int maxConnections = 65'536;
constexpr int usualLogDays = 365;
constexpr int fewestLogDays = 2; // so long a client may repeat a call
constexpr int maxLogDays = 36'500;
constexpr int maxStorageMiB = 1024 * 1024 * 1024;
constexpr int maxPictureLimitMB = 100'000'000;
constexpr auto allowedUnknownPrice = "engine/allow_unknown_price"_L1; // what earlier releases had for unknown_prices

/// The one table. Names of INI groups come before the slash.
const QList<Row> &table()
{
    static const QList<Row> rows = {
        {Setting::DamagedFile, "storage/damaged_file", QMetaType::QString, QString()},
        {Setting::EmbedRecipe, "engine/embed_recipe", QMetaType::Bool, true},
        {Setting::RequestTimeoutSeconds, "engine/request_timeout_seconds", QMetaType::Int, 600, 10, maxTimeoutSeconds},
        {Setting::FailoverAfterUnknown, "engine/failover_after_unknown", QMetaType::Bool, false},
        {Setting::UnknownPrices,
         "engine/unknown_prices",
         QMetaType::QString,
         u"ask"_s,
         0,
         0,
         {u"ask"_s, u"allow"_s, u"refuse"_s}},
        {Setting::Currency, "money/currency", QMetaType::QString, QString()},
        {Setting::CurrencyRate, "money/rate", QMetaType::QString, QString()},
        {Setting::CurrencyRateDate, "money/rate_date", QMetaType::QString, QString()},
        {Setting::ProviderOrder, "engine/provider_order", QMetaType::QStringList, QStringList()},
        {Setting::ProviderBaseUrls, "engine/provider_base_urls", QMetaType::QVariantMap, QVariantMap()},
        {Setting::PlainKeyHosts, "network/plain_key_hosts", QMetaType::QStringList, QStringList()},
        {Setting::CertificateFile, "network/certificate_file", QMetaType::QString, QString()},
        {Setting::GatewayEnabled, "gateway/enabled", QMetaType::Bool, false},
        {Setting::GatewayPort, "gateway/port", QMetaType::Int, 4747, 0, maxPort},
        {Setting::GatewayAddress, "gateway/address", QMetaType::QString, u"127.0.0.1"_s},
        {Setting::GatewayOrigins, "gateway/origins", QMetaType::QStringList, QStringList()},
        {Setting::GatewayHosts, "gateway/hosts", QMetaType::QStringList, QStringList()},
        {Setting::GatewayCacheSeconds, "gateway/cache_seconds", QMetaType::Int, 0, 0, maxCacheSeconds},
        {Setting::GatewayCoalesce, "gateway/coalesce", QMetaType::Bool, false},
        {Setting::GatewayEncrypted, "gateway/encrypted", QMetaType::Bool, false},
        {Setting::GatewayCertificate, "gateway/certificate", QMetaType::QString, QString()},
        {Setting::GatewayCertificateKey, "gateway/certificate_key", QMetaType::QString, QString()},
        {Setting::GatewayConnections, "gateway/max_connections", QMetaType::Int, 512, fewestConnections,
         maxConnections},
        {Setting::GatewayLogPrompts, "gateway/log_prompts", QMetaType::Bool, false},
        {Setting::GatewayLogDays, "gateway/log_days", QMetaType::Int, usualLogDays, fewestLogDays, maxLogDays},
        {Setting::PictureLimitMB, "storage/picture_limit_mb", QMetaType::Int, 0, 0, maxPictureLimitMB},
        {Setting::GatewayStoresResponses, "gateway/store_responses", QMetaType::Bool, false},
        {Setting::ClientStorageMiB, "gateway/client_storage_mib", QMetaType::Int, 2048, 1, maxStorageMiB},
        {Setting::Theme, "window/theme", QMetaType::QString, u"system"_s, 0, 0, {u"system"_s, u"light"_s, u"dark"_s}},
        {Setting::WindowGeometry, "window/geometry", QMetaType::QByteArray, QByteArray()},
        {Setting::WindowPage, "window/page", QMetaType::QString, QString()},
        {Setting::CompareForm, "window/compare_form", QMetaType::QByteArray, QByteArray()},
        {Setting::CompareSplitter, "window/compare_splitter", QMetaType::QByteArray, QByteArray()},
        {Setting::ExportForm, "window/export_form", QMetaType::QByteArray, QByteArray()},
        {Setting::ExportFolder, "window/export_folder", QMetaType::QString, QString()},
        {Setting::ExportPresets, "window/export_presets", QMetaType::QByteArray, QByteArray()},
        {Setting::CompareRuns, "window/compare_runs", QMetaType::QByteArray, QByteArray()},
        {Setting::KeptKeys, "window/kept_keys", QMetaType::QStringList, QStringList()},
        {Setting::KeyHintDismissed, "window/key_hint_dismissed", QMetaType::Bool, false},
        {Setting::AskAbovePictures, "window/ask_above_pictures", QMetaType::Int, 20, 1, maxPicturesAtOnce},
        {Setting::AskAboveCents, "window/ask_above_cents", QMetaType::Int, 100, 0, maxCents},
        {Setting::NotifyWhenDone, "window/notify_when_done", QMetaType::Bool, true},
        {Setting::Shortcuts, "window/shortcuts", QMetaType::QVariantMap, QVariantMap()},
        {Setting::ShowPreviews, "window/show_previews", QMetaType::Bool, false},
        {Setting::MaskColour,
         "window/mask_colour",
         QMetaType::QString,
         u"accent"_s,
         0,
         0,
         {u"accent"_s, u"red"_s, u"green"_s, u"blue"_s}},
        {Setting::MaskStrength,
         "window/mask_strength",
         QMetaType::QString,
         u"medium"_s,
         0,
         0,
         {u"light"_s, u"medium"_s, u"strong"_s}},
    };
    return rows;
}

const Row &rowOf(Setting setting)
{
    const auto row =
        std::find_if(table().begin(), table().end(), [setting](const Row &r) { return r.setting == setting; });
    Q_ASSERT(row != table().end());
    return *row;
}

QString keyOf(const Row &row)
{
    return QString::fromLatin1(row.key);
}

QVariant usableInt(const Row &row, const QVariant &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= row.minimum && number <= row.maximum ? QVariant(number) : QVariant();
}

/// INI files know only text, so maps are kept as JSON.
QVariant usableMap(const QVariant &value)
{
    if (value.typeId() == QMetaType::QVariantMap) {
        return value;
    }
    const Result<QJsonObject> object = readJsonObject(value.toString().toUtf8(), jsonlimits::own);
    return object ? QVariant(object->toVariantMap()) : QVariant();
}

/// The value in the row's own type, or an invalid one if it cannot be used.
QVariant usable(const Row &row, const QVariant &value)
{
    switch (row.type) {
    case QMetaType::Bool: {
        const QString text = value.toString();
        return text == "true"_L1 || text == "false"_L1 ? QVariant(text == "true"_L1) : QVariant();
    }
    case QMetaType::Int:
        return usableInt(row, value);
    case QMetaType::QStringList:
        return value.canConvert<QStringList>() ? QVariant(value.toStringList()) : QVariant();
    case QMetaType::QByteArray:
        return value.canConvert<QByteArray>() ? QVariant(value.toByteArray()) : QVariant();
    case QMetaType::QVariantMap:
        return usableMap(value);
    default:
        return row.choices.isEmpty() || row.choices.contains(value.toString()) ? QVariant(value.toString())
                                                                               : QVariant();
    }
}

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
    for (const Row &row : table()) {
        if (m_file->contains(keyOf(row))) {
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
    for (const Row &row : table()) {
        const QVariant stored = m_file->value(keyOf(row));
        if (stored.isValid() && !usable(row, stored).isValid()) {
            found.append(reasons::settingUnusable(QDir::toNativeSeparators(m_file->fileName()), keyOf(row),
                                                  shortened(stored.toString(), longest), shown(row.fallback)));
        }
    }
    return found;
}

QList<Settings::Entry> Settings::entries() const
{
    QList<Entry> all;
    for (const Row &row : table()) {
        if (!keyOf(row).startsWith("window/"_L1)) {
            all.append({keyOf(row), shown(value(row.setting)), shown(row.fallback)});
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
    return keyOf(rowOf(setting));
}

QVariant Settings::value(Setting setting) const
{
    const Row &row = rowOf(setting);
    const QVariant stored = m_file->value(keyOf(row));
    const QVariant value = stored.isValid() ? usable(row, stored) : QVariant();
    if (setting == Setting::UnknownPrices && !stored.isValid() && m_file->value(allowedUnknownPrice).toBool()) {
        return u"allow"_s;
    }
    return value.isValid() ? value : row.fallback;
}

void Settings::set(Setting setting, const QVariant &value)
{
    const Row &row = rowOf(setting);
    const QVariant wanted = usable(row, value);
    if (!wanted.isValid() || wanted == this->value(setting)) {
        return;
    }
    if (const QString file = m_file->fileName(); isLost(file) || isReplaced(file)) {
        recover(file, {}); // while it was open: it is known still what it said
    }
    keepForOwner(m_file->fileName());
    m_file->setValue(keyOf(row), row.type == QMetaType::QVariantMap ? QVariant(asJson(wanted)) : wanted);
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
    const Row &row = rowOf(setting);
    return {row.minimum, row.maximum};
}

} // namespace lightwell
