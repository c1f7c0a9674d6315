// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"
#include "ui/widgets/icons.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace lightwell {

class BudgetWatch;
class SidebarFoot;

/// The places of the window, and at its foot the gateway's state and what is left of the budget.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(const BudgetWatch &budget, QWidget *parent = nullptr);
    void addPlace(const QString &id, Icon icon, const QString &text);
    void setCurrent(const QString &id);
    void setGateway(const GatewayState &state);
    /// Signs without their names, where the window has no room to spare.
    void setCompact(bool compact);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_layout;
    bool m_compact = false;
    QStringList m_ids;
    QVBoxLayout *m_places;
    SidebarFoot *m_foot;
};

} // namespace lightwell
