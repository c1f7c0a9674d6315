// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"
#include "core/storage/database.h"

#include <QVariantList>

/// The gateway's clients as rows of the database, for ClientRegistry. On the store's thread.
namespace lightwell::clientrows {

[[nodiscard]] QByteArray randomBytes(int words); ///< up to 8 words of 4 bytes
[[nodiscard]] QByteArray hashOf(const QByteArray &key);

/// `rest`: what stands behind the table's name.
[[nodiscard]] Result<QList<Client>> select(Database &database, const QString &rest, const QVariantList &values = {});
/// Of a name that somebody wants for a client, without blanks around it.
[[nodiscard]] Status checkName(Database &database, const QString &name, const QString &ownId = {});
[[nodiscard]] Result<Client> insert(Database &database, const QString &name, const QByteArray &key,
                                    const ClientTerms &terms = {}, KeyScope scope = KeyScope::Calls);
[[nodiscard]] Result<Client> adopt(Database &database, const QString &name, const QByteArray &key);

/// Read anew only after somebody may have changed it: another program may revoke one at any moment.
[[nodiscard]] Result<std::shared_ptr<const QList<Client>>> living(Database &database);
/// By the hash of its key. Nothing: there is none that lives.
[[nodiscard]] Result<std::optional<Client>> authenticate(Database &database, const QByteArray &hash);

} // namespace lightwell::clientrows
