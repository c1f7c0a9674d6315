// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

namespace lightwell {

/// Takes away what needs pictures to work on.
void takeAwayEditing(Offer &offer);

/// `pattern`, which is what is assumed of any model of a vendor, as far as the vendor does not say otherwise of this
/// one.
[[nodiscard]] Offer offerOf(const ListedModel &listed, Offer pattern);

/// The name here of a model that was not known: the last part of the vendor's id, in small letters.
[[nodiscard]] QString slugOf(const QString &providerModel);

} // namespace lightwell
