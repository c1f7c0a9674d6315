// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gateway/clientbook.h"
#include "ui/services.h"
#include "ui/widgets/sign.h"

#include <QWidget>

class QGridLayout;

namespace lightwell {

class AccessCard;
class Banner;
class CallsCard;
class ClientsCard;
class StateCard;

/// The local gateway: whether it is on, who can reach it, the programs that have keys, and what they ask. Only puts its
/// parts together.
class GatewayPage : public QWidget
{
    Q_OBJECT
public:
    explicit GatewayPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void say(lightwell::Meaning meaning, const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    void arrange();
    void openConnect();
    const Services m_services;
    ClientBook m_book;
    Banner *m_failure;
    StateCard *m_state;
    ClientsCard *m_clients;
    AccessCard *m_access;
    CallsCard *m_calls;
    QGridLayout *m_upper;
    bool m_isWide = false;
};

} // namespace lightwell
