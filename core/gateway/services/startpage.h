// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lightwell {

/// A page in HTML that says how programs connect: addresses, and a first call in several languages. It has no script,
/// loads nothing, and names no key. `base` is the address programs use, "http://127.0.0.1:4747/v1".
[[nodiscard]] QByteArray startPage(const QString &base, bool needsKey);

} // namespace lightwell
