// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretservice.h"

#include "core/secrets/courier.h"
#include "core/secrets/keyreasons.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int timeoutMs = 5000;

/// One probe on its way; ends by answering, which deletes it.
class Probe : public QObject
{
public:
    explicit Probe(std::function<void(const SecretAnswer &)> deliver)
        : m_bus(QDBusConnection::sessionBus())
        , m_deliver(std::move(deliver))
    {
    }

    void start()
    {
        if (!m_bus.isConnected()) {
            end(SecretState::NoBackend, Reason::text(m_bus.lastError().message()));
            return;
        }
        askBus(u"ListNames"_s, [this](const QStringList &running) {
            askBus(u"ListActivatableNames"_s,
                   [this, running](const QStringList &startable) { choose(running + startable); });
        });
    }

private:
    template<typename Reply, typename Next>
    void call(const QDBusMessage &message, Next next)
    {
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, timeoutMs), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, next] {
            const QDBusPendingReply<Reply> reply = *watcher;
            watcher->deleteLater();
            if (reply.isError()) {
                fail(reply.error());
            } else {
                next(reply.value());
            }
        });
    }

    void askBus(const QString &method, const std::function<void(const QStringList &)> &next)
    {
        call<QStringList>(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                         u"org.freedesktop.DBus"_s, method),
                          next);
    }

    /// QtKeychain prefers KWallet on a KDE desktop; its lock cannot be asked for without opening it.
    void choose(const QStringList &names)
    {
        const bool hasService = names.contains(service);
        const bool hasWallet = names.contains("org.kde.kwalletd6"_L1) || names.contains("org.kde.kwalletd5"_L1);
        if (hasWallet && (!hasService || qgetenv("XDG_CURRENT_DESKTOP").contains("KDE"))) {
            end(SecretState::Available, {});
        } else if (hasService) {
            askCollection();
        } else {
            end(SecretState::NoBackend, reasons::keychainNotRunning());
        }
    }

    void askCollection()
    {
        QDBusMessage message = QDBusMessage::createMethodCall(service, u"/org/freedesktop/secrets"_s,
                                                              u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
        message << u"default"_s;
        call<QDBusObjectPath>(message, [this](const QDBusObjectPath &collection) {
            if (collection.path() == "/"_L1 || collection.path().isEmpty()) {
                end(SecretState::NotSetUp, reasons::keychainNotSetUp());
            } else {
                askLock(collection.path());
            }
        });
    }

    void askLock(const QString &collection)
    {
        QDBusMessage message =
            QDBusMessage::createMethodCall(service, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        message << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
        call<QDBusVariant>(message, [this](const QDBusVariant &locked) {
            if (locked.variant().toBool()) {
                end(SecretState::Locked, reasons::keychainIsLocked());
            } else {
                end(SecretState::Available, {});
            }
        });
    }

    void fail(const QDBusError &error)
    {
        switch (error.type()) {
        case QDBusError::NoReply:
        case QDBusError::Timeout:
        case QDBusError::TimedOut:
            end(SecretState::NotAnswering, Reason::text(error.message()));
            break;
        case QDBusError::AccessDenied:
            end(SecretState::Denied, Reason::text(error.message()));
            break;
        default:
            end(SecretState::NoBackend, Reason::text(error.message()));
            break;
        }
    }

    void end(SecretState state, const Reason &says)
    {
        m_deliver({state, {}, says});
        deleteLater();
    }

    const QString service = u"org.freedesktop.secrets"_s;
    QDBusConnection m_bus;
    std::function<void(const SecretAnswer &)> m_deliver;
};

} // namespace

void SecretService::probe(QObject *context, SecretStore::Answer answer)
{
    auto *probe = new Probe(deliveredTo<SecretAnswer>(context, std::move(answer)));
    probe->start();
}

} // namespace lightwell
