// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

#include <optional>

namespace lightwell {

/// What is wrong in a list of models, and where: "models[3].offers[0]" and a plain sentence.
struct CatalogFault
{
    QString place;
    QString what;
};

/// The first thing that would make planning or looking up go wrong; nothing if all is well. Values that only
/// miss something (a price, a date) are no fault: they are unknown.
[[nodiscard]] std::optional<CatalogFault> findFault(const QList<Model> &models, const QList<Offer> &open);

/// The keys Offer::fields may have.
[[nodiscard]] const QStringList &knownFieldNames();

} // namespace lightwell
