// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sign.h"

#include <QWidget>

namespace lightwell {

class TextLabel;

/// A line of a card: a sign, what it is, and how much.
class FactRow : public QWidget
{
    Q_OBJECT
public:
    FactRow(Icon icon, const QString &objectName, QWidget *parent = nullptr);
    void setIcon(Icon icon, Meaning meaning);
    void setFact(const QString &name, const QString &amount, const QString &exact = {});

private:
    Sign *m_sign;
    TextLabel *m_name;
    TextLabel *m_amount;
};

} // namespace lightwell
