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
        auto *further = new QVBoxLayout;
        further->setSpacing(0);
        m_places.insert(info.id, further);
        layout->addLayout(further);
        connectRow(row);
        connect(row, &KeyRow::anotherWanted, this, &KeysPage::openDialogForAnother);
        connect(row, &KeyRow::addressWanted, this,
                [this](const QString &provider) { Q_EMIT settingWanted(u"address."_s + provider); });
    }
    return card;
}

void KeysPage::connectRow(KeyRow *row)
{
    connect(row, &KeyRow::addWanted, this, &KeysPage::openDialog);
    connect(row, &KeyRow::testWanted, this, [this](const KeyId &key) { test(key); });
    connect(row, &KeyRow::removeWanted, this, &KeysPage::remove);
}

/// Rows that stay are left as they are: somebody may just be pressing one of their buttons.
void KeysPage::showFurther(const QString &provider, const QList<KeyState> &keys)
{
    QHash<QString, KeyRow *> &rows = m_further[provider];
    QHash<QString, KeyRow *> gone = rows;
    for (const KeyState &key : keys) {
        KeyRow *row = gone.take(key.name);
        if (!row) {
            row = new KeyRow(m_rows.value(provider)->provider(), key.name);
            rows.insert(key.name, row);
            m_places.value(provider)->addWidget(row);
            connectRow(row);
        }
        row->setState(key, m_keys.trial(key.key()));
    }
    for (auto row = gone.cbegin(); row != gone.cend(); ++row) {
        rows.remove(row.key());
        row.value()->hide();
        row.value()->deleteLater();
    }
}

KeyRow *KeysPage::rowOf(const KeyId &key) const
{
    KeyRow *further = m_further.value(key.provider).value(key.name);
    return further ? further : m_rows.value(key.provider);
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
        row.value()->setState(state, m_keys.trial(state.key()));
        showFurther(row.key(), state.others);
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

void KeysPage::openDialog(const KeyId &key)
{
    const QList<KeyState> keys = m_keys.state(key.provider).all();
    const auto known =
        std::find_if(keys.begin(), keys.end(), [&key](const KeyState &state) { return state.key() == key; });
    for (const ProviderInfo &info : m_keys.providers()) {
        if (info.id == key.provider) {
            open(info, known == keys.end() ? keys.constFirst() : *known, {});
            return;
        }
    }
}

void KeysPage::openDialogForAnother(const QString &provider)
{
    QStringList taken;
    const QList<KeyState> keys = m_keys.state(provider).all();
    for (const KeyState &key : keys) {
        taken.append(key.name);
    }
    for (const ProviderInfo &info : m_keys.providers()) {
        if (info.id == provider) {
            open(info, m_keys.state(provider).named(u" "_s), taken); // no key is called so
            return;
        }
    }
}

void KeysPage::open(const ProviderInfo &info, const KeyState &state, const std::optional<QStringList> &taken)
{
    auto *dialog = new KeyDialog(info, state, m_services.keyring, m_services.dialogs, taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::stored, this, [this, name = info.name](const KeyId &key, KeySource place) {
        m_keys.noteNewKey(key);
        m_keys.refresh();
        test(key, [this, name, place](bool isRefused) {
            if (isRefused) {
                Q_EMIT say(Meaning::Bad, tr("%1 refused this key. It is kept: replace or remove it.").arg(name));
            } else {
                Q_EMIT say(Meaning::Ok,
                           place == KeySource::Session ? tr("Key for %1 is there until Lightwell closes").arg(name)
                                                       : tr("Key for %1 kept").arg(name));
            }
        });
    });
    dialog->open();
}

void KeysPage::test(const KeyId &key, const std::function<void(bool isRefused)> &then)
{
    const QPointer<KeyRow> asked = rowOf(key);
    if (!asked) {
        return;
    }
    asked->setResult(Meaning::Neutral, {});
    asked->setTesting(true);
    m_services.images.checkKey(key, this, [this, key, asked, then](const Status &status) {
        const bool refused = !status && status.error().kind == ErrorKind::Auth;
        KeyRow *row = rowOf(key);
        if (asked && asked != row) {
            asked->setTesting(false); // its own row came meanwhile
        }
        if (status) {
            row->setResult(Meaning::Ok, tr("✓ The key works."));
        } else {
            row->setResult(Meaning::Bad, wording::sentence(status.error()));
        }
        m_keys.setTrial(key, status ? KeyTrial::Works : refused ? KeyTrial::Refused : KeyTrial::Untested);
        if (then) {
            then(refused);
        }
    });
}

void KeysPage::remove(const KeyId &key)
{
    m_services.keyring.remove(key, this, [this, provider = key.provider](const Status &status) {
        m_keys.refresh();
        if (status) {
            Q_EMIT say(Meaning::Ok, tr("Key for %1 removed").arg(m_keys.name(provider)));
        } else {
            Q_EMIT say(Meaning::Bad, wording::sentence(status.error()));
        }
    });
}

} // namespace lightwell
