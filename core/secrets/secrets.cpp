// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secrets.h"

#include "core/secrets/courier.h"

namespace lightwell {

void SecretStore::unlock(const QByteArray &, QObject *context, Answer answer)
{
    deliveredTo<SecretAnswer>(context, std::move(answer))({SecretState::NoBackend, {}, {}});
}

} // namespace lightwell
