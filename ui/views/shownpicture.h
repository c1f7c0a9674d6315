// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/pyramidstore.h"

#include <QTimer>

class QPainter;

namespace lightwell {

/// One picture on the screen at any scale: at once from the nearest level of its pyramid, and sharp a moment later,
/// when the thread pool has made it for just this scale. Whatever holds it paints it.
class ShownPicture : public QObject
{
    Q_OBJECT
public:
    static constexpr double unsmoothedFrom = 4; ///< screen pixels a pixel: larger ones are drawn as squares
    explicit ShownPicture(PyramidStore &store, QObject *parent = nullptr);
    void setPicture(const Picture &picture); ///< without an id: none
    void setPyramid(const SharedPyramid &pyramid); ///< of what lies in no file; null: none
    [[nodiscard]] const SharedPyramid &pyramid() const { return m_pyramid; } ///< null: not there yet
    [[nodiscard]] bool isShown() const { return m_pyramid && !m_pyramid->isEmpty(); }
    [[nodiscard]] bool isUnreadable() const { return m_pyramid && m_pyramid->isEmpty(); }
    [[nodiscard]] QSize size() const; ///< as it was read, or is told until then
    /// The whole picture into `target`, of which `seen` is in sight. Both in the painter's device-independent pixels.
    void paint(QPainter &painter, const QRectF &target, const QRectF &seen);
    void paintSmall(QPainter &painter, const QRectF &target) const; ///< from the coarsest level that will do
    /// What was painted last is as sharp as it gets.
    [[nodiscard]] bool isSharp() const;

Q_SIGNALS:
    void arrived(); ///< another picture, or none: of another size, too
    void changed(); ///< it is to be painted anew

private:
    void take(const SharedPyramid &pyramid);
    void sharpen();
    void sharpenPart();
    [[nodiscard]] bool isScaledSharply(QSize pixels) const;
    [[nodiscard]] bool lacksDetail() const;
    PyramidStore &m_store;
    Picture m_picture;
    SharedPyramid m_pyramid;
    QSize m_wanted; ///< of the whole picture, in pixels of the screen, as it was painted last
    QRect m_wantedPart; ///< what of it was in sight then, in its own pixels
    QImage m_exact; ///< the whole picture in the size wanted, or in another one before
    QRect m_part; ///< what `m_detail` shows
    QImage m_detail; ///< of a picture whose finest level is not kept
    QSize m_making; ///< what the thread pool is at
    QRect m_makingPart;
    int m_round = 0;
    QTimer m_settle;
};

} // namespace lightwell
