// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

#include <QSize>

namespace lightwell {

/// The size of a picture that goes in, as a person sees it (turned as its EXIF data say). Only the head of the file
/// is read. Invalid where it cannot be told: no picture, a drawing, a format
/// without a plug-in, or more than is ever decoded.
[[nodiscard]] QSize pictureSize(const InputImage &image);
/// The size in which the first reference picture goes out; invalid where it cannot be told, or there is none.
[[nodiscard]] QSize firstSentSize(const Plan &plan);
/// The size in which the picture at `index` of the request's goes out.
[[nodiscard]] QSize sentSize(const Plan &plan, qsizetype index);

} // namespace lightwell
