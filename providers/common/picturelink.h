// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <QJsonValue>

namespace lightwell {

/// A picture as vendors write it in JSON: an http(s) address or a data: URL. Nothing: it is neither.
[[nodiscard]] std::optional<ProducedMedia> pictureFromLink(const QString &link);

/// A whole number of a vendor's answer, exact up to 64 bits; nothing where it is none.
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue &value);

} // namespace lightwell
