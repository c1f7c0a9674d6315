// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/credentials.h"
#include "core/secrets/secrets.h"

#include <QHash>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace lightwell {

class Dialogs;

/// What a provider needs besides its key, one line each: plain values are shown as they are kept, secret ones never.
class FieldsForm : public QWidget
{
    Q_OBJECT
public:
    FieldsForm(const ProviderInfo &provider, const KeyState &state, Dialogs &dialogs, QWidget *parent = nullptr);

    /// What differs from what is kept, by Keyring::Fields. With a new key all secret ones: those of the old one go.
    [[nodiscard]] QHash<QString, QByteArray> changes(bool isNewKey) const;
    /// The first field that is still needed with this key (empty: with the one that is kept); empty: none is.
    [[nodiscard]] QString missing(const QByteArray &key) const;
    void clearSecrets();

Q_SIGNALS:
    void edited();

private:
    void addRow(QVBoxLayout *layout, const CredentialField &field, Dialogs &dialogs);
    [[nodiscard]] KeyFieldState stateOf(const CredentialField &field) const;
    [[nodiscard]] QString kept(const CredentialField &field) const; ///< the plain value that is kept; empty: none is
    [[nodiscard]] QString explanation(const CredentialField &field) const;

    ProviderInfo m_provider;
    KeyState m_state;
    QHash<QString, QLineEdit *> m_lines;
};

} // namespace lightwell
