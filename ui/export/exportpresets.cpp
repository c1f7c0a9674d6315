// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportpresets.h"

#include "core/model/boundedjson.h"
#include "core/storage/settings.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

ExportPresets::ExportPresets(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const Result<QJsonObject> read =
        readJsonObject(settings.value(Setting::ExportPresets).toByteArray(), jsonlimits::own);
    const QJsonArray presets = read ? read->value("presets"_L1).toArray() : QJsonArray();
    for (const QJsonValue &value : presets) {
        const QJsonObject preset = value.toObject();
        if (const QString name = preset.value("name"_L1).toString(); !name.isEmpty() && !find(name)) {
            m_presets.append({name, ExportSettings::fromJson(preset.value("settings"_L1).toObject())});
        }
    }
}

const ExportPreset *ExportPresets::find(const QString &name) const
{
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&name](const ExportPreset &preset) { return preset.name == name; });
    return found == m_presets.end() ? nullptr : &*found;
}

void ExportPresets::save(const QString &name, const ExportSettings &settings)
{
    m_presets.removeIf([&name](const ExportPreset &preset) { return preset.name == name; });
    m_presets.append({name, settings});
    keep();
}

void ExportPresets::rename(const QString &from, const QString &to)
{
    if (const ExportPreset *preset = find(from); preset && from != to) {
        const ExportSettings settings = preset->settings;
        m_presets.removeIf([&from](const ExportPreset &one) { return one.name == from; });
        save(to, settings);
    }
}

void ExportPresets::remove(const QString &name)
{
    m_presets.removeIf([&name](const ExportPreset &preset) { return preset.name == name; });
    keep();
}

void ExportPresets::keep()
{
    std::sort(m_presets.begin(), m_presets.end(), [](const ExportPreset &one, const ExportPreset &other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    QJsonArray presets;
    for (const ExportPreset &preset : std::as_const(m_presets)) {
        presets.append(QJsonObject {{"name"_L1, preset.name}, {"settings"_L1, preset.settings.toJson()}});
    }
    m_settings.set(Setting::ExportPresets,
                   QJsonDocument(QJsonObject {{"presets"_L1, presets}}).toJson(QJsonDocument::Compact));
    Q_EMIT changed();
}

} // namespace lightwell
