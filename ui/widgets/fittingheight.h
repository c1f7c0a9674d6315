// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;

namespace lightwell {

/// Keeps a dialog as high as its contents need, also where a text that comes later wraps onto more lines: a layout by
/// itself would squeeze the rest then. A height that a person gave it is only made larger.
void keepHeightFitting(QDialog *dialog);

} // namespace lightwell
