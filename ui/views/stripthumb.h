// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"

#include <QAbstractButton>
#include <QImage>

namespace lightwell {

/// A picture in the film strip, whole. Read on the thread pool when it is first in sight.
class StripThumb : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr QSize most {100, 66}; ///< of the picture
    explicit StripThumb(QWidget *parent = nullptr);
    void setPicture(const ViewedPicture &picture);
    void setNumber(int number, bool active); ///< of its pane; 0: it is in none
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isShown() const { return !m_image.isNull(); } ///< the picture is on the screen
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void load();
    [[nodiscard]] QSize bound() const; ///< in pixels of the screen
    ViewedPicture m_picture;
    QImage m_image;
    QSize m_loadedFor;
    int m_round = 0;
    int m_number = 0;
    bool m_active = false;
};

} // namespace lightwell
