// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/gatewaypage.h"

#include "core/gateway/gateway.h"
#include "core/storage/settings.h"
#include "ui/gateway/accesscard.h"
#include "ui/gateway/callscard.h"
#include "ui/gateway/clientscard.h"
#include "ui/gateway/connectdialog.h"
#include "ui/gateway/gatewaystarter.h"
#include "ui/gateway/statecard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/names.h"

#include <QGridLayout>
#include <QScrollArea>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForTwo = 944; ///< on a narrower page the two upper cards stand under each other: a window of 1000
constexpr int minClients = 220;
constexpr int minCalls = 280;

} // namespace

GatewayPage::GatewayPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_book(services.clients, services.books)
    , m_failure(new Banner(Meaning::Bad, u"gatewayFailure"_s))
    , m_state(new StateCard(services, *m_failure))
    , m_clients(new ClientsCard(m_book))
    , m_access(new AccessCard(services))
    , m_calls(new CallsCard)
    , m_upper(new QGridLayout)
{
    setObjectName(u"gatewayPage"_s);
    build();
    connectParts();
    arrange();
}

void GatewayPage::build()
{
    m_failure->setAction(tr("&Try again"));
    m_clients->setMinimumHeight(minClients);
    m_calls->setMinimumHeight(minCalls);
    m_upper->setSpacing(12);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_state);
    column->addWidget(m_failure);
    column->addLayout(m_upper);
    column->addWidget(m_calls, 1);
    auto *scroll = named(new QScrollArea, u"gatewayScroll"_s, tr("Gateway"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void GatewayPage::connectParts()
{
    connect(m_failure, &Banner::actionTriggered, this, [this] { m_state->setOn(true); });
    connect(m_failure, &Banner::secondTriggered, this, [this] {
        Q_EMIT settingWanted(m_services.starter.problem() ? u"gatewayCertificate"_s : u"gatewayPort"_s);
    });
    connect(m_state, &StateCard::connectWanted, this, &GatewayPage::openConnect);
    connect(m_state, &StateCard::say, this, &GatewayPage::say);
    connect(m_clients, &ClientsCard::connectWanted, this, &GatewayPage::openConnect);
    connect(m_clients, &ClientsCard::say, this, &GatewayPage::say);
    connect(m_access, &AccessCard::settingWanted, this, &GatewayPage::settingWanted);
    connect(m_access, &AccessCard::say, this, &GatewayPage::say);
    connect(&m_services.gateway, &Gateway::called, this, [this](const GatewayCall &call) {
        m_calls->add(call);
        m_book.refreshSoon(); // when it was used last
    });
    connect(&m_book, &ClientBook::changed, this, [this] { m_calls->setNames(m_book.names()); });
}

/// The books are read when somebody looks for the first time: the start of the program waits for nothing.
void GatewayPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_services.gateway.lookAround();
    m_book.setActive(true);
    arrange();
}

void GatewayPage::hideEvent(QHideEvent *event)
{
    m_access->hideKey(); // whoever comes back to this page may not be alone any more
    m_book.setActive(false);
    QWidget::hideEvent(event);
}

void GatewayPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void GatewayPage::arrange()
{
    const bool isWide = width() >= roomForTwo;
    if (isWide == m_isWide && m_upper->count() > 0) {
        return;
    }
    m_isWide = isWide;
    m_upper->removeWidget(m_clients);
    m_upper->removeWidget(m_access);
    m_upper->addWidget(m_clients, 0, 0);
    m_upper->addWidget(m_access, isWide ? 0 : 1, isWide ? 1 : 0);
    m_upper->setColumnStretch(0, isWide ? 5 : 1);
    m_upper->setColumnStretch(1, isWide ? 3 : 0);
}

void GatewayPage::openConnect()
{
    const GatewayState state = m_services.gateway.state();
    QList<QUrl> urls {m_state->url()};
    if (state.kind == GatewayState::Kind::Listening) {
        for (const QUrl &url : state.others) {
            if (!urls.contains(url)) {
                urls.append(url);
            }
        }
    }
    auto *dialog = new ConnectDialog(urls, m_services.clientKey, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList hints;
    if (state.kind != GatewayState::Kind::Listening) {
        hints.append(tr("The gateway is off: switch it on before the program calls."));
    }
    if (m_services.settings.toBool(Setting::GatewayEncrypted)) {
        hints.append(tr("Calls are encrypted: the program has to trust the certificate."));
    }
    dialog->setHints(hints);
    connect(dialog, &ConnectDialog::say, this, &GatewayPage::say);
    dialog->open();
}

} // namespace lightwell
