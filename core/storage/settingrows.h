// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/settings.h"

#include <QMetaType>
#include <QStringList>
#include <QVariant>

#include <limits>

namespace lightwell {

/// What a setting is called in the file, and which values it takes.
struct SettingRow
{
    Setting setting;
    const char *key; ///< the name of its INI group before the slash
    QMetaType::Type type;
    QVariant fallback;
    int minimum = std::numeric_limits<int>::min();
    int maximum = std::numeric_limits<int>::max();
    QStringList choices = {};

    [[nodiscard]] QString name() const { return QString::fromLatin1(key); }
    /// The value in the row's own type, or an invalid one if it cannot be used.
    [[nodiscard]] QVariant usable(const QVariant &value) const;
};

[[nodiscard]] const QList<SettingRow> &settingRows();
[[nodiscard]] const SettingRow &rowOf(Setting setting);

} // namespace lightwell
