// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace lightwell {

/// Draws the ring around a scroll area that the keyboard is in, since Qt shows none. Installed by the style for every
/// scroll area.
class ScrollRing : public QObject
{
    Q_OBJECT
public:
    void watch(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lightwell
