// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"

#include <QHash>

namespace lightwell::test {

/// A keychain that is in the state the test gives it. `state` is shared, so that it can change later.
class FakeSecretStore : public SecretStore
{
public:
    struct Contents
    {
        SecretState state = SecretState::Available;
        QString detail;
        QHash<QString, QByteArray> secrets;
    };
    explicit FakeSecretStore(std::shared_ptr<Contents> contents);
    void probe(QObject *context, Answer answer) override;
    void read(const QString &entry, QObject *context, Answer answer) override;
    void write(const QString &entry, const QByteArray &secret, QObject *context, Answer answer) override;
    void remove(const QString &entry, QObject *context, Answer answer) override;

private:
    void later(QObject *context, Answer answer, const SecretAnswer &what);
    std::shared_ptr<Contents> m_contents;
};

} // namespace lightwell::test
