// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"

#include <QWidget>

namespace lightwell {

class Button;
class CellMarks;
class StarButton;
class TextLabel;

/// Whose picture one side of A/B is, and what can be done with it.
class AbSide : public QWidget
{
    Q_OBJECT
public:
    /// `letter` is "A" or "B"; `name` that of the object. On the far side all stands the other way around.
    AbSide(const QString &letter, const QString &name, bool far, CellMarks &marks, QWidget *parent = nullptr);
    void show(const ViewedPicture &picture, bool canChoose);

Q_SIGNALS:
    void chooseWanted(QWidget *anchor);
    void saveWanted();
    void menuWanted(const QPoint &globalPosition); ///< of all that can be done with the picture
    void hovered(bool inside);

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    TextLabel *m_name;
    TextLabel *m_maker;
    Button *m_choose;
    TextLabel *m_facts;
    TextLabel *m_cost;
    StarButton *m_star;
    Button *m_save;
    Button *m_more;
};

} // namespace lightwell
