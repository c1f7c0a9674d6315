// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

class Catalog;
class ProviderKeys;

/// A model of this provider that makes pictures of words: the first of those the provider comes first for, by the name
/// by which it is asked of that provider. Empty: it has none.
[[nodiscard]] QString modelToTry(const Catalog &catalog, const ProviderKeys &keys, const QString &provider);

} // namespace lightwell
