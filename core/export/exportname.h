// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QDateTime>
#include <QSize>
#include <QString>

namespace lightwell {

/// What the names of exported files are made of.
struct ExportFacts
{
    QString name; ///< of the file it comes from, without ending
    QString prompt;
    QString model;
    QString provider;
    std::optional<qint64> seed;
    QDateTime createdAt; ///< shown in local time
    QSize size; ///< as it leaves
    int number = 1; ///< in its batch
    int count = 1; ///< of the batch, whose numbers are all as long as the last one
};

inline constexpr const char usualExportName[] = "{name}";
[[nodiscard]] QStringList
exportNameFields(); ///< "date", "time", "prompt", "model", "provider", "seed", "size", "name", "n"
/// Whether every {field} of a template is one.
[[nodiscard]] Status checkExportName(const QString &pattern);
/// The stem of the file: a template with its fields filled in, and made safe for file systems (see fileStem()). Signs
/// around a field that is empty go with it.
[[nodiscard]] QString exportName(const QString &pattern, const ExportFacts &facts);

} // namespace lightwell
