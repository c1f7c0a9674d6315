// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/picturelink.h"

#include "core/model/dataurl.h"
#include "providers/common/pictures.h"

#include <limits>

namespace lightwell {

using namespace Qt::StringLiterals;

std::optional<ProducedMedia> pictureFromLink(const QString &link)
{
    ProducedMedia image;
    if (const QByteArray text = link.toLatin1(); isDataUrl(text)) {
        const std::optional<QByteArray> bytes = pictureFromBase64(text);
        image.bytes = bytes.value_or(QByteArray());
        return bytes ? std::optional(image) : std::nullopt;
    }
    const std::optional<QUrl> url = pictureLink(link, QUrl());
    image.url = url.value_or(QUrl());
    return url ? std::optional(image) : std::nullopt;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    constexpr qint64 missing = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(missing);
    return number == missing ? std::nullopt : std::optional<qint64>(number);
}

} // namespace lightwell
