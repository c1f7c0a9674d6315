// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell {

/// Room for what is as large as a picture. A fresh block comes from the system page by page, each at its first touch,
/// which costs more than copying into it: on Linux these blocks ask for huge pages, of which a picture needs a dozen
/// instead of thousands. Elsewhere, and for small sizes, the same as QByteArray's own.

/// So many bytes whose content is not defined.
[[nodiscard]] QByteArray uninitializedBytes(qsizetype size);

/// Room for at least `capacity` bytes in all. What is in it stays.
void reserveBytes(QByteArray &bytes, qsizetype capacity);

} // namespace lightwell
