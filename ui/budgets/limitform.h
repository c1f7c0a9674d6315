// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace lightwell {

class Button;
class TextLabel;

/// How much, when it is warned, and whether it stops; with what saving it would do. For a limit that stands, and for a
/// new one. Enter saves, Escape leaves it as it was.
class LimitForm : public QWidget
{
    Q_OBJECT
public:
    enum class For { Standing, New };
    LimitForm(For what, const QString &objectName, QWidget *parent = nullptr);
    void setBudget(const Budget &budget);
    /// What the fields say, nothing where they say no amount. Scope and period are those of setBudget().
    [[nodiscard]] std::optional<Budget> budget() const;
    void setConsequence(const QString &text, bool stops);
    void setProblem(const QString &text); ///< why it cannot be saved; empty: it can
    void focusAmount();

Q_SIGNALS:
    void edited();
    void saved(const lightwell::Budget &budget);
    void left(); ///< as it was
    void removed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(For what, const QString &objectName);
    void save();
    Budget m_budget;
    QLineEdit *m_amount;
    QSpinBox *m_warnAt;
    QCheckBox *m_isHard;
    TextLabel *m_consequence;
    TextLabel *m_problem;
    Button *m_save;
};

} // namespace lightwell
