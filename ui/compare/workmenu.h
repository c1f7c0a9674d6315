// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/picturework.h"

#include <functional>

class QMenu;

namespace lightwell {

/// Adds to a picture's menu what can be made of it: one menu each for larger, another like it, cut out and as a
/// drawing, with the models that can and their prices. What nobody with a key can do has one line that says so.
void addPictureWorks(QMenu *menu, const Catalog &catalog, const ProviderKeys &keys, const Picture &picture,
                     const QString &prompt, const std::function<void(const PictureWork &)> &wanted);

} // namespace lightwell
