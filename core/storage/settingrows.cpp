// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/settingrows.h"

#include "core/model/boundedjson.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int maxTimeoutSeconds = 3600;
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

QVariant usableInt(const SettingRow &row, const QVariant &value)
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

} // namespace

QVariant SettingRow::usable(const QVariant &value) const
{
    switch (type) {
    case QMetaType::Bool: {
        const QString text = value.toString();
        return text == "true"_L1 || text == "false"_L1 ? QVariant(text == "true"_L1) : QVariant();
    }
    case QMetaType::Int:
        return usableInt(*this, value);
    case QMetaType::QStringList:
        return value.canConvert<QStringList>() ? QVariant(value.toStringList()) : QVariant();
    case QMetaType::QByteArray:
        return value.canConvert<QByteArray>() ? QVariant(value.toByteArray()) : QVariant();
    case QMetaType::QVariantMap:
        return usableMap(value);
    default:
        return choices.isEmpty() || choices.contains(value.toString()) ? QVariant(value.toString()) : QVariant();
    }
}

const QList<SettingRow> &settingRows()
{
    static const QList<SettingRow> rows = {
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
        {Setting::GalleryRowHeight, "window/gallery_row_height", QMetaType::Int, 135, 70, 320},
        {Setting::CompareRuns, "window/compare_runs", QMetaType::QByteArray, QByteArray()},
        {Setting::WelcomeLeft, "window/welcome_left", QMetaType::Bool, false},
        {Setting::PicturesCame, "window/pictures_came", QMetaType::Bool, false},
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

const SettingRow &rowOf(Setting setting)
{
    const auto row = std::find_if(settingRows().begin(), settingRows().end(),
                                  [setting](const SettingRow &r) { return r.setting == setting; });
    Q_ASSERT(row != settingRows().end());
    return *row;
}

} // namespace lightwell
