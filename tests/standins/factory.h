// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin.h"

#include <QStringList>

namespace lightwell::test {

/// The stand-in for a vendor by provider id; null if there is none. New stand-ins get a row in factory.cpp.
[[nodiscard]] std::unique_ptr<StandIn> makeStandIn(const QString &vendor);
[[nodiscard]] QStringList standInNames();

} // namespace lightwell::test
