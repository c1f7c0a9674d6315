// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/sign.h"

namespace lightwell {

class Button;
class TextLabel;

/// A chosen model with its price and a way to take it away.
class ModelChip : public Card
{
    Q_OBJECT
public:
    ModelChip(const QString &model, const QString &name, QWidget *parent = nullptr);
    void setPrice(const QString &price, const QString &why = {}); ///< `why` this offer is the one
    /// Why it cannot be made as the form stands; empty: it can.
    void setProblem(const QString &problem);
    /// What it will be made without, though it was asked; empty: nothing.
    void setLeftOut(const QString &leftOut);
    [[nodiscard]] QString model() const { return m_model; }
    [[nodiscard]] Button *removeButton() const { return m_remove; }
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void removeRequested(const QString &model);

private:
    void tell(Meaning meaning, const QString &text);
    QString m_model;
    TextLabel *m_name;
    TextLabel *m_price;
    Sign *m_sign;
    Button *m_remove;
};

} // namespace lightwell
