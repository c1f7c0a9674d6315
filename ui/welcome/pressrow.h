// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace lightwell {

/// A row of whatever a layout puts into it, which is pressed as a whole.
class PressRow : public QAbstractButton
{
    Q_OBJECT
public:
    PressRow(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Enter presses it, like Space
    void paintEvent(QPaintEvent *event) override;
};

} // namespace lightwell
