// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keyspage.h"

#include "core/secrets/environment.h"
#include "core/secrets/keyring.h"
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/enginefinder.h"
#include "ui/imageservice.h"
#include "ui/keys/enginesection.h"
#include "ui/keys/keydialog.h"
#include "ui/keys/keyrow.h"
#include "ui/keys/keytexts.h"
#include "ui/keys/providerkeys.h"
#include "ui/keys/unlockdialog.h"
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
    if (services.engines) {
        page->addWidget(new EngineSection(*services.engines));
        // What models can be asked may have changed: whoever lists them hears it from there.
        connect(services.engines, &EngineFinder::changed, &keys, &ProviderKeys::refresh);
    }
    page->finish();
    connect(&keys, &ProviderKeys::changed, this, &KeysPage::showStates);
    connect(&keys, &ProviderKeys::trialChanged, this, &KeysPage::showStates);
    connect(m_keychain, &Banner::actionTriggered, this, &KeysPage::unlock);
    connect(&services.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ProviderBaseUrls) {
            showStates();
        }
    });
    showStates();
    askPlace();
}

QWidget *KeysPage::buildRows()
{
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->setSpacing(0);
    for (const ProviderInfo &info : m_keys.providers()) {
        if (!info.takesKey() && !info.needsBaseUrl) {
            continue;
        }
        if (!m_rows.isEmpty()) {
            layout->addWidget(new Hairline(Qt::Horizontal));
        }
        auto *row = new KeyRow(info);
        m_rows.insert(info.id, row);
        layout->addWidget(row);
        connect(row, &KeyRow::addWanted, this, &KeysPage::openDialog);
        connect(row, &KeyRow::addressWanted, this,
                [this](const QString &provider) { Q_EMIT settingWanted(u"address."_s + provider); });
        connect(row, &KeyRow::testWanted, this, [this](const QString &provider) { test(provider); });
        connect(row, &KeyRow::removeWanted, this, &KeysPage::remove);
    }
    return card;
}

void KeysPage::refresh()
{
    m_services.keyring.forgetCache();
    m_keys.refresh();
    askPlace();
}

void KeysPage::showStates()
{
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        KeyState state = m_keys.state(row.key());
        if (state.store == SecretState::Locked && !m_keys.isLocked(row.key())) {
            state.store = SecretState::Missing; // there is nothing to unlock
        }
        row.value()->setState(state, m_keys.trial(row.key()));
        row.value()->setAddressMissing(row.value()->provider().needsBaseUrl && !hasAddress(row.key()));
    }
    showPlace();
}

bool KeysPage::hasAddress(const QString &provider) const
{
    return !environment::baseUrl(provider).isEmpty()
        || m_services.settings.value(Setting::ProviderBaseUrls).toMap().contains(provider);
}

void KeysPage::askPlace()
{
    m_services.keyring.place(this, [this](KeySource, SecretState keychain, const Reason &says) {
        m_service = SecretAnswer {keychain, {}, says};
        showPlace();
    });
}

/// Where there is no keychain, what is locked can only be the encrypted file.
bool KeysPage::isFileLocked() const
{
    if (!m_service || m_service->state != SecretState::NoBackend) {
        return false;
    }
    return m_keys.isAnyLocked();
}

void KeysPage::showPlace()
{
    if (!m_service) {
        return;
    }
    const QString problem =
        keytexts::keychainProblem(m_service->state, wording::sentence(m_service->says), keytexts::Choice::WhenAdding);
    m_keychain->setMeaning(problem.isEmpty() ? Meaning::Ok : Meaning::Warning);
    if (problem.isEmpty()) {
        m_keychain->setText(tr("Keys are kept in the system’s keychain."));
        m_keychain->setAction({});
    } else if (isFileLocked()) {
        m_keychain->setText(tr("The encrypted file with your keys is locked."));
        m_keychain->setAction(tr("&Unlock…"));
    } else if (m_service->state == SecretState::NoBackend) {
        m_keychain->setText(
            tr("This system has no keychain. Each time you add a key you choose: an encrypted file with "
               "a passphrase, or for this run only."));
        m_keychain->setAction({});
    } else {
        m_keychain->setText(problem);
        m_keychain->setAction(tr("&Try again"));
    }
}

void KeysPage::unlock()
{
    if (!isFileLocked()) {
        refresh();
        return;
    }
    auto *dialog = new UnlockDialog(m_services.keyring, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_keys, &ProviderKeys::refresh);
    dialog->open();
}

void KeysPage::openDialog(const QString &provider)
{
    for (const ProviderInfo &info : m_keys.providers()) {
        if (info.id == provider) {
            auto *dialog = new KeyDialog(info, m_keys.state(provider), m_services.keyring, m_services.dialogs, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &KeyDialog::stored, this, [this, name = info.name](const QString &id, KeySource place) {
                m_keys.noteNewKey(id);
                m_keys.refresh();
                test(id, [this, name, place](bool isRefused) {
                    if (isRefused) {
                        Q_EMIT say(Meaning::Bad,
                                   tr("%1 refused this key. It is kept: replace or remove it.").arg(name));
                    } else {
                        Q_EMIT say(Meaning::Ok,
                                   place == KeySource::Session
                                       ? tr("Key for %1 is there until Lightwell closes").arg(name)
                                       : tr("Key for %1 kept").arg(name));
                    }
                });
            });
            dialog->open();
            return;
        }
    }
}

void KeysPage::test(const QString &provider, const std::function<void(bool isRefused)> &then)
{
    KeyRow *row = m_rows.value(provider);
    if (!row) {
        return;
    }
    row->setResult(Meaning::Neutral, {});
    row->setTesting(true);
    m_services.images.checkKey(provider, this, [this, provider, row, then](const Status &status) {
        const bool refused = !status && status.error().kind == ErrorKind::Auth;
        if (status) {
            row->setResult(Meaning::Ok, tr("✓ The key works."));
        } else {
            row->setResult(Meaning::Bad, wording::sentence(status.error()));
        }
        m_keys.setTrial(provider, status ? KeyTrial::Works : refused ? KeyTrial::Refused : KeyTrial::Untested);
        if (then) {
            then(refused);
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
            Q_EMIT say(Meaning::Bad, wording::sentence(status.error()));
        }
    });
}

} // namespace lightwell
