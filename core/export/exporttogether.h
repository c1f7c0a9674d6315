// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportbatch.h"

#include <QImage>

#include <atomic>

namespace lightwell {

/// All pictures of a job in one file, in the order of the files: an animation with the pixels that the first one gets
/// (others are shown whole on the matte), or a contact sheet. An outcome each; the file is that of the first. It says
/// what AI has made, and no recipe, since each picture has its own. Takes its time: call it on the thread pool. `stop`:
/// nothing is written.
[[nodiscard]] QList<ExportOutcome> exportTogether(const ExportJob &job, ExportTargets &targets,
                                                  const std::atomic_bool &stop);
/// The page of a contact sheet before it is encoded. Takes its time, too. `stop`: there is none.
[[nodiscard]] Result<QImage> contactSheetPage(const ExportJob &job, const std::atomic_bool &stop);

} // namespace lightwell
