// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/credentials.h"
#include "core/secrets/secrets.h"
#include "core/storage/filemark.h"

#include <QHash>
#include <QMutex>

#include <functional>
#include <memory>

namespace lightwell {

/// What a Keyring answered, for whoever asks the same again from another thread: every call of a program does, and to
/// wake the keyring's thread takes longer than the answer. An answer is good as long as nothing has changed that it was
/// made from: this process's keys and settings, the files that other programs share, the environment. Thread-safe.
class KnownKeys
{
public:
    using Environment = std::function<QByteArray(const ProviderInfo &)>;
    /// `files`: which other programs may change. `environment`: all that it says of a provider, as one text.
    KnownKeys(QStringList files, Environment environment);

    /// What an answer is made from. Taken before it is.
    struct Basis
    {
        quint64 changes = 0;
        QList<FileMark> files;
        QByteArray environment;

        friend bool operator==(const Basis &, const Basis &) = default;
    };
    /// Nothing: something is changing just now, so that no answer lasts.
    [[nodiscard]] std::optional<Basis> basis(const ProviderInfo &provider) const;

    void note(const QString &provider, const Basis &basis, const Credentials &credentials);
    void note(const Basis &basis, const KeyState &state);
    [[nodiscard]] std::optional<Credentials> credentials(const ProviderInfo &provider) const;
    [[nodiscard]] std::optional<KeyState> state(const ProviderInfo &provider) const;

    /// To be called by whoever wishes for a change, on its own thread, so that it never finds what was before. Nothing
    /// is known until the last copy has gone.
    [[nodiscard]] static std::shared_ptr<void> change(const std::shared_ptr<KnownKeys> &known);

private:
    template<typename Answer>
    using Answers = QHash<QString, std::pair<Basis, Answer>>; ///< by provider
    template<typename Answer>
    [[nodiscard]] std::optional<Answer> find(const Answers<Answer> &answers, const ProviderInfo &provider) const;
    void begin();
    void end();

    const QStringList m_files;
    const Environment m_environment;
    mutable QMutex m_mutex; ///< of all below
    quint64 m_changes = 0;
    int m_changing = 0; ///< so many are wished for and not done
    Answers<Credentials> m_credentials;
    Answers<KeyState> m_states;
};

} // namespace lightwell
