// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/forecast.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace lightwell {

class LimitBar;
class LimitForm;
class Sign;
class TextLabel;

/// A limit and how full it is. A double click, Enter or F2 opens its form in place; Delete takes it away.
class LimitRow : public QWidget
{
    Q_OBJECT
public:
    explicit LimitRow(qint64 id, QWidget *parent = nullptr);
    /// `forecast`: where it leads past the limit; none: it does not.
    void setState(const BudgetState &state, const QString &scope, const std::optional<Forecast> &forecast);
    [[nodiscard]] const BudgetState &state() const { return m_state; }
    void edit();
    void endEditing();
    [[nodiscard]] bool isEditing() const;
    void setProblem(const QString &text); ///< why it was not saved

Q_SIGNALS:
    void saveWanted(const lightwell::Budget &budget);
    void removeWanted(qint64 id);
    void focused();
    void moved(int step); ///< by the arrow keys

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void showConsequence();
    void showStop();
    BudgetState m_state;
    TextLabel *m_name;
    TextLabel *m_kind;
    Sign *m_sign;
    TextLabel *m_level;
    TextLabel *m_used;
    LimitBar *m_bar;
    QWidget *m_stop; ///< until when, and how to go on; where it has stopped calls
    TextLabel *m_goesOn;
    LimitForm *m_form = nullptr; ///< while it is edited
    QVBoxLayout *m_layout;
};

} // namespace lightwell
