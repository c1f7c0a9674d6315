// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparerun.h"

#include <QAbstractButton>
#include <QImage>

namespace lightwell {

class CellMarks;

/// An earlier run as one line: its pictures, its prompt, how it ended, what it cost. Checked: its cells stand below it.
class RunLine : public QAbstractButton
{
    Q_OBJECT
public:
    RunLine(const QString &objectName, CellMarks &marks, QWidget *parent = nullptr);
    void show(const CompareRun &run);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Thumbnail
    {
        Picture picture;
        QImage image; ///< null: not read yet
    };
    [[nodiscard]] QSize bound() const; ///< of a thumbnail, in pixels of the screen
    void load();
    void describe();
    CellMarks &m_marks;
    QList<Thumbnail> m_thumbnails;
    QString m_title;
    QString m_facts;
    QString m_open; ///< what may be billed of it
    QString m_sum;
    int m_round = 0;
};

} // namespace lightwell
