// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

/// "Stealth pnginfo": a text in the lowest bits of a picture's pixels, where NovelAI, Forge and SwarmUI put it for
/// sites that take other metadata away.
namespace lightwell::metadata {

/// It, unpacked; empty where there is none, or it is broken or longer than 4 MiB.
[[nodiscard]] QString hiddenText(const QImage &image);
/// Whether one begins there, whatever it says.
[[nodiscard]] bool hidesText(const QImage &image);
/// The same picture without it: a difference nobody sees.
[[nodiscard]] QImage withoutHiddenText(const QImage &image);

} // namespace lightwell::metadata
