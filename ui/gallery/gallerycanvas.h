// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/gallerylayout.h"

#include <QAbstractScrollArea>
#include <QSet>
#include <QTimer>

#include <optional>

namespace lightwell {

class GalleryModel;
class GallerySelection;
class Keymap;
class TileImages;
enum class KeyAction;

/// The pictures in rows under the lines of their days, painted as far as they are in sight. Chosen by mouse and
/// keyboard as files are elsewhere.
class GalleryCanvas : public QAbstractScrollArea
{
    Q_OBJECT
public:
    GalleryCanvas(GalleryModel &model, GallerySelection &selection, TileImages &images, const Keymap &keymap,
                  QWidget *parent = nullptr);

    [[nodiscard]] const GalleryLayout &places() const { return m_places; }
    [[nodiscard]] QRect placeOf(int row) const; ///< of a picture, in the viewport
    void bringToSight(int row);
    void scrollToPicture(int row); ///< its day's line at the top, where it is the day's first
    [[nodiscard]] int dayInSight() const; ///< of places(), at the top; -1: none
    /// Somebody drags through the months: thumbnails are read where it stops.
    void setHurried(bool hurried);
    void setRowHeight(int height);
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    /// What is to be seen beside the first line: how many there are.
    void setCountText(const QString &text);

    static constexpr int minRow = 70;
    static constexpr int maxRow = 320;
    static constexpr int margin = 16; ///< before the first picture and over it
    static constexpr int footRoom = 76; ///< below the last row, where a bar may stand

Q_SIGNALS:
    void activated(int row); ///< to be enlarged
    void menuWanted(const QPoint &globalPosition);
    void dragWanted(); ///< of what is chosen, out of the window
    void scrolled();
    void rowHeightChosen(int height); ///< by the wheel or a key
    void keyWanted(lightwell::KeyAction action); ///< for what is chosen

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void arrange(bool keepsPlace);
    void updateScrollBar();
    void requestImages();
    void pointAt(QPoint position);
    void stretchBand(QPoint position);
    void endBand();
    void move(int row, Qt::KeyboardModifiers how);
    void growRows(int steps);
    [[nodiscard]] QPoint contentAt(QPoint viewportPosition) const;
    [[nodiscard]] bool isOnCheck(int row, QPoint viewportPosition) const;
    [[nodiscard]] int pageRows() const; ///< rows of pictures that fit in
    void paintDays(QPainter &painter, const QRect &area);

    GalleryModel &m_model;
    GallerySelection &m_selection;
    TileImages &m_images;
    const Keymap &m_keymap;
    GalleryLayout m_places;
    int m_rowHeight = 135;
    QString m_countText;
    qint64 m_anchorKey = 0; ///< the picture at the top, by which a place is kept; 0: none
    int m_anchorOffset = 0;
    int m_pointedAt = -1;
    std::optional<QPoint> m_pressedAt; ///< in the viewport, on a picture
    bool m_choosesAtRelease = false; ///< a press on one of several chosen ones may begin a drag
    std::optional<QPoint> m_bandFrom; ///< in the content
    QRect m_band;
    QSet<qint64> m_bandBefore;
    QPoint m_bandTo; ///< in the viewport
    QTimer m_bandScroll;
    QTimer m_requestSoon;
    bool m_hurried = false;
};

} // namespace lightwell
