// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryindex.h"
#include "ui/gallery/tileimages.h"
#include "ui/widgets/tokens.h"

#include <QPixmap>

class QPainter;

namespace lightwell {

/// Paints one picture of the gallery with its marks. Made anew for each paint event.
class TilePainter
{
public:
    struct State
    {
        bool isChosen = false;
        bool isPointedAt = false;
        bool hasKeyboard = false; ///< and it is to be seen
    };
    static constexpr int checkSide = 22; ///< of the box that chooses a picture beside others
    static constexpr int checkMargin = 6; ///< from the corner of the picture

    TilePainter(QPainter &painter, const Tokens &tokens, const QFont &font, qreal devicePixelRatio);
    /// `tile` may be null or of another size.
    void paint(const QRect &rect, const LibraryRow &row, const TileImages::Tile *tile, const State &state);
    /// Where the pixels go to that a picture of this rectangle needs.
    [[nodiscard]] static QSize pixelsOf(const QRect &rect, qreal devicePixelRatio);

private:
    void paintImage(const QRect &rect, const LibraryRow &row, const TileImages::Tile *tile);
    void paintCorners(const QRect &rect);
    void paintMarks(const QRect &rect, const LibraryRow &row);
    void paintCheck(const QRect &rect, const State &state);
    void paintWords(const QRect &rect, const QString &words);
    QPainter &m_painter;
    const Tokens &m_tokens;
    const QFont &m_font;
    const qreal m_ratio;
    QPixmap m_corners; ///< what covers the corners of a picture, all four together
};

} // namespace lightwell
