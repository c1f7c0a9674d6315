// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QByteArray>
#include <QImage>
#include <QJsonValue>
#include <QSize>

namespace lightwell::test {

/// A real picture of exactly this size and format: a gradient whose colours follow the seed. Png, Jpeg or Webp.
[[nodiscard]] QByteArray paintedPicture(QSize size, ImageFormat format, quint64 seed = 0);

/// What a model that follows the picture it edits makes of it: about `pixels` in the shape of the first picture that
/// lies anywhere in the body, in base64 or as a data URL. Invalid: there is none.
[[nodiscard]] QSize sizeLikePictureIn(const QJsonValue &body, qint64 pixels = 1024LL * 1024);

/// What lies behind a link, which a stand-in does not fetch: one and the same picture of 288 by 320 behind every https
/// address. Null: the text is none.
[[nodiscard]] QImage linkedPicture(const QString &text);

/// A drawing (SVG) of this size.
[[nodiscard]] QByteArray paintedDrawing(QSize size);

} // namespace lightwell::test
