// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/discovery/foundengine.h"

namespace lightwell {

/// What found engines offer, to be merged into `known`, whose own words for any model of a provider
/// (Catalog::anyModel()) say how it is asked for. Engines that are not at the address of their provider in `addresses`
/// offer nothing. Names that nothing can be called by are left out; `told` says which.
[[nodiscard]] Catalog engineOffers(const QList<FoundEngine> &engines, const QHash<QString, QUrl> &addresses,
                                   const Catalog &known, QStringList &told);

/// A name for a model made of that of its file: "sdxl/Juggernaut XL.safetensors" becomes "juggernaut-xl".
[[nodiscard]] QString slugOfFile(const QString &file);

/// Whether two addresses are the same place on this machine.
[[nodiscard]] bool isSameServer(const QUrl &one, const QUrl &other);

} // namespace lightwell
