// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell::sketchbook {

/// Words with nothing in them to draw: articles, prepositions and the like in the painter's four languages, words for
/// the picture itself ("a painting of") and praise. `word`: in lower case, as it is written.
[[nodiscard]] bool isSmallWord(const QString &word);

} // namespace lightwell::sketchbook
