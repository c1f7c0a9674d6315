// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportsettings.h"

#include <QList>
#include <QObject>

namespace lightwell {

class Settings;

struct ExportPreset
{
    QString name;
    ExportSettings settings;
};

/// The presets that the person has saved, by name; kept in the settings.
class ExportPresets : public QObject
{
    Q_OBJECT
public:
    explicit ExportPresets(Settings &settings, QObject *parent = nullptr);
    [[nodiscard]] const QList<ExportPreset> &all() const { return m_presets; } ///< in the order of their names
    [[nodiscard]] const ExportPreset *find(const QString &name) const; ///< null: none of that name
    void save(const QString &name, const ExportSettings &settings); ///< in place of one of that name
    void rename(const QString &from, const QString &to); ///< in place of one of that name
    void remove(const QString &name);

Q_SIGNALS:
    void changed();

private:
    void keep();
    Settings &m_settings;
    QList<ExportPreset> m_presets;
};

} // namespace lightwell
