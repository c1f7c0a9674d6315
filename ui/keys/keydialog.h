// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/secrets/secrets.h"

#include <QDialog>
#include <QHash>

class QButtonGroup;
class QLineEdit;

namespace lightwell {

class Banner;
class Button;
class Dialogs;
class FieldsForm;
class Keyring;
class TextLabel;

/// Takes a provider's key. Says where it will be kept before it is pasted, and never shows a kept one.
class KeyDialog : public QDialog
{
    Q_OBJECT
public:
    /// `taken`: the names a further key cannot have; with them, one is asked for. Without: the key of `state`.
    /// `given`: a key that is there already, and only asked for its place; it is not shown.
    KeyDialog(const ProviderInfo &provider, const KeyState &state, Keyring &keyring, Dialogs &dialogs,
              const std::optional<QStringList> &taken = {}, QWidget *parent = nullptr, QByteArray given = {});

Q_SIGNALS:
    void stored(const lightwell::KeyId &key, lightwell::KeySource place);

private:
    void build();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString saveText() const;
    QWidget *buildKey();
    QWidget *buildPlaces();
    QWidget *buildPassphrase();
    void askPlace();
    void showFileState(SecretState file);
    [[nodiscard]] QString passphraseProblem() const; ///< empty: it can be used
    void showPlace(KeySource place, SecretState keychain, const QString &detail);
    [[nodiscard]] KeySource chosenPlace() const;
    void updateState();
    void store();
    void storeFields();
    void storeKey();
    [[nodiscard]] QByteArray typedKey() const;
    [[nodiscard]] KeyId id() const; ///< the key that is taken
    [[nodiscard]] QString nameProblem() const; ///< empty: there is none
    [[nodiscard]] QString missing() const; ///< what is still to be typed, as a sentence; empty: nothing
    void finish(const Status &status);
    ProviderInfo m_provider;
    const QString m_name; ///< of the key that is replaced
    const std::optional<QStringList> m_taken;
    QByteArray m_given;
    bool m_replaces;
    Keyring &m_keyring;
    Dialogs &m_dialogs;
    Banner *m_keychain;
    QWidget *m_places;
    QButtonGroup *m_group;
    QHash<int, QWidget *> m_explanations; ///< by KeySource
    QWidget *m_passphraseBox;
    QLineEdit *m_passphrase;
    QWidget *m_newBox; ///< what a passphrase needs that makes a new file
    QLineEdit *m_again;
    TextLabel *m_mismatch;
    QLineEdit *m_newName; ///< of a further key
    QLineEdit *m_key;
    FieldsForm *m_fields;
    TextLabel *m_problem;
    Button *m_save;
    bool m_placeKnown = false;
    bool m_busy = false;
    bool m_fileIsNew = false;
};

} // namespace lightwell
