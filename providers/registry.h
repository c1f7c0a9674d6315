// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace lightwell {

class AdapterRegistry;
struct Endpoint;

/// Adds every adapter of this program. The list of providers stands here and nowhere else.
void registerAdapters(AdapterRegistry &registry);

/// Adds the servers that the user named, as providers like any other. Their addresses are the keyring's to give, as
/// those that stand in the settings.
void registerEndpoints(AdapterRegistry &registry, const QList<Endpoint> &endpoints);

} // namespace lightwell
