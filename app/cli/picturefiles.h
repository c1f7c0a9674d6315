// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

#include <QDir>
#include <QStringList>

#include <optional>

namespace lightwell {

class Terminal;

enum class Existing {
    Kept, ///< a picture that would replace a file gets the next free name
    Replaced,
};

/// Where results go: `-o FILE` for one picture, `-o DIR` (existing, or ending in a slash, or without suffix) for
/// any number, this folder if nothing is given. In a folder, files are named after model, seed and place and never
/// replace one another. A file whose name ends as another format than the picture's gets the picture's own ending.
/// Returns the written paths.
[[nodiscard]] Result<QStringList> copyPictures(const Generation &generation, const QString &output, Existing existing);

/// `name` in `folder`, or with the first number behind it under which nothing lies there.
[[nodiscard]] QString freeName(const QDir &folder, const QString &stem, const QString &suffix);

/// Makes the folder and tries to write there. Asked before anything is paid for: a picture that has nowhere to go
/// should not be bought. `pictures`: how many are asked for; several of one name are numbered.
[[nodiscard]] Status prepareTarget(const QString &output, int pictures = 1);

/// What becomes of a file that lies there already: a person at the terminal is asked, anybody else is told. Nothing:
/// the person says that it shall stay, so that nothing is to be made; or a stop signal came.
[[nodiscard]] std::optional<Existing> decideOnExisting(const QString &output, bool force, Terminal &terminal);

[[nodiscard]] bool isFolderName(const QString &output);

} // namespace lightwell
