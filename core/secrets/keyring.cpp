// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyring.h"

#include "core/adapter/adapterregistry.h"
#include "core/secrets/courier.h"
#include "core/secrets/keyringprivate.h"

namespace lightwell {

Keyring::Keyring(const AdapterRegistry &adapters, std::unique_ptr<SecretStore> keychain,
                 std::unique_ptr<SecretStore> file, const QString &book, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(adapters, std::move(keychain), std::move(file), book))
{
    connect(&d->stores, &KeyStores::warned, this, &Keyring::warned);
}

Keyring::~Keyring() = default;

void Keyring::credentials(const QString &provider, QObject *context, OnCredentials onReady)
{
    const auto deliver = deliveredTo<Result<Credentials>>(context, std::move(onReady));
    if (const auto known = d->knownCredentials(provider)) {
        deliver(*known);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, provider, deliver] { d->credentials(provider, deliver); }, Qt::QueuedConnection);
}

void Keyring::credentialsOf(const KeyId &key, QObject *context, OnCredentials onReady)
{
    const auto deliver = deliveredTo<Result<Credentials>>(context, std::move(onReady));
    QMetaObject::invokeMethod(
        this, [this, key, deliver] { d->credentialsOf(key, deliver); }, Qt::QueuedConnection);
}

void Keyring::address(const QString &provider, QObject *context, OnAddress onReady)
{
    const auto deliver = deliveredTo<Result<QUrl>>(context, std::move(onReady));
    QMetaObject::invokeMethod(
        this, [this, provider, deliver] { d->address(provider, deliver); }, Qt::QueuedConnection);
}

void Keyring::states(QObject *context, OnStates onReady)
{
    const auto deliver = deliveredTo<QList<KeyState>>(context, std::move(onReady));
    QMetaObject::invokeMethod(
        this, [this, deliver] { d->states(d->adapters.providers(), deliver); }, Qt::QueuedConnection);
}

void Keyring::states(const QStringList &providers, QObject *context, OnStates onReady)
{
    const auto deliver = deliveredTo<QList<KeyState>>(context, std::move(onReady));
    if (const auto known = d->knownStates(providers)) {
        deliver(*known);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, providers, deliver] { d->states(d->adapters.providers(providers), deliver); },
        Qt::QueuedConnection);
}

void Keyring::place(QObject *context, OnPlace onReady)
{
    const auto deliver = deliveredTo<KeySource, SecretAnswer>(
        context, [onReady = std::move(onReady)](KeySource place, const SecretAnswer &keychain) {
            onReady(place, keychain.state, keychain.says);
        });
    QMetaObject::invokeMethod(
        this, [this, deliver] { d->stores.place(deliver); }, Qt::QueuedConnection);
}

void Keyring::fileState(QObject *context, OnFileState onReady)
{
    const auto deliver = deliveredTo<SecretState>(context, std::move(onReady));
    const auto work = [this, deliver] {
        d->stores.withFile([deliver](const SecretAnswer &file) { deliver(file.state); });
    };
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

void Keyring::set(const KeyId &id, const QByteArray &key, KeySource place, QObject *context, OnStored onStored)
{
    const auto deliver = deliveredTo<Status>(context, std::move(onStored));
    const auto work = [this, id, key, place, deliver, change = d->beginChange()] {
        d->set(id, key, place, [this, id, deliver, change](const Status &stored) {
            deliver(stored);
            Q_EMIT changed(id.provider);
        });
    };
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

void Keyring::setFields(const KeyId &id, const Fields &fields, KeySource place, QObject *context, OnStored onStored)
{
    const auto deliver = deliveredTo<Status>(context, std::move(onStored));
    const auto work = [this, id, fields, place, deliver, change = d->beginChange()] {
        d->setFields(id, fields, place, [this, id, deliver, change](const Status &stored) {
            deliver(stored);
            Q_EMIT changed(id.provider);
        });
    };
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

void Keyring::remove(const KeyId &id, QObject *context, OnStored onRemoved)
{
    const auto deliver = deliveredTo<Status>(context, std::move(onRemoved));
    const auto work = [this, id, deliver, change = d->beginChange()] {
        d->remove(id, [this, id, deliver, change](const Status &removed) {
            deliver(removed);
            Q_EMIT changed(id.provider);
        });
    };
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

void Keyring::setAside(const Credentials &credentials, const QString &provider, SetAside::Why why)
{
    const auto work = [this, credentials, provider, why, change = d->beginChange()] {
        if (const Reason says = d->setAside(credentials, provider, why); !says.isEmpty()) {
            Q_EMIT warned(says);
        }
        Q_EMIT changed(provider);
    };
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

void Keyring::takeBack(const KeyId &id)
{
    const auto work = [this, id, change = d->beginChange()] {
        if (d->takeBack(id)) {
            Q_EMIT changed(id.provider);
        }
    };
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

void Keyring::setClock(std::function<QDateTime()> now)
{
    QMetaObject::invokeMethod(
        this, [this, now = std::move(now), change = d->beginChange()] { d->now = now; }, Qt::AutoConnection);
}

void Keyring::unlockFile(const QByteArray &passphrase, QObject *context, OnStored onUnlocked)
{
    const auto deliver = deliveredTo<Status>(context, std::move(onUnlocked));
    const auto work = [this, passphrase, deliver, change = d->beginChange()] {
        d->stores.unlock(passphrase, [this, deliver, change](const Status &unlocked) {
            deliver(unlocked);
            Q_EMIT changed({});
        });
    };
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

void Keyring::setBaseUrls(const QHash<QString, QUrl> &addresses)
{
    QMetaObject::invokeMethod(
        this,
        [this, addresses, change = d->beginChange()] {
            d->baseUrls = addresses;
            Q_EMIT changed({});
        },
        Qt::QueuedConnection);
}

void Keyring::setPlainKeyHosts(const QStringList &hosts)
{
    QMetaObject::invokeMethod(
        this, [this, hosts, change = d->beginChange()] { d->plainKeyHosts = hosts; }, Qt::QueuedConnection);
}

void Keyring::forgetCache()
{
    QMetaObject::invokeMethod(
        this, [this, change = d->beginChange()] { d->stores.forget(); }, Qt::QueuedConnection);
}

} // namespace lightwell
