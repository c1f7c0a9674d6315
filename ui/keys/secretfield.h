// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;
class QString;

namespace lightwell {

/// A field for a secret, with an eye to check what was typed.
[[nodiscard]] QLineEdit *secretField(const QString &objectName, const QString &accessibleName);

} // namespace lightwell
