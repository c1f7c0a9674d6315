// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keyspage.h"

#include "core/secrets/environment.h"
#include "core/secrets/keyring.h"
#include "core/storage/settings.h"
#include "ui/imageservice.h"
#include "ui/keys/keydialog.h"
#include "ui/keys/keyrow.h"
#include "ui/keys/keytexts.h"
#include "ui/keys/providerkeys.h"
#include "ui/services.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/page.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

KeysPage::KeysPage(const Services &services, ProviderKeys &keys, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_keys(keys)
    , m_keychain(new Banner(Meaning::Info, u"keysKeychain"_s))
{
    setObjectName(u"keysPage"_s);
    auto *page = new Page(
        tr("Keys"), tr("Your own keys go straight to each provider, and nowhere else. Prices are the providers’ own."),
        this);
    m_keychain->setText(tr("Asking the system’s keychain…"));
    page->addWidget(m_keychain);
    page->addWidget(buildRows());
    page->finish();
    connect(&keys, &ProviderKeys::changed, this, &KeysPage::showStates);
    connect(m_keychain, &Banner::actionTriggered, this, &KeysPage::refresh);
    connect(&services.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ProviderBaseUrls) {
            showStates();
        }
    });
    showStates();
    showPlace();
}

QWidget *KeysPage::buildRows()
{
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->setSpacing(0);
    for (const ProviderInfo &info : m_keys.providers()) {
        if (!info.needsKey && !info.needsBaseUrl) {
            continue;
        }
        if (!m_rows.isEmpty()) {
            layout->addWidget(new Hairline(Qt::Horizontal));
        }
        auto *row = new KeyRow(info);
        m_rows.insert(info.id, row);
        layout->addWidget(row);
        connect(row, &KeyRow::addWanted, this, &KeysPage::openDialog);
        connect(row, &KeyRow::testWanted, this, &KeysPage::test);
        connect(row, &KeyRow::removeWanted, this, &KeysPage::remove);
    }
    return card;
}

void KeysPage::refresh()
{
    m_services.keyring.forgetCache();
    m_keys.refresh();
    showPlace();
}

void KeysPage::showStates()
{
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        row.value()->setState(m_keys.state(row.key()));
        if (row.value()->provider().needsBaseUrl && !hasAddress(row.key())) {
            row.value()->setResult(Meaning::Neutral,
                                   tr("Needs its address first: Settings, Addresses of the providers."));
        }
    }
}

bool KeysPage::hasAddress(const QString &provider) const
{
    return !environment::baseUrl(provider).isEmpty()
        || m_services.settings.value(Setting::ProviderBaseUrls).toMap().contains(provider);
}

void KeysPage::showPlace()
{
    m_services.keyring.place(this, [this](KeySource, SecretState keychain, const QString &detail) {
        if (keytexts::keychainProblem(keychain, detail).isEmpty()) {
            m_keychain->setMeaning(Meaning::Ok);
            m_keychain->setText(tr("Keys are kept in the system’s keychain."));
            m_keychain->setAction({});
        } else if (keychain == SecretState::NoBackend) {
            m_keychain->setMeaning(Meaning::Warning);
            m_keychain->setText(
                tr("This system has no keychain. Each time you add a key you choose: an encrypted file with "
                   "a passphrase, or for this run only."));
            m_keychain->setAction({});
        } else {
            m_keychain->setMeaning(Meaning::Warning);
            m_keychain->setText(keytexts::keychainProblem(keychain, detail));
            m_keychain->setAction(tr("&Try again"));
        }
    });
}

void KeysPage::openDialog(const QString &provider)
{
    for (const ProviderInfo &info : m_keys.providers()) {
        if (info.id == provider) {
            auto *dialog = new KeyDialog(info, m_keys.state(provider), m_services.keyring, m_services.dialogs, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &KeyDialog::stored, this, [this, name = info.name](const QString &id) {
                m_keys.refresh();
                if (KeyRow *row = m_rows.value(id)) {
                    row->setResult(Meaning::Neutral, {});
                }
                Q_EMIT say(Meaning::Ok, tr("Key for %1 kept").arg(name));
            });
            dialog->open();
            return;
        }
    }
}

void KeysPage::test(const QString &provider)
{
    KeyRow *row = m_rows.value(provider);
    row->setTesting(true);
    m_services.images.checkKey(provider, this, [row](const Status &status) {
        if (status) {
            row->setResult(Meaning::Ok, tr("✓ The key works."));
        } else {
            row->setResult(Meaning::Bad, status.error().message);
        }
    });
}

void KeysPage::remove(const QString &provider)
{
    m_services.keyring.remove(provider, this, [this, provider](const Status &status) {
        m_keys.refresh();
        if (status) {
            Q_EMIT say(Meaning::Ok, tr("Key for %1 removed").arg(m_keys.name(provider)));
        } else {
            Q_EMIT say(Meaning::Bad, status.error().message);
        }
    });
}

} // namespace lightwell
