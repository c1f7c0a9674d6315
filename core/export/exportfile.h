// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportbatch.h"
#include "core/export/exportpicture.h"
#include "core/export/exporttargets.h"

/// One file of a job, as it is read, named and written.
namespace lightwell {

[[nodiscard]] Result<QByteArray> exportSourceOf(const ExportJob &job, int index);
[[nodiscard]] RecipeInBooks recipeInBooksOf(const ExportJob &job, int index); ///< no longer than the job is there
[[nodiscard]] QString exportStemOf(const ExportJob &job, int index, ExportFacts facts);
/// The path it went to.
[[nodiscard]] Result<QString> writeExport(const ExportJob &job, ExportTargets &targets, const QString &stem,
                                          const QByteArray &bytes);

} // namespace lightwell
