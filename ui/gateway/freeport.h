// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <optional>

namespace lightwell::freeport {

/// Whether a program could listen there at this moment. Port 0: at any port, so whether the address is of this
/// computer.
[[nodiscard]] bool isFree(const QHostAddress &address, quint16 port);
/// The next one above `port`; nothing where none is near.
[[nodiscard]] std::optional<quint16> nextFree(const QHostAddress &address, quint16 port);

} // namespace lightwell::freeport
