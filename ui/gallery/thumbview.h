// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/tileimages.h"

#include <QWidget>

namespace lightwell {

/// One thumbnail as large as its room and its shape allow; never larger than the picture. Whoever has several asks for
/// their images together.
class ThumbView : public QWidget
{
    Q_OBJECT
public:
    explicit ThumbView(TileImages &images, QWidget *parent = nullptr);
    void setPicture(const QByteArray &id, QSize picture); ///< its size in pixels; an empty id: none
    [[nodiscard]] TileImages::Wanted wanted() const;
    [[nodiscard]] bool isShown() const;

Q_SIGNALS:
    void activated(); ///< by a double click
    void resized(); ///< another image is needed

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect place() const;
    TileImages &m_images;
    QByteArray m_id;
    QSize m_picture;
};

} // namespace lightwell
