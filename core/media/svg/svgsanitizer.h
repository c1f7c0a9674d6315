// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/svg/svglimits.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QSize>

namespace lightwell::svg {

/// A drawing that opens nothing and ends.
struct SafeSvg
{
    QByteArray document; ///< UTF-8, written anew from what is known to be harmless
    QSize size; ///< in pixels
    int dropped = 0; ///< elements, attributes and declarations that were left out and may be missed
};

/// Writes the shapes, texts, gradients and embedded pictures of a drawing into a document of our own. Everything else
/// is left out: scripts, addresses of any kind but `#id`, foreign namespaces, animation, filters. Refused are documents
/// with entities, cycles, unknown encodings, and more than the limits say: `Invalid`, never billed.
///
/// Nothing but this document may reach a renderer: QtSvg opens the files a drawing names already while it reads.
[[nodiscard]] Result<SafeSvg> sanitizeSvg(const QByteArray &bytes, const SvgLimits &limits = {});

/// The size alone, from the first element: cheap.
[[nodiscard]] Result<QSize> svgSize(const QByteArray &bytes, const SvgLimits &limits = {});

} // namespace lightwell::svg
