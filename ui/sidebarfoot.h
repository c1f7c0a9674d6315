// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"

#include <QAbstractButton>

namespace lightwell {

class BudgetWatch;
class ProgressLine;
class Sign;
class TextLabel;

/// The gateway's state and the budget, always in sight. A click leads to what it meets, a key to the gateway.
class SidebarFoot : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SidebarFoot(const BudgetWatch &budget, QWidget *parent = nullptr);
    void setGateway(const GatewayState &state);
    void setCompact(bool compact); ///< only the sign of the gateway and the sum
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void gatewayWanted();
    void budgetWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void showBudget();
    void describe();
    void arrange();
    const BudgetWatch &m_budget;
    QString m_sum; ///< in full
    bool m_compact = false;
    bool m_isListening = false;
    bool m_isBudgetPressed = false;
    Sign *m_dot;
    TextLabel *m_gateway;
    TextLabel *m_address;
    TextLabel *m_period;
    ProgressLine *m_bar;
    TextLabel *m_left;
};

} // namespace lightwell
