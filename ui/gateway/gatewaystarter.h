// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"
#include "core/storage/paths.h"

#include <QObject>
#include <QUrl>

namespace lightwell {

class Settings;

/// Switches the gateway on and off as the settings say. Where calls are to be encrypted, the certificate is read (or
/// made) first, on the thread pool; without one the gateway does not start, rather than without encryption.
class GatewayStarter : public QObject
{
    Q_OBJECT
public:
    /// `paths`: where a certificate that is made is kept.
    GatewayStarter(Gateway &gateway, const Settings &settings, Paths paths, QObject *parent = nullptr);

    /// What the settings ask for, apart from the certificate.
    [[nodiscard]] static GatewayOptions options(const Settings &settings);
    [[nodiscard]] static QUrl url(const Settings &settings); ///< at which it would listen: "http://127.0.0.1:4747/v1"
    /// The user's own certificate where one is named, else the one of this computer, which is made if need be.
    [[nodiscard]] static Result<TlsIdentity> identity(const QString &certificate, const QString &key,
                                                      const Paths &paths, const QStringList &hosts);

    void start();
    void stop();
    /// The settings have become others: a gateway that is on, or is meant to be, follows at once.
    void follow();
    /// Of the certificate that is shown to whoever connects; empty: calls are not encrypted, or there is none yet.
    [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
    /// Why there is no certificate; nothing: there is one, or none is needed.
    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }

Q_SIGNALS:
    void changed(); ///< fingerprint or problem

private:
    void prepare(bool starts);
    void take(const Result<TlsIdentity> &identity, bool starts);
    Gateway &m_gateway;
    const Settings &m_settings;
    const Paths m_paths;
    QString m_fingerprint;
    std::optional<Error> m_problem;
    bool m_isWanted = false; ///< on, or would be if there were a certificate
    int m_round = 0; ///< of the certificate that still counts
};

} // namespace lightwell
