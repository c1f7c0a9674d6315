// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/gatewaypage.h"

#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/gateway/clientkey.h"
#include "ui/gateway/connectexample.h"
#include "ui/services.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds shownFor(60); ///< long enough to copy it by hand

} // namespace

GatewayPage::GatewayPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(u"gatewayPage"_s);
    auto *page =
        new Page(tr("Gateway"),
                 tr("Other programs on this computer can make pictures through Lightwell, as if it were OpenAI. "
                    "They need only its address and the key below."),
                 this);
    m_failure = new Banner(Meaning::Bad, u"gatewayFailure"_s);
    m_failure->setAction(tr("&Try again"));
    m_failure->setSecondAction(tr("Change the &port…"));
    m_failure->hide();
    page->addWidget(buildSwitch());
    page->addWidget(m_failure);
    page->addWidget(buildKey());
    page->addWidget(buildExample());
    page->finish();
    connect(m_failure, &Banner::secondTriggered, this, [this] { Q_EMIT settingWanted(u"gatewayPort"_s); });
    connect(m_failure, &Banner::actionTriggered, this, [this] { setOn(true); });
    connect(&services.gateway, &Gateway::stateChanged, this, &GatewayPage::showState);
    connect(&services.gateway, &Gateway::called, this, &GatewayPage::showCall);
    showState(services.gateway.state());
}

void GatewayPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_services.gateway.lookAround();
}

void GatewayPage::hideEvent(QHideEvent *event)
{
    hideKey(); // whoever comes back to this page may not be alone any more
    QWidget::hideEvent(event);
}

GatewayOptions GatewayPage::options(const Settings &settings)
{
    GatewayOptions options;
    const QHostAddress address(settings.toString(Setting::GatewayAddress));
    if (!address.isNull()) {
        options.address = address;
    }
    options.port = static_cast<quint16>(std::clamp(settings.toInt(Setting::GatewayPort), 0, 65535));
    options.allowedOrigins = settings.toStringList(Setting::GatewayOrigins);
    options.allowedHosts = settings.toStringList(Setting::GatewayHosts);
    options.answers.cache = std::chrono::seconds(settings.toInt(Setting::GatewayCacheSeconds));
    options.answers.coalesces = settings.toBool(Setting::GatewayCoalesce);
    return options;
}

QWidget *GatewayPage::buildSwitch()
{
    auto *card = new Card;
    m_switch = named(new Switch, u"gatewaySwitch"_s, tr("Gateway"));
    m_title = new TextLabel(TextLabel::Voice::Strong);
    m_title->setObjectName(u"gatewayTitle"_s);
    m_detail = new TextLabel(TextLabel::Voice::Small);
    m_detail->setObjectName(u"gatewayDetail"_s);
    m_detail->setElided(true);
    m_copyAddress = named(new Button(Button::Kind::Normal, tr("Copy &address")), u"copyAddress"_s, tr("Copy address"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    m_lastSign = new Sign(Meaning::Ok);
    m_lastSign->hide();
    m_lastCall = new TextLabel(TextLabel::Voice::Small, tr("No program has called since this start."));
    m_lastCall->setObjectName(u"gatewayLastCall"_s);
    m_lastCall->setElided(true);
    auto *last = new QHBoxLayout;
    last->setSpacing(6);
    last->addWidget(m_lastSign);
    last->addWidget(m_lastCall, 1);
    texts->addLayout(last);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(14);
    layout->addWidget(m_switch);
    layout->addLayout(texts, 1);
    layout->addWidget(m_copyAddress);
    connect(m_switch, &QAbstractButton::clicked, this, &GatewayPage::setOn);
    connect(m_copyAddress, &QPushButton::clicked, this, [this] { copy(m_url.toString(), tr("Address copied")); });
    return card;
}

QWidget *GatewayPage::buildKey()
{
    auto *card = new Card;
    m_key = named(new QLineEdit, u"clientKey"_s, tr("Key of this computer’s programs"));
    m_key->setReadOnly(true);
    m_key->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_showKey = named(new Button(Button::Kind::Normal, tr("&Show")), u"showClientKey"_s, tr("Show the key"));
    m_showKey->setCheckable(true);
    auto *copyKey = named(new Button(Button::Kind::Normal, tr("&Copy key")), u"copyClientKey"_s, tr("Copy key"));
    auto *title = new TextLabel(TextLabel::Voice::Strong, tr("&Key for programs on this computer"));
    title->setBuddy(m_key);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_key, 1);
    row->addWidget(m_showKey);
    row->addWidget(copyKey);
    auto *note = new TextLabel(TextLabel::Voice::Small,
                               tr("Whoever has it can spend with your provider keys, but never sees them."));
    note->setWordWrap(true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addLayout(row);
    layout->addWidget(note);
    hideKey();
    m_hideSoon.setSingleShot(true);
    m_hideSoon.setInterval(shownFor);
    connect(&m_hideSoon, &QTimer::timeout, this, &GatewayPage::hideKey);
    connect(m_showKey, &QPushButton::clicked, this, [this](bool shown) {
        if (!shown) {
            return hideKey();
        }
        m_showKey->setText(tr("&Hide"));
        m_showKey->setAccessibleName(tr("Hide the key"));
        fetchKey([this](const QByteArray &key) {
            if (!m_showKey->isChecked()) {
                return; // hidden again meanwhile
            }
            m_key->setEchoMode(QLineEdit::Normal);
            m_key->setText(QString::fromLatin1(key));
            m_hideSoon.start();
        });
    });
    connect(copyKey, &QPushButton::clicked, this, [this] {
        fetchKey([this](const QByteArray &key) { copy(QString::fromLatin1(key), tr("Key copied"), true); });
    });
    return card;
}

void GatewayPage::hideKey()
{
    m_hideSoon.stop();
    m_showKey->setChecked(false);
    m_showKey->setText(tr("&Show"));
    m_showKey->setAccessibleName(tr("Show the key"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setText(u"••••••••••••••••••••••••"_s);
}

QWidget *GatewayPage::buildExample()
{
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Connect a program")));
    auto *note = new TextLabel(TextLabel::Voice::Small,
                               tr("Change the address and the key, nothing else. In these examples the key is in the "
                                  "environment as LIGHTWELL_KEY."));
    note->setWordWrap(true);
    layout->addWidget(note);
    m_curl = new CodeBox(u"exampleCurl"_s, tr("Example for curl"));
    m_client = new CodeBox(u"exampleClient"_s, tr("Example for OpenAI’s client"));
    m_python = new CodeBox(u"examplePython"_s, tr("Example for OpenAI’s client in Python"));
    layout->addSpacing(6);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("OpenAI’s client for Python")));
    layout->addWidget(m_python);
    layout->addSpacing(6);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("OpenAI’s client for JavaScript")));
    layout->addWidget(m_client);
    layout->addSpacing(6);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("curl")));
    layout->addWidget(m_curl);
    for (CodeBox *box : {m_curl, m_client, m_python}) {
        connect(box, &CodeBox::copied, this, [this] { Q_EMIT say(Meaning::Ok, tr("Example copied")); });
    }
    return card;
}

