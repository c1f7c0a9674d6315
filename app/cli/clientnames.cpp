// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clientnames.h"

#include <QCoreApplication>

namespace lightwell {

QHash<QString, QString> clientNames(const QList<Client> &clients)
{
    QHash<QString, QString> names;
    for (const Client &client : clients) {
        names.insert(client.id,
                     client.revoked ? QCoreApplication::translate("lightwell::cli", "%1 (revoked)").arg(client.name)
                                    : client.name);
    }
    return names;
}

} // namespace lightwell
