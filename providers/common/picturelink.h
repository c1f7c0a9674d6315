// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <QJsonValue>

namespace lightwell {

/// A picture as vendors write it in JSON: in base64, in a data: URL, or as an http(s) address, made absolute against
/// `origin` (where the answer came from; none: it must be whole). Nothing: it is none of them.
[[nodiscard]] std::optional<ProducedMedia> pictureFrom(const QByteArray &text, const QUrl &origin = {});
[[nodiscard]] inline std::optional<ProducedMedia> pictureFrom(const QString &text, const QUrl &origin = {})
{
    return pictureFrom(text.toUtf8(), origin);
}

/// A whole number of a vendor's answer, exact up to 64 bits; nothing where it is none.
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue &value);

} // namespace lightwell
