// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/knownkeys.h"

#include <utility>

namespace lightwell {

KnownKeys::KnownKeys(QStringList files, Environment environment)
    : m_files(std::move(files))
    , m_environment(std::move(environment))
{
}

std::optional<KnownKeys::Basis> KnownKeys::basis(const ProviderInfo &provider) const
{
    Basis basis;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_changing > 0) {
            return std::nullopt;
        }
        basis.changes = m_changes;
    }
    for (const QString &file : m_files) {
        const std::optional<FileMark> mark = FileMark::of(file);
        if (!mark) {
            return std::nullopt;
        }
        basis.files.append(*mark);
    }
    basis.environment = m_environment(provider);
    return basis;
}

void KnownKeys::note(const QString &provider, const Basis &basis, const Credentials &credentials)
{
    const QMutexLocker lock(&m_mutex);
    m_credentials.insert(provider, {basis, credentials});
}

void KnownKeys::note(const Basis &basis, const KeyState &state)
{
    const QMutexLocker lock(&m_mutex);
    m_states.insert(state.provider, {basis, state});
}

std::optional<Credentials> KnownKeys::credentials(const ProviderInfo &provider) const
{
    return find(m_credentials, provider);
}

std::optional<KeyState> KnownKeys::state(const ProviderInfo &provider) const
{
    return find(m_states, provider);
}

template<typename Answer>
std::optional<Answer> KnownKeys::find(const Answers<Answer> &answers, const ProviderInfo &provider) const
{
    const std::optional<Basis> now = basis(provider);
    const QMutexLocker lock(&m_mutex);
    const auto known = answers.constFind(provider.id);
    const bool isGood = now && known != answers.constEnd() && known->first == *now;
    return isGood ? std::optional(known->second) : std::nullopt;
}

std::shared_ptr<void> KnownKeys::change(const std::shared_ptr<KnownKeys> &known)
{
    known->begin();
    return {nullptr, [known](void *) { known->end(); }};
}

void KnownKeys::begin()
{
    const QMutexLocker lock(&m_mutex);
    ++m_changing;
    m_credentials.clear();
    m_states.clear();
}

void KnownKeys::end()
{
    const QMutexLocker lock(&m_mutex);
    --m_changing;
    ++m_changes;
}

} // namespace lightwell
