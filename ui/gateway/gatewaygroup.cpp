// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/gatewaygroup.h"

#include "core/async/whendone.h"
#include "core/gateway/allowlist.h"
#include "core/gateway/tls/tlsidentity.h"
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/gateway/freeport.h"
#include "ui/gateway/gatewaystarter.h"
#include "ui/services.h"
#include "ui/texts.h"
#include "ui/widgets/names.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/textlabel.h"

#include <QHostAddress>
#include <QLineEdit>
#include <QSpinBox>
#include <QtConcurrentRun>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

GatewayGroup::GatewayGroup(const Services &services, QWidget *parent)
    : SettingGroup(tr("Gateway"), tr("A running gateway follows at once; connected programs may need the new address."),
                   parent)
    , m_services(services)
{
    addPort();
    addAddress();
    addLists();
    addCertificate();
    addLog();
    addStoring();
    connect(&m_services.settings, &Settings::changed, this, &GatewayGroup::show);
}

void GatewayGroup::addPort()
{
    auto *port = named(new QSpinBox, u"gatewayPort"_s, tr("Port of the gateway"));
    port->setRange(1024, 65535);
    port->setGroupSeparatorShown(false);
    port->setKeyboardTracking(false);
    port->setValue(m_services.settings.toInt(Setting::GatewayPort));
    m_port = port;
    auto *taken = problemLabel(u"gatewayPort"_s);
    connect(port, &QSpinBox::valueChanged, this, [this, taken](int value) {
        const QString problem = portProblem(static_cast<quint16>(value));
        taken->setText(problem);
        taken->setVisible(!problem.isEmpty());
        if (problem.isEmpty()) {
            keep({{Setting::GatewayPort, value}});
        }
    });
    addRow(tr("P&ort"), tr("4747, unless another program uses it."), withProblem(port, taken));
}

/// A port that another program has would stop a gateway that works.
QString GatewayGroup::portProblem(quint16 port) const
{
    const QHostAddress address = GatewayStarter::options(m_services.settings).address;
    const GatewayState state = m_services.gateway.state();
    const bool isOwn = state.kind == GatewayState::Kind::Listening && state.url.port() == port;
    if (isOwn || freeport::isFree(address, port)) {
        return {};
    }
    const std::optional<quint16> next = freeport::nextFree(address, port);
    return next ? tr("%1 is used. %2 is free.").arg(port).arg(*next)
                : tr("%1 is used by another program. Choose another one.").arg(port);
}

TextLabel *GatewayGroup::problemLabel(const QString &name)
{
    auto *label = new TextLabel(TextLabel::Voice::Bad);
    label->setObjectName(name + u".problem"_s);
    label->setWordWrap(true);
    label->hide();
    return label;
}

QWidget *GatewayGroup::withProblem(QWidget *field, TextLabel *problem)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(field);
    layout->addWidget(problem);
    box->setFocusProxy(field);
    return box;
}

void GatewayGroup::addAddress()
{
    addField(
        {Setting::GatewayAddress, u"gatewayAddress"_s, tr("&Address"),
         tr("127.0.0.1 is this computer only. With 0.0.0.0 other computers in your network can connect, with a key."),
         u"127.0.0.1"_s},
        [](const QString &text) -> Result<QVariant> {
            const QString address = text.isEmpty() ? u"127.0.0.1"_s : text;
            if (QHostAddress(address).isNull()) {
                return notSent(ErrorKind::Invalid, tr("\"%1\" is no IP address.").arg(address));
            }
            if (!freeport::isFree(QHostAddress(address), 0)) {
                return notSent(ErrorKind::Invalid, tr("%1 is no address of this computer.").arg(address));
            }
            return QVariant(address);
        });
}

void GatewayGroup::addLists()
{
    const auto asValue = [](const Result<QStringList> &list) -> Result<QVariant> {
        return list ? Result<QVariant>(QVariant(*list)) : Result<QVariant>(list.error());
    };
    addField({Setting::GatewayHosts, u"gatewayHosts"_s, tr("&Names of this computer"),
              tr("Programs may use these instead of its addresses."), u"studio.lan"_s},
             [asValue](const QString &text) { return asValue(allowlist::readHosts(text)); });
    addField({Setting::GatewayOrigins, u"gatewayOrigins"_s, tr("Web pa&ges that may use it"),
              tr("Their origins, exactly. Empty: no page can."), u"https://app.example"_s},
             [asValue](const QString &text) { return asValue(allowlist::readOrigins(text)); });
}

void GatewayGroup::addCertificate()
{
    TextLabel *problem = problemLabel(u"gatewayCertificate"_s);
    QLineEdit *certificate =
        addEdit({Setting::GatewayCertificate, u"gatewayCertificate"_s, tr("&Certificate"),
                 tr("A PEM file of yours, for encrypted calls. Empty: Lightwell makes one for this computer."),
                 u"/etc/ssl/certs/studio.pem"_s},
                problem);
    QLineEdit *key = addEdit({Setting::GatewayCertificateKey, u"gatewayCertificateKey"_s, tr("&Key of the certificate"),
                              tr("A PEM file without a password. Empty: it lies in the same file."),
                              u"/etc/ssl/private/studio.key"_s},
                             nullptr);
    for (const QLineEdit *edit : {certificate, key}) {
        connect(edit, &QLineEdit::editingFinished, this, [this, problem] { takeCertificate(problem); });
    }
}

