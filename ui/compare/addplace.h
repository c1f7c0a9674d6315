// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace lightwell {

/// The free place at the end of a run's last row: a press adds a model to the run.
class AddPlace : public QAbstractButton
{
    Q_OBJECT
public:
    explicit AddPlace(const QString &objectName, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {220, 120}; }

Q_SIGNALS:
    void moveWanted(int columns, int rows); ///< an arrow key: on to another cell

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace lightwell
