// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace lightwell {

/// The desktop's keychain through QtKeychain; never its plain-text fallback. QtKeychain carries out one job after
/// the other and some back ends never answer, so every job has a time limit here; while one hangs, the next are
/// told so at once instead of waiting behind it. Used on the thread that made it, which needs an event loop.
class Keychain : public QObject, public SecretStore
{
    Q_OBJECT
public:
    explicit Keychain(std::chrono::milliseconds timeLimit = std::chrono::seconds(20));
    ~Keychain() override;

    void probe(QObject *context, Answer answer) override;
    void read(const QString &entry, QObject *context, Answer answer) override;
    void write(const QString &entry, const QByteArray &secret, QObject *context, Answer answer) override;
    void remove(const QString &entry, QObject *context, Answer answer) override;

private:
    using Deliver = std::function<void(const SecretAnswer &)>;
    using Extract = std::function<QByteArray()>;
    void perform(QKeychain::Job *job, const QString &entry, const Deliver &deliver, const Extract &extract);
    void ended(QKeychain::Job *job, const Deliver &deliver, const Extract &extract);

    std::chrono::milliseconds m_timeLimit;
    int m_hanging = 0; ///< jobs past their limit that have not ended
};

} // namespace lightwell
