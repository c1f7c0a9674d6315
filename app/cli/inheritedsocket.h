// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QHostAddress>

#include <optional>

namespace lightwell {

/// A TCP socket that listens already and was handed to the program: systemd's socket activation, by the rules of
/// sd_listen_fds(3).
struct InheritedSocket
{
    qintptr descriptor = -1;
    QHostAddress address;
    quint16 port = 0;
};

/// Nothing: none was handed over. What was is taken out of the environment, so that no program started later takes it
/// for its own. Errors, all before anything is served: several sockets, or one that is not a listening TCP socket.
[[nodiscard]] Result<std::optional<InheritedSocket>> takeInheritedSocket();

} // namespace lightwell
