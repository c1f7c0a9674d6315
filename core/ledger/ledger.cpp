// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"

namespace lightwell {

Ledger::Ledger(Store &store)
    : m_store(store)
{
}

QString Ledger::reservationName(const QString &generation, int attempt)
{
    return generation + u'/' + QString::number(attempt);
}

} // namespace lightwell
