// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/picturelink.h"

#include "core/model/dataurl.h"
#include "providers/common/pictures.h"

#include <limits>

namespace lightwell {

using namespace Qt::StringLiterals;

std::optional<ProducedMedia> pictureFrom(const QByteArray &text, const QUrl &origin)
{
    ProducedMedia picture;
    if (std::optional<QByteArray> bytes = text.isEmpty() ? std::nullopt : pictureFromBase64(text)) {
        picture.bytes = *std::move(bytes);
        return picture;
    }
    const std::optional<QUrl> url = isDataUrl(text) ? std::nullopt : pictureLink(QString::fromUtf8(text), origin);
    picture.url = url.value_or(QUrl());
    return url ? std::optional(picture) : std::nullopt;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    constexpr qint64 missing = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(missing);
    return number == missing ? std::nullopt : std::optional<qint64>(number);
}

} // namespace lightwell
