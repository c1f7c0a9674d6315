// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

/// The line under the header: how much of what was begun has ended, solid, and what is under way, hatched. A hairline
/// once all has ended.
class RunProgress : public QWidget
{
    Q_OBJECT
public:
    explicit RunProgress(QWidget *parent = nullptr);
    void show(int ended, int underWay);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_ended = 0;
    int m_underWay = 0;
};

} // namespace lightwell
