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

/// The same, and another one where `known` has a model of that name which no file can be: a closed one, or one that is
/// built in. So that a file takes nothing that was meant for those.
[[nodiscard]] QString slugOfFile(const QString &file, const Catalog &known);

/// Whether two addresses are the same place on this machine.
[[nodiscard]] bool isSameServer(const QUrl &one, const QUrl &other);

} // namespace lightwell
