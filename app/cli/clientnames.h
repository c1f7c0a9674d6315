// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"

#include <QHash>

namespace lightwell {

/// What a person calls the gateway's clients, by their ids; those whose key is gone are marked.
[[nodiscard]] QHash<QString, QString> clientNames(const QList<Client> &clients);

} // namespace lightwell
