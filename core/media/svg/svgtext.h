// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/svg/svglimits.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lightwell::svg {

/// The document as text: UTF-8, Latin-1 or UTF-16 with its mark. Nothing for every other encoding, and for bytes that
/// are not what they say they are: a reader that guesses is a reader that can be led around a check.
[[nodiscard]] std::optional<QString> decodedText(const QByteArray &bytes);

/// What the marks of a document alone tell of it.
enum class Extent {
    Within, ///< the limits of elements, depth, attributes and names, and there is no inner document type
    Beyond, ///< whole as far as that can be told, but more than the limits say
    Cut, ///< it breaks off, or its marks are none
};

/// Looks at the marks alone and takes no memory: an XML reader would hold a million attributes before it tells of one.
[[nodiscard]] Extent extentOf(QStringView text, const SvgLimits &limits);

/// Where the mark of the first element ends; nothing where it does not, or where the limits end before it.
[[nodiscard]] std::optional<qsizetype> endOfFirstMark(QStringView text, const SvgLimits &limits);

} // namespace lightwell::svg
