// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QHostAddress>

namespace lightwell {

/// The addresses of a host as the system knows them; none: there is no such host. Never QHostInfo::lookupHost(): where
/// the program ends before the answer and the asker lives on another thread than the application, that calls its
/// function with an answer that is none (Qt 6.4 takes the event of a deleteLater() for its own).
[[nodiscard]] QFuture<QList<QHostAddress>> lookUpHost(const QString &host);

} // namespace lightwell
