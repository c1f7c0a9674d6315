// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QFrame>

namespace lightwell {

/// A few choices of which one holds, side by side. Arrow keys move, as in a group of radio buttons.
class SegmentedControl : public QFrame
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);
    void addSegment(const QString &id, const QString &text);
    [[nodiscard]] QString current() const;
    void setCurrent(const QString &id); ///< silent; unknown ids are ignored

Q_SIGNALS:
    void chosen(const QString &id); ///< by the person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QStringList m_ids;
};

} // namespace lightwell
