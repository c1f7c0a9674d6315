// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/statecard.h"

#include "core/gateway/gateway.h"
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/gateway/gatewaystarter.h"
#include "ui/gateway/secretcopy.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

StateCard::StateCard(const Services &services, Banner &failure, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_services(services)
    , m_failure(failure)
    , m_switch(named(new Switch, u"gatewaySwitch"_s, tr("Gateway")))
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_detail(new TextLabel(TextLabel::Voice::Small))
    , m_copyAddress(named(new Button(Button::Kind::Normal, tr("Copy &address")), u"copyAddress"_s, tr("Copy address")))
{
    build();
    connect(&services.gateway, &Gateway::stateChanged, this, &StateCard::showState);
    connect(&services.starter, &GatewayStarter::changed, this, &StateCard::showState);
    showState();
}

void StateCard::build()
{
    m_title->setObjectName(u"gatewayTitle"_s);
    m_detail->setObjectName(u"gatewayDetail"_s);
    m_detail->setElided(true);
    auto *connectOne = named(new Button(Button::Kind::Normal, tr("Co&nnect a program…")), u"connectProgram"_s,
                             tr("Connect a program"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(14);
    row->addWidget(m_switch);
    row->addLayout(texts, 1);
    row->addWidget(m_copyAddress);
    row->addWidget(connectOne);
    connect(m_switch, &QAbstractButton::clicked, this, &StateCard::setOn);
    connect(connectOne, &QAbstractButton::clicked, this, &StateCard::connectWanted);
    connect(m_copyAddress, &QAbstractButton::clicked, this, [this] {
        copyText(m_url.toString());
        Q_EMIT say(Meaning::Ok, tr("Address copied"));
    });
}

void StateCard::setOn(bool on)
{
    m_services.settings.set(Setting::GatewayEnabled, on);
    if (on) {
        m_services.starter.start();
    } else {
        m_services.starter.stop();
    }
}

void StateCard::showState()
{
    const GatewayState state = m_services.gateway.state();
    const std::optional<Error> problem = m_services.starter.problem();
    const bool isListening = state.kind == GatewayState::Kind::Listening;
    const bool isFailed = !isListening && (state.kind == GatewayState::Kind::Failed || problem);
    m_switch->setChecked(isListening);
    m_title->setText(isListening    ? tr("Gateway is on")
                         : isFailed ? tr("Gateway could not start")
                                    : tr("Gateway is off"));
    m_url = isListening ? state.url : GatewayStarter::url(m_services.settings);
    m_detail->setText(whereText(state));
    m_copyAddress->setEnabled(isListening);
    m_failure.setVisible(isFailed);
    m_failure.setText(wording::sentence(problem.value_or(state.error)));
    m_failure.setSecondAction(problem ? tr("Change the &certificate…") : tr("Change the &port…"));
}

QString StateCard::whereText(const GatewayState &state) const
{
    if (state.kind != GatewayState::Kind::Listening) {
        return tr("No program can connect. It would listen on %1").arg(m_url.toString());
    }
    return state.others.isEmpty() ? tr("%1 · this computer only").arg(m_url.toString())
                                  : tr("%1 · other computers can reach it too").arg(m_url.toString());
}

} // namespace lightwell
