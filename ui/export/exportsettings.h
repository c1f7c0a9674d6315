// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportname.h"
#include "core/export/exportoptions.h"

#include <QJsonObject>

namespace lightwell {

inline constexpr const char pageExportName[] = "{date}_{prompt}_{model}_{n}";

/// What the export page's fields say, and what a preset keeps. The folder is not among it.
struct ExportSettings
{
    ExportOptions options = {.format = ImageFormat::Webp, .mayEnlarge = false};
    QString name = QString::fromLatin1(pageExportName);

    [[nodiscard]] QJsonObject toJson() const;
    /// What cannot be used has its default.
    [[nodiscard]] static ExportSettings fromJson(const QJsonObject &object);
    friend bool operator==(const ExportSettings &, const ExportSettings &) = default;
};

/// The same without what means nothing for its format, so that checkExport() finds no fault with that.
[[nodiscard]] ExportOptions fittedToFormat(ExportOptions options);

} // namespace lightwell
