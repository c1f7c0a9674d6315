// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tuning.h"

#include <QJsonArray>

namespace lightwell {

/// "owner/style:0.8, other" as Tuning::read() takes it: behind the last colon stands a number, the weight.
[[nodiscard]] QJsonArray lorasFromText(const QString &text);
[[nodiscard]] QString lorasToText(const QList<Lora> &loras);

} // namespace lightwell
