// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>

namespace lightwell {

/// Draws a document that core/media/svg has written: nothing else may come here. Null where it cannot be read. Needs a
/// QGuiApplication, for the fonts.
[[nodiscard]] QImage drawnSvg(const QByteArray &document, QSize size);

} // namespace lightwell
