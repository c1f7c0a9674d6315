// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

/// Lies over a widget while pictures are held over it, and says what letting go will do.
class DropFrame : public QWidget
{
    Q_OBJECT
public:
    DropFrame(QWidget *over, const QString &text);
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_text;
};

} // namespace lightwell
