// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"

#include <QWidget>

namespace lightwell {

class Button;
class TextLabel;

/// Whose picture one side of A/B is, and what can be done with it.
class AbSide : public QWidget
{
    Q_OBJECT
public:
    /// `letter` is "A" or "B"; `name` that of the object. On the far side all stands the other way around.
    AbSide(const QString &letter, const QString &name, bool far, QWidget *parent = nullptr);
    void show(const ViewedPicture &picture, bool canChoose);

Q_SIGNALS:
    void chooseWanted(QWidget *anchor);
    void saveWanted();
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
    Button *m_save;
};

} // namespace lightwell
