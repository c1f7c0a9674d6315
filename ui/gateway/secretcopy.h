// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

void copyText(const QString &text);
/// With the mark by which the clipboard histories of the larger desktops leave it out.
void copySecret(const QString &secret);

} // namespace lightwell
