// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/addressgroup.h"

#include "core/adapter/adapter.h"
#include "core/secrets/environment.h"
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

AddressGroup::AddressGroup(const QList<ProviderInfo> &providers, Settings &settings, QWidget *parent)
    : SettingGroup(tr("Addresses of the providers"),
                   tr("Only needed for a proxy, a regional host or a server of your own. An empty field means the "
                      "provider’s own address."),
                   parent)
    , m_settings(settings)
{
    for (const ProviderInfo &provider : providers) {
        const bool isOnNetwork = provider.needsBaseUrl || provider.defaultBaseUrl.scheme().startsWith("http"_L1);
        if (isOnNetwork) {
            addProvider(provider);
        }
    }
}

void AddressGroup::addProvider(const ProviderInfo &provider)
{
    auto *box = new QWidget;
    auto *field = named(new QLineEdit, u"address."_s + provider.id, tr("Address of %1").arg(provider.name));
    const QString fromEnvironment = environment::baseUrl(provider.id);
    field->setPlaceholderText(provider.needsBaseUrl ? tr("http://127.0.0.1:8080") : provider.defaultBaseUrl.toString());
    field->setText(m_settings.value(Setting::ProviderBaseUrls).toMap().value(provider.id).toString());
    field->setMinimumWidth(300);
    auto *wrong = new TextLabel(TextLabel::Voice::Bad);
    wrong->setObjectName(field->objectName() + u".problem"_s);
    wrong->setWordWrap(true);
    wrong->hide();
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(field);
    if (!fromEnvironment.isEmpty()) {
        field->setPlaceholderText(fromEnvironment);
        auto *inForce = new TextLabel(TextLabel::Voice::Small,
                                      tr("%1 is set and goes first.").arg(environment::baseUrlVariable(provider.id)));
        inForce->setObjectName(field->objectName() + u".variable"_s);
        inForce->setWordWrap(true);
        field->setAccessibleDescription(inForce->text());
        layout->addWidget(inForce);
    }
    layout->addWidget(wrong);
    box->setFocusProxy(field);
    connect(field, &QLineEdit::editingFinished, this, [this, field, wrong, id = provider.id, name = provider.name] {
        const QString address = field->text().trimmed();
        const Result<QUrl> checked = environment::checkedBaseUrl(address, name);
        const QString reason = address.isEmpty() || checked ? QString() : wording::sentence(checked.error());
        wrong->setText(reason);
        wrong->setVisible(!reason.isEmpty());
        if (reason.isEmpty()) {
            keep(id, address);
        }
    });
    addRow(provider.name,
           provider.needsBaseUrl ? tr("Your own server. It needs an address to be used at all.") : QString(), box);
}

void AddressGroup::keep(const QString &provider, const QString &address)
{
    QVariantMap addresses = m_settings.value(Setting::ProviderBaseUrls).toMap();
    if (addresses.value(provider).toString() == address) {
        return;
    }
    if (address.isEmpty()) {
        addresses.remove(provider);
    } else {
        addresses.insert(provider, address);
    }
    m_settings.set(Setting::ProviderBaseUrls, addresses);
}

} // namespace lightwell
