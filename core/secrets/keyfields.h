// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keystores.h"

/// What a provider needs besides its key (ProviderInfo::fields): kept together in one entry beside that, or taken from
/// the environment. Pure but for the environment.
namespace lightwell::keyfields {

using Values = QHash<QString, QByteArray>;

[[nodiscard]] Values fromEntry(const QByteArray &entry); ///< nothing of what is no such entry
[[nodiscard]] QByteArray toEntry(const Values &values);

/// Each field that has a value, and where that comes from; NotNeeded: it is the fallback.
struct Gathered
{
    Values values;
    QHash<QString, KeySource> sources;
};
/// What is kept counts before the environment, and that before the fallback. A secret one is only looked for where the
/// key comes from: another key's other half would be of no use.
[[nodiscard]] Gathered gather(const ProviderInfo &provider, const KeyStores::Found &kept, bool keyIsKept);

/// The fields without which `key` is of no use. Where it is an empty one: without which any would be.
[[nodiscard]] QList<CredentialField> missing(const ProviderInfo &provider, const Gathered &gathered,
                                             const QByteArray &key);

} // namespace lightwell::keyfields
