// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sizerule.h"

#include <QList>
#include <QString>

namespace lightwell {

/// A model that is asked to paint on a canvas.
struct CanvasMaker
{
    QString name;
    SizeRule sizes;
};

/// Which of them make something of another size than the canvas has, or that none does. Empty: there is nothing to say,
/// since all of them make any size.
[[nodiscard]] QString canvasNote(const QList<CanvasMaker> &makers, QSize canvas);

} // namespace lightwell
