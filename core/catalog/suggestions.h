// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace lightwell {

/// Listed models that somebody may have meant by a name, nearest first, `further` names of such among them. A family
/// that is gone leads to the one that took its place.
[[nodiscard]] QStringList modelsLike(const QList<Model> &models, const QString &name, const QStringList &further = {});

/// The same error; where it is a vendor's word that it does not know a model, it says what takes the place of a retired
/// one, and of one that nobody listed which listed ones may have been meant.
[[nodiscard]] Error withSuggestions(const Error &error, const Catalog &catalog, const QString &name);

} // namespace lightwell
