// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/allowlist.h"

#include "core/wording/gatewayreasons.h"

#include <QRegularExpression>

namespace lightwell::allowlist {

using namespace Qt::StringLiterals;

namespace {

Result<QStringList> readAll(const QString &text, const QRegularExpression &form, const ReasonCode<QString> &complaint)
{
    static const QRegularExpression separators(u"[\\s,]+"_s);
    const QStringList list = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &entry : list) {
        if (!form.match(entry).hasMatch()) {
            return notSent(ErrorKind::Invalid, complaint(entry));
        }
    }
    return list;
}

} // namespace

Result<QStringList> readOrigins(const QString &text)
{
    static const QRegularExpression form(u"^[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?$"_s);
    return readAll(text, form, reasons::originUnreadable);
}

Result<QStringList> readHosts(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?(:[0-9]{1,5})?$"_s);
    return readAll(text, form, reasons::hostUnreadable);
}

} // namespace lightwell::allowlist