void GatewayGroup::addLog()
{
    m_logPrompts = named(new Switch, u"gatewayLogPrompts"_s, tr("Prompts and pictures in the log of requests"));
    connect(m_logPrompts, &QAbstractButton::clicked, this, [this](bool on) {
        keep({{Setting::GatewayLogPrompts, on}});
    });
    addRow(tr("Pro&mpts and pictures in the log of requests"),
           tr("A program can look up what it asked for, and one with this computer's key what all did. Off: it is told "
              "model, time, outcome and cost alone."),
           m_logPrompts);
    m_logDays = named(new QSpinBox, u"gatewayLogDays"_s, tr("Days that requests stay in the log"));
    const auto [fewest, most] = Settings::range(Setting::GatewayLogDays);
    m_logDays->setRange(fewest, most);
    m_logDays->setSuffix(tr(" days"));
    m_logDays->setGroupSeparatorShown(false);
    m_logDays->setKeyboardTracking(false);
    connect(m_logDays, &QSpinBox::valueChanged, this,
            [this](int days) { m_services.settings.set(Setting::GatewayLogDays, days); });
    addRow(
        tr("Keep re&quests for"),
        tr("Older ones of programs leave the log. What they cost stays in the books, and pictures in the gallery with "
           "all that was asked for."),
        m_logDays);
    show(Setting::GatewayLogPrompts);
    show(Setting::GatewayLogDays);
}

void GatewayGroup::takeCertificate(TextLabel *problem)
{
    const QString certificate = m_edits.value(Setting::GatewayCertificate)->text().trimmed();
    const QString key = m_edits.value(Setting::GatewayCertificateKey)->text().trimmed();
    const auto take = [this, problem, certificate, key](const Result<TlsIdentity> &identity) {
        problem->setText(identity ? QString() : wording::sentence(identity.error()));
        problem->setVisible(!identity);
        if (identity) {
            keep({{Setting::GatewayCertificate, certificate}, {Setting::GatewayCertificateKey, key}});
        }
    };
    const int round = ++m_certificatesRead;
    if (certificate.isEmpty()) {
        return take(TlsIdentity());
    }
    const auto read = [certificate, key] {
        return readTlsIdentity(certificate, key.isEmpty() ? certificate : key, QDateTime::currentDateTimeUtc());
    };
    whenDone(QtConcurrent::run(read), this, [this, round, take](const Result<TlsIdentity> &identity) {
        if (round == m_certificatesRead) {
            take(identity);
        }
    });
}

void GatewayGroup::addStoring()
{
    const QString title = tr("Keep answers of text models");
    m_stores = named(new Switch, u"gatewayStoresResponses"_s, title);
    show(Setting::GatewayStoresResponses);
    connect(m_stores, &QAbstractButton::clicked, this, [this](bool on) {
        keep({{Setting::GatewayStoresResponses, on}});
    });
    addRow(title,
           tr("For 30 days, so that programs can go on with them (previous_response_id of /v1/responses); those of "
              "chats and embeddings for two days, so that a call that is repeated after a restart is told again. Whole "
              "conversations, with their pictures, then lie on this disk. Each program reads its own alone."),
           m_stores);
}

QLineEdit *GatewayGroup::addEdit(const Field &field, TextLabel *problem)
{
    auto *edit = named(new QLineEdit, field.name, texts::withoutMnemonic(field.title));
    edit->setPlaceholderText(field.placeholder);
    edit->setMinimumWidth(300);
    m_edits.insert(field.setting, edit);
    show(field.setting);
    addRow(field.title, field.text, problem ? withProblem(edit, problem) : edit);
    return edit;
}

void GatewayGroup::addField(const Field &field, const Read &read)
{
    TextLabel *wrong = problemLabel(field.name);
    const QLineEdit *edit = addEdit(field, wrong);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, wrong, read, setting = field.setting] {
        const Result<QVariant> value = read(edit->text().trimmed());
        wrong->setText(value ? QString() : wording::sentence(value.error()));
        wrong->setVisible(!value);
        if (value) {
            keep({{setting, *value}});
        }
    });
}

void GatewayGroup::show(Setting setting)
{
    if (setting == Setting::GatewayPort) {
        const QSignalBlocker quiet(m_port);
        m_port->setValue(m_services.settings.toInt(setting));
    } else if (setting == Setting::GatewayLogPrompts) {
        m_logPrompts->setChecked(m_services.settings.toBool(setting));
    } else if (setting == Setting::GatewayLogDays) {
        const QSignalBlocker quiet(m_logDays);
        m_logDays->setValue(m_services.settings.toInt(setting));
    } else if (setting == Setting::GatewayStoresResponses) {
        m_stores->setChecked(m_services.settings.toBool(setting));
    } else if (QLineEdit *edit = m_edits.value(setting); edit && !(edit->hasFocus() && edit->isModified())) {
        edit->setText(m_services.settings.toStringList(setting).join(u' '));
    }
}

void GatewayGroup::keep(const QList<std::pair<Setting, QVariant>> &values)
{
    bool isNew = false;
    for (const auto &[setting, value] : values) {
        if (m_services.settings.value(setting) != value) {
            m_services.settings.set(setting, value);
            isNew = true;
        }
    }
    if (isNew) {
        m_services.starter.follow();
    }
}

} // namespace lightwell
