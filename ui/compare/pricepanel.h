// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

class Button;
class Sign;
class TextLabel;

/// What it will cost and what is left, beside the button that spends it.
class PricePanel : public QWidget
{
    Q_OBJECT
public:
    explicit PricePanel(QWidget *parent = nullptr);
    void setPrice(const QString &pictures, const QString &price, const QString &explanation);
    void setBudget(const QString &label, const QString &left);
    void setWarning(const QString &text); ///< what the budget will refuse; empty: nothing
    void setBlocked(const QString &reason); ///< why it cannot start; empty: it can
    [[nodiscard]] Button *generateButton() const { return m_generate; }

private:
    TextLabel *m_pictures;
    TextLabel *m_price;
    TextLabel *m_budgetLabel;
    TextLabel *m_budget;
    Sign *m_sign;
    TextLabel *m_warning;
    Button *m_generate;
};

} // namespace lightwell
