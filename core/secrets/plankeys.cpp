// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/plankeys.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString wordFor(const KeyState &state)
{
    if (state.source != KeySource::None) {
        return u"ready"_s;
    }
    switch (state.store) {
    case SecretState::Locked:
    case SecretState::Denied:
    case SecretState::NotAnswering:
        return u"unknown"_s;
    default:
        return u"missing"_s;
    }
}

} // namespace

QJsonObject keysForPlans(const Route &route, const QList<KeyState> &states)
{
    QJsonObject keys;
    const QStringList providers = providersOf(route);
    for (const QString &provider : providers) {
        const auto state = std::find_if(states.begin(), states.end(),
                                        [&provider](const KeyState &one) { return one.provider == provider; });
        keys.insert(provider, state == states.end() ? u"unknown"_s : wordFor(*state));
    }
    return keys;
}

} // namespace lightwell
