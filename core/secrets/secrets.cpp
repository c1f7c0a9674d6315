// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secrets.h"

#include "core/secrets/courier.h"

#include <algorithm>

namespace lightwell {

void SecretStore::unlock(const QByteArray &, QObject *context, Answer answer)
{
    deliveredTo<SecretAnswer>(context, std::move(answer))({SecretState::NoBackend, {}, {}});
}

KeyState KeyState::named(const QString &wanted) const
{
    const QList<KeyState> keys = all();
    const auto known =
        std::find_if(keys.begin(), keys.end(), [&wanted](const KeyState &key) { return key.name == wanted; });
    if (known != keys.end()) {
        return *known;
    }
    KeyState none;
    none.provider = provider;
    none.name = wanted;
    none.store = store;
    for (const KeyFieldState &field : fields) {
        const bool isOfNoKey = field.source == KeySource::Environment || field.source == KeySource::NotNeeded;
        none.fields.append(isOfNoKey ? field : KeyFieldState {field.id});
    }
    return none;
}

QList<KeyState> KeyState::all() const
{
    KeyState first = *this;
    first.others.clear();
    return QList<KeyState> {first} + others;
}

} // namespace lightwell
