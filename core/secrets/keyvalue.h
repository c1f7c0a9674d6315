// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

#include <QByteArray>

namespace lightwell {

/// Why this cannot be a vendor's key as it was copied, wherever it comes from; no reason: it can. A key goes into a
/// header: what could begin another line there, nobody sees or no header takes (beyond Latin-1) is not sent. Blanks at
/// its ends are no part of it and have been taken away.
[[nodiscard]] Reason keyProblem(const QByteArray &key);

/// Whether a key can be called so: 1 to 40 letters, digits, dots, dashes and underscores; or nothing, which is the one
/// without a name.
[[nodiscard]] bool isKeyName(const QString &name);

} // namespace lightwell
