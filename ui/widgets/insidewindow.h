// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace lightwell {

/// Keeps menus inside the window they belong to, as far as they fit: Qt itself looks at the screen alone, and a menu
/// that hangs out over other programs looks like theirs. Installed by the style for every menu.
class InsideWindow : public QObject
{
    Q_OBJECT
public:
    void watch(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lightwell
