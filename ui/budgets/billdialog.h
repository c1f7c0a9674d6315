// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/money.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace lightwell {

class Button;
class TextLabel;

/// Asks what a call was billed at, as the provider's own page tells it.
class BillDialog : public QDialog
{
    Q_OBJECT
public:
    /// `text` says which call it is.
    BillDialog(const QString &text, Money estimate, QWidget *parent);
    void setCost(Money cost); ///< as if it had been written
    /// Why it was not taken down. Where pictures would be lost by it, that can be agreed to then.
    void setProblem(const Error &error);

Q_SIGNALS:
    void told(lightwell::Money cost, bool giveUpJob);

private:
    [[nodiscard]] std::optional<Money> cost() const;
    QLineEdit *m_amount;
    TextLabel *m_problem;
    QCheckBox *m_giveUp;
    Button *m_save;
};

} // namespace lightwell
