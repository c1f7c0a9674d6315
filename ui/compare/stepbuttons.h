// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace lightwell {

class Button;
struct FailureAction;

/// The two steps of a cell that failed, side by side; below each other where they are too wide for that. They name what
/// they cost where there is room.
class StepButtons : public QWidget
{
    Q_OBJECT
public:
    explicit StepButtons(const QString &objectName, QWidget *parent = nullptr);
    /// `wait` is how many seconds the first one rests still; 0: not at all.
    void show(const FailureAction &first, const FailureAction &second, int wait);
    void showWait(int seconds);
    [[nodiscard]] bool isEmpty() const; ///< there is no step
    [[nodiscard]] Button *first() const { return m_first; }
    [[nodiscard]] Button *second() const { return m_second; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void taken(bool second);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widthOf(const Button *button, const QString &text) const;
    [[nodiscard]] bool fitsBeside(const QString &first, const QString &second, int width) const;
    [[nodiscard]] bool isStacked(int width) const;
    void arrange();
    QStringList m_firstTexts; ///< the longest first
    QStringList m_secondTexts;
    QString m_wait; ///< in the place of the first text; empty: it rests not
    Button *m_first;
    Button *m_second;
};

} // namespace lightwell
