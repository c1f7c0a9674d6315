// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QVariant>

namespace lightwell {

/// A filter as a round button: pressed, it offers its choices; set, it tells the choice and a cross takes that away.
class FilterPill : public Button
{
    Q_OBJECT
public:
    /// `any` is what it says while nothing is chosen: "Model".
    FilterPill(const QString &objectName, const QString &any, QWidget *parent = nullptr);
    /// Values and what they are called. What is chosen stays, also where it is not among them.
    void setChoices(const QList<std::pair<QVariant, QString>> &choices);
    [[nodiscard]] QVariant value() const { return m_value; } ///< invalid: nothing is chosen
    void setValue(const QVariant &value); ///< silent
    /// It cannot be without a choice, as an order: there is no cross.
    void setAlwaysChosen(bool always);
    [[nodiscard]] bool isSet() const { return m_value.isValid() && !m_isAlwaysChosen; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(); ///< by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void openChoices();
    void take(const QVariant &value);
    void updateWords();
    [[nodiscard]] QRect crossRect() const;
    const QString m_any;
    QList<std::pair<QVariant, QString>> m_choices;
    QVariant m_value;
    bool m_isAlwaysChosen = false;
};

} // namespace lightwell