void GatewayPage::showState(const GatewayState &state)
{
    const bool listening = state.kind == GatewayState::Kind::Listening;
    const bool failed = state.kind == GatewayState::Kind::Failed;
    m_switch->setChecked(listening);
    m_title->setText(listening ? tr("Gateway is on") : failed ? tr("Gateway could not start") : tr("Gateway is off"));
    m_url = state.url;
    if (listening) {
        const QUrl elsewhere = state.others.value(0);
        m_detail->setText(
            elsewhere.isEmpty()
                ? tr("%1 · this computer only").arg(m_url.toString())
                : tr("%1 · other computers can reach it at %2").arg(m_url.toString(), elsewhere.toString()));
    } else {
        m_url = QUrl(u"http://%1:%2/v1"_s.arg(m_services.settings.toString(Setting::GatewayAddress))
                         .arg(m_services.settings.toInt(Setting::GatewayPort)));
        m_detail->setText(tr("No program can connect. It would listen on %1").arg(m_url.toString()));
    }
    setTip(m_detail, {});
    m_copyAddress->setEnabled(listening);
    m_failure->setVisible(failed);
    m_failure->setText(wording::sentence(state.error));
    showExample();
}

/// Whoever connects a program sees at once whether it came here, and what it was told.
void GatewayPage::showCall(const GatewayCall &call)
{
    const bool isWell = call.status < 400;
    m_lastSign->setMeaning(isWell ? Meaning::Ok : Meaning::Warning);
    m_lastSign->show();
    const QString time = QLocale().toString(call.when.time(), QLocale::ShortFormat);
    m_lastCall->setText(isWell ? tr("Last call at %1: %2, answered").arg(time, call.path)
                               : tr("Last call at %1: %2, refused (HTTP %3)").arg(time, call.path).arg(call.status));
}

void GatewayPage::setOn(bool on)
{
    m_services.settings.set(Setting::GatewayEnabled, on);
    if (on) {
        m_services.gateway.start(options(m_services.settings));
    } else {
        m_services.gateway.stop();
    }
}

void GatewayPage::fetchKey(const std::function<void(const QByteArray &)> &then)
{
    m_services.clientKey.fetch(this, [this, then](const Result<QByteArray> &key) {
        if (key) {
            then(key.value());
        } else {
            Q_EMIT say(Meaning::Bad, wording::sentence(key.error()));
        }
    });
}

void GatewayPage::showExample()
{
    m_curl->setCode(connectexample::curl(m_url));
    m_client->setCode(connectexample::officialClient(m_url));
    m_python->setCode(connectexample::pythonClient(m_url));
}

void GatewayPage::copy(const QString &text, const QString &said, bool secret)
{
    auto *content = new QMimeData;
    content->setText(text);
    if (secret) {
        // Clipboard histories of the larger desktops leave out what is marked so.
        content->setData(u"x-kde-passwordManagerHint"_s, "secret");
    }
    QGuiApplication::clipboard()->setMimeData(content);
    Q_EMIT say(Meaning::Ok, said);
}

} // namespace lightwell
