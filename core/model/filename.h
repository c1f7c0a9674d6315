// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// A file's name, without its ending, made of words that came from outside (a prompt, a model's name): letters, digits,
/// points and underscores of any script, all else a dash. It begins with neither point nor dash, so it is no hidden
/// file and no option; it is no name that a system keeps for a device; it takes at most `maxBytes` in UTF-8, so that
/// two of them, a number and an ending fit into the 255 bytes of a name. "picture" where nothing is left.
[[nodiscard]] QString fileStem(const QString &words, qsizetype maxBytes = 100);

} // namespace lightwell
