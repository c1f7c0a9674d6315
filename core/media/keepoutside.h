// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QImage>

namespace lightwell {

/// A picture that was edited under a mask, both as they were sent.
struct MaskedPicture
{
    QByteArray picture;
    QByteArray mask;
};

/// Vendors round sides to their steps: whether two shapes are the same but for that.
[[nodiscard]] bool haveSameShape(QSize one, QSize other);

/// Puts the picture back wherever the mask leaves it alone, with the mask's soft edges. Vendors make other sizes than
/// they are given: the picture and its mask are scaled to the one that was made. ErrorKind::Unsupported: what was made
/// has another shape, so nobody can say what belongs where.
[[nodiscard]] Result<QImage> keepOutsideMask(const QImage &made, const MaskedPicture &before);

} // namespace lightwell
