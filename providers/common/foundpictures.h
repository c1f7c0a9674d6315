// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// What an answer holds that is written in none of its vendor's own ways.
struct FoundPictures
{
    QList<ProducedMedia> media; ///< with bytes, or with a link
    QJsonObject usage; ///< the counters beside them, if there are any
};

/// Looks through a paid answer for what is unmistakably a picture, wherever it stands: the body itself, base64 and data
/// URLs in fields of any name, links in fields whose names say that a picture is there, in JSON or in the events of a
/// stream that are no previews. What the answer repeats of the request (inputs, masks) and thumbnails are none; of one
/// object that names the same picture in several ways only the first counts. For answers that could not be read
/// otherwise: vendors' own readers know more.
[[nodiscard]] FoundPictures findPictures(const HttpResponse &response);

/// The step itself; or, where that says of a success that it holds no usable picture (brokenAnswer()), what can be
/// found in it all the same. Its cost is unknown, so the estimate counts.
[[nodiscard]] Step orFoundPictures(Step step, const HttpResponse &response);

} // namespace lightwell
