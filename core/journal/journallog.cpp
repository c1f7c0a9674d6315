// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journallog.h"

namespace lightwell {

Q_LOGGING_CATEGORY(journalLog, "lightwell.journal", QtInfoMsg)

QString forLog(const Error &error)
{
    QStringList parts {errorKindName(error.kind), error.reason.code, error.message, error.detail};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

} // namespace lightwell
