// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/recipedifference.h"

#include <QWidget>

namespace lightwell {

class AbSide;
class Button;
class CellMarks;
class TextLabel;

/// Below the two pictures of A/B: whose they are, and between them what differs in their recipes.
class AbCaption : public QWidget
{
    Q_OBJECT
public:
    enum class Side { A, B };
    explicit AbCaption(CellMarks &marks, QWidget *parent = nullptr);
    void show(const ViewedPicture &a, const ViewedPicture &b, bool canChoose);

Q_SIGNALS:
    void chooseWanted(lightwell::AbCaption::Side side, QWidget *anchor); ///< another picture
    void saveWanted(lightwell::AbCaption::Side side);
    void menuWanted(lightwell::AbCaption::Side side, const QPoint &globalPosition);
    void hovered(lightwell::AbCaption::Side side, bool inside);

private:
    void connectSide(AbSide *it, Side side);
    void openList();
    AbSide *m_a;
    AbSide *m_b;
    TextLabel *m_title;
    Button *m_list; ///< in place of the title where there is more to say
    TextLabel *m_detail;
    QList<SettingDifference> m_differences;
};

} // namespace lightwell
