// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell::openai {

/// What a field that holds pictures is for.
enum class PictureUse { Reference, Mask };

/// Knows the names under which programs and vendors send pictures ("image", "image[]", "images", "image_urls",
/// "input_image_2", "initImage", "mask_url", …); nothing: it is none of them.
[[nodiscard]] std::optional<PictureUse> pictureUseOf(const QString &field);

/// Those of `fields` that hold pictures of this use, in the order in which these are meant: numbered ones by number.
[[nodiscard]] QStringList pictureFields(const QStringList &fields, PictureUse use);

} // namespace lightwell::openai
