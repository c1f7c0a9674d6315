// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/accesscard.h"

#include "core/gateway/gateway.h"
#include "core/storage/settings.h"
#include "ui/gateway/gatewaystarter.h"
#include "ui/gateway/ownkeybox.h"
#include "ui/gateway/secretcopy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/textlabel.h"

#include <QFontDatabase>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto thisComputer = "computer"_L1;
constexpr auto network = "network"_L1;

Button *copyButton(const QString &objectName, const QString &accessibleName)
{
    auto *button = named(new Button(Button::Kind::Quiet), objectName, accessibleName);
    button->setIcon(themedIcon(Icon::Copy));
    setTip(button, accessibleName);
    return button;
}

void empty(QVBoxLayout *rows)
{
    while (QLayoutItem *item = rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

AccessCard::AccessCard(const Services &services, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_services(services)
    , m_reach(named(new SegmentedControl, u"gatewayReach"_s, tr("Who can reach the gateway")))
    , m_warning(new QWidget)
    , m_warningText(new TextLabel(TextLabel::Voice::SmallWarning))
    , m_addresses(new QVBoxLayout)
    , m_encrypted(named(new Switch, u"gatewayEncrypted"_s, tr("Encrypt calls")))
    , m_certificate(new QWidget)
    , m_fingerprint(named(new QLineEdit, u"gatewayFingerprint"_s, tr("Fingerprint of the certificate, SHA-256")))
    , m_key(new OwnKeyBox(services.clientKey))
{
    setObjectName(u"accessCard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(buildReach());
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(buildEncryption());
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_key);
    layout->addStretch();
    connect(m_key, &OwnKeyBox::say, this, &AccessCard::say);
    connect(&services.gateway, &Gateway::stateChanged, this, &AccessCard::showReach);
    connect(&services.starter, &GatewayStarter::changed, this, &AccessCard::showEncryption);
    connect(&services.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::GatewayAddress || setting == Setting::GatewayEncrypted) {
            showReach();
            showEncryption();
        }
    });
    showReach();
    showEncryption();
}

void AccessCard::hideKey()
{
    m_key->hideKey();
}

QWidget *AccessCard::buildReach()
{
    m_reach->addSegment(thisComputer, tr("This computer"));
    m_reach->addSegment(network, tr("Local network"));
    m_warningText->setObjectName(u"gatewayWarning"_s);
    m_warningText->setWordWrap(true);
    auto *warning = new QHBoxLayout(m_warning);
    warning->setContentsMargins(0, 0, 0, 0);
    warning->setSpacing(8);
    warning->addWidget(new Sign(Meaning::Warning), 0, Qt::AlignTop);
    warning->addWidget(m_warningText, 1);
    m_addresses->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Access")), 1);
    head->addWidget(m_reach);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_warning);
    layout->addLayout(m_addresses);
    connect(m_reach, &SegmentedControl::chosen, this, &AccessCard::setReach);
    return box;
}

QWidget *AccessCard::buildEncryption()
{
    auto *title = new TextLabel(TextLabel::Voice::Body, tr("&Encrypt calls (TLS)"));
    title->setBuddy(m_encrypted);
    auto *own = named(new Button(Button::Kind::Link, tr("Certificate…")), u"gatewayOwnCertificate"_s,
                      tr("Use a certificate of your own"));
    setTip(own, tr("Use a certificate of your own"));
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(title, 1);
    head->addWidget(own);
    head->addWidget(m_encrypted);
    m_fingerprint->setReadOnly(true);
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *copy = copyButton(u"copyFingerprint"_s, tr("Copy the fingerprint"));
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_fingerprint, 1);
    line->addWidget(copy);
    auto *note = new TextLabel(TextLabel::Voice::Small,
                               tr("Fingerprint of the certificate: programs ask whether to trust it, or are told to."));
    note->setWordWrap(true);
    auto *certificate = new QVBoxLayout(m_certificate);
    certificate->setContentsMargins(0, 0, 0, 0);
    certificate->setSpacing(4);
    certificate->addLayout(line);
    certificate->addWidget(note);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_certificate);
    connect(m_encrypted, &QAbstractButton::clicked, this, &AccessCard::setEncrypted);
    connect(own, &QAbstractButton::clicked, this, [this] { Q_EMIT settingWanted(u"gatewayCertificate"_s); });
    connect(copy, &QAbstractButton::clicked, this, [this] {
        copyText(m_fingerprint->text());
        Q_EMIT say(Meaning::Ok, tr("Fingerprint copied"));
    });
    return box;
}

void AccessCard::setReach(const QString &id)
{
    m_services.settings.set(Setting::GatewayAddress, id == network ? u"0.0.0.0"_s : u"127.0.0.1"_s);
    m_services.starter.follow();
}

void AccessCard::setEncrypted(bool encrypted)
{
    m_services.settings.set(Setting::GatewayEncrypted, encrypted);
    m_services.starter.follow();
}

bool AccessCard::isReachable() const
{
    return !GatewayStarter::options(m_services.settings).address.isLoopback();
}

void AccessCard::showReach()
{
    const bool isOpen = isReachable();
    const bool isEncrypted = m_services.settings.toBool(Setting::GatewayEncrypted);
    m_reach->setCurrent(isOpen ? network : thisComputer);
    m_warning->setVisible(isOpen);
    m_warningText->setText(
        isEncrypted
            ? tr("Whoever is in this network and has a key can spend your money.")
            : tr("Whoever is in this network and has a key can spend your money. What is sent is not encrypted: "
                 "others there can read it, keys too."));
    const GatewayState state = m_services.gateway.state();
    showAddresses(isOpen && state.kind == GatewayState::Kind::Listening ? state.others : QList<QUrl>());
}

void AccessCard::showAddresses(const QList<QUrl> &urls)
{
    if (urls == m_shown) {
        return;
    }
    m_shown = urls;
    empty(m_addresses);
    for (int number = 0; number < urls.size(); ++number) {
        const QString address = urls.at(number).toString();
        auto *label = new TextLabel(TextLabel::Voice::Body, address);
        label->setObjectName(u"gatewayOther.%1"_s.arg(number));
        label->setElided(true);
        auto *copy = copyButton(u"copyOther.%1"_s.arg(number), tr("Copy: %1").arg(address));
        connect(copy, &QAbstractButton::clicked, this, [this, address] {
            copyText(address);
            Q_EMIT say(Meaning::Ok, tr("Address copied"));
        });
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(label, 1);
        layout->addWidget(copy);
        m_addresses->addWidget(row);
    }
}

void AccessCard::showEncryption()
{
    const QString fingerprint = m_services.starter.fingerprint();
    m_encrypted->setChecked(m_services.settings.toBool(Setting::GatewayEncrypted));
    m_certificate->setVisible(m_encrypted->isChecked() && !fingerprint.isEmpty());
    m_fingerprint->setText(fingerprint);
    m_fingerprint->setCursorPosition(0);
    setTip(m_fingerprint, fingerprint);
}

} // namespace lightwell
