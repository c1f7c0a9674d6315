// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

namespace lightwell {

/// A vendor's list as it is kept, for when there is no network.
[[nodiscard]] QByteArray listToJson(const ModelList &list);
/// An error where it is damaged. What it says is checked as what the vendor says itself, by Catalog::takeList().
[[nodiscard]] Result<ModelList> listFromJson(const QByteArray &text);

} // namespace lightwell
