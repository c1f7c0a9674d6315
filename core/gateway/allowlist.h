// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QStringList>

namespace lightwell::allowlist {

/// What a person writes down, several separated by commas or spaces. Nothing written is an empty list.
/// Origins of web pages: "https://app.example" or "http://localhost:3000"; exact, so no path and no "*".
[[nodiscard]] Result<QStringList> readOrigins(const QString &text);
/// Names of this computer: "studio.lan", with a port where it is another than the gateway's; no "*".
[[nodiscard]] Result<QStringList> readHosts(const QString &text);

} // namespace lightwell::allowlist
