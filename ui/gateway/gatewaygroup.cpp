// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/gatewaygroup.h"

#include "core/gateway/allowlist.h"
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/gateway/gatewaypage.h"
#include "ui/services.h"
#include "ui/texts.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QHostAddress>
#include <QLineEdit>
#include <QSpinBox>
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
}

void GatewayGroup::addPort()
{
    auto *port = named(new QSpinBox, u"gatewayPort"_s, tr("Port of the gateway"));
    port->setRange(1024, 65535);
    port->setGroupSeparatorShown(false);
    port->setKeyboardTracking(false);
    port->setValue(m_services.settings.toInt(Setting::GatewayPort));
    connect(port, &QSpinBox::valueChanged, this, [this](int value) { keep(Setting::GatewayPort, value); });
    addRow(tr("P&ort"), tr("4747, unless another program uses it."), port);
}

void GatewayGroup::addAddress()
{
    addField(
        {Setting::GatewayAddress, u"gatewayAddress"_s, tr("&Address"),
         tr("127.0.0.1 is this computer only. With 0.0.0.0 other computers in your network can connect, with a key "
            "and without encryption."),
         u"127.0.0.1"_s},
        [](const QString &text) -> Result<QVariant> {
            const QString address = text.isEmpty() ? u"127.0.0.1"_s : text;
            if (QHostAddress(address).isNull()) {
                return notSent(ErrorKind::Invalid, tr("\"%1\" is no IP address.").arg(address));
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

void GatewayGroup::addField(const Field &field, const Read &read)
{
    auto *box = new QWidget;
    auto *edit = named(new QLineEdit, field.name, texts::withoutMnemonic(field.title));
    edit->setPlaceholderText(field.placeholder);
    edit->setText(m_services.settings.toStringList(field.setting).join(u' '));
    edit->setMinimumWidth(300);
    auto *wrong = new TextLabel(TextLabel::Voice::Bad);
    wrong->setObjectName(field.name + u".problem"_s);
    wrong->setWordWrap(true);
    wrong->hide();
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(edit);
    layout->addWidget(wrong);
    box->setFocusProxy(edit);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, wrong, read, setting = field.setting] {
        const Result<QVariant> value = read(edit->text().trimmed());
        wrong->setText(value ? QString() : wording::sentence(value.error()));
        wrong->setVisible(!value);
        if (value) {
            keep(setting, *value);
        }
    });
    addRow(field.title, field.text, box);
}

void GatewayGroup::keep(Setting setting, const QVariant &value)
{
    if (m_services.settings.value(setting) == value) {
        return;
    }
    m_services.settings.set(setting, value);
    if (m_services.gateway.state().kind != GatewayState::Kind::Off) {
        m_services.gateway.start(GatewayPage::options(m_services.settings));
    }
}

} // namespace lightwell
