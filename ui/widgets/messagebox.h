// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace lightwell {

/// A message about what went wrong, with one button that closes it. The text is plain, whatever it looks like (see
/// ui/widgets/plaintext.h). Shown at once, without waiting for it; it goes when it is closed.
QMessageBox *openProblem(const QString &title, const QString &text);

} // namespace lightwell
