// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

/// Names the day that is in sight while somebody drags through the months.
class DayHint : public QWidget
{
    Q_OBJECT
public:
    explicit DayHint(QWidget *parent);
    void showDay(const QString &day, QPoint rightMiddle); ///< where its right edge is, in the parent
    [[nodiscard]] QString day() const { return m_day; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_day;
};

} // namespace lightwell
