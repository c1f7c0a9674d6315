// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace lightwell {

class Button;
class TextLabel;

/// A chosen model with its price and a way to take it away.
class ModelChip : public Card
{
    Q_OBJECT
public:
    ModelChip(const QString &model, const QString &name, QWidget *parent = nullptr);
    void setPrice(const QString &price);
    /// Why it cannot be made as the form stands; empty: it can.
    void setProblem(const QString &problem);
    [[nodiscard]] QString model() const { return m_model; }
    [[nodiscard]] Button *removeButton() const { return m_remove; }

Q_SIGNALS:
    void removeRequested(const QString &model);

private:
    QString m_model;
    QString m_about;
    TextLabel *m_name;
    TextLabel *m_price;
    QWidget *m_sign;
    Button *m_remove;
};

} // namespace lightwell
