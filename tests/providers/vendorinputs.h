// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell::test {

/// The fields an endpoint takes, written down from the vendors' documentation and on purpose not from the catalog, so
/// that a wrong name in the catalog is found. Nothing for endpoints whose inputs nobody could confirm.
[[nodiscard]] std::optional<QStringList> vendorInputs(const QString &provider, const QString &endpoint);

} // namespace lightwell::test
