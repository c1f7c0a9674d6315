// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/// Short programs that use the gateway, for the person to copy. The key stands in them as a variable, never itself.
namespace lightwell::connectexample {

[[nodiscard]] QString curl(const QUrl &url);
[[nodiscard]] QString officialClient(const QUrl &url); ///< for JavaScript
[[nodiscard]] QString pythonClient(const QUrl &url);

} // namespace lightwell::connectexample
