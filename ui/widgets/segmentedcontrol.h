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
    /// While chosen() is told: it was by a key, and the keyboard wants to stay here.
    [[nodiscard]] bool isByKey() const { return m_byKey; }
    void setSegmentShown(const QString &id, bool shown);
    void setSegmentEnabled(const QString &id, bool enabled, const QString &why = {}); ///< `why` not, for its tip

Q_SIGNALS:
    void chosen(const QString &id); ///< by the person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QAbstractButton *segment(const QString &id) const; ///< null: there is none
    QButtonGroup *m_group;
    bool m_byKey = false;
    QStringList m_ids;
};

} // namespace lightwell
