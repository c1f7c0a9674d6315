// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/encodetuning.h"
#include "core/model/imageformat.h"

#include <QColor>
#include <QSize>

namespace lightwell {

/// How a picture of another shape comes to the asked pixels.
enum class ResizeFit {
    Inside, ///< as large as fits into them, in its own shape
    Crop, ///< exactly them: covered, the rest cut around the centre
    Contain, ///< exactly them: whole, on a ground
    Stretch, ///< exactly them
};

/// How pictures leave: what an export's fields and `lightwell-cli export` say.
struct ExportOptions
{
    ImageFormat format = ImageFormat::Png;
    /// How the quality is found, where the format has one.
    enum class Quality {
        Chosen, ///< `quality`
        ForBytes, ///< the best within `maxBytes`
        VisuallyLossless, ///< the lowest at which nobody sees a difference at 100 %
    };
    Quality by = Quality::Chosen;
    std::optional<int> quality = {}; ///< 0 to 100 on the scale of all formats (EncodeOptions::compression)
    qint64 maxBytes = 0;
    EncodeTuning tuning = {};
    int delay = 0; ///< milliseconds a picture, where all become one animation; 0: a file each
    bool isSheet = false; ///< all stand on one page, with captions
    QSize resize = {}; ///< empty: as it is
    ResizeFit fit = ResizeFit::Inside;
    bool mayEnlarge = true;
    QColor matte = Qt::white; ///< under transparency where the format has none, and for Contain
    // Place and other programs' texts never go along; China's label of AI always does: taking it away is banned.
    bool writesRecipe = true; ///< prompt, model, seed and settings
    bool writesDate = true; ///< when it was made
    bool writesLabel = true; ///< that AI made it, in IPTC's words

    [[nodiscard]] bool isOneFile() const { return delay > 0 || isSheet; } ///< of all pictures
    friend bool operator==(const ExportOptions &, const ExportOptions &) = default;
};

} // namespace lightwell
