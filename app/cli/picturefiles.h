// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

#include <QStringList>

namespace lightwell {

/// Where results go: `-o FILE` for one picture, `-o DIR` (existing, or ending in a slash, or without suffix) for
/// any number, this folder if nothing is given. In a folder, files are named after model, seed and place and never
/// replace one another. A file whose name ends as another format than the picture's gets the picture's own ending.
/// Returns the written paths.
[[nodiscard]] Result<QStringList> copyPictures(const Generation &generation, const QString &output);

/// Makes the folder and tries to write there. Asked before anything is paid for: a picture that has nowhere to go
/// should not be bought.
[[nodiscard]] Status prepareTarget(const QString &output);

[[nodiscard]] bool isFolderName(const QString &output);

} // namespace lightwell
