// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/referencefiles.h"

class QMimeData;

/// Pictures in what is dropped or pasted: files of this computer, or one without a file.
namespace lightwell::picturemime {

/// Where a text could be meant as well, pixels beside a text are none: word processors add them.
enum class Beside { Anything, Text };

/// By its kind only: nothing is read.
[[nodiscard]] bool hasPictures(const QMimeData *data, Beside beside = Beside::Anything);
/// Files are left for the thread pool to be read, and so are pixels that came encoded.
[[nodiscard]] QList<referencefiles::Source> pictures(const QMimeData *data);
/// "PNG, JPEG … (*.png *.jpg …)", for a dialog.
[[nodiscard]] QString filters();

} // namespace lightwell::picturemime
