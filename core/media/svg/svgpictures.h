// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace lightwell::svg {

/// A picture within a drawing, checked.
struct SafePicture
{
    QString address; ///< `data:image/png;base64,…`
    qint64 pixels = 0;
};

/// The picture that a `data:` address holds, as PNG: a PNG that is in order stays, JPEG, WebP and GIF are drawn anew.
/// Nothing for every other address, for drawings, for broken pictures and those of more than `maxPixels`.
[[nodiscard]] std::optional<SafePicture> safePicture(const QString &address, qint64 maxPixels);

} // namespace lightwell::svg
