// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lightwell {

class Catalog;

/// Whether a model is one of those that these patterns mean ("flux*", see matchesGlob()), by any name it may be asked
/// for; no patterns: all are. A pattern that is an alias of a model, to the letter, means that model. One of a provider
/// alone ("fal/flux*") means the models that are named at it.
[[nodiscard]] bool isModelAmong(const QStringList &patterns, const QString &model, const Catalog &catalog);

} // namespace lightwell
