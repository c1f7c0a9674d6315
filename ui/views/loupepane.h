// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/referencefiles.h"
#include "ui/views/viewedpicture.h"

#include <QWidget>

namespace lightwell {

class Button;
class CellMarks;
class Keymap;
class PictureArea;
class PyramidStore;
class StarButton;
class TextLabel;
struct ViewPoint;

/// One of the pictures in the Loupe: whose it is, the picture, how it came about and how large its pixels are shown.
class LoupePane : public QWidget
{
    Q_OBJECT
public:
    LoupePane(int number, PyramidStore &store, CellMarks &marks, const Keymap &keymap,
              QWidget *parent = nullptr); ///< from 1
    void setPicture(const ViewedPicture &picture);
    [[nodiscard]] const ViewedPicture &picture() const { return m_picture; }
    [[nodiscard]] PictureArea *area() const { return m_area; }
    /// `several`: there are others, so that it has a number and shows whether keys are for it.
    void setActive(bool active, bool several);
    void setView(const ViewPoint &view, bool shifted);
    void toggleStar();

Q_SIGNALS:
    void saveWanted();
    void copyWanted();
    void menuWanted(const QPoint &globalPosition); ///< of all that can be done with the picture
    void dropped(const QList<lightwell::referencefiles::Source> &pictures);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void takeDrops();
    void describe();
    int m_number;
    ViewedPicture m_picture;
    QString m_scale; ///< "at 50 %"
    TextLabel *m_name;
    TextLabel *m_maker;
    QWidget *m_card;
    PictureArea *m_area;
    TextLabel *m_facts;
    TextLabel *m_cost;
    TextLabel *m_size;
    StarButton *m_star;
    Button *m_save;
    Button *m_copy;
    Button *m_more;
    bool m_active = false;
    bool m_several = false;
};

} // namespace lightwell
