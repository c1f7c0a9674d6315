// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lightwell {

/// What an offer can do (Offer::modes), all there is: a word that nothing plans for would leave an offer of no use.
[[nodiscard]] inline const QStringList &knownModes()
{
    static const QStringList modes {
        QStringLiteral("text-to-image"), QStringLiteral("image-edit"),        QStringLiteral("image-variation"),
        QStringLiteral("inpaint"),       QStringLiteral("outpaint"),          QStringLiteral("upscale"),
        QStringLiteral("vectorize"),     QStringLiteral("remove-background"),
    };
    return modes;
}

} // namespace lightwell
